/** What papers of single engagements are made for and printed from, beside the engagement, its agenda and its people. */
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Day } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'

/** Papers of one kind at most. */
export const MOST_SHEETS = 500

export type Sheeted = { id: Id; title: string; day: Day; city: string }

/** Engagements in the order of their days that have an agenda, or people in it; at most 500. One query. */
export async function listSheeted(db: Db, missionId: Id, having: 'agenda_item' | 'participation'): Promise<Sheeted[]> {
  return await db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .select(['engagement.id', 'engagement.title', 'engagement.day', placeNameOn('place', 'engagement.day').as('city')])
    .where('engagement.mission_id', '=', missionId).where(sql<SqlBool>`exists (select 1 from ${sql.table(having === 'agenda_item' ? 'agenda_item' : 'participation')} x where x.engagement_id = engagement.id)`)
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, 1440)`).orderBy('engagement.id').limit(MOST_SHEETS).execute()
}

export type SpellingRow = { personId: Id; name: string; script: string; language: string }

/** Other spellings of everybody who appears in an engagement, entries that were merged under the one they became. One query. */
export async function listSpellings(db: Db, missionId: Id, engagementId: Id): Promise<SpellingRow[]> {
  return await db.selectFrom('person_name').innerJoin('person', 'person.id', 'person_name.person_id')
    .select([sql<Id>`coalesce(person.merged_into_id, person.id)`.as('personId'), 'person_name.name', 'person_name.script', 'person_name.language'])
    .where(sql<SqlBool>`coalesce(person.merged_into_id, person.id) in (select coalesce(p.merged_into_id, p.id) from participation x inner join person p on p.id = x.person_id where x.mission_id = ${missionId} and x.engagement_id = ${engagementId})`)
    .orderBy('person_name.language').orderBy('person_name.name_key').orderBy('person_name.id').limit(4_000).execute()
}

/** What other languages call the city of an engagement on its day, by language. One query. */
export async function loadCityNames(db: Db, missionId: Id, engagementId: Id): Promise<Record<string, string>> {
  const rows = await db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place_name', 'place_name.place_id', 'stop.place_id')
    .select(['place_name.language', 'place_name.name']).where('engagement.mission_id', '=', missionId).where('engagement.id', '=', engagementId).where('place_name.language', 'not in', ['', 'en'])
    .where(sql<SqlBool>`(place_name.from_day is null or place_name.from_day <= engagement.day) and (place_name.to_day is null or place_name.to_day >= engagement.day)`)
    .orderBy(sql`coalesce(place_name.from_day, '')`).orderBy('place_name.id', 'desc').limit(50).execute()
  return Object.fromEntries(rows.map((row) => [row.language, row.name]))
}
