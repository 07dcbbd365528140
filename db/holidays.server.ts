/** Public holidays of the installation. */
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Holiday, HolidayKind } from '#app/domain/roadshow/days-off.ts'
import type { Db } from '#db/database.server.ts'
import { prepared } from '#db/prepared.server.ts'
import type { HolidayTable } from '#db/schema.ts'

/** Rows on one page of the list. */
export const HOLIDAYS_PAGE = 60
const ALL_MAX = 2_000

export type HolidayRow = Holiday & { id: Id; source: string; revision: number }

/** Holidays of some countries, by country, first those of every year; `years` leaves out what was off only in others; one more than a page holds when there are more. One query. */
export async function listHolidays(db: Db, { countries, years, page = 1 }: { countries?: readonly string[] | undefined; years?: [from: string, to: string] | undefined; page?: number }): Promise<HolidayRow[]> {
  let query = db.selectFrom('holiday').selectAll()
  if (years) query = query.where((at) => at.or([at('yearly', '=', 1), at.and([at('start_day', '<=', `${years[1]}-12-31`), at('end_day', '>=', `${years[0]}-01-01`)])]))
  if (countries) query = query.where('country', 'in', countries.length > 0 ? [...countries] : [''])
  const rows = await query.orderBy('country').orderBy('yearly', 'desc').orderBy(sql`case when yearly = 1 then substr(start_day, 6) else start_day end`).orderBy('id').limit(HOLIDAYS_PAGE + 1).offset((page - 1) * HOLIDAYS_PAGE).execute()
  return rows.map(holidayOf)
}

const ofStops = prepared((db, { missionId }: { missionId: Id }) => db.selectFrom('mission').innerJoin('stop', 'stop.mission_id', 'mission.id').innerJoin('place', 'place.id', 'stop.place_id')
  .innerJoin('holiday', 'holiday.country', 'place.country').selectAll('holiday').select('stop.id as stop_id').where('mission.id', '=', missionId)
  .where((at) => at.or([
    at('holiday.yearly', '=', 1),
    at.and([at('holiday.start_day', '<=', sql<string>`substr(mission.end_day, 1, 4) || '-12-31'`), at('holiday.end_day', '>=', sql<string>`substr(mission.start_day, 1, 4) || '-01-01'`)]),
  ])).orderBy('holiday.id').orderBy('stop.id').limit(ALL_MAX))

/** Holidays of the years of a mission in the countries of its stops, once for each stop there; at most 2,000. One query. */
export async function listStopHolidays(db: Db, missionId: Id): Promise<(Holiday & { stopId: Id })[]> {
  return (await ofStops(db, { missionId })).map((row) => ({ ...holidayOf(row), stopId: row.stop_id }))
}

export async function findHoliday(db: Db, holidayId: Id): Promise<HolidayRow | undefined> {
  const row = await db.selectFrom('holiday').selectAll().where('id', '=', holidayId).executeTakeFirst()
  return row && holidayOf(row)
}

/** Countries that have rows, and those of the mission's stops. Two queries. */
export async function listHolidayCountries(db: Db, missionId: Id): Promise<{ known: string[]; visited: string[] }> {
  const [known, visited] = await Promise.all([
    db.selectFrom('holiday').select('country').distinct().orderBy('country').limit(300).execute(),
    db.selectFrom('stop').innerJoin('place', 'place.id', 'stop.place_id').select('place.country').distinct().where('stop.mission_id', '=', missionId).where('place.country', '!=', '').orderBy('place.country').limit(100).execute(),
  ])
  return { known: known.map((row) => row.country), visited: visited.map((row) => row.country) }
}

function holidayOf(row: Selectable<HolidayTable>): HolidayRow {
  const { id, country, name, kind, source, revision } = row
  return {
    id, country, name, kind: kind as HolidayKind, startDay: row.start_day, endDay: row.end_day, yearly: row.yearly === 1, untilYear: row.until_year, source, verified: row.verified === 1, revision,
  }
}
