/** One thing that people do is one change between two editions of every paper that shows it, however often it is shown. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareEditions } from '#app/domain/papers/editions.ts'
import type { Audience, Paper } from '#app/domain/papers/paper.ts'
import type { PaperKindId } from '#app/domain/papers/kinds.ts'
import { EditEngagementInput, SetStatusInput } from '#app/operations/engagements.input.ts'
import { editEngagement } from '#app/operations/engagements.server.ts'
import { ChangeLinkInput, LinkInput, TranslateInput } from '#app/operations/evidence.input.ts'
import { changeLink, linkExcerpt } from '#app/operations/evidence.server.ts'
import { translateExcerpt } from '#app/operations/excerpts.server.ts'
import { EditFindingInput, FindingStatusInput } from '#app/operations/findings.input.ts'
import { editFinding, setFindingStatus } from '#app/operations/findings.server.ts'
import { composePaper } from '#app/operations/papers.server.ts'
import { AddParticipationInput, AttendanceInput } from '#app/operations/participations.input.ts'
import { addParticipation, recordAttendance } from '#app/operations/participations.server.ts'
import { RateInput, RenameDimensionInput } from '#app/operations/readiness.input.ts'
import { rateDimension, renameDimension } from '#app/operations/readiness.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { setStatus } from '#app/operations/statuses.server.ts'
import { SettleTaskInput } from '#app/operations/tasks.input.ts'
import { settleTask } from '#app/operations/tasks.server.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'

const NOW = Date.UTC(2020, 1, 5, 12)
let database: Database
let scope: Scope

beforeEach(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await seedDemo(database, NOW)
  scope = await loadMissionScope(database, 'smart-city-regional-roadshow', NOW)
  for (const id of ['a08', 'a10', 'a13']) await done(setStatus(scope, id, SetStatusInput.parse({ status: 'held', reason: 'it was', revision: await revisionOf('engagement', id) })))
})
afterEach(() => database.close())

async function done(outcome: Promise<{ done: boolean }>): Promise<void> {
  expect(await outcome).toMatchObject({ done: true })
}

async function revisionOf(table: 'engagement' | 'finding' | 'evidence_link' | 'excerpt' | 'task', id: string): Promise<string> {
  return String((await database.read.selectFrom(table).select('revision').where('id', '=', id).executeTakeFirstOrThrow()).revision)
}

/** Acts of people: what the clock says later is no change. */
const rate = async () => await done(rateDimension(scope, 'dimension-4', RateInput.parse({ level: 'mid', reason: 'Fibre counts.', after: '1' })))
const restate = async () => {
  const { revision } = await database.read.selectFrom('finding').select('revision').where('id', '=', 'sample-f2').executeTakeFirstOrThrow()
  await done(editFinding(scope, 'sample-f2', EditFindingInput.parse({ statement: 'Nobody is paid to keep running what stands.', dimensions: ['dimension-4', 'dimension-5'], nodes: [], revision: String(revision) })))
}
const visit = async () => await done(recordAttendance(scope, 'a13', AttendanceInput.parse({ visitor: ['Adviser, sample'], visitorOf: ['DFID'], visitorTitle: ['Adviser'] })))

const KINDS: [PaperKindId, string, Audience][] = [['aide-memoire', 'mission', 'team'], ['aide-memoire', 'mission', 'counterpart'], ['aide-memoire', 'stop-dushanbe', 'counterpart'], ['report', 'mission', 'team'], ['persons-met', 'mission', 'counterpart'], ['evidence-annex', 'dimension-4', 'team'], ['evidence-annex', 'dimension-4', 'counterpart']]

async function papers(later = 0): Promise<Paper[]> {
  const of = { db: database.read, mission: scope.mission, nowMs: NOW + later }
  return await Promise.all(KINDS.map(async ([kind, subject, audience]) => {
    const paper = await composePaper(of, kind, { subject, audience, language: 'en', second: '' })
    if (!paper) throw new Error(kind)
    return paper
  }))
}

/** The ids of what changed, paper by paper in the order of KINDS. */
async function changed(act: () => Promise<void>, later = 0): Promise<string[][]> {
  const before = await papers()
  await act()
  return (await papers(later)).map((after, at) => compareEditions(before[at] as Paper, after).map(({ id }) => id))
}

