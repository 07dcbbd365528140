/** Stops that a reading needs: known ones, and new ones with their city and its clock. */
import type { Choices } from '#app/domain/intake/choices.ts'
import type { Draft } from '#app/domain/intake/draft.ts'
import type { Id } from '#app/domain/ids.ts'
import { placeByDay, withStopAt } from '#app/domain/roadshow/route.ts'
import { foldKey } from '#app/domain/text.ts'
import { isZone } from '#app/domain/time.ts'
import type { Day, Zone } from '#app/domain/time.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { listNamedCities } from '#db/imports.server.ts'
import type { NamedCity } from '#db/imports.server.ts'
import { named } from '#db/named.server.ts'
import { listStops } from '#db/stops.server.ts'
import type { Stop } from '#db/stops.server.ts'

/** Why nothing can be read from a text. */
export type Unread = 'empty' | 'binary' | 'nothing-found' | 'too-long'

/** What a text says and what is known of cities: the same for every page, route and command. */
export type Intake = {
  read(body: string): { draft: Draft | null; why?: Unread | undefined }
  cityOf(name: string): { name: string; country: string; zone: Zone } | null
}

/** A stay in a city that a text speaks of; `stop` is a known one. */
export type Stay = { key: string; stop: Stop | null; city: string; country: string; days: readonly Day[] }
export type CityToBe = { id: Id; name: string; country: string; zone: Zone; isNew: boolean }
export type WantedStop = { id: Id; zone: Zone; city: CityToBe | null; arriveDay: Day; departDay: Day; printed: string; known: Stop | null }

/** Where the city of a stay comes from: the directory's, one whose clock is known, or one whose clock somebody must name. */
export type CityReading = { known: NamedCity | null; zone: Zone | null; country: string }

export function cityReading(cities: readonly NamedCity[], intake: Intake, { city, country }: Pick<Stay, 'city' | 'country'>): CityReading {
  const found = intake.cityOf(city)
  const keys = [foldKey(city), ...(found ? [foldKey(found.name)] : [])].filter(Boolean)
  const known = cities.find((each) => keys.some((key) => each.keys.includes(key))) ?? null
  return { known, zone: known?.zone ?? found?.zone ?? null, country: known?.country || country || (found?.country ?? '') }
}

/** The stop of a stay: the known one, made longer where the days ask for it, or a new one. One query for a new one. */
export async function stopOf(db: Db, scope: Pick<Scope, 'nowMs'>, stay: Stay, choices: Choices, intake: Intake): Promise<WantedStop | { because: 'no-city' | 'no-zone' | 'no-day' }> {
  const days = [...stay.days].toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (stay.stop) {
    const { stop } = stay
    return { id: stop.id, zone: stop.zone, city: null, arriveDay: first && first < stop.arriveDay ? first : stop.arriveDay, departDay: last && last > stop.departDay ? last : stop.departDay, printed: '', known: stop }
  }
  if (first === undefined || last === undefined) return { because: 'no-day' }
  if (stay.city === '') return { because: 'no-city' }
  const { known, zone, country } = cityReading(await listNamedCities(db), intake, stay)
  const typed = choices[`zone:${stay.key}`] ?? ''
  const clock = known?.zone ?? (isZone(typed) ? typed : zone)
  if (clock === null) return { because: 'no-zone' }
  const city = known ? { id: known.id, name: known.name, country: known.country, zone: known.zone, isNew: false } : { id: newId(scope.nowMs), name: stay.city, country, zone: clock, isNew: true }
  return { id: newId(scope.nowMs), zone: clock, city, arriveDay: first, departDay: last, printed: [stay.city, stay.country].filter(Boolean).join(', '), known: null }
}

/** Writes one stop where it is new or longer than before; a new one stands where its first day puts it. */
export async function writeStop(edit: Edit, scope: Pick<Scope, 'mission'>, { id, city, arriveDay, departDay, printed, known }: WantedStop, position = known?.position ?? 1): Promise<void> {
  if (known) {
    await edit.update('stop', id, null, { arrive_day: arriveDay, depart_day: departDay })
    return
  }
  if (!city) return
  await writeCity(edit, city)
  await edit.insert('stop', { id, mission_id: scope.mission.id, place_id: city.id, position, arrive_day: arriveDay, depart_day: departDay, printed_location: printed === '' ? null : printed })
}

export async function writeCity(edit: Edit, city: CityToBe): Promise<void> {
  if (city.isNew) await edit.insert('place', { id: city.id, kind: 'city', ...named(city.name), country: city.country, zone: city.zone })
}

/** Puts new stops among the others by their first day and writes the places that change; the new ones' are returned. */
export async function placeStops(tx: Tx, edit: Edit, missionId: Id, wanted: readonly WantedStop[]): Promise<Map<Id, number>> {
  const stops = await listStops(tx, missionId)
  let order: { id: Id; arriveDay: Day }[] = stops
  for (const stop of wanted.filter(({ known }) => known === null)) {
    const ids = withStopAt(order.map(({ id }) => id), stop.id, placeByDay(order, stop.arriveDay))
    const all = new Map([...order, stop].map((each) => [each.id, each]))
    order = ids.flatMap((id) => all.get(id) ?? [])
  }
  const places = new Map(order.map(({ id }, at) => [id, at + 1]))
  for (const stop of stops) {
    const position = places.get(stop.id) ?? stop.position
    if (position !== stop.position) await edit.update('stop', stop.id, null, { position })
  }
  return places
}
