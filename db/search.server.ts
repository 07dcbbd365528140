/** Searching a mission: what belongs to it, and the shared directory. One function for each kind of thing; a fixed number of queries each. */
import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { queryWords, saysWords } from '#app/domain/find.ts'
import type { Id } from '#app/domain/ids.ts'
import { holdsOn } from '#app/domain/people/tenure.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { readableBy } from '#db/notes.server.ts'
import type { Reader } from '#db/notes.server.ts'
import { calledLike, organisationNameOn } from '#db/organisations.server.ts'
import { appearsIn, listAffiliations, namedLike } from '#db/people.server.ts'
import { placeNameOn, placeNameOnDay, placedLike } from '#db/places.server.ts'
import type { Schema } from '#db/schema.ts'

export const SEARCH_GROUPS = ['engagements', 'items', 'people', 'organisations', 'places', 'notes', 'excerpts', 'findings', 'documents', 'tasks'] as const
type SearchGroup = (typeof SEARCH_GROUPS)[number]

type Meeting = { day: Day; start_minute: Minute | null; end_minute: Minute | null; zone: Zone; city: string }
/** One thing that was found: its page, what names it, and where it stands. */
type Hit = {
  id: Id
  /** Below the mission's own path. */
  path: string
  title: string
  lang: string
  /** Another name or a longer text that was searched too. */
  text: string
  textLang: string
  /** What it belongs to. */
  of: string
  meeting: Meeting | null
  status: string
  sample: boolean
}
export type Found = { total: number; hits: Hit[] }
type Asked = { text: string; day: Day; limit: number; offset: number; reader?: Reader }

/** The mission's things are looked up in memory where they have no folded key: no mission has more of them than this. */
const MOST_READ = 5_000
const TOTAL = sql<number>`count(*) over ()`.as('total')

/** What a text finds of one kind; nothing for a text without letters or digits. */
export async function searchMission(db: Db, missionId: Id, group: SearchGroup, asked: Asked): Promise<Found> {
  return queryWords(asked.text).length === 0 ? { total: 0, hits: [] } : await SEARCHES[group](db, missionId, asked)
}

type Search = (db: Db, missionId: Id, asked: Asked) => Promise<Found>
const SEARCHES: Record<SearchGroup, Search> = {
  engagements: searchEngagements, items: searchItems, people: searchPeople, organisations: searchOrganisations, places: searchPlaces,
  notes: searchNotes, excerpts: searchExcerpts, findings: searchFindings, documents: searchDocuments, tasks: searchTasks,
}

const plain = { lang: '', text: '', textLang: '', of: '', meeting: null, status: '', sample: false }

function found(rows: readonly { total: number | string }[], hits: Hit[]): Found {
  return { total: Number(rows[0]?.total ?? 0), hits }
}

/** Every word in the column. */
function has(column: string, text: string): (at: ExpressionBuilder<Schema, never>) => Expression<SqlBool> {
  return (at) => at.and(queryWords(text).map((word) => sql<SqlBool>`${sql.ref(column)} like ${`%${word}%`}`))
}

