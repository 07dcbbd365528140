/** Persons of the directory: who they are, their spellings, titles over time, and where they appear. A merged entry counts as the one it was merged into. */
import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Known } from '#app/domain/people/duplicates.ts'
import { queryWords } from '#app/domain/find.ts'
import type { Day } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { organisationNameOn } from '#db/organisations.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import type { Schema } from '#db/schema.ts'

/** Rows on one page of a list of the directory. */
export const DIRECTORY_PAGE = 50
/** More entries than this are not compared with each other. */
const MOST_COMPARED = 5_000

type Where = (at: ExpressionBuilder<Schema, 'person'>) => Expression<SqlBool>
type PeopleFilter = { everywhere?: boolean; text?: string; page?: number }

/** People by name, of this mission or of the whole directory; one more than a page holds when there are more. One query. */
export async function listPeople(db: Db, missionId: Id, { everywhere = false, text = '', page = 1 }: PeopleFilter = {}) {
  const query = db.selectFrom('person').where('person.merged_into_id', 'is', null).where(namedLike(text))
    .select(['person.id', 'person.name', 'person.honorific', 'person.languages', 'person.sample_fields'])
    .select(sql<number>`(select count(distinct p.engagement_id) from participation p where p.mission_id = ${missionId} and p.person_id in ${entriesOf(sql.ref('person.id'))})`.as('appearances'))
  return await (everywhere ? query : query.where(appearsIn(missionId)))
    .orderBy('person.sort_key').orderBy('person.id').limit(DIRECTORY_PAGE + 1).offset((page - 1) * DIRECTORY_PAGE).execute()
}

/** How many people a text finds here and in the whole directory. One query. */
export async function countPeople(db: Db, missionId: Id, text = ''): Promise<{ here: number; everywhere: number }> {
  const all = db.selectFrom('person').where('person.merged_into_id', 'is', null).where(namedLike(text))
  const row = await db.selectNoFrom([
    all.where(appearsIn(missionId)).select((n) => n.fn.countAll<number>().as('n')).as('here'), all.select((n) => n.fn.countAll<number>().as('n')).as('everywhere'),
  ]).executeTakeFirstOrThrow()
  return { here: Number(row.here), everywhere: Number(row.everywhere) }
}

/** Every word in one of the spellings of the person or of an entry merged into it. */
export function namedLike(text: string): Where {
  return (at) => at.and(queryWords(text).map((word) => {
    const like = `%${word}%`
    return sql<SqlBool>`(person.name_key like ${like}
      or exists (select 1 from person m where m.merged_into_id = person.id and m.name_key like ${like})
      or exists (select 1 from person_name n where n.name_key like ${like} and n.person_id in ${entriesOf(sql.ref('person.id'))}))`
  }))
}

/** True for whoever appears in a mission. */
export function appearsIn(missionId: Id): Where {
  return () => sql<SqlBool>`person.id in (select coalesce(m.merged_into_id, m.id) from participation p inner join person m on m.id = p.person_id where p.mission_id = ${missionId})`
}

/** The ids of a person and of what was merged into it. */
function entriesOf(person: Expression<unknown>) {
  return sql`(select e.id from person e where e.id = ${person} or e.merged_into_id = ${person})`
}

/** What everybody may see of a person. */
export async function findPerson(db: Db, personId: Id) {
  return await db.selectFrom('person').select(['id', 'name', 'honorific', 'languages', 'merged_into_id', 'sample_fields', 'source_line', 'revision'])
    .where('id', '=', personId).executeTakeFirst()
}

export type Contact = { email: string; phone: string; remark: string }

/**
 * E-mail, phone and remark: only for members of a mission in which the person appears, or, while they appear nowhere,
 * of the mission that added them. Undefined for anybody else. One query.
 */