describe('between two editions', () => {
  it('three things that were done are three changes, by the words of the paper', async () => {
    const [aide] = await papers()
    await rate()
    await restate()
    await visit()
    const changes = compareEditions(aide as Paper, (await papers())[0] as Paper)
    expect(changes.map(({ id, words, what }) => [id, words, what])).toEqual([
      ['finding:sample-f2', 'Finding: Nobody is paid to keep running what stands.', 'changed'], ['rating:dimension-4', 'Rating of Infrastructure', 'changed'], ['met:named Adviser, sample', 'Person met: Adviser, sample', 'added'],
    ])
    expect(changes[1]).toMatchObject({ before: expect.stringContaining('Low · tentative') as string, after: expect.stringContaining('Fibre counts.') as string })
  })

  const RATING = ['rating:dimension-4']
  const FINDING = ['finding:sample-f2']
  const VISITOR = ['met:named Adviser, sample']
  const TASK = ['task:sample-t2']
  const acts: [string, () => Promise<void>, string[][]][] = [
    ['a level', rate, [RATING, RATING, RATING, RATING, [], RATING, RATING]],
    ['a statement', restate, [FINDING, FINDING, FINDING, FINDING, [], FINDING, FINDING]],
    ['a visitor', visit, [VISITOR, VISITOR, VISITOR, VISITOR, VISITOR, [], []]],
    ['somebody who takes part', async () => await done(addParticipation(scope, 'a08', AddParticipationInput.parse({ role: 'participant', name: 'Engineer, sample', printedTitle: 'Engineer' }))),
      Array.from({ length: 7 }, (_, at) => (at < 5 ? [expect.stringMatching(/^met:[0-9a-z]{26}$/) as string] : []))],
    ['a link', async () => await done(linkExcerpt(scope, 'sample-x04', LinkInput.parse({ finding: 'sample-f2', statement: '', dimensions: [], relation: 'contradicts', reason: 'A pilot is kept running.' }))), [['excerpt:sample-x04'], [], [], FINDING, [], ['excerpt:sample-x04'], []]],
    ['how a sentence bears', async () => await done(changeLink(scope, ChangeLinkInput.parse({ link: 'sample-f1-link-5', relation: 'qualifies', reason: 'It is a plan.', revision: await revisionOf('evidence_link', 'sample-f1-link-5') }))), [['excerpt:sample-x08'], ['excerpt:sample-x08'], ['excerpt:sample-x08'], ['finding:sample-f1'], [], ['excerpt:sample-x08'], ['excerpt:sample-x08']]],
    ['a translation', async () => await done(translateExcerpt(scope, 'sample-x13', TranslateInput.parse({ translation: 'The enterprise may sign.', state: 'reviewed', revision: await revisionOf('excerpt', 'sample-x13') }))), [['excerpt:sample-x13'], ['excerpt:sample-x13'], ['excerpt:sample-x13'], [], [], [], []]],
    ['a finding that is reviewed', async () => await done(setFindingStatus(scope, 'sample-f6', FindingStatusInput.parse({ status: 'reviewed', revision: await revisionOf('finding', 'sample-f6') }))), [['finding:sample-f6'], ['finding:sample-f6'], ['finding:sample-f6'], ['finding:sample-f6'], [], [], []]],
    ['a finding that moves to another dimension', async () => await done(editFinding(scope, 'sample-f4', EditFindingInput.parse({ statement: 'Nobody owns the data that departments share.', dimensions: ['dimension-7'], nodes: [], revision: await revisionOf('finding', 'sample-f4') }))),
      [['finding:sample-f4'], ['finding:sample-f4'], ['finding:sample-f4'], ['finding:sample-f4'], [], [], []]],
    ['a dimension that is renamed', async () => await done(renameDimension(scope, RenameDimensionInput.parse({ dimension: 'dimension-4', name: 'Networks', revision: '1' }))), [RATING, RATING, RATING, RATING, [], RATING, RATING]],
    ['a task that is done', async () => await done(settleTask(scope, 'sample-t2', SettleTaskInput.parse({ status: 'done', revision: await revisionOf('task', 'sample-t2') }))), [TASK, [], [], TASK, [], [], []]],
    ['a title of a meeting', async () => await done(editEngagement(scope, 'a13', EditEngagementInput.parse({ title: 'Meeting with the donor', kind: 'meeting', because: 'as it was called', revision: await revisionOf('engagement', 'a13') }))), [['meeting:a13'], ['meeting:a13'], ['meeting:a13'], ['meeting:a13'], [], [], []]],
  ]
  it.each(acts)('%s is one', async (_name, act, expected) => {
    expect(await changed(act)).toEqual(expected)
  })

  it('time alone changes nothing', async () => {
    expect(await changed(async () => {}, 20 * 24 * 3_600_000)).toEqual(KINDS.map(() => []))
  })
})
