import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { isChange } from '#app/domain/roadshow/lint-issue.ts'
import { undo } from '#app/operations/history.server.ts'
import { AcceptIssueInput } from '#app/operations/issues.input.ts'
import { acceptIssue, reopenIssue, repairIssue } from '#app/operations/issues.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { findFaults } from '#db/faults.server.ts'
import { loadIssues, listIssuesAt } from '#db/issues.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'

const DEMO_NOW = Date.UTC(2020, 0, 27, 3)
let database: Database
beforeEach(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
})
afterEach(() => database.close())

const errorsOf = async ({ mission, missionNowMs }: Scope): Promise<Issue[]> =>
  (await loadIssues(database.read, mission.id, missionNowMs)).open.filter((issue) => issue.severity === 'error')
const lines = (issues: Issue[]): string[] => issues.map((issue) => `${issue.code} ${issue.lines[0] ?? ''}`)

describe('the deck', () => {
  let scope: Scope
  beforeEach(async () => {
    await seedDemo(database, DEMO_NOW)
    scope = await loadMissionScope(database, 'smart-city-regional-roadshow', DEMO_NOW)
  })

  it('has exactly its seven hard errors, and two weekdays that touch five rows', async () => {
    const errors = await errorsOf(scope)
    expect(lines(errors)).toEqual(['weekday-mismatch 23', 'weekday-mismatch 34', 'title-drift 29', 'header-vs-items 54', 'mark-outside-header 210', 'duplicate-number 174', 'spelling-near-place 7'])
    expect(errors.slice(0, 2).map((issue) => issue.subjects.length)).toEqual([3, 2])
  })

  it('raises nothing about names that are right', async () => {
    const { open } = await loadIssues(database.read, scope.mission.id, scope.missionNowMs)
    const words = open.filter((issue) => issue.code === 'spelling-near-place').map((issue) => (issue.code === 'spelling-near-place' ? issue.word : ''))
    expect(words).toEqual(['Dushane'])
  })

  it('loses one error by each repair, any way it is done, and has it back by undo', async () => {
    const before = await errorsOf(scope)
    const outcomes: string[] = []
    for (const issue of before) {
      for (const change of issue.repairs.filter(isChange)) {
        const done = await repairIssue(scope, { code: issue.code, issue: issue.id, repair: change.kind })
        if (!done.done) throw new Error(`${issue.code} ${change.kind}: ${done.because}`)
        const after = await errorsOf(scope)
        outcomes.push(`${change.kind} ${before.length - after.length}`)
        expect(after.map((each) => each.id)).toEqual(before.filter((each) => each !== issue).map((each) => each.id))
        expect(await findFaults(database)).toEqual([])
        expect((await undo(scope, done.actId)).done).toBe(true)
        expect(await errorsOf(scope)).toEqual(before)
      }
    }
    expect(outcomes).toEqual([
      'keep-date 1', 'keep-weekday 1', 'keep-date 1', 'keep-weekday 1', 'keep-title 1', 'use-other-title 1', 'stretch-header 1', 'header-over-all 1', 'trim-last 1',
      'read-as-next 1', 'read-as-none 1', 'renumber 1', 'unnumber 1', 'respell 1', 'add-name 1',
    ])
  })

  it('loses every softer issue by each of its repairs, and has all back by undo', async () => {
    const openNow = async (): Promise<Issue[]> => (await loadIssues(database.read, scope.mission.id, scope.missionNowMs)).open
    const before = await openNow()
    const outcomes: string[] = []
    for (const issue of before.filter((each) => each.severity !== 'error')) {
      for (const change of issue.repairs.filter(isChange)) {
        const done = await repairIssue(scope, { code: issue.code, issue: issue.id, repair: change.kind })
        if (!done.done) throw new Error(`${issue.code} ${change.kind}: ${done.because}`)
        const after = await openNow()
        expect([change.kind, after.some((each) => each.code === issue.code && each.id === issue.id)]).toEqual([change.kind, false])
        expect(await findFaults(database)).toEqual([])
        expect((await undo(scope, done.actId)).done).toBe(true)
        expect(await openNow()).toEqual(before)
        outcomes.push(`${issue.code} ${change.kind}`)
      }
    }
    expect(outcomes).toEqual([
      'column-shift confirm-place', 'column-shift confirm-place', 'no-break insert-break', 'slot-too-short lengthen', 'owner-missing inherit-owners', 'combined-row split-row', 'combined-row split-row',
      'duplicate-title tell-apart', 'unled-item lead', 'unled-item lead-second', 'open-ended-item end-in-an-hour',
    ])
  })

  it('splits a row in two that keep what was printed, each with whom it names', async () => {
    const issue = (await loadIssues(database.read, scope.mission.id, scope.missionNowMs)).open.find((each) => each.code === 'combined-row' && each.lines[0] === 33) as Issue
    await repairIssue(scope, { code: issue.code, issue: issue.id, repair: 'split-row' })
    const rows = await database.read.selectFrom('engagement').select(['id', 'title', 'day', 'start_minute', 'printed_day']).where('source_line', '=', 33).orderBy('title').execute()
    expect(rows.map(({ id: _id, ...row }) => row)).toEqual([
      { title: 'Meeting with Mobile operator', day: '2020-02-05', start_minute: null, printed_day: 'Wednesday, 5th February 2020' }, { title: 'Meeting with NGOs', day: '2020-02-05', start_minute: 840, printed_day: 'Wednesday, 5th February 2020' },
    ])
    const bodies = await database.read.selectFrom('participation').select(['engagement_id', 'representative_of']).where('engagement_id', 'in', rows.map((row) => row.id)).where('representative_of', '<>', '').execute()
    expect(bodies.map((each) => [rows.findIndex((row) => row.id === each.engagement_id), each.representative_of]).toSorted()).toEqual([[0, 'Mobile operator'], [1, 'NGOs']])
    expect(await database.read.selectFrom('engagement_alias').select(['title', 'origin', 'source_line']).where('engagement_id', '=', rows[1]?.id ?? '').execute()).toEqual([{ title: 'Meeting with NGOs, Mobile operator', origin: 'kept as another title', source_line: 33 }])
  })

  it('keeps wall times and agendas together when a weekday wins over its date', async () => {
    const rows = () => database.read.selectFrom('engagement').select(['source_line', 'day', 'start_minute', 'start_ms']).where('mission_id', '=', scope.mission.id).where('source_line', 'in', [23, 24, 25]).orderBy('source_line').execute()
    const before = await rows()
    const [issue] = (await errorsOf(scope)) as [Issue]
    await repairIssue(scope, { code: issue.code, issue: issue.id, repair: 'keep-weekday' })
    expect(await rows()).toEqual(before.map((row) => ({ ...row, day: '2020-01-30', start_ms: row.start_ms === null ? null : row.start_ms - 24 * 3_600_000 })))
  })

  it('reads the marks as ratings of their own that say who read them', async () => {
    const issue = (await errorsOf(scope)).find((each) => each.code === 'mark-outside-header') as Issue
    await repairIssue(scope, { code: issue.code, issue: issue.id, repair: 'read-as-next' })
    const rows = await database.read.selectFrom('rating').select(['number', 'level', 'certain', 'as_printed', 'printed_column', 'printed_header', 'account_name', 'reason']).where('dimension_id', '=', issue.subjects[0]?.id ?? '').orderBy('number').execute()
    expect(rows.map((row) => [row.number, row.level, row.certain, row.as_printed, row.printed_column, row.printed_header])).toEqual([[1, 'high', 0, 1, 4, ''], [2, 'high', 1, 1, 4, 'High']])
    expect([rows[1]?.account_name, rows[1]?.reason]).toEqual([scope.actor.name, 'The mark stands in column 4, under no heading: read as High'])
  })

  it('shows at an engagement what a mission shows, under the same name', async () => {
    const all = await errorsOf(scope)
    for (const issue of all.slice(0, 4)) {
      for (const { id } of issue.subjects) expect((await listIssuesAt(database.read, scope.mission.id, scope.missionNowMs, id)).filter((each) => each.severity === 'error')).toContainEqual(expect.objectContaining({ id: issue.id, code: issue.code }))
    }
  })
})