export async function findContact(db: Db, accountId: Id | null, personId: Id): Promise<Contact | undefined> {
  const mine = sql`select ms.mission_id from membership ms where ms.account_id = ${accountId}`
  const entries = entriesOf(sql.val(personId))
  const appears = (table: 'participation' | 'invitation', where: Expression<unknown>) =>
    sql<SqlBool>`exists (select 1 from ${sql.table(table)} x where x.person_id in ${entries}${where})`
  const inMine = sql` and x.mission_id in (${mine})`
  return await db.selectFrom('person').select(['email', 'phone', 'remark']).where('id', '=', personId)
    .where(sql<SqlBool>`(${appears('participation', inMine)} or ${appears('invitation', inMine)} or (not ${appears('participation', sql``)} and not ${appears('invitation', sql``)}
      and exists (select 1 from act a where a.subject_id = ${personId} and a.noun = 'person' and a.verb = 'create' and a.mission_id in (${mine}))))`)
    .executeTakeFirst()
}

/** Every spelling of a person beside the printed name, its own and those of merged entries. Two queries. */
export async function listPersonNames(db: Db, personId: Id) {
  const names = await db.selectFrom('person_name').where('person_id', 'in', entriesOf(sql.val(personId)) as never)
    .select(['id', 'person_id', 'name', 'script', 'language', 'revision']).orderBy('language').orderBy('name_key').limit(100).execute()
  const merged = await db.selectFrom('person').select(['id', 'name', 'honorific']).where('merged_into_id', '=', personId).orderBy('sort_key').limit(50).execute()
  return { names, merged }
}

type Affiliation = { id: Id; personId: Id; organisationId: Id | null; organisation: string; title: string; rank: number; fromDay: Day | null; toDay: Day | null; sample: boolean; sourceLine: number | null; revision: number }

/** Titles of people over time with their organisation as it was called on `day`; at most 40 for each on average. One query. */
export async function listAffiliations(db: Db, personIds: readonly Id[], day: Day): Promise<Affiliation[]> {
  if (personIds.length === 0) return []
  const rows = await affiliations(db, day).where((at) => at(sql`coalesce(person.merged_into_id, person.id)`, 'in', personIds))
    .orderBy(sql`case when person.merged_into_id is null then 0 else 1 end`).orderBy('affiliation.rank').orderBy(sql`coalesce(affiliation.from_day, '')`, 'desc').orderBy(sql`coalesce(affiliation.source_line, 1000000)`).orderBy('affiliation.id')
    .limit(personIds.length * 40).execute()
  return rows.map(affiliationOf)
}

/** People of an organisation and of what was merged into it, by name. One query. */
export async function listPeopleOfOrganisation(db: Db, organisationId: Id, day: Day): Promise<(Affiliation & { name: string; honorific: string })[]> {
  const rows = await affiliations(db, day).innerJoin('person as holder', (join) => join.on((on) => on('holder.id', '=', on.fn.coalesce('person.merged_into_id', 'person.id'))))
    .select(['holder.name as holder_name', 'holder.honorific as holder_honorific']).where('organisation.id', '=', organisationId).orderBy('holder.sort_key').orderBy('affiliation.id').limit(300).execute()
  return rows.map((row) => ({ ...affiliationOf(row), name: row.holder_name, honorific: row.holder_honorific }))
}

