import { afterEach, beforeEach, expect, it } from 'vitest'
import { EditPlaceInput } from '#app/operations/directory.input.ts'
import { undo } from '#app/operations/history.server.ts'
import { editPlace } from '#app/operations/places.server.ts'
import type { Database } from '#db/database.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => {
  ({ database, told } = await openTold())
})
afterEach(() => database.close())

const edit = (over: Record<string, string>) => editPlace(told.scope, 'north', EditPlaceInput.parse({ kind: 'city', name: 'North', zone: 'Asia/Tokyo', revision: '1', ...over }))
const meeting = (id: string) => database.read.selectFrom('engagement').select(['start_minute', 'zone', 'start_ms']).where('id', '=', id).executeTakeFirstOrThrow()
const zone = async () => (await database.read.selectFrom('place').select('zone').where('id', '=', 'north').executeTakeFirstOrThrow()).zone

it('leaves a clock alone that another mission plans by', async () => {
  expect(await edit({ moveClocks: 'yes' })).toEqual({ done: false, because: 'clock-shared', otherMissions: 1 })
  expect([await zone(), (await meeting('told-meeting-1')).zone, (await meeting('untold-meeting-1')).zone]).toEqual(['Asia/Almaty', 'Asia/Almaty', 'Asia/Almaty'])
})

it('says how many engagements another zone moves, then moves them with it, and back with one undo', async () => {
  await database.write((tx) => tx.updateTable('stop').set({ place_id: 'south' }).where('id', '=', 'untold-stop-1').execute())
  const before = await meeting('told-meeting-1')
  expect(await edit({})).toEqual({ done: false, because: 'clock-moves', engagements: 1 })
  expect([await zone(), await meeting('told-meeting-1')]).toEqual(['Asia/Almaty', before])
  const outcome = await edit({ moveClocks: 'yes' })
  if (!outcome.done) throw new Error(outcome.because)
  expect(await meeting('told-meeting-1')).toEqual({ start_minute: 600, zone: 'Asia/Tokyo', start_ms: Date.UTC(2027, 2, 2, 1) })
  expect((await meeting('told-meeting-2')).zone).toBe('Asia/Dushanbe')
  expect((await undo(told.scope, outcome.actId)).done).toBe(true)
  expect([await zone(), await meeting('told-meeting-1')]).toEqual(['Asia/Almaty', before])
})

it('asks nothing while the zone stays', async () => {
  expect((await edit({ zone: 'Asia/Almaty', address: 'Somewhere' })).done).toBe(true)
})