describe('an invented mission with the same kinds of mistake', () => {
  let scope: Scope
  beforeEach(async () => {
    const told = await makeTold(database)
    scope = told.scope
    await database.write(async (tx) => {
      await tx.updateTable('engagement').set({ printed_day: 'Friday, 2nd March 2027', header_start_minute: 600, header_end_minute: 660, title: 'Workshop on “Roads to a better North”', source_line: 5 }).where('id', 'in', ['told-meeting-1', 'untold-meeting-1']).execute()
      await tx.insertInto('engagement_alias').values({ id: 'alias', mission_id: 'told', engagement_id: 'told-meeting-1', title: 'Roads to a North that is better', title_key: 'roads', origin: 'poster' }).execute()
      await tx.insertInto('agenda_item').values({ id: 'item', mission_id: 'told', engagement_id: 'told-meeting-1', position: 1, kind: 'presentation', title: 'Roads', day: '2027-03-02', start_minute: 600, end_minute: 690 }).execute()
      await tx.insertInto('document').values({ id: 'paper', mission_id: 'told', kind: 'report', title: 'Roads of Northan', title_key: 'roads of northan', language: 'en' }).execute()
      for (const [at, number] of [[1, '1.1'], [2, '1.1']] as const) await tx.insertInto('outline_node').values({ id: `node-${at}`, mission_id: 'told', document_id: 'paper', position: at, level: 2, number, title: `Part ${at}` }).execute()
      await tx.insertInto('rating').values({ id: 'rating', mission_id: 'told', dimension_id: 'told-dimension-1', number: 1, level: 'low', certain: 0, printed_column: 1, printed_header: '', reason: 'as printed', evidence: '[]', as_printed: 1, account_name: 'deck' }).execute()
      await tx.updateTable('place').set({ name: 'Northam' }).where('id', '=', 'north').execute()
    })
  })

  it('gives each of them, and nothing to the mission beside it but its own', async () => {
    expect((await errorsOf(scope)).map((issue) => issue.code)).toEqual(['weekday-mismatch', 'title-drift', 'header-vs-items', 'mark-outside-header', 'duplicate-number', 'spelling-near-place'])
    const beside = await loadIssues(database.read, 'untold', NOW)
    expect(beside.open.filter((issue) => issue.severity === 'error').map((issue) => issue.code)).toEqual(['weekday-mismatch'])
  })

  it('can be accepted as printed with a reason, and reopened', async () => {
    const [issue, ...others] = (await errorsOf(scope)) as [Issue, ...Issue[]]
    expect(AcceptIssueInput.safeParse({ code: issue.code, issue: issue.id, reason: ' ' }).error?.issues.map((each) => each.message)).toEqual(['Say why it may stand as it is printed'])
    expect((await acceptIssue(scope, { code: issue.code, issue: issue.id, reason: 'the host prints it so' })).done).toBe(true)
    expect(await errorsOf(scope)).toEqual(others)
    const { accepted } = await loadIssues(database.read, 'told', NOW)
    const [first] = accepted
    expect([first?.issue.id, first?.acceptance.reason, first?.acceptance.accountName, first?.acceptance.atMs]).toEqual([issue.id, 'the host prints it so', 'Member, sample', NOW])
    expect(await acceptIssue(scope, { code: issue.code, issue: issue.id, reason: 'again' })).toEqual({ done: false, because: 'gone' })
    const acceptance = first?.acceptance.id ?? ''
    expect(await reopenIssue({ ...scope, mission: { ...scope.mission, id: 'untold' } }, { acceptance, revision: 1 })).toEqual({ done: false, because: 'gone' })
    expect((await reopenIssue(scope, { acceptance, revision: 1 })).done).toBe(true)
    expect(await errorsOf(scope)).toEqual([issue, ...others])
  })

  it('waits again when what was accepted is printed otherwise', async () => {
    const [issue] = (await errorsOf(scope)) as [Issue]
    await acceptIssue(scope, { code: issue.code, issue: issue.id, reason: 'so be it' })
    await database.write((tx) => tx.updateTable('engagement').set({ printed_day: 'Monday, 2nd March 2027' }).where('id', '=', 'told-meeting-1').execute())
    expect((await errorsOf(scope))[0]).toMatchObject({ code: 'weekday-mismatch', weekday: 'Monday' })
  })

  it('refuses issues of other missions, settled ones and repairs that it does not offer', async () => {
    const issue = (await errorsOf(scope)).find((each) => each.code === 'duplicate-number') as Issue
    const gone = { done: false, because: 'gone' }
    expect(await repairIssue({ ...scope, mission: { ...scope.mission, id: 'untold' } }, { code: issue.code, issue: issue.id, repair: 'renumber' })).toEqual(gone)
    expect(await repairIssue(scope, { code: issue.code, issue: issue.id, repair: 'keep-date' })).toEqual(gone)
    await repairIssue(scope, { code: issue.code, issue: issue.id, repair: 'renumber' })
    expect(await repairIssue(scope, { code: issue.code, issue: issue.id, repair: 'renumber' })).toEqual(gone)
    expect(await database.read.selectFrom('outline_node').select(['id', 'number']).orderBy('id').execute()).toEqual([{ id: 'node-1', number: '1.1' }, { id: 'node-2', number: '1.2' }])
  })

  it('leaves words alone that are evidence', async () => {
    await database.write(async (tx) => {
      await tx.updateTable('outline_node').set({ title: '1.1 Roads of Northan' }).where('id', '=', 'node-2').execute()
      await tx.insertInto('excerpt').values({ id: 'excerpt', mission_id: 'told', outline_node_id: 'node-2', start_at: 4, end_at: 20, body: 'Roads of Northan', body_key: 'roads of northan', kind: 'fact', author_name: 'somebody', at_ms: NOW }).execute()
    })
    const find = async (code: string) => (await errorsOf(scope)).find((each) => each.code === code) as Issue
    const spelling = await find('spelling-near-place')
    expect(await repairIssue(scope, { code: spelling.code, issue: spelling.id, repair: 'respell' })).toEqual({ done: false, because: 'marked' })
    const number = await find('duplicate-number')
    expect((await repairIssue(scope, { code: number.code, issue: number.id, repair: 'renumber' })).done).toBe(true)
    expect(await database.read.selectFrom('outline_node').select(['number', 'title']).where('id', '=', 'node-2').executeTakeFirstOrThrow()).toEqual({ number: '1.2', title: '1.1 Roads of Northan' })
  })

  it('moves the slot along where it was the header’s', async () => {
    const issue = (await errorsOf(scope)).find((each) => each.code === 'header-vs-items') as Issue
    await repairIssue(scope, { code: issue.code, issue: issue.id, repair: 'stretch-header' })
    expect(await database.read.selectFrom('engagement').select(['header_end_minute', 'end_minute', 'end_ms']).where('id', '=', 'told-meeting-1').executeTakeFirstOrThrow())
      .toEqual({ header_end_minute: 690, end_minute: 690, end_ms: Date.UTC(2027, 2, 2, 6, 30) })
  })

  it('says in history what was done', async () => {
    const [issue] = (await errorsOf(scope)) as [Issue]
    await repairIssue(scope, { code: issue.code, issue: issue.id, repair: 'keep-date' })
    const act = await database.read.selectFrom('act').select(['verb', 'noun', 'subject_title', 'facts']).executeTakeFirstOrThrow()
    expect(act).toEqual({ verb: 'repair', noun: 'warning', subject_title: 'Weekday · Northam · 1 row · deck line 5', facts: '{"how":"kept the date, Tue 2 Mar"}' })
  })
})

it('asks the database as often for a hundred rows as for two', async () => {
  await makeTold(database)
  const counted = async (): Promise<number> => {
    let queries = 0
    const plugged = database.read.withPlugin({ transformQuery: ({ node }) => node, transformResult: async ({ result }) => (queries++, result) })
    await loadIssues(plugged, 'told', NOW)
    return queries
  }
  expect(await counted()).toBe(21)
  await database.write(async (tx) => {
    for (let at = 0; at < 100; at++) {
      await tx.insertInto('engagement').values({ id: `more-${at}`, mission_id: 'told', stop_id: 'told-stop-1', kind: 'meeting', title: `More ${at}`, title_key: `more ${at}`, status: 'idea', day: '2027-03-02', zone: 'Asia/Almaty', printed_day: 'Friday, 2nd March 2027' }).execute()
    }
  })
  expect(await counted()).toBe(21)
})
