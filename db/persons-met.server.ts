/** Who takes part in which meeting, for the list of persons met and the sheet that they sign. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { TOOK_PLACE } from '#app/domain/people/attendance.ts'
import type { MetAppearance } from '#app/domain/papers/persons-met.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'

/** Appearances of one list at most. */
export const MOST_MET = 2_000
const NAME = sql<string>`coalesce(person.name, case when participation.printed_name <> '' then participation.printed_name else participation.representative_of end)`
const PERSON = sql<Id | null>`coalesce(person.merged_into_id, person.id)`

/** The institution for which somebody sits there: as noted with the appearance, else that of their highest title of the day. */
const INSTITUTION = sql<string>`coalesce(organisation.name, nullif(participation.representative_of, ''), (select body.name from affiliation join organisation as body on body.id = affiliation.organisation_id
  where affiliation.person_id = person.id and (affiliation.from_day is null or affiliation.from_day <= engagement.day) and (affiliation.to_day is null or affiliation.to_day >= engagement.day)
  order by affiliation.rank, affiliation.id limit 1), '')`

function appearances(db: Db, missionId: Id) {
  return db.selectFrom('participation').innerJoin('engagement', 'engagement.id', 'participation.engagement_id').leftJoin('person', 'person.id', 'participation.person_id')
    .leftJoin('organisation', 'organisation.id', 'participation.organisation_id').where('participation.mission_id', '=', missionId)
}

/** Each person once per meeting, by day, hour and protocol; one more than `MOST_MET` when there are more. One query. */
export async function listAppearances(db: Db, missionId: Id) {
  const rows = await appearances(db, missionId).innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id').where('engagement.status', 'not in', ['cancelled', 'declined', 'no-show'])
    .select(['engagement.id as engagement_id', 'engagement.stop_id', 'engagement.kind', 'engagement.title as meeting', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', 'engagement.status'])
    .select(['participation.attended', 'participation.attendance', 'participation.deputy_name', 'participation.deputy_title', 'participation.printed_name', 'participation.printed_title', 'participation.sample'])
    .select([PERSON.as('person_id'), NAME.as('name'), INSTITUTION.as('institution'), placeNameOn('place', 'engagement.day').as('city')])
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, 0)`).orderBy('engagement.id').orderBy('participation.precedence').orderBy('participation.id').limit(2 * MOST_MET).execute()
  const once = new Map<string, (typeof rows)[number]>()
  for (const row of rows) {
    const key = `${row.engagement_id} ${row.person_id ?? row.name}`
    const known = once.get(key)
    if (!known) once.set(key, row)
    else if (known.printed_title === '') known.printed_title = row.printed_title
  }
  return [...once.values()].slice(0, MOST_MET + 1).map((row) => ({ ...row, ...metOf(row) }))
}

type Row = { engagement_id: Id; person_id: Id | null; name: string; institution: string; printed_name: string; printed_title: string; status: string; attended: number | null; attendance: string; deputy_name: string; deputy_title: string; sample: number }

function metOf(row: Row): MetAppearance {
  return {
    engagementId: row.engagement_id, personId: row.person_id, name: row.name, named: row.printed_name !== '', institution: row.institution, title: row.printed_title, status: row.status, attended: row.attended, attendance: row.attendance,
    deputyName: row.deputy_name, deputyTitle: row.deputy_title, sample: row.sample === 1,
  }
}

/** What persons who take part are called in a language, where that is known. One query. */
export async function listNamesIn(db: Db, missionId: Id, language: string): Promise<Map<Id, string>> {
  const rows = await db.selectFrom('person_name').innerJoin('person', 'person.id', 'person_name.person_id').where('person_name.language', '=', language)
    .where('person.id', 'in', db.selectFrom('participation').select('participation.person_id').where('participation.mission_id', '=', missionId).where('participation.person_id', 'is not', null) as never)
    .select([sql<Id>`coalesce(person.merged_into_id, person.id)`.as('person_id'), 'person_name.name']).orderBy('person_name.name_key', 'desc').orderBy('person_name.id', 'desc').limit(MOST_MET).execute()
  return new Map(rows.map((row) => [row.person_id, row.name]))
}

/** How many named persons are expected in all, and how many of them were met. One query. */
export async function countAppearances(db: Db, missionId: Id): Promise<{ all: number; met: number }> {
  const counted = appearances(db, missionId).where('engagement.status', 'not in', ['cancelled', 'declined', 'no-show']).select(sql<number>`count(distinct ${PERSON})`.as('n'))
  const row = await db.selectNoFrom([
    counted.as('all'),
    counted.where('engagement.status', 'in', TOOK_PLACE).where((one) => one.or([one('participation.attended', 'is', null), one('participation.attended', '<>', 0)])).as('met'),
  ]).executeTakeFirstOrThrow()
  return { all: Number(row.all), met: Number(row.met) }
}

export type Signer = { id: Id; personId: Id | null; name: string; institution: string; title: string; sample: boolean }

/** Who is expected in a meeting, in protocol order: name with honorific, institution and title as of its day; '' as the name of whoever a body sends. One query. */
export async function listSigners(db: Db, missionId: Id, engagementId: Id): Promise<Signer[]> {
  const rows = await appearances(db, missionId).where('engagement.id', '=', engagementId)
    .select(['participation.id', 'person.name as person_name', 'person.honorific', 'participation.printed_name', 'participation.printed_title', 'participation.sample', PERSON.as('person_id'), INSTITUTION.as('institution')])
    .orderBy('participation.precedence').orderBy('participation.id').limit(MOST_MET).execute()
  return rows.map((row) => ({
    id: row.id, personId: row.person_id, name: [row.honorific, row.printed_name || row.person_name].filter(Boolean).join(' '), institution: row.institution, title: row.printed_title, sample: row.sample === 1,
  }))
}
