/** What papers of single engagements are made for and printed from, beside the engagement, its agenda and its people. */
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { CONFIDENTIALITIES } from '#app/domain/meetings/attribution.ts'
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

export type AddresseeRow = { id: Id; engagementId: Id; title: string; day: Day; city: string; status: string; personId: Id | null; name: string; attended: number | null; attendance: string }

/** Who could be written to about which engagement, in the order of the days and of the protocol; nobody of internal meetings and rows of travel. One query. */
export async function listAddressees(db: Db, missionId: Id, statuses: readonly string[]): Promise<AddresseeRow[]> {
  if (statuses.length === 0) return []
  const rows = await db.selectFrom('participation').innerJoin('engagement', 'engagement.id', 'participation.engagement_id').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .leftJoin('person', 'person.id', 'participation.person_id').leftJoin('organisation', 'organisation.id', 'participation.organisation_id')
    .select(['participation.id', 'participation.engagement_id', 'engagement.title', 'engagement.day', placeNameOn('place', 'engagement.day').as('city'), 'engagement.status', sql<Id | null>`coalesce(person.merged_into_id, person.id)`.as('person_id'),
      'participation.printed_name', 'person.name as person_name', 'participation.representative_of', 'organisation.name as organisation_name', 'participation.attended', 'participation.attendance'])
    .where('participation.mission_id', '=', missionId).where('engagement.status', 'in', statuses).where('engagement.kind', 'not in', ['internal', 'travel', 'buffer'])
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, 1440)`).orderBy('engagement.id').orderBy('participation.precedence').orderBy('participation.id').limit(4 * MOST_SHEETS).execute()
  return rows.map((row) => ({
    id: row.id, engagementId: row.engagement_id, title: row.title, day: row.day, city: row.city, status: row.status, personId: row.person_id, attended: row.attended, attendance: row.attendance,
    name: row.printed_name || row.person_name || row.representative_of || (row.organisation_name ?? ''),
  }))
}

/** What came out of an engagement for everybody at it, or for one of some bodies; with the confidentiality of the words it comes out of, null where they are nobody's but their author's. One query. */
export async function listNotedTasks(db: Db, missionId: Id, engagementId: Id, organisationIds: readonly Id[]) {
  const bodies = organisationIds.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`coalesce(named.merged_into_id, named.id) in (select coalesce(o.merged_into_id, o.id) from organisation o where o.id in (${sql.join(organisationIds)}))`
  const rows = await db.selectFrom('task').leftJoin('organisation as named', 'named.id', 'task.organisation_id').leftJoin('excerpt', 'excerpt.id', 'task.excerpt_id').leftJoin('note', 'note.id', 'excerpt.note_id')
    .select(['task.id', 'task.kind', 'task.title', 'task.due_day', 'task.sample', sql<string | null>`case when note.private = 1 then null else excerpt.confidentiality end`.as('confidentiality')])
    .where('task.mission_id', '=', missionId).where('task.engagement_id', '=', engagementId).where('task.kind', 'in', ['commitment', 'data request', 'decision']).where('task.status', '<>', 'dropped')
    .where((one) => one.or([one('task.organisation_id', 'is', null), bodies])).orderBy(sql`coalesce(task.due_day, '9999')`).orderBy('task.id').limit(200).execute()
  return rows.map((row) => ({ id: row.id, kind: row.kind, title: row.title, dueDay: row.due_day, sample: row.sample === 1, confidentiality: CONFIDENTIALITIES.find((word) => word === row.confidentiality) ?? null }))
}
