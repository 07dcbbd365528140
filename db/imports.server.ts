/** Pasted and uploaded texts with what was decided about their reading, and what they are held against. */
import { sql } from 'kysely'
import type { KnownBody } from '#app/domain/intake/bodies.ts'
import type { Choices } from '#app/domain/intake/choices.ts'
import type { Correction } from '#app/domain/intake/corrections.ts'
import type { Held, KnownPerson } from '#app/domain/intake/matching.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'

export type ImportFace = { id: Id; sourceName: string; kind: 'agenda' | 'schedule'; title: string; rows: number; state: 'open' | 'stored' | 'dropped'; accountName: string; createdMs: Instant; changedMs: Instant; targetId: Id | null }
export type Import = ImportFace & { body: string; format: string; corrections: Correction[]; choices: Choices; actId: Id | null; revision: number }

const FACE = ['id', 'source_name', 'kind', 'title', 'row_count', 'state', 'account_name', 'created_ms', 'changed_ms', 'target_id'] as const
type FaceRow = { id: string; source_name: string; kind: string; title: string; row_count: number; state: string; account_name: string; created_ms: number; changed_ms: number; target_id: string | null }

/** The texts of a mission that were not dropped, the latest first; one more than `limit` when there are more. One query. */
export async function listImports(db: Db, missionId: Id, { limit = 20, offset = 0 } = {}): Promise<ImportFace[]> {
  const rows = await db.selectFrom('import_text').select(FACE).where('mission_id', '=', missionId).where('state', '<>', 'dropped')
    .orderBy('created_ms', 'desc').orderBy('id', 'desc').limit(limit + 1).offset(offset).execute()
  return rows.map(faceOf)
}

/** One text of a mission with everything decided about it, or undefined. One query. */
export async function findImport(db: Db, missionId: Id, id: Id): Promise<Import | undefined> {
  const row = await db.selectFrom('import_text').selectAll().where('mission_id', '=', missionId).where('id', '=', id).executeTakeFirst()
  return row && {
    ...faceOf(row), body: row.body, format: row.format, corrections: JSON.parse(row.corrections) as Correction[], choices: JSON.parse(row.choices) as Choices, actId: row.act_id, revision: row.revision,
  }
}

function faceOf(row: FaceRow): ImportFace {
  return {
    id: row.id, sourceName: row.source_name, kind: row.kind as ImportFace['kind'], title: row.title, rows: row.row_count, state: row.state as ImportFace['state'], accountName: row.account_name,
    createdMs: row.created_ms, changedMs: row.changed_ms, targetId: row.target_id,
  }
}

const MOST_COMPARED = 5_000

/** Every person that is not merged with all spellings, those of merged entries too; at most 5,000. Two queries. */
export async function listPeopleToMatch(db: Db): Promise<KnownPerson[]> {
  const rows = await db.selectFrom('person').select(['id', 'name', 'honorific', 'name_key', 'merged_into_id']).orderBy('id').limit(MOST_COMPARED).execute()
  const names = await db.selectFrom('person_name').innerJoin('person', 'person.id', 'person_name.person_id')
    .select(['person_name.name', 'person_name.name_key', sql<Id>`coalesce(person.merged_into_id, person.id)`.as('owner')]).limit(4 * MOST_COMPARED).execute()
  const spellings = spelt([...rows.map((row) => ({ owner: row.merged_into_id ?? row.id, ...row })), ...names])
  return rows.filter((row) => row.merged_into_id === null).map(({ id, name, honorific }) => ({ id, name, honorific, spellings: spellings.get(id) ?? [] }))
}

/** Every organisation that is not merged with all its names; at most 5,000. Two queries. */
export async function listBodiesToMatch(db: Db): Promise<KnownBody[]> {
  const rows = await db.selectFrom('organisation').select(['id', 'name', 'name_key', 'merged_into_id']).orderBy('id').limit(MOST_COMPARED).execute()
  const names = await db.selectFrom('organisation_name').innerJoin('organisation', 'organisation.id', 'organisation_name.organisation_id')
    .select(['organisation_name.name', 'organisation_name.name_key', sql<Id>`coalesce(organisation.merged_into_id, organisation.id)`.as('owner')]).limit(4 * MOST_COMPARED).execute()
  const spellings = spelt([...rows.map((row) => ({ owner: row.merged_into_id ?? row.id, ...row })), ...names])
  return rows.filter((row) => row.merged_into_id === null).map(({ id, name }) => ({ id, name, spellings: spellings.get(id) ?? [] }))
}

