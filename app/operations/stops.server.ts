import type { Id } from '#app/domain/ids.ts'
import { placeByDay, withStopAt } from '#app/domain/roadshow/route.ts'
import { foldKey, sortKey } from '#app/domain/text.ts'
import type { Zone } from '#app/domain/time.ts'
import { moveClocks } from '#app/operations/clocks.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { EditStopInput, NewStopInput, RemoveStopInput, ReorderStopInput } from '#app/operations/stops.input.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { countAtStop, findCity, findCityNamed, findStop, listClockRows, listStops } from '#db/stops.server.ts'
import type { Stop } from '#db/stops.server.ts'

type WantedCity = { id: Id; name: string; country: string; zone: Zone; isNew: boolean }

/** One stop more, in a known city or a new one; it stands where its days put it. */
export async function addStop(scope: Scope, input: NewStopInput): Promise<(Done & { stopId: Id }) | Refused<'no-city'>> {
  return await perform(scope, async (tx, begin) => {
    const city = await wantedCity(tx, scope, input)
    if (!city) return { done: false as const, because: 'no-city' as const }
    const stops = await listStops(tx, scope.mission.id)
    const stopId = newId(scope.nowMs)
    const edit = await begin({ verb: 'add', noun: 'stop', subjectId: stopId, subjectTitle: city.name })
    await insertCity(edit, city)
    const order = withStopAt(stops.map((stop) => stop.id), stopId, placeByDay(stops, input.arriveDay))
    await edit.insert('stop', {
      id: stopId, mission_id: scope.mission.id, place_id: city.id, position: order.indexOf(stopId) + 1, arrive_day: input.arriveDay, depart_day: input.departDay,
      coordinator: input.coordinator, liaison: input.liaison,
    })
    await putInOrder(edit, stops, order)
    return { done: true as const, actId: edit.actId, stopId }
  })
}

export type ClockMove = { done: false; because: 'clock-moves'; from: Zone; to: Zone; city: string; engagements: number }

/**
 * City, days, place in the route and people of a stop. A city with another clock takes the stop's engagements along: their
 * wall times stay and their moments move, but only once somebody has read so (`moveClocks`); else 'clock-moves' and nothing is written.
 */
export async function editStop(scope: Scope, id: Id, input: EditStopInput): Promise<Done | Refused<'no-city'> | ClockMove> {
  return await perform(scope, async (tx, begin) => {
    const [stop, city] = [await findStop(tx, scope.mission.id, id), await wantedCity(tx, scope, input)]
    if (!stop) return { done: false as const, because: 'gone' as const }
    if (!city) return { done: false as const, because: 'no-city' as const }
    const moving = (await listClockRows(tx, id)).filter((row) => city.id !== stop.placeId && row.zone !== city.zone)
    if (moving.length > 0 && !input.moveClocks) return { done: false as const, because: 'clock-moves' as const, from: stop.zone, to: city.zone, city: city.name, engagements: moving.length }
    const stops = await listStops(tx, scope.mission.id)
    const edit = await begin({ verb: 'edit', noun: 'stop', subjectId: id, subjectTitle: city.name })
    await insertCity(edit, city)
    const order = withStopAt(stops.map((each) => each.id), id, input.place - 1)
    await edit.update('stop', id, input.revision, {
      place_id: city.id, position: order.indexOf(id) + 1, arrive_day: input.arriveDay, depart_day: input.departDay, coordinator: input.coordinator,
      liaison: input.liaison, sample_fields: JSON.stringify(stillSample(stop, input)),
    })
    await moveClocks(edit, moving, city.zone)
    await putInOrder(edit, stops.filter((each) => each.id !== id), order)
    return { done: true as const, actId: edit.actId }
  })
}

/** One place earlier or later in the route; the days stay. */
export async function reorderStops(scope: Scope, id: Id, { go }: ReorderStopInput): Promise<Done | Refused<'at-the-end'>> {
  return await perform(scope, async (tx, begin) => {
    const stops = await listStops(tx, scope.mission.id)
    const from = stops.findIndex((stop) => stop.id === id)
    const stop = stops[from]
    if (!stop) return { done: false as const, because: 'gone' as const }
    const to = go === 'earlier' ? from - 1 : from + 1
    if (to < 0 || to >= stops.length) return { done: false as const, because: 'at-the-end' as const }
    const edit = await begin({ verb: 'reorder', noun: 'stop', subjectId: id, subjectTitle: stop.city, facts: { to: `place ${to + 1}` } })
    await putInOrder(edit, stops, withStopAt(stops.map((each) => each.id), id, to))
    return { done: true as const, actId: edit.actId }
  })
}

/** Takes a stop off the route; one that has engagements stays until they have moved. */
export async function removeStop(scope: Scope, id: Id, { revision }: RemoveStopInput): Promise<Done | Refused | { done: false; because: 'has-engagements'; engagements: number }> {
  return await perform(scope, async (tx, begin) => {
    const stop = await findStop(tx, scope.mission.id, id)
    if (!stop) return { done: false as const, because: 'gone' as const }
    const engagements = await countAtStop(tx, scope.mission.id, id)
    if (engagements > 0) return { done: false as const, because: 'has-engagements' as const, engagements }
    const stops = await listStops(tx, scope.mission.id)
    const edit = await begin({ verb: 'remove', noun: 'stop', subjectId: id, subjectTitle: stop.city })
    await edit.remove('stop', id, revision)
    const left = stops.filter((each) => each.id !== id)
    await putInOrder(edit, left, left.map((each) => each.id))
    return { done: true as const, actId: edit.actId }
  })
}

/** The chosen city; where one is named, that: the one of its name and clock that the directory already has, or a new one. */
async function wantedCity(tx: Tx, scope: Scope, input: NewStopInput | EditStopInput): Promise<WantedCity | undefined> {
  if (input.cityName === '') {
    const known = await findCity(tx, input.city ?? '')
    return known && { ...known, isNew: false }
  }
  const alike = await findCityNamed(tx, foldKey(input.cityName), input.zone)
  if (alike) return { ...alike, isNew: false }
  return { id: newId(scope.nowMs), name: input.cityName, country: input.country, zone: input.zone, isNew: true }
}

async function insertCity(edit: Edit, city: WantedCity): Promise<void> {
  if (!city.isNew) return
  await edit.insert('place', { id: city.id, kind: 'city', name: city.name, name_key: foldKey(city.name), sort_key: sortKey(city.name), country: city.country, zone: city.zone })
}

async function putInOrder(edit: Edit, stops: readonly Stop[], order: readonly Id[]): Promise<void> {
  for (const stop of stops) {
    const position = order.indexOf(stop.id) + 1
    if (position !== stop.position) await edit.update('stop', stop.id, stop.revision, { position })
  }
}

/** A field that somebody typed over is no sample any more. */
function stillSample(stop: Stop, input: EditStopInput): string[] {
  return stop.sampleFields.filter((field) => (field !== 'coordinator' || input.coordinator === stop.coordinator) && (field !== 'liaison' || input.liaison === stop.liaison))
}
