/** Organisations of the directory: names over time, parents, successors. A merged entry counts as the one it was merged into. */
import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, RawBuilder, SqlBool } from 'kysely'
import { queryWords } from '#app/domain/find.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Known } from '#app/domain/people/duplicates.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Day } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import type { Schema } from '#db/schema.ts'

/** Rows on one page of the list. */
export const ORGANISATIONS_PAGE = 50
const MOST_COMPARED = 5_000

/**
 * The name of an organisation as of a day, in SQL: the English or language-free name whose validity holds that day,
 * else the name of the row. `organisation` names the table of the query, `day` is a column or a value.
 */
export function organisationNameOn(organisation: string, day: RawBuilder<unknown> | Expression<unknown>): RawBuilder<string> {
  return sql<string>`coalesce((select n.name from organisation_name n where n.organisation_id = ${sql.ref(`${organisation}.id`)} and n.language in ('', 'en')
    and n.from_day is not null and n.from_day <= ${day} and (n.to_day is null or n.to_day >= ${day}) order by n.from_day desc limit 1), ${sql.ref(`${organisation}.name`)})`
}

type Where = (at: ExpressionBuilder<Schema, 'organisation'>) => Expression<SqlBool>
type OrganisationsFilter = { day: Day; everywhere?: boolean; kind?: string | undefined; text?: string; page?: number }

/** Organisations by name, those of this mission or all; one more than a page holds when there are more. One query. */
export async function listOrganisations(db: Db, missionId: Id, { day, everywhere = false, kind, text = '', page = 1 }: OrganisationsFilter) {
  let query = db.selectFrom('organisation').where('organisation.merged_into_id', 'is', null).where(calledLike(text))
    .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.country', 'organisation.sample', organisationNameOn('organisation', sql.val(day)).as('called')])
    .select(sql<number>`(select count(distinct coalesce(h.merged_into_id, h.id)) from affiliation a inner join person h on h.id = a.person_id where a.organisation_id in ${entriesOf(sql.ref('organisation.id'))}
      and (a.from_day is null or a.from_day <= ${day}) and (a.to_day is null or a.to_day >= ${day}))`.as('people'))
  if (!everywhere) query = query.where(concernedIn(missionId))
  if (kind) query = query.where('organisation.kind', '=', kind)
  return await query.orderBy('organisation.sort_key').orderBy('organisation.id').limit(ORGANISATIONS_PAGE + 1).offset((page - 1) * ORGANISATIONS_PAGE).execute()
}

/** How many a text finds here and in the whole directory. One query. */
export async function countOrganisations(db: Db, missionId: Id, text = '', kind?: string): Promise<{ here: number; everywhere: number }> {
  const any = db.selectFrom('organisation').where('organisation.merged_into_id', 'is', null).where(calledLike(text))
  const all = kind ? any.where('organisation.kind', '=', kind) : any
  const row = await db.selectNoFrom([
    all.where(concernedIn(missionId)).select((n) => n.fn.countAll<number>().as('n')).as('here'), all.select((n) => n.fn.countAll<number>().as('n')).as('everywhere'),
  ]).executeTakeFirstOrThrow()
  return { here: Number(row.here), everywhere: Number(row.everywhere) }
}

/** Every word in one of the names of the organisation or of an entry merged into it. */
export function calledLike(text: string): Where {
  return (at) => at.and(queryWords(text).map((word) => {
    const like = `%${word}%`
    return sql<SqlBool>`(organisation.name_key like ${like}
      or exists (select 1 from organisation m where m.merged_into_id = organisation.id and m.name_key like ${like})
      or exists (select 1 from organisation_name n where n.name_key like ${like} and n.organisation_id in ${entriesOf(sql.ref('organisation.id'))}))`
  }))
}

/** Represented in the mission, or the organisation of somebody who appears in it. */
function concernedIn(missionId: Id): Where {
  return () => sql<SqlBool>`organisation.id in (select coalesce(m.merged_into_id, m.id) from participation p inner join organisation m on m.id = p.organisation_id where p.mission_id = ${missionId}
    union select coalesce(m.merged_into_id, m.id) from participation p inner join person h on h.id = p.person_id
      inner join person e on e.id = h.id or e.id = h.merged_into_id or e.merged_into_id = h.id inner join affiliation a on a.person_id = e.id inner join organisation m on m.id = a.organisation_id where p.mission_id = ${missionId})`
}

function entriesOf(organisation: Expression<unknown>) {
  return sql`(select e.id from organisation e where e.id = ${organisation} or e.merged_into_id = ${organisation})`
}

/** One organisation as it was called on `day`, with its parent and successor. One query. */
export async function findOrganisation(db: Db, organisationId: Id, day: Day) {
  return await db.selectFrom('organisation').leftJoin('organisation as above', 'above.id', 'organisation.parent_id').leftJoin('organisation as after', 'after.id', 'organisation.successor_id')
    .leftJoin('organisation as parent', (join) => join.on((on) => on('parent.id', '=', on.fn.coalesce('above.merged_into_id', 'above.id'))))
    .leftJoin('organisation as successor', (join) => join.on((on) => on('successor.id', '=', on.fn.coalesce('after.merged_into_id', 'after.id'))))
    .where('organisation.id', '=', organisationId)
    .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.country', 'parent.id as parent_id', 'successor.id as successor_id', 'organisation.merged_into_id', 'organisation.sample', 'organisation.source_line',
      'organisation.revision', 'parent.name as parent', 'successor.name as successor', organisationNameOn('organisation', sql.val(day)).as('called')])
    .executeTakeFirst()
}