function meetings(db: Db, missionId: Id) {
  return db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id').where('engagement.mission_id', '=', missionId)
    .select(['engagement.id as engagement_id', 'engagement.title as engagement', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', placeNameOn('place', 'engagement.day').as('city')])
}

function meetingOf({ day, start_minute, end_minute, zone, city }: Meeting): Meeting {
  return { day, start_minute, end_minute, zone, city }
}

async function searchEngagements(db: Db, missionId: Id, { text, limit, offset }: Asked): Promise<Found> {
  const alias = (db_: Db) => db_.selectFrom('engagement_alias').whereRef('engagement_alias.engagement_id', '=', 'engagement.id' as never).where(has('engagement_alias.title_key', text) as never)
  const rows = await meetings(db, missionId).select(['engagement.status', TOTAL, alias(db).select('title').orderBy('title').limit(1).as('alias')])
    .where((at) => at.or([has('engagement.title_key', text)(at as never), at.exists(alias(db).select('engagement_alias.id'))]))
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy('engagement.id').limit(limit).offset(offset).execute()
  return found(rows, rows.map((row) => ({ ...plain, id: row.engagement_id, path: `/engagements/${row.engagement_id}`, title: row.engagement, text: row.alias ?? '', meeting: meetingOf(row), status: row.status })))
}

async function searchItems(db: Db, missionId: Id, { text, limit, offset }: Asked): Promise<Found> {
  const rows = await meetings(db, missionId).innerJoin('agenda_item', 'agenda_item.engagement_id', 'engagement.id').where('agenda_item.mission_id', '=', missionId)
    .select(['agenda_item.id', 'agenda_item.title', 'agenda_item.other_title', 'agenda_item.other_language', 'agenda_item.day as item_day', 'agenda_item.start_minute as item_start', 'agenda_item.end_minute as item_end'])
    .orderBy('agenda_item.day').orderBy('agenda_item.start_minute').orderBy('agenda_item.position').orderBy('agenda_item.id').limit(MOST_READ).execute()
  return chosen(rows, (row) => `${row.title} ${row.other_title}`, text, limit, offset, (row) => ({
    ...plain, id: row.id, path: `/engagements/${row.engagement_id}/agenda#item-${row.id}`, title: row.title, text: row.other_title, textLang: row.other_language, of: row.engagement,
    meeting: { day: row.item_day, start_minute: row.item_start, end_minute: row.item_end, zone: row.zone, city: row.city },
  }))
}

function chosen<R>(rows: readonly R[], says: (row: R) => string, text: string, limit: number, offset: number, hitOf: (row: R) => Hit): Found {
  const words = queryWords(text)
  const matching = rows.filter((row) => saysWords(says(row), words))
  return { total: matching.length, hits: matching.slice(offset, offset + limit).map(hitOf) }
}

async function searchPeople(db: Db, missionId: Id, { text, day, limit, offset }: Asked): Promise<Found> {
  const titled = await listTitledLike(db, missionId, text)
  const rows = await db.selectFrom('person').where('person.merged_into_id', 'is', null).select(['person.id', 'person.name', 'person.honorific', TOTAL])
    .where((at) => at.or([namedLike(text)(at), at('person.id', 'in', titled.length > 0 ? titled : [''])]))
    .orderBy((at) => sql`case when ${appearsIn(missionId)(at)} then 0 else 1 end`).orderBy('person.sort_key').orderBy('person.id').limit(limit).offset(offset).execute()
  const ids = rows.map((row) => row.id)
  const titles = (await listAffiliations(db, ids, day)).filter((held) => holdsOn(held, day))
  const names = ids.length === 0 ? [] : await db.selectFrom('person_name').innerJoin('person', 'person.id', 'person_name.person_id').where((at) => at(sql`coalesce(person.merged_into_id, person.id)`, 'in', ids))
    .select(['person_name.name', 'person_name.language', sql<Id>`coalesce(person.merged_into_id, person.id)`.as('owner')]).limit(limit * 40).execute()
  return found(rows, rows.map((row) => ({
    ...plain, id: row.id, path: `/people/${row.id}`, title: [row.honorific, row.name].filter(Boolean).join(' '), ...alsoCalled(row.name, names.filter((name) => name.owner === row.id), text),
    of: titles.filter((held) => held.personId === row.id).map((held) => [held.title, held.organisation].filter(Boolean).join(', ')).join('; '),
  })))
}

/** People of this mission whose name, titles, organisations and printed titles together say the words; at most 500. */
async function listTitledLike(db: Db, missionId: Id, text: string): Promise<Id[]> {
  const rows = await db.selectFrom('participation').innerJoin('person', 'person.id', 'participation.person_id').leftJoin('affiliation', 'affiliation.person_id', 'person.id').leftJoin('organisation', 'organisation.id', 'affiliation.organisation_id')
    .where('participation.mission_id', '=', missionId).distinct()
    .select([sql<Id>`coalesce(person.merged_into_id, person.id)`.as('id'), 'person.name', 'participation.printed_title', 'affiliation.title', 'organisation.name as organisation']).limit(MOST_READ).execute()
  const said = new Map<Id, string>()
  for (const row of rows) said.set(row.id, [said.get(row.id), row.name, row.printed_title, row.title, row.organisation].filter(Boolean).join(' '))
  const words = queryWords(text)
  return [...said].filter(([, all]) => saysWords(all, words)).map(([id]) => id).slice(0, 500)
}

/** The name by which it was found, where the printed one does not say the words. */
function alsoCalled(name: string, others: readonly { name: string; language: string }[], text: string): { text: string; textLang: string } {
  const words = queryWords(text)
  const other = saysWords(name, words) ? undefined : (others.find((each) => saysWords(each.name, words)) ?? others.find((each) => words.some((word) => saysWords(each.name, [word]))))
  return { text: other?.name ?? '', textLang: other?.language ?? '' }
}

async function searchOrganisations(db: Db, _missionId: Id, { text, day, limit, offset }: Asked): Promise<Found> {
  const rows = await db.selectFrom('organisation').where('organisation.merged_into_id', 'is', null).where(calledLike(text))
    .select(['organisation.id', 'organisation.kind', 'organisation.country', 'organisation.sample', organisationNameOn('organisation', sql.val(day)).as('called'), TOTAL])
    .orderBy('organisation.sort_key').orderBy('organisation.id').limit(limit).offset(offset).execute()
  const ids = rows.map((row) => row.id)
  const names = ids.length === 0 ? [] : await db.selectFrom('organisation_name').innerJoin('organisation', 'organisation.id', 'organisation_name.organisation_id').where((at) => at(sql`coalesce(organisation.merged_into_id, organisation.id)`, 'in', ids))
    .select(['organisation_name.name', 'organisation_name.language', sql<Id>`coalesce(organisation.merged_into_id, organisation.id)`.as('owner')]).limit(limit * 40).execute()
  return found(rows, rows.map((row) => ({
    ...plain, id: row.id, path: `/organisations/${row.id}`, title: row.called, ...alsoCalled(row.called, names.filter((name) => name.owner === row.id), text),
    of: [row.kind, row.country].filter(Boolean).join(', '), sample: row.sample === 1,
  })))
}

async function searchPlaces(db: Db, _missionId: Id, { text, day, limit, offset }: Asked): Promise<Found> {
  const rows = await db.selectFrom('place').leftJoin('place as city', 'city.id', 'place.city_id').where(placedLike(text) as never)
    .select(['place.id', 'place.name', 'place.kind', 'place.country', 'place.sample', placeNameOnDay('place', day).as('called'), sql<string | null>`${placeNameOnDay('city', day)}`.as('city'), TOTAL])
    .orderBy('place.sort_key').orderBy('place.id').limit(limit).offset(offset).execute()
  const ids = rows.map((row) => row.id)
  const names = ids.length === 0 ? [] : await db.selectFrom('place_name').where('place_id', 'in', ids).select(['name', 'language', 'place_id']).limit(limit * 40).execute()
  return found(rows, rows.map((row) => ({
    ...plain, id: row.id, path: `/places/${row.id}`, title: row.called, ...alsoCalled(row.called, [{ name: row.name, language: '' }, ...names.filter((name) => name.place_id === row.id)], text),
    of: [row.kind, row.city, row.country].filter(Boolean).join(', '), sample: row.sample === 1,
  })))
}

async function searchNotes(db: Db, missionId: Id, { text, limit, offset, reader = null }: Asked): Promise<Found> {
  const rows = await meetings(db, missionId).innerJoin('note', 'note.engagement_id', 'engagement.id').where('note.mission_id', '=', missionId).where(readableBy(reader)).where(has('note.body_key', text) as never)
    .select(['note.id', 'note.body', 'note.language', 'note.sample', 'note.author_name', TOTAL]).orderBy('engagement.day', 'desc').orderBy('note.id', 'desc').limit(limit).offset(offset).execute()
  return found(rows, rows.map((row) => ({ ...plain, id: row.id, path: `/notes/${row.id}`, title: row.engagement, text: row.body, textLang: row.language, of: row.author_name, meeting: meetingOf(row), sample: row.sample === 1 })))
}

async function searchExcerpts(db: Db, missionId: Id, { text, limit, offset }: Asked): Promise<Found> {
  const rows = await db.selectFrom('excerpt').leftJoin('note', 'note.id', 'excerpt.note_id').leftJoin('engagement', 'engagement.id', 'note.engagement_id')
    .leftJoin('outline_node', 'outline_node.id', 'excerpt.outline_node_id').leftJoin('document', 'document.id', 'outline_node.document_id')
    .where('excerpt.mission_id', '=', missionId).where(has('excerpt.body_key', text) as never)
    .select(['excerpt.id', 'excerpt.body', 'excerpt.language', 'excerpt.speaker', 'excerpt.sample', 'engagement.title as engagement', 'document.title as document', TOTAL])
    .orderBy('excerpt.at_ms', 'desc').orderBy('excerpt.id').limit(limit).offset(offset).execute()
  return found(rows, rows.map((row) => ({ ...plain, id: row.id, path: `/evidence/${row.id}`, title: row.body, lang: row.language, of: [row.speaker, row.engagement ?? row.document].filter(Boolean).join(' · '), sample: row.sample === 1 })))
}

async function searchFindings(db: Db, missionId: Id, { text, limit, offset }: Asked): Promise<Found> {
  const rows = await db.selectFrom('finding').where('mission_id', '=', missionId).where(has('finding.statement_key', text) as never)
    .select(['id', 'statement', 'status', 'sample', TOTAL]).orderBy('created_ms', 'desc').orderBy('id').limit(limit).offset(offset).execute()
  return found(rows, rows.map((row) => ({ ...plain, id: row.id, path: `/findings/${row.id}`, title: row.statement, of: row.status, sample: row.sample === 1 })))
}

/** Documents by everything that stands about them, then their sections by everything they say. */
async function searchDocuments(db: Db, missionId: Id, { text, limit, offset }: Asked): Promise<Found> {
  const papers = await db.selectFrom('document').where('document.mission_id', '=', missionId).where('document.removed_ms', 'is', null).where(has('document.search_key', text) as never)
    .select(['id', 'title', 'kind', 'number', 'language', 'intro', 'translation', 'sample']).orderBy('title_key').orderBy('id').limit(MOST_READ).execute()
  const shown = papers.slice(offset, offset + limit)
  const rest = limit - shown.length
  const nodes = await db.selectFrom('outline_node').innerJoin('document', 'document.id', 'outline_node.document_id').where('outline_node.mission_id', '=', missionId).where('document.removed_ms', 'is', null).where(has('outline_node.search_key', text) as never)
    .select(['outline_node.id', 'outline_node.document_id', 'outline_node.number', 'outline_node.title', 'outline_node.body', 'outline_node.translation', 'document.title as paper', 'document.language', TOTAL])
    .orderBy('document.title_key').orderBy('document.id').orderBy('outline_node.position').orderBy('outline_node.id').limit(Math.max(1, rest)).offset(Math.max(0, offset - papers.length)).execute()
  const parts = nodes.slice(0, rest).map((node): Hit => ({
    ...plain, id: node.id, path: `/documents/${node.document_id}/nodes/${node.id}`, title: node.title.startsWith(node.number) ? node.title : `${node.number} ${node.title}`, lang: node.language,
    text: [node.body, node.translation].filter(Boolean).join(' · '), textLang: node.language, of: node.paper,
  }))
  return {
    total: papers.length + Number(nodes[0]?.total ?? 0),
    hits: [...shown.map((paper): Hit => ({ ...plain, id: paper.id, path: `/documents/${paper.id}`, title: [paper.title, paper.number].filter(Boolean).join(' '), lang: paper.language, text: [paper.intro, paper.translation].filter(Boolean).join(' '), of: paper.kind, sample: paper.sample === 1 })), ...parts],
  }
}

async function searchTasks(db: Db, missionId: Id, { text, limit, offset }: Asked): Promise<Found> {
  const rows = await db.selectFrom('task').where('mission_id', '=', missionId).select(['id', 'title', 'part', 'owner', 'kind']).orderBy('kind').orderBy('position').limit(MOST_READ).execute()
  return chosen(rows, (row) => `${row.title} ${row.part} ${row.owner}`, text, limit, offset, (row) => ({ ...plain, id: row.id, path: row.kind === 'reply' ? '/invitations/review' : `/tasks/${row.id}`, title: row.title, of: [row.part, row.owner].filter(Boolean).join(' · ') }))
}
