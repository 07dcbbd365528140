import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { isChange } from '#app/domain/roadshow/lint-issue.ts'
import { undo } from '#app/operations/history.server.ts'
import { repairIssue } from '#app/operations/issues.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Database } from '#db/database.server.ts'
import { findFaults } from '#db/faults.server.ts'
import { loadIssues } from '#db/issues.server.ts'
import { NOW, openTold } from '#tests/support/told-mission.ts'

let database: Database
let scope: Scope
beforeEach(async () => {
  const opened = await openTold()
  database = opened.database
  scope = opened.told.scope
})
afterEach(() => database.close())

type Row = [title: string, start: number, end: number | null, kind?: string]

async function giveAgenda(rows: Row[]): Promise<void> {
  await database.write(async (tx) => {
    await tx.updateTable('engagement').set({ start_minute: 540, end_minute: 780, header_start_minute: 540, header_end_minute: 780 }).where('id', '=', 'told-meeting-1').execute()
    await tx.updateTable('mission').set({ languages: 'English, Kazakh' }).where('id', '=', 'told').execute()
    for (const [at, [title, start, end, kind = 'presentation']] of rows.entries()) {
      await tx.insertInto('agenda_item').values({ id: title, mission_id: 'told', engagement_id: 'told-meeting-1', position: at + 1, kind, title, day: '2027-03-02', start_minute: start, end_minute: end }).execute()
    }
  })
}

const agenda = async (): Promise<unknown[][]> => (await database.read.selectFrom('agenda_item').select(['title', 'start_minute', 'end_minute', 'track', 'position']).orderBy('position').execute()).map((row) => [row.title, row.start_minute, row.end_minute, ...(row.track ? [row.track] : [])])
const issues = async (): Promise<Issue[]> => (await loadIssues(database.read, 'told', NOW)).open

/** Repairs in the way asked for, checks that the issue is gone and that undo brings all back; returns the agenda in between. */
async function repaired(code: string, repair: string): Promise<unknown[][]> {
  const before = { agenda: await agenda(), issues: await issues() }
  const faults = await findFaults(database)
  const issue = before.issues.find((each) => each.code === code) as Issue
  expect(issue.repairs.filter(isChange).map((each) => each.kind)).toContain(repair)
  const done = await repairIssue(scope, { code: issue.code, issue: issue.id, repair: repair as 'end-at' })
  if (!done.done) throw new Error(done.because)
  const after = await agenda()
  expect((await issues()).some((each) => each.code === code && each.id === issue.id)).toBe(false)
  expect(await findFaults(database)).toEqual(faults)
  expect((await undo(scope, done.actId)).done).toBe(true)
  expect({ agenda: await agenda(), issues: await issues() }).toEqual(before)
  return after
}

describe('a repair of an agenda is one act', () => {
  it('parts items that take the same time', async () => {
    await giveAgenda([['a', 540, 600], ['b', 580, 640]])
    expect(await repaired('overlap', 'end-at')).toEqual([['a', 540, 580], ['b', 580, 640]])
    expect(await repaired('overlap', 'start-at')).toEqual([['a', 540, 600], ['b', 600, 640]])
    expect(await repaired('overlap', 'side-by-side')).toEqual([['a', 540, 600, '1'], ['b', 580, 640, '2']])
  })

  it('sorts, and fills what nothing takes', async () => {
    await giveAgenda([['b', 600, 630], ['a', 540, 600], ['c', 660, 690]])
    expect(await repaired('out-of-order', 'sort-by-time')).toEqual([['a', 540, 600], ['b', 600, 630], ['c', 660, 690]])
    expect(await repaired('gap', 'end-at')).toEqual([['b', 600, 660], ['a', 540, 600], ['c', 660, 690]])
    expect(await repaired('gap', 'fill-with-break')).toEqual([['b', 600, 630], ['a', 540, 600], ['Break', 630, 660], ['c', 660, 690]])
  })

  it('makes room for a break and for longer talks', async () => {
    await giveAgenda([['a', 540, 545], ['b', 545, 600], ['c', 600, 660]])
    expect(await repaired('no-break', 'insert-break')).toEqual([['a', 540, 545], ['b', 545, 600], ['Break', 600, 610], ['c', 610, 670]])
    expect(await repaired('slot-too-short', 'lengthen')).toEqual([['a', 540, 550], ['b', 550, 605], ['c', 605, 665]])
  })

  it('gives an end, a lead and a language', async () => {
    await giveAgenda([['d', 540, 600, 'discussion'], ['m', 600, null, 'meal']])
    await database.write(async (tx) => {
      await tx.insertInto('person').values({ id: 'ana', name: 'Ana, sample', name_key: 'ana', sort_key: 'ana' }).execute()
      await tx.insertInto('participation').values({ id: 'p', mission_id: 'told', engagement_id: 'told-meeting-1', person_id: 'ana', role: 'moderator', printed_title: 'Director, sample' }).execute()
    })
    expect(await repaired('open-ended-item', 'end-at')).toEqual([['d', 540, 600], ['m', 600, 780]])
    expect(await repaired('open-ended-item', 'end-in-an-hour')).toEqual([['d', 540, 600], ['m', 600, 660]])
    await repaired('unled-item', 'lead')
    await repaired('language-missing', 'use-language')
  })

  it('keeps out of another mission', async () => {
    await giveAgenda([['a', 540, 600], ['b', 580, 640]])
    const issue = (await issues()).find((each) => each.code === 'overlap') as Issue
    expect(await repairIssue({ ...scope, mission: { ...scope.mission, id: 'untold' } }, { code: issue.code, issue: issue.id, repair: 'end-at' })).toEqual({ done: false, because: 'gone' })
  })
})