function affiliations(db: Db, day: Day) {
  return db.selectFrom('affiliation').innerJoin('person', 'person.id', 'affiliation.person_id').leftJoin('organisation as named', 'named.id', 'affiliation.organisation_id')
    .leftJoin('organisation', (join) => join.on((on) => on('organisation.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .select(['affiliation.id', 'affiliation.title', 'affiliation.rank', 'affiliation.from_day', 'affiliation.to_day', 'affiliation.sample', 'affiliation.source_line', 'affiliation.revision', 'organisation.id as organisation_id'])
    .select([sql<Id>`coalesce(person.merged_into_id, person.id)`.as('person_id'), organisationNameOn('organisation', sql.val(day)).as('organisation')])
}

type AffiliationRow = Awaited<ReturnType<ReturnType<typeof affiliations>['execute']>>[number]

function affiliationOf(row: AffiliationRow): Affiliation {
  return {
    id: row.id, personId: row.person_id, organisationId: row.organisation_id, organisation: row.organisation ?? '', title: row.title, rank: row.rank,
    fromDay: row.from_day, toDay: row.to_day, sample: row.sample === 1, sourceLine: row.source_line, revision: row.revision,
  }
}

/** Where a person appears, in the missions that an account belongs to, the earliest first; at most 300. One query. */
export async function listAppearances(db: Db, accountId: Id | null, personId: Id) {
  return await db.selectFrom('participation').innerJoin('engagement', 'engagement.id', 'participation.engagement_id').innerJoin('stop', 'stop.id', 'engagement.stop_id')
    .innerJoin('place', 'place.id', 'stop.place_id').innerJoin('mission', 'mission.id', 'participation.mission_id')
    .innerJoin('membership', (join) => join.onRef('membership.mission_id', '=', 'mission.id').on('membership.account_id', '=', accountId ?? ''))
    .leftJoin('agenda_item', 'agenda_item.id', 'participation.agenda_item_id')
    .where('participation.person_id', 'in', entriesOf(sql.val(personId)) as never)
    .select(['participation.id', 'participation.role', 'participation.printed_name', 'participation.printed_title', 'participation.sample', 'engagement.id as engagement_id', 'engagement.title', 'engagement.status',
      'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', 'agenda_item.title as item', 'mission.id as mission_id', 'mission.slug', 'mission.title as mission'])
    .select(placeNameOn('place', 'engagement.day').as('city'))
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy('engagement.id').orderBy('participation.precedence').orderBy('participation.id').limit(300).execute()
}

/** Invitations that a person holds in a mission. One query. */
export async function listInvitationsOf(db: Db, missionId: Id, personId: Id) {
  return await db.selectFrom('invitation').innerJoin('engagement', 'engagement.id', 'invitation.engagement_id')
    .where('invitation.mission_id', '=', missionId).where('invitation.person_id', 'in', entriesOf(sql.val(personId)) as never).where('invitation.state', 'in', ['invited', 'cancelled'])
    .select(['invitation.id', 'invitation.sequence', 'invitation.state', 'invitation.answer', 'invitation.sample', 'engagement.id as engagement_id', 'engagement.title'])
    .orderBy('engagement.day').orderBy('invitation.id').limit(100).execute()
}

/** Every person that is not merged, with the keys of all spellings; at most 5,000. Two queries. */
export async function listKnownPeople(db: Db): Promise<(Known & { name: string; honorific: string })[]> {
  const people = await db.selectFrom('person').select(['id', 'name', 'honorific', 'name_key', 'merged_into_id']).orderBy('sort_key').orderBy('id').limit(MOST_COMPARED).execute()
  const names = await db.selectFrom('person_name').innerJoin('person', 'person.id', 'person_name.person_id')
    .select(['person_name.name_key', sql<Id>`coalesce(person.merged_into_id, person.id)`.as('owner')]).limit(4 * MOST_COMPARED).execute()
  const keys = new Map<Id, string[]>()
  const add = (id: Id, key: string): void => void keys.set(id, [...(keys.get(id) ?? []), key])
  for (const row of people) add(row.merged_into_id ?? row.id, row.name_key)
  for (const row of names) add(row.owner, row.name_key)
  return people.filter((row) => row.merged_into_id === null).map(({ id, name, honorific }) => ({ id, name, honorific, keys: keys.get(id) ?? [] }))
}

/** What a merge of one entry into another would bring together: counts of what each has. One query. */
export async function countHistory(db: Db, personId: Id): Promise<{ names: number; titles: number; appearances: number; invitations: number; missions: number }> {
  const entries = entriesOf(sql.val(personId))
  const of = (what: string, table: string) => sql<number>`(select count(${sql.raw(what)}) from ${sql.table(table)} x where x.person_id in ${entries})`
  const row = await db.selectNoFrom([
    of('*', 'person_name').as('names'), of('*', 'affiliation').as('titles'), of('*', 'participation').as('appearances'), of('*', 'invitation').as('invitations'), of('distinct x.mission_id', 'participation').as('missions'),
  ]).executeTakeFirstOrThrow()
  return { names: Number(row.names), titles: Number(row.titles), appearances: Number(row.appearances), invitations: Number(row.invitations), missions: Number(row.missions) }
}
