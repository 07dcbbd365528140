import { afterEach, beforeEach, expect, it } from 'vitest'
import { AddEntryNameInput, CreatePlaceInput, EditPlaceInput } from '#app/operations/directory.input.ts'
import { undo } from '#app/operations/history.server.ts'
import { addPlaceName, createPlace, editPlace, removePlaceName } from '#app/operations/places.server.ts'
import type { Database } from '#db/database.server.ts'
import { countPlaces, findPlace, listEngagementsAt, listPlaceNames, listPlaces } from '#db/places.server.ts'
import { openTold } from '#tests/support/told-mission.ts'
import type { Told } from '#tests/support/told-mission.ts'

let database: Database
let told: Told

beforeEach(async () => {
  ({ database, told } = await openTold())
})
afterEach(() => database.close())

async function added(fields: Record<string, string>): Promise<string> {
  const outcome = await createPlace(told.scope, CreatePlaceInput.parse(fields))
  if (!outcome.done) throw new Error(outcome.because)
  return outcome.placeId
}

it('is called as on the day that a page speaks of', async () => {
  const id = await added({ kind: 'city', name: 'Astana', zone: 'Asia/Almaty', country: 'Kazakhstan' })
  await addPlaceName(told.scope, id, AddEntryNameInput.parse({ name: 'Nur-Sultan', language: '', fromDay: '2019-03-23', toDay: '2022-09-18' }))
  await addPlaceName(told.scope, id, AddEntryNameInput.parse({ name: 'Нұр-Сұлтан', language: 'kk', fromDay: '2019-03-23', toDay: '2022-09-18' }))
  const called = async (day: string, text: string) => (await listPlaces(database.read, 'told', { day, text, everywhere: true })).map((row) => row.called)
  expect([await called('2020-01-30', 'astana'), await called('2026-01-30', 'нур-султан'), await called('2026-01-30', 'bishkek')]).toEqual([['Nur-Sultan'], ['Astana'], []])
  expect((await findPlace(database.read, id, '2022-09-18'))?.called).toBe('Nur-Sultan')
})

it('needs a clock, of its own or of its city', async () => {
  const paths = (fields: Record<string, string>) => CreatePlaceInput.safeParse(fields).error?.issues.map((issue) => issue.path[0])
  expect([paths({ kind: 'city', name: 'X' }), paths({ kind: 'city', name: 'X', city: 'north' }), paths({ kind: 'hotel', name: 'X' }), paths({ kind: 'hotel', name: 'X', city: 'north' }), paths({ kind: 'city', name: 'X', zone: 'Mars/Phobos' })])
    .toEqual([['zone'], ['zone'], ['zone'], undefined, ['zone']])
  expect(await createPlace(told.scope, CreatePlaceInput.parse({ kind: 'hotel', name: 'X', city: 'nowhere' }))).toEqual({ done: false, because: 'no-city' })
  const hotel = await added({ kind: 'hotel', name: 'Hotel', city: 'north' })
  expect(await createPlace(told.scope, CreatePlaceInput.parse({ kind: 'venue', name: 'Hall', city: hotel }))).toEqual({ done: false, because: 'no-city' })
  expect(await findPlace(database.read, hotel, '2027-03-04')).toMatchObject({ zone: null, city: 'North', city_zone: 'Asia/Almaty' })
})

it('counts places of this mission and shows its engagements only', async () => {
  const hall = await added({ kind: 'venue', name: 'Hall', city: 'south' })
  expect(await countPlaces(database.read, 'told')).toEqual({ here: 2, everywhere: 3 })
  await database.write((tx) => tx.updateTable('engagement').set({ venue_id: hall }).where('id', 'in', ['told-meeting-2', 'untold-meeting-2']).execute())
  expect((await listEngagementsAt(database.read, 'told', hall)).map((row) => row.id)).toEqual(['told-meeting-2'])
  expect((await listEngagementsAt(database.read, 'told', 'north')).map((row) => row.id)).toEqual(['told-meeting-1'])
  expect((await listPlaces(database.read, 'told', { day: '2027-03-04' })).map((row) => [row.name, Number(row.engagements)])).toEqual([['Hall', 1], ['North', 1], ['South', 1]])
})

it('is edited once, found stale after, and every change is taken back', async () => {
  const edit = (revision: string) => editPlace(told.scope, 'north', EditPlaceInput.parse({ kind: 'city', name: 'Far North', zone: 'Asia/Almaty', address: 'Somewhere', revision }))
  const done = await edit('1')
  expect([done.done, await edit('1')]).toEqual([true, { done: false, because: 'stale' }])
  if (done.done) await undo(told.scope, done.actId)
  expect(await findPlace(database.read, 'north', '2027-03-04')).toMatchObject({ name: 'North', zone: 'Asia/Almaty', address: '' })
  await addPlaceName(told.scope, 'north', AddEntryNameInput.parse({ name: 'Old North', language: 'en' }))
  const [name] = await listPlaceNames(database.read, 'north')
  expect(await removePlaceName(told.scope, 'south', { name: name?.id ?? '', revision: 1 })).toEqual({ done: false, because: 'gone' })
  expect((await removePlaceName(told.scope, 'north', { name: name?.id ?? '', revision: 1 })).done).toBe(true)
})
