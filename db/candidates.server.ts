/** Who could appear in an engagement: the directory, as somebody looks for a person to add. */
import { sql } from 'kysely'
import { addressKey } from '#app/domain/people/address.ts'
import type { Id } from '#app/domain/ids.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Day } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'

export type Candidate = { id: Id; name: string; honorific: string; title: string; hasEmail: boolean }

/** The title that a person has as of a day: their highest affiliation that day, with its body where the title does not name one. */
const titleOn = (day: Day) => sql<string | null>`(select case when organisation.name is null or affiliation.title like '%' || organisation.name || '%' then affiliation.title
  when affiliation.title = '' then organisation.name else affiliation.title || ', ' || organisation.name end
  from affiliation left join organisation on organisation.id = affiliation.organisation_id
  where affiliation.person_id = person.id and (affiliation.from_day is null or affiliation.from_day <= ${day}) and (affiliation.to_day is null or affiliation.to_day >= ${day})
  order by affiliation.rank, affiliation.id limit 1)`

function candidates(db: Db, day: Day) {
  return db.selectFrom('person').select(['person.id', 'person.name', 'person.honorific', 'person.email', titleOn(day).as('title')]).where('person.merged_into_id', 'is', null)
}

/** People under a name, a variant of it, a title or a body, however it is spelt; at most 20. One query. */
export async function searchCandidates(db: Db, text: string, day: Day): Promise<Candidate[]> {
  const key = foldKey(text)
  if (key === '') return []
  const like = `%${key}%`
  const rows = await candidates(db, day).where((one) => one.or([
    one('person.name_key', 'like', like),
    one.exists(one.selectFrom('person_name').select('person_name.id').whereRef('person_name.person_id', '=', 'person.id').where('person_name.name_key', 'like', like)),
    one.exists(one.selectFrom('affiliation').innerJoin('organisation', 'organisation.id', 'affiliation.organisation_id').select('affiliation.id')
      .whereRef('affiliation.person_id', '=', 'person.id').where('organisation.name_key', 'like', like)),
  ])).orderBy('person.sort_key').orderBy('person.id').limit(20).execute()
  return rows.map(candidateOf)
}

/** One person who can be added; undefined when unknown or merged into another. One query. */
export async function findCandidate(db: Db, id: Id, day: Day): Promise<Candidate | undefined> {
  const row = await candidates(db, day).where('person.id', '=', id).executeTakeFirst()
  return row && candidateOf(row)
}

/** People of the directory whose name is spelt alike, or who have the very address. One query. */
export async function listAlike(db: Db, { name, email }: { name: string; email: string }, day: Day): Promise<Candidate[]> {
  const key = foldKey(name)
  const rows = await candidates(db, day).where((one) => one.or([
    one('person.name_key', '=', key),
    one.exists(one.selectFrom('person_name').select('person_name.id').whereRef('person_name.person_id', '=', 'person.id').where('person_name.name_key', '=', key)),
    ...(email === '' ? [] : [one(sql`lower(person.email)`, '=', addressKey(email))]),
  ])).orderBy('person.sort_key').orderBy('person.id').limit(5).execute()
  return rows.map(candidateOf)
}

/** The organisation under exactly this name, however it is spelt; undefined when there is none or several. One query. */
export async function findBodyNamed(db: Db, name: string): Promise<Id | undefined> {
  const rows = await db.selectFrom('organisation').select('id').where('name_key', '=', foldKey(name)).where('merged_into_id', 'is', null).limit(2).execute()
  return rows.length === 1 ? rows[0]?.id : undefined
}

function candidateOf(row: { id: Id; name: string; honorific: string; email: string; title: string | null }): Candidate {
  return { id: row.id, name: row.name, honorific: row.honorific, title: row.title ?? '', hasEmail: row.email !== '' }
}
