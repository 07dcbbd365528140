import type { Id } from '#app/domain/ids.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'

/** A stop with what its page, its form and its operations ask. `city` is its name as of its first day. */
export type Stop = {
  id: Id
  revision: number
  placeId: Id
  city: string
  /** What the place is called now. */
  cityNow: string
  country: string
  zone: Zone
  position: number
  arriveDay: Day
  departDay: Day
  coordinator: string
  liaison: string
  printedLocation: string | null
  sampleFields: string[]
  sourceLine: number | null
}

/** The stops of a mission in their order; at most 500. One query. */
export async function listStops(db: Db, missionId: Id): Promise<Stop[]> {
  return (await stops(db, missionId).orderBy('stop.position').orderBy('stop.id').limit(500).execute()).map(stopOf)
}

/** One stop of a mission, or undefined. One query. */
export async function findStop(db: Db, missionId: Id, id: Id): Promise<Stop | undefined> {
  const row = await stops(db, missionId).where('stop.id', '=', id).executeTakeFirst()
  return row && stopOf(row)
}

function stops(db: Db, missionId: Id) {
  return db.selectFrom('stop').innerJoin('place', 'place.id', 'stop.place_id')
    .select(['stop.id', 'stop.revision', 'stop.place_id', 'place.country', 'place.zone', 'stop.position', 'stop.arrive_day', 'stop.depart_day', 'stop.coordinator',
      'stop.liaison', 'stop.printed_location', 'stop.sample_fields', 'stop.source_line', 'place.name as city_now', placeNameOn('place', 'stop.arrive_day').as('city')])
    .where('stop.mission_id', '=', missionId)
}

type Row = Awaited<ReturnType<ReturnType<typeof stops>['executeTakeFirstOrThrow']>>

function stopOf(row: Row): Stop {
  return {
    id: row.id, revision: row.revision, placeId: row.place_id, city: row.city, cityNow: row.city_now, country: row.country, zone: row.zone ?? 'UTC', position: row.position,
    arriveDay: row.arrive_day, departDay: row.depart_day, coordinator: row.coordinator, liaison: row.liaison, printedLocation: row.printed_location,
    sampleFields: sampleFieldsOf(row), sourceLine: row.source_line,
  }
}

export type City = { id: Id; name: string; country: string; zone: Zone }

/** The cities of the directory that have a clock, by name; at most 500. One query. */
export async function listCities(db: Db): Promise<City[]> {
  const rows = await cities(db).orderBy('sort_key').orderBy('id').limit(500).execute()
  return rows.map((row) => ({ ...row, zone: row.zone ?? 'UTC' }))
}

/** A city of the directory that has a clock, or undefined. One query. */
export async function findCity(db: Db, id: Id): Promise<City | undefined> {
  const row = await cities(db).where('id', '=', id).executeTakeFirst()
  return row && { ...row, zone: row.zone ?? 'UTC' }
}

/** The oldest city of a name (by its folded key) on a clock, or undefined. One query. */
export async function findCityNamed(db: Db, nameKey: string, zone: Zone): Promise<City | undefined> {
  const row = await cities(db).where('name_key', '=', nameKey).where('zone', '=', zone).orderBy('id').executeTakeFirst()
  return row && { ...row, zone }
}

function cities(db: Db) {
  return db.selectFrom('place').select(['id', 'name', 'country', 'zone']).where('kind', '=', 'city').where('zone', 'is not', null)
}

/** What a change of clock moves of an engagement. */
export type ClockRow = { id: Id; revision: number; day: Day; startMinute: Minute | null; endMinute: Minute | null; zone: Zone }

/** The engagements of a stop with the clock they are on; at most 5,000. One query. */
export async function listClockRows(db: Db, stopId: Id): Promise<ClockRow[]> {
  const rows = await db.selectFrom('engagement').select(['id', 'revision', 'day', 'start_minute', 'end_minute', 'zone']).where('stop_id', '=', stopId).orderBy('id').limit(5_000).execute()
  return rows.map(clockRowOf)
}

function clockRowOf(row: { id: Id; revision: number; day: Day; start_minute: Minute | null; end_minute: Minute | null; zone: Zone }): ClockRow {
  return { id: row.id, revision: row.revision, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, zone: row.zone }
}

/** What another zone of a place would move: this mission's engagements at its stops there, and how many other missions have some too. One query. */
export async function listClockRowsAt(db: Db, missionId: Id, placeId: Id, zone: Zone): Promise<{ rows: ClockRow[]; otherMissions: number }> {
  const found = await db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id')
    .select(['engagement.id', 'engagement.revision', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', 'engagement.mission_id'])
    .where('stop.place_id', '=', placeId).where('engagement.zone', '<>', zone).orderBy('engagement.id').limit(5_000).execute()
  const others = new Set(found.map((row) => row.mission_id).filter((id) => id !== missionId))
  return { rows: found.filter((row) => row.mission_id === missionId).map(clockRowOf), otherMissions: others.size }
}

/** How many engagements stand at a stop, meals and travel counted. One query. */
export async function countAtStop(db: Db, missionId: Id, stopId: Id): Promise<number> {
  const row = await db.selectFrom('engagement').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).where('stop_id', '=', stopId).executeTakeFirstOrThrow()
  return Number(row.n)
}
