import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { undo } from '#app/operations/history.server.ts'
import { EditStopInput, NewStopInput } from '#app/operations/stops.input.ts'
import { addStop, editStop, removeStop, reorderStops } from '#app/operations/stops.server.ts'
import type { Database } from '#db/database.server.ts'
import { findStop, listCities, listStops } from '#db/stops.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => {
  ({ database, told } = await openTold())
})
afterEach(() => database.close())

const newCity = { cityName: 'East', country: 'Land', zone: 'Asia/Tokyo', arriveDay: '2027-03-05', departDay: '2027-03-06', coordinator: 'Coordinator, sample' }
const route = async (mission = 'told') => (await listStops(database.read, mission)).map((stop) => `${stop.position} ${stop.city}`)
const meeting = (id: string) => database.read.selectFrom('engagement').select(['day', 'start_minute', 'end_minute', 'zone', 'start_ms', 'end_ms']).where('id', '=', id).executeTakeFirstOrThrow()

/** The first stop as its form would send it. */
async function typed(over: Record<string, unknown> = {}) {
  const stop = await findStop(database.read, 'told', 'told-stop-1')
  return EditStopInput.parse({ city: stop?.placeId, arriveDay: stop?.arriveDay, departDay: stop?.departDay, revision: stop?.revision, place: stop?.position, ...over })
}

describe('adding a stop', () => {
  it('makes the new city and stands where its days put it; one undo takes both back', async () => {
    const outcome = await addStop(told.scope, NewStopInput.parse(newCity))
    if (!outcome.done) throw new Error(outcome.because)
    expect(await route()).toEqual(['1 North', '2 East', '3 South'])
    expect(await route('untold')).toEqual(['1 North', '2 South'])
    expect(await findStop(database.read, 'told', outcome.stopId)).toMatchObject({ city: 'East', country: 'Land', zone: 'Asia/Tokyo', arriveDay: '2027-03-05', departDay: '2027-03-06', coordinator: 'Coordinator, sample', liaison: '' })
    expect((await undo(told.scope, outcome.actId)).done).toBe(true)
    expect(await route()).toEqual(['1 North', '2 South'])
    expect((await listCities(database.read)).map((city) => city.name)).toEqual(['North', 'South'])
  })

  it('takes a city of the directory, also when its name is typed again', async () => {
    for (const city of [{ city: 'south' }, { cityName: ' south ', zone: 'Asia/Dushanbe' }]) {
      expect((await addStop(told.scope, NewStopInput.parse({ ...city, arriveDay: '2027-03-11', departDay: '2027-03-11' }))).done).toBe(true)
    }
    expect((await listCities(database.read)).length).toBe(2)
    expect(await route()).toEqual(['1 North', '2 South', '3 South', '4 South'])
  })

  it('refuses a city that is not there, and leaves nothing behind', async () => {
    expect(await addStop(told.scope, NewStopInput.parse({ ...newCity, cityName: '', city: 'nowhere' }))).toEqual({ done: false, because: 'no-city' })
    expect(await database.read.selectFrom('act').select('id').execute()).toEqual([])
  })

  it('asks for a city, its clock and days in order', () => {
    const messages = (input: Record<string, unknown>) => NewStopInput.safeParse({ arriveDay: '2027-03-05', departDay: '2027-03-06', ...input }).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    expect(messages({})).toEqual(['city: Choose a city, or name a new one'])
    expect(messages({ cityName: 'East' })).toEqual(['zone: Choose the time zone of the new city'])
    expect(messages({ cityName: 'East', zone: 'Moon/Base' })).toEqual(['zone: Choose a time zone from the list'])
    expect(messages({ city: 'north', departDay: '2027-03-04' })).toEqual(['departDay: Enter a last day on or after the first, within a year'])
    expect(messages({ city: 'north', arriveDay: '2027-02-30' })).toEqual(['arriveDay: Enter a day that exists, such as 2020-02-04'])
  })
})

describe('editing a stop', () => {
  it('keeps the moments while the clock stays', async () => {
    const before = await meeting('told-meeting-1')
    const outcome = await editStop(told.scope, 'told-stop-1', await typed({ departDay: '2027-03-03', liaison: 'Liaison, sample' }))
    expect(outcome).toEqual({ done: true, actId: expect.any(String) as string })
    expect(await findStop(database.read, 'told', 'told-stop-1')).toMatchObject({ departDay: '2027-03-03', liaison: 'Liaison, sample', revision: 2 })
    expect(await meeting('told-meeting-1')).toEqual(before)
  })

  it('names the shift before another city’s clock moves what is planned, then moves it in one act', async () => {
    const before = await meeting('told-meeting-1')
    expect(await editStop(told.scope, 'told-stop-1', await typed({ city: 'south' }))).toEqual({ done: false, because: 'clock-moves', from: 'Asia/Almaty', to: 'Asia/Dushanbe', city: 'South', engagements: 1 })
    expect(await meeting('told-meeting-1')).toEqual(before)
    const outcome = await editStop(told.scope, 'told-stop-1', await typed({ cityName: 'East', zone: 'Asia/Tokyo', moveClocks: 'yes' }))
    if (!outcome.done) throw new Error(outcome.because)
    const tenInTokyo = Date.UTC(2027, 2, 2, 1)
    expect(await meeting('told-meeting-1')).toEqual({ day: '2027-03-02', start_minute: 600, end_minute: 660, zone: 'Asia/Tokyo', start_ms: tenInTokyo, end_ms: tenInTokyo + 3_600_000 })
    expect((await meeting('untold-meeting-1')).zone).toBe('Asia/Almaty')
    expect((await undo(told.scope, outcome.actId)).done).toBe(true)
    expect(await meeting('told-meeting-1')).toEqual(before)
    expect(await route()).toEqual(['1 North', '2 South'])
  })

  it('changes the place in the route', async () => {
    await editStop(told.scope, 'told-stop-1', await typed({ place: 2 }))
    expect(await route()).toEqual(['1 South', '2 North'])
    expect(await reorderStops(told.scope, 'told-stop-1', { go: 'later' })).toEqual({ done: false, because: 'at-the-end' })
    expect((await reorderStops(told.scope, 'told-stop-1', { go: 'earlier' })).done).toBe(true)
    expect(await route()).toEqual(['1 North', '2 South'])
  })

  it('is stale after somebody else, gone in another mission', async () => {
    const mine = await typed({ liaison: 'Mine' })
    await editStop(told.scope, 'told-stop-1', await typed({ liaison: 'Theirs' }))
    expect(await editStop(told.scope, 'told-stop-1', mine)).toEqual({ done: false, because: 'stale' })
    expect((await findStop(database.read, 'told', 'told-stop-1'))?.liaison).toBe('Theirs')
    expect(await editStop(told.scope, 'untold-stop-1', mine)).toEqual({ done: false, because: 'gone' })
  })
})

describe('removing a stop', () => {
  it('keeps one that has engagements', async () => {
    expect(await removeStop(told.scope, 'told-stop-1', { revision: 1 })).toEqual({ done: false, because: 'has-engagements', engagements: 1 })
    expect(await removeStop(told.scope, 'untold-stop-1', { revision: 1 })).toEqual({ done: false, because: 'gone' })
    expect(await route()).toEqual(['1 North', '2 South'])
  })

  it('closes the gap in the route', async () => {
    const outcome = await addStop(told.scope, NewStopInput.parse(newCity))
    if (!outcome.done) throw new Error(outcome.because)
    expect((await removeStop(told.scope, outcome.stopId, { revision: 1 })).done).toBe(true)
    expect(await route()).toEqual(['1 North', '2 South'])
  })
})
