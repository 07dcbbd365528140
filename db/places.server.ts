/** Places of the directory: cities, venues, hotels, airports; their names over time and what happens there. */
import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, RawBuilder, SqlBool } from 'kysely'
import { queryWords } from '#app/domain/find.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Day } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import type { Schema } from '#db/schema.ts'

/**
 * The name of a place as of a day, in SQL: the English or language-free name whose validity holds that day, else the
 * name of the row. `place` and `day` name columns of the query, such as 'place' and 'stop.arrive_day'.
 */
export function placeNameOn(place: string, day: string): RawBuilder<string> {
  return nameWhen(place, sql.ref(day))
}

/** The same as of a day that is known beforehand. */
export function placeNameOnDay(place: string, day: Day): RawBuilder<string> {
  return nameWhen(place, sql.val(day))
}

function nameWhen(place: string, on: Expression<unknown>): RawBuilder<string> {
  return sql<string>`coalesce((select n.name from place_name n where n.place_id = ${sql.ref(`${place}.id`)} and n.language in ('', 'en')
    and n.from_day is not null and n.from_day <= ${on} and (n.to_day is null or n.to_day >= ${on}) order by n.from_day desc limit 1), ${sql.ref(`${place}.name`)})`
}

/** What another language calls a place on a day; null when that is not known. */
export function placeNameIn(place: string, day: string, language: string): RawBuilder<string | null> {
  return sql<string | null>`(select n.name from place_name n where n.place_id = ${sql.ref(`${place}.id`)} and n.language = ${language}
    and (n.from_day is null or n.from_day <= ${sql.ref(day)}) and (n.to_day is null or n.to_day >= ${sql.ref(day)}) order by coalesce(n.from_day, '') desc, n.id limit 1)`
}

/** Rows on one page of the list. */
export const PLACES_PAGE = 50

type Where = (at: ExpressionBuilder<Schema, 'place'>) => Expression<SqlBool>
type PlacesFilter = { day: Day; everywhere?: boolean; kind?: string | undefined; text?: string; page?: number }

/** Places by name as they were called on `day`, those of this mission or all; one more than a page holds when there are more. One query. */
export async function listPlaces(db: Db, missionId: Id, { day, everywhere = false, kind, text = '', page = 1 }: PlacesFilter) {
  let query = db.selectFrom('place').leftJoin('place as city', 'city.id', 'place.city_id').where(placedLike(text))
    .select(['place.id', 'place.name', 'place.kind', 'place.country', 'place.address', 'place.sample', sql<string | null>`${placeNameOnDay('city', day)}`.as('city'), placeNameOnDay('place', day).as('called'), sql<string | null>`coalesce(place.zone, city.zone)`.as('zone')])
    .select(sql<number>`(select count(*) from engagement e inner join stop s on s.id = e.stop_id where e.mission_id = ${missionId} and (e.venue_id = place.id or s.place_id = place.id))`.as('engagements'))
  if (!everywhere) query = query.where(visitedIn(missionId))
  if (kind) query = query.where('place.kind', '=', kind)
  return await query.orderBy('place.sort_key').orderBy('place.id').limit(PLACES_PAGE + 1).offset((page - 1) * PLACES_PAGE).execute()
}

/** How many a text finds here and in the whole directory. One query. */
export async function countPlaces(db: Db, missionId: Id, text = '', kind?: string): Promise<{ here: number; everywhere: number }> {
  const any = db.selectFrom('place').where(placedLike(text))
  const all = kind ? any.where('place.kind', '=', kind) : any
  const row = await db.selectNoFrom([
    all.where(visitedIn(missionId)).select((n) => n.fn.countAll<number>().as('n')).as('here'), all.select((n) => n.fn.countAll<number>().as('n')).as('everywhere'),
  ]).executeTakeFirstOrThrow()
  return { here: Number(row.here), everywhere: Number(row.everywhere) }
}

/** Every word in one of the place's names. */
export function placedLike(text: string): Where {
  return (at) => at.and(queryWords(text).map((word) => sql<SqlBool>`(place.name_key like ${`%${word}%`} or exists (select 1 from place_name n where n.place_id = place.id and n.name_key like ${`%${word}%`}))`))
}

function visitedIn(missionId: Id): Where {
  return () => sql<SqlBool>`place.id in (select s.place_id from stop s where s.mission_id = ${missionId} union select e.venue_id from engagement e where e.mission_id = ${missionId} and e.venue_id is not null)`
}

/** One place as it was called on `day`, with its city. One query. */
export async function findPlace(db: Db, placeId: Id, day: Day) {
  return await db.selectFrom('place').leftJoin('place as city', 'city.id', 'place.city_id').where('place.id', '=', placeId).selectAll('place')
    .select([placeNameOnDay('place', day).as('called'), sql<string | null>`${placeNameOnDay('city', day)}`.as('city'), 'city.zone as city_zone']).executeTakeFirst()
}

/** Names over time and in other languages, the earliest first. One query. */
export async function listPlaceNames(db: Db, placeId: Id) {
  return await db.selectFrom('place_name').where('place_id', '=', placeId).select(['id', 'name', 'language', 'from_day', 'to_day', 'revision'])
    .orderBy(sql`coalesce(from_day, '')`).orderBy('name_key').limit(100).execute()
}

/** Cities to choose from; at most 500. One query. */
export async function listCities(db: Db) {
  return await db.selectFrom('place').select(['id', 'name', 'country', 'zone']).where('kind', '=', 'city').orderBy('sort_key').limit(500).execute()
}

/** Venues, hotels and airports of a city; at most 200. One query. */
export async function listPlacesIn(db: Db, cityId: Id) {
  return await db.selectFrom('place').select(['id', 'name', 'kind', 'sample']).where('city_id', '=', cityId).orderBy('sort_key').limit(200).execute()
}

/** Engagements of a mission at a place: at the venue itself or, for a city, at its stops; the place named as of each day. At most 200. One query. */
export async function listEngagementsAt(db: Db, missionId: Id, placeId: Id) {
  return await db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .where('engagement.mission_id', '=', missionId).where((at) => at.or([at('engagement.venue_id', '=', placeId), at('stop.place_id', '=', placeId)]))
    .select(['engagement.id', 'engagement.title', 'engagement.status', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', placeNameOn('place', 'engagement.day').as('city')])
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy('engagement.id').limit(200).execute()
}
