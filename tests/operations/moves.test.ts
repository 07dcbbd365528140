import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeSlot } from '#app/domain/meetings/slot.ts'
import { MoveEngagementInput } from '#app/operations/engagements.input.ts'
import { undo } from '#app/operations/history.server.ts'
import { moveEngagement, previewMove } from '#app/operations/moves.server.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import type { Database } from '#db/database.server.ts'
import { findEngagement } from '#db/engagements.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

/** Meeting 1 is on 2 March, 10:00–11:00 in North, in the Town Hall with Ana, with two items; Ana is at Lunch 13:00–14:00 too. */
beforeEach(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    await tx.insertInto('person').values({ id: 'ana', name: 'Ana', name_key: 'ana', sort_key: 'ana' }).execute()
    const place = (startMinute: number, endMinute: number) => {
      const { startMs, endMs } = placeSlot({ day: '2027-03-02', startMinute, endMinute }, 'Asia/Almaty')
      return { start_minute: startMinute, end_minute: endMinute, start_ms: startMs, end_ms: endMs }
    }
    await tx.updateTable('engagement').set({ ...place(600, 660), venue_text: 'Town Hall', header_start_minute: 600, header_end_minute: 650, sample_fields: '["time","title","day","venue"]' }).where('id', '=', told.meetings[0]).execute()
    await tx.insertInto('engagement').values({ id: 'lunch', mission_id: 'told', stop_id: 'told-stop-1', kind: 'meal', title: 'Lunch', title_key: 'lunch', day: '2027-03-02', zone: 'Asia/Almaty', status: 'confirmed', ...place(780, 840) }).execute()
    for (const engagement of [told.meetings[0], 'lunch']) {
      await tx.insertInto('participation').values({ id: `${engagement}-ana`, mission_id: 'told', engagement_id: engagement, person_id: 'ana', role: 'speaker', printed_name: 'Ana' }).execute()
    }
    for (const [n, start, end] of [[1, 600, 630], [2, 630, null]] as const) {
      await tx.insertInto('agenda_item').values({ id: `item-${n}`, mission_id: 'told', engagement_id: told.meetings[0], position: n, kind: 'presentation', title: `Item ${n}`, day: '2027-03-02', start_minute: start, end_minute: end }).execute()
    }
  })
})
afterEach(() => database.close())

const to = (more: Record<string, unknown> = {}) => MoveEngagementInput.parse({ revision: '1', day: '2027-03-02', start: '11:30', end: '11:00', ...more })
const find = async () => {
  const row = await findEngagement(database.read, 'told', told.meetings[0])
  if (!row) throw new Error('gone')
  return row
}
const items = async () => (await listAgendaItems(database.read, 'told', told.meetings[0])).map((item) => [item.day, item.startMinute, item.endMinute])

describe('moving an engagement', () => {
  it('keeps its length when only the start was typed over, and takes header and agenda along', async () => {
    expect(await moveEngagement(told.scope, told.meetings[0], to())).toEqual({ done: true, actId: expect.any(String) as string, startMs: Date.UTC(2027, 2, 2, 6, 30) })
    const row = await find()
    expect([row.startMinute, row.endMinute, row.headerStartMinute, row.headerEndMinute, row.startMs, row.sampleFields, row.revision]).toEqual([690, 750, 690, 740, Date.UTC(2027, 2, 2, 6, 30), ['title', 'day', 'venue'], 2])
    expect(await items()).toEqual([['2027-03-02', 690, 720], ['2027-03-02', 720, null]])
    const act = await database.read.selectFrom('act').select(['verb', 'facts']).executeTakeFirst()
    expect(act).toEqual({ verb: 'move', facts: JSON.stringify({ from: 'Tue 2 Mar 2027, 10:00–11:00 North', to: 'Tue 2 Mar 2027, 11:30–12:30 North' }) })
  })

  it('is taken back whole by undo', async () => {
    const moved = await moveEngagement(told.scope, told.meetings[0], to({ day: '2027-03-03' }))
    expect(await items()).toEqual([['2027-03-03', 690, 720], ['2027-03-03', 720, null]])
    if (moved.done) await undo(told.scope, moved.actId)
    expect([(await find()).day, (await find()).startMinute, await items()]).toEqual(['2027-03-02', 600, [['2027-03-02', 600, 630], ['2027-03-02', 630, null]]])
  })

  it('names who is somewhere else at that time, and goes on for a reason', async () => {
    const clashing = to({ start: '12:30' })
    expect(await moveEngagement(told.scope, told.meetings[0], clashing)).toMatchObject({ done: false, because: 'conflicts', clashes: [{ kind: 'person-busy', by: { id: 'lunch' }, people: [{ name: 'Ana' }] }] })
    expect((await find()).startMinute).toBe(600)
    expect(await moveEngagement(told.scope, told.meetings[0], { ...clashing, because: 'she eats fast' })).toMatchObject({ done: true })
  })

  it('goes to another stop on its clock, and leaves its venue behind', async () => {
    await moveEngagement(told.scope, told.meetings[0], to({ stop: 'told-stop-2', day: '2027-03-09' }))
    const row = await find()
    expect([row.city, row.zone, row.venue, row.startMs, row.sampleFields]).toEqual(['South', 'Asia/Dushanbe', '', Date.UTC(2027, 2, 9, 6, 30), ['title']])
  })

  it('may lose its time; the agenda stays where it is', async () => {
    await moveEngagement(told.scope, told.meetings[0], to({ start: '', end: '' }))
    expect([(await find()).startMs, await items()]).toEqual([null, [['2027-03-02', 600, 630], ['2027-03-02', 630, null]]])
  })

  it('refuses what is no move', async () => {
    expect(await moveEngagement(told.scope, told.meetings[0], to({ start: '10:00', end: '11:00' }))).toEqual({ done: false, because: 'unchanged' })
    expect(await moveEngagement(told.scope, told.meetings[0], to({ start: '10:00', end: '09:00' }))).toEqual({ done: false, because: 'end-before-start' })
    expect(await moveEngagement(told.scope, told.meetings[0], to({ start: '23:30' }))).toEqual({ done: false, because: 'end-before-start' })
    expect(await moveEngagement(told.scope, told.meetings[0], to({ stop: 'untold-stop-1' }))).toEqual({ done: false, because: 'no-stop' })
    expect(await moveEngagement(told.scope, 'untold-meeting-1', to())).toEqual({ done: false, because: 'gone' })
    expect(await moveEngagement(told.scope, told.meetings[0], to({ revision: '7' }))).toEqual({ done: false, because: 'stale' })
  })

  it('is shown before it is done, and showing changes nothing', async () => {
    const plan = await previewMove(told.scope, told.meetings[0], to())
    expect(plan).toMatchObject({ done: true, slot: { day: '2027-03-02', startMinute: 690, endMinute: 750 }, shift: { days: 0, minutes: 90 }, clashes: [] })
    expect([(await find()).startMinute, (await database.read.selectFrom('act').select('id').execute()).length]).toEqual([600, 0])
    expect(await previewMove(told.scope, 'untold-meeting-1', to())).toEqual({ done: false, because: 'gone' })
  })
})