function spelt(rows: readonly { owner: Id; name: string; name_key: string }[]): Map<Id, { name: string; key: string }[]> {
  const found = new Map<Id, { name: string; key: string }[]>()
  for (const { owner, name, name_key: key } of rows) {
    const known = found.get(owner)
    if (known) known.push({ name, key })
    else found.set(owner, [{ name, key }])
  }
  return found
}

/** The titles of some people, ended ones too, each with all names of its body. Two queries, none for nobody. */
export async function listTitlesToMatch(db: Db, personIds: readonly Id[]): Promise<Map<Id, Held[]>> {
  const found = new Map<Id, Held[]>()
  if (personIds.length === 0) return found
  const rows = await db.selectFrom('affiliation').innerJoin('person', 'person.id', 'affiliation.person_id').leftJoin('organisation', 'organisation.id', 'affiliation.organisation_id')
    .select(['affiliation.title', 'affiliation.organisation_id', 'organisation.name', sql<Id>`coalesce(person.merged_into_id, person.id)`.as('owner')])
    .where((at) => at(sql`coalesce(person.merged_into_id, person.id)`, 'in', personIds)).orderBy('affiliation.rank').orderBy('affiliation.id').limit(personIds.length * 40).execute()
  const bodies = [...new Set(rows.flatMap((row) => (row.organisation_id === null ? [] : [row.organisation_id])))]
  const names = bodies.length === 0 ? [] : await db.selectFrom('organisation_name').select(['organisation_id', 'name']).where('organisation_id', 'in', bodies).limit(bodies.length * 20).execute()
  for (const row of rows) {
    const organisations = row.name === null ? [] : [row.name, ...names.filter((name) => name.organisation_id === row.organisation_id).map(({ name }) => name)]
    found.set(row.owner, [...(found.get(row.owner) ?? []), { title: row.title, organisations }])
  }
  return found
}

/** An engagement that an agenda or a row of a schedule may be about. */
export type Target = { id: Id; revision: number; stopId: Id; city: string; zone: Zone; kind: string; title: string; titles: string[]; status: string; day: Day; startMinute: Minute | null; endMinute: Minute | null; printedDay: string | null; fallbackOfId: Id | null; items: number }

/** Every engagement of a mission with its other titles; at most 2,000. Two queries. */
export async function listTargets(db: Db, missionId: Id): Promise<Target[]> {
  const rows = await db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .select((of) => ['engagement.id', 'engagement.revision', 'engagement.stop_id', 'engagement.zone', 'engagement.kind', 'engagement.title', 'engagement.status', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.printed_day', 'engagement.fallback_of_id',
      placeNameOn('place', 'engagement.day').as('city'), of.selectFrom('agenda_item').select((n) => n.fn.countAll<number>().as('n')).whereRef('agenda_item.engagement_id', '=', 'engagement.id').as('items')])
    .where('engagement.mission_id', '=', missionId).orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy(sql`coalesce(engagement.source_line, 1000000)`).orderBy('engagement.id').limit(2_000).execute()
  const aliases = await db.selectFrom('engagement_alias').select(['engagement_id', 'title']).where('mission_id', '=', missionId).orderBy('id').limit(4_000).execute()
  const titles = new Map<Id, string[]>()
  for (const { engagement_id: id, title } of aliases) titles.set(id, [...(titles.get(id) ?? []), title])
  return rows.map((row) => ({
    id: row.id, revision: row.revision, stopId: row.stop_id, city: row.city, zone: row.zone, kind: row.kind, title: row.title, titles: titles.get(row.id) ?? [], status: row.status, day: row.day,
    startMinute: row.start_minute, endMinute: row.end_minute, printedDay: row.printed_day, fallbackOfId: row.fallback_of_id, items: Number(row.items ?? 0),
  }))
}

export type NamedCity = { id: Id; name: string; country: string; zone: Zone; keys: string[] }

/** The cities of the directory that have a clock, with the keys of every name; at most 1,000. Two queries. */
export async function listNamedCities(db: Db): Promise<NamedCity[]> {
  const rows = await db.selectFrom('place').select(['id', 'name', 'name_key', 'country', 'zone']).where('kind', '=', 'city').where('zone', 'is not', null).orderBy('id').limit(1_000).execute()
  const names = await db.selectFrom('place_name').innerJoin('place', 'place.id', 'place_name.place_id').select(['place_name.place_id', 'place_name.name_key']).where('place.kind', '=', 'city').limit(4_000).execute()
  return rows.map((row) => ({ id: row.id, name: row.name, country: row.country, zone: row.zone ?? 'UTC', keys: [row.name_key, ...names.filter((name) => name.place_id === row.id).map((name) => name.name_key)] }))
}