/** Names over time and in other languages, its own and those of merged entries. Two queries. */
export async function listOrganisationNames(db: Db, organisationId: Id) {
  const names = await db.selectFrom('organisation_name').where('organisation_id', 'in', entriesOf(sql.val(organisationId)) as never)
    .select(['id', 'organisation_id', 'name', 'language', 'from_day', 'to_day', 'revision']).orderBy(sql`coalesce(from_day, '')`).orderBy('name_key').limit(100).execute()
  const merged = await db.selectFrom('organisation').select(['id', 'name']).where('merged_into_id', '=', organisationId).orderBy('sort_key').limit(50).execute()
  return { names, merged }
}

/** Those that stand under it, and those that it follows. One query. */
export async function listKin(db: Db, organisationId: Id): Promise<{ id: Id; name: string; kin: 'part' | 'before' }[]> {
  const entries = entriesOf(sql.val(organisationId))
  const rows = await db.selectFrom('organisation').select(['id', 'name', sql<number>`case when parent_id in ${entries} then 1 else 0 end`.as('part')]).where('merged_into_id', 'is', null)
    .where(sql<SqlBool>`(parent_id in ${entries} or successor_id in ${entries})`).orderBy('sort_key').limit(100).execute()
  return rows.map(({ id, name, part }) => ({ id, name, kin: Number(part) === 1 ? 'part' : 'before' }))
}

/** The organisation that a typed name means: one of its names folds to the same key, `preferred` before others; undefined when none or when it says nothing. */
export async function findOrganisationByName(db: Db, name: string, preferred: Id | null = null): Promise<{ id: Id; name: string } | undefined> {
  const key = foldKey(name)
  if (key === '') return undefined
  return await db.selectFrom('organisation').select(['organisation.id', 'organisation.name']).where('merged_into_id', 'is', null)
    .where(sql<SqlBool>`(name_key = ${key} or exists (select 1 from organisation m where m.merged_into_id = organisation.id and m.name_key = ${key})
      or exists (select 1 from organisation_name n where n.name_key = ${key} and n.organisation_id in ${entriesOf(sql.ref('organisation.id'))}))`)
    .orderBy(sql`case when organisation.id = ${preferred ?? ''} then 0 when name_key = ${key} then 1 else 2 end`).orderBy('organisation.id').limit(1).executeTakeFirst()
}

/** Names to propose while somebody types; at most 400. One query. */
export async function listOrganisationChoices(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('organisation').select('name').where('merged_into_id', 'is', null).orderBy('sort_key').limit(400).execute()
  return rows.map((row) => row.name)
}

/** Every organisation that is not merged, with the keys of all names; at most 5,000. Two queries. */
export async function listKnownOrganisations(db: Db): Promise<(Known & { name: string })[]> {
  const rows = await db.selectFrom('organisation').select(['id', 'name', 'name_key', 'merged_into_id']).orderBy('sort_key').orderBy('id').limit(MOST_COMPARED).execute()
  const names = await db.selectFrom('organisation_name').innerJoin('organisation', 'organisation.id', 'organisation_name.organisation_id')
    .select(['organisation_name.name_key', sql<Id>`coalesce(organisation.merged_into_id, organisation.id)`.as('owner')]).limit(4 * MOST_COMPARED).execute()
  const keys = new Map<Id, string[]>()
  const add = (id: Id, key: string): void => void keys.set(id, [...(keys.get(id) ?? []), key])
  for (const row of rows) add(row.merged_into_id ?? row.id, row.name_key)
  for (const row of names) add(row.owner, row.name_key)
  return rows.filter((row) => row.merged_into_id === null).map(({ id, name }) => ({ id, name, keys: keys.get(id) ?? [] }))
}

/** What hangs on an organisation and would come together in a merge. One query. */
export async function countOrganisationHistory(db: Db, organisationId: Id): Promise<{ names: number; people: number; parts: number }> {
  const entries = entriesOf(sql.val(organisationId))
  const row = await db.selectNoFrom([
    sql<number>`(select count(*) from organisation_name x where x.organisation_id in ${entries})`.as('names'),
    sql<number>`(select count(distinct x.person_id) from affiliation x where x.organisation_id in ${entries})`.as('people'),
    sql<number>`(select count(*) from organisation x where x.parent_id in ${entries})`.as('parts'),
  ]).executeTakeFirstOrThrow()
  return { names: Number(row.names), people: Number(row.people), parts: Number(row.parts) }
}

/** Engagements of a mission in which an organisation is represented or one of its people appears; at most 100. One query. */
export async function listMeetingsWith(db: Db, missionId: Id, organisationId: Id) {
  const entries = entriesOf(sql.val(organisationId))
  return await db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .where('engagement.mission_id', '=', missionId)
    .where(sql<SqlBool>`engagement.id in (select p.engagement_id from participation p where p.mission_id = ${missionId} and (p.organisation_id in ${entries}
      or p.person_id in (select a.person_id from affiliation a where a.organisation_id in ${entries} and (a.from_day is null or a.from_day <= engagement.day) and (a.to_day is null or a.to_day >= engagement.day))))`)
    .select(['engagement.id', 'engagement.title', 'engagement.status', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone'])
    .select(placeNameOn('place', 'engagement.day').as('city'))
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy('engagement.id').limit(100).execute()
}
