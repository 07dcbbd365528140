import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeSlot } from '#app/domain/meetings/slot.ts'
import { clashesOf } from '#app/operations/clashes.server.ts'
import type { Asking } from '#app/operations/clashes.server.ts'
import type { Database } from '#db/database.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

/** In both missions: Ana speaks at meeting 1 (2 March, 10:00–11:00 North), which is in the Town Hall. */
beforeEach(async () => {
  ({ database, told } = await openTold())
  await database.write(async (tx) => {
    for (const name of ['Ana', 'Ben']) await tx.insertInto('person').values({ id: name.toLowerCase(), name, name_key: name.toLowerCase(), sort_key: name.toLowerCase() }).execute()
    for (const slug of ['told', 'untold']) {
      const slot = { day: '2027-03-02', startMinute: 600, endMinute: 660 }
      const { startMs, endMs } = placeSlot(slot, 'Asia/Almaty')
      await tx.updateTable('engagement').set({ venue_text: 'Town Hall', start_ms: startMs, end_ms: endMs }).where('id', '=', `${slug}-meeting-1`).execute()
      for (const role of ['speaker', 'moderator']) {
        await tx.insertInto('participation').values({ id: `${slug}-${role}`, mission_id: slug, engagement_id: `${slug}-meeting-1`, person_id: 'ana', role, printed_name: 'Ana' }).execute()
      }
    }
  })
})
afterEach(() => database.close())

function asking(startMinute: number | null, endMinute: number | null, more: Partial<Asking> = {}): Asking {
  const slot = { day: '2027-03-02', startMinute, endMinute }
  return { id: 'new', title: 'New', stopId: 'told-stop-1', venue: '', personIds: [], slot, placed: placeSlot(slot, 'Asia/Almaty'), ...more }
}
const by = { noun: 'engagement', id: 'told-meeting-1', title: 'Meeting 1', day: '2027-03-02', startMinute: 600, endMinute: 660, city: 'North', zone: 'Asia/Almaty' }

describe('clashes of an engagement', () => {
  it('name the people and the other meeting, once, and nothing of another mission', async () => {
    expect(await clashesOf(database.read, told.scope, asking(630, 690, { personIds: ['ana', 'ben'] }))).toEqual([
      { kind: 'person-busy', subject: 'New', by, people: [{ id: 'ana', name: 'Ana' }] },
    ])
  })

  it('name the place, whatever its spelling, within one stop', async () => {
    expect(await clashesOf(database.read, told.scope, asking(630, 690, { venue: 'town hall' }))).toEqual([{ kind: 'venue-busy', subject: 'New', by, venue: 'Town Hall' }])
    expect(await clashesOf(database.read, told.scope, asking(630, 690, { venue: 'Town Hall', stopId: 'told-stop-2' }))).toEqual([])
  })

  it('do not arise where times touch, without a time, with itself, or for what was cancelled', async () => {
    const ana = { personIds: ['ana'] }
    expect(await clashesOf(database.read, told.scope, asking(660, 720, ana))).toEqual([])
    expect(await clashesOf(database.read, told.scope, asking(null, null, ana))).toEqual([])
    expect(await clashesOf(database.read, told.scope, asking(600, 660, { ...ana, id: 'told-meeting-1' }))).toEqual([])
    await database.write((tx) => tx.updateTable('engagement').set({ status: 'cancelled' }).where('id', '=', 'told-meeting-1').execute())
    expect(await clashesOf(database.read, told.scope, asking(600, 660, ana))).toEqual([])
  })

  it('see a meeting of another zone at the same instant', async () => {
    const slot = { day: '2027-03-02', startMinute: 600, endMinute: 630 }
    const elsewhere = asking(600, 630, { stopId: 'told-stop-2', personIds: ['ana'], placed: placeSlot(slot, 'Asia/Dushanbe') })
    expect((await clashesOf(database.read, told.scope, elsewhere)).length).toBe(1)
  })
})
