/** Excerpts, where each was said, and their links to findings. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { RelationWord } from '#app/domain/assessment/evidence.ts'
import type { Attribution, Confidentiality } from '#app/domain/meetings/attribution.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Db } from '#db/database.server.ts'
import { NODE_TEXT } from '#db/documents.server.ts'
import { whileEvidenceStands } from '#db/evidence-version.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'
import { appearsIn } from '#db/people.server.ts'
import { placeNameOn } from '#db/places.server.ts'

/** Excerpts with where and when their words were said: a meeting at a stop, or a place in a document. */
export function excerptsOf(db: Db, missionId: Id) {
  return excerptRows(db).where('excerpt.mission_id', '=', missionId)
}

/** The same rows of every mission: whoever asks narrows them by a mission of their own. */
export function excerptRows(db: Db) {
  return db.selectFrom('excerpt')
    .leftJoin('note', 'note.id', 'excerpt.note_id').leftJoin('engagement', 'engagement.id', 'note.engagement_id')
    .leftJoin('stop', 'stop.id', 'engagement.stop_id').leftJoin('place', 'place.id', 'stop.place_id')
    .leftJoin('outline_node', 'outline_node.id', 'excerpt.outline_node_id').leftJoin('document', 'document.id', 'outline_node.document_id')
    .select(['excerpt.id', 'excerpt.body', 'excerpt.speaker', 'excerpt.source_kind', 'excerpt.kind', 'excerpt.language', 'excerpt.translation', 'excerpt.translation_state',
      'excerpt.note_id', 'excerpt.note_number', 'note.number as note_now', 'excerpt.outline_node_id', 'excerpt.start_at', 'excerpt.end_at', 'excerpt.author_name', 'excerpt.at_ms', 'excerpt.sample', 'excerpt.revision',
      'excerpt.speaker_id', 'excerpt.institution', 'excerpt.attribution', 'excerpt.confidentiality', 'excerpt.translated_by', 'excerpt.translated_ms', 'excerpt.reviewed_by', 'excerpt.reviewed_ms'])
    .$narrowType<{ attribution: Attribution; confidentiality: Confidentiality }>()
    .select(['engagement.id as engagement_id', 'engagement.title', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', 'stop.id as stop_id',
      'document.id as document_id', 'document.title as document_title', 'document.dated_day', 'document.number as document_number', 'outline_node.number as node_number', 'outline_node.position as node_position'])
    .select(placeNameOn('place', 'engagement.day').as('city'))
}

export type ExcerptRow = Awaited<ReturnType<typeof listExcerpts>>[number]

type ExcerptFilter = {
  stopId?: Id | 'papers' | undefined; dimensionId?: Id | undefined; relation?: RelationWord | undefined; sourceKind?: string | undefined
  confidentialities?: readonly Confidentiality[]; unlinked?: boolean; text?: string; engagementId?: Id; noteId?: Id; documentId?: Id; nodeId?: Id; page?: number
}

/**
 * Excerpts, the latest marked first; one more than a page holds when there are more. Under a dimension only findings that
 * are not superseded count, as in `countCoverage`. One query.
 */
export async function listExcerpts(db: Db, missionId: Id, filter: ExcerptFilter = {}) {
  const { stopId, dimensionId, relation, sourceKind, confidentialities, unlinked, engagementId, noteId, documentId, nodeId, text = '', page = 1 } = filter
  let query = excerptsOf(db, missionId)
  if (stopId === 'papers') query = query.where('excerpt.outline_node_id', 'is not', null)
  else if (stopId) query = query.where('engagement.stop_id', '=', stopId)
  if (sourceKind !== undefined) query = query.where('excerpt.source_kind', '=', sourceKind)
  if (confidentialities) query = query.where('excerpt.confidentiality', 'in', confidentialities)
  if (engagementId) query = query.where('note.engagement_id', '=', engagementId)
  if (noteId) query = query.where('excerpt.note_id', '=', noteId)
  if (documentId) query = query.where('outline_node.document_id', '=', documentId)
  if (nodeId) query = query.where('excerpt.outline_node_id', '=', nodeId)
  const key = foldKey(text)
  if (key) query = query.where('excerpt.body_key', 'like', `%${key}%`)
  if (unlinked) query = query.where((one) => one.not(one.exists(one.selectFrom('evidence_link').select('evidence_link.id').whereRef('evidence_link.excerpt_id', '=', 'excerpt.id'))))
  if (dimensionId || relation) {
    query = query.where((one) => {
      let links = one.selectFrom('evidence_link').select('evidence_link.id').whereRef('evidence_link.excerpt_id', '=', 'excerpt.id')
      if (relation) links = links.where('evidence_link.relation', '=', relation)
      if (dimensionId) {
        links = links.innerJoin('finding_dimension', 'finding_dimension.finding_id', 'evidence_link.finding_id').innerJoin('finding', 'finding.id', 'evidence_link.finding_id')
          .where('finding_dimension.dimension_id', '=', dimensionId).where('finding.status', '<>', 'superseded')
      }
      return one.exists(links)
    })
  }
  const limit = noteId || documentId || nodeId ? 500 : LIST_PAGE + 1
  return await query.orderBy('excerpt.at_ms', 'desc').orderBy('excerpt.id', 'desc').limit(limit).offset((page - 1) * LIST_PAGE).execute()
}

/** One excerpt; undefined when it is not of this mission. */
export async function findExcerpt(db: Db, missionId: Id, excerptId: Id) {
  return await excerptsOf(db, missionId).where('excerpt.id', '=', excerptId).executeTakeFirst()
}

function links(db: Db, missionId: Id) {
  return db.selectFrom('evidence_link').innerJoin('finding', 'finding.id', 'evidence_link.finding_id').where('evidence_link.mission_id', '=', missionId)
    .select(['evidence_link.id', 'evidence_link.excerpt_id', 'evidence_link.finding_id', 'evidence_link.relation', 'evidence_link.reason', 'evidence_link.account_name',
      'evidence_link.at_ms', 'evidence_link.sample', 'evidence_link.revision', 'finding.statement', 'finding.status'])
    .$narrowType<{ relation: RelationWord }>()
}

export type LinkRow = Awaited<ReturnType<typeof listLinksOf>>[number]

/** The links of some excerpts, with the findings they lead to. One query, none for no ids. */
export async function listLinksOf(db: Db, missionId: Id, excerptIds: readonly Id[]) {
  if (excerptIds.length === 0) return []
  return await links(db, missionId).where('evidence_link.excerpt_id', 'in', excerptIds).orderBy('evidence_link.at_ms').orderBy('evidence_link.id').limit(1_000).execute()
}

export async function findLink(db: Db, missionId: Id, linkId: Id) {
  return await links(db, missionId).innerJoin('excerpt', 'excerpt.id', 'evidence_link.excerpt_id').select(['excerpt.body', 'excerpt.language']).where('evidence_link.id', '=', linkId).executeTakeFirst()
}

/** The texts of the revisions that a note's excerpts were marked in, by number. */
export async function textsOfRevisions(db: Db, noteId: Id, numbers: readonly number[]): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await db.selectFrom('note_revision').select(['number', 'body']).where('note_id', '=', noteId).where('number', 'in', [...new Set(numbers)]).execute()
  return new Map(rows.map((row) => [row.number, row.body]))
}

type Marked = { note_id: Id | null; note_number: number | null; note_now: number | null; outline_node_id: Id | null }

/** The text that an excerpt was marked in, and what that text is now. One query. */
export async function textsAround(db: Db, excerpt: Marked): Promise<{ was: string | undefined; is: string | undefined }> {
  if (excerpt.note_id !== null) {
    const texts = await textsOfRevisions(db, excerpt.note_id, [excerpt.note_number ?? 0, excerpt.note_now ?? 0])
    return { was: texts.get(excerpt.note_number ?? 0), is: texts.get(excerpt.note_now ?? 0) }
  }
  const node = await db.selectFrom('outline_node').select(NODE_TEXT.as('text')).where('outline_node.id', '=', excerpt.outline_node_id).executeTakeFirst()
  return { was: node?.text, is: node?.text }
}

/** Linked excerpts per stop ('' for papers), dimension and kind of source; superseded findings do not count. One query, two after a change. */
export async function countCoverage(db: Db, missionId: Id) {
  return await whileEvidenceStands(db, missionId, 'coverage', () => coverageOf(db, missionId))
}

async function coverageOf(db: Db, missionId: Id) {
  const rows = await db.selectFrom('evidence_link').innerJoin('finding', 'finding.id', 'evidence_link.finding_id')
    .innerJoin('finding_dimension', 'finding_dimension.finding_id', 'finding.id').innerJoin('excerpt', 'excerpt.id', 'evidence_link.excerpt_id')
    .leftJoin('note', 'note.id', 'excerpt.note_id').leftJoin('engagement', 'engagement.id', 'note.engagement_id')
    .where('evidence_link.mission_id', '=', missionId).where('finding.status', '<>', 'superseded')
    .select(['finding_dimension.dimension_id', 'excerpt.source_kind', sql<string>`coalesce(engagement.stop_id, '')`.as('stop_id'), sql<number>`count(distinct excerpt.id)`.as('count'), sql<number>`max(evidence_link.sample)`.as('sample')])
    .groupBy(['finding_dimension.dimension_id', 'excerpt.source_kind', sql`coalesce(engagement.stop_id, '')`]).execute()
  return rows.map((row) => ({ stopId: row.stop_id, dimensionId: row.dimension_id, sourceKind: row.source_kind, count: Number(row.count), sample: Number(row.sample) === 1 }))
}

/** How many excerpts there are, and how many of them lead to no finding yet. One query, two after a change. */
export async function countExcerpts(db: Db, missionId: Id): Promise<Totals> {
  return await whileEvidenceStands(db, missionId, 'totals', () => totalsOf(db, missionId))
}

type Totals = { all: number; unlinked: number }

async function totalsOf(db: Db, missionId: Id): Promise<Totals> {
  const row = await db.selectNoFrom((one) => [
    one.selectFrom('excerpt').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).as('all'),
    one.selectFrom('excerpt').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId)
      .where((n) => n.not(n.exists(n.selectFrom('evidence_link').select('evidence_link.id').whereRef('evidence_link.excerpt_id', '=', 'excerpt.id')))).as('unlinked'),
  ]).executeTakeFirstOrThrow()
  return { all: Number(row.all), unlinked: Number(row.unlinked) }
}

type Place = { note_id?: Id; note_number?: number; outline_node_id?: Id; start_at: number; end_at: number }

/** The excerpt of exactly these words at this place, when they are marked already. */
export async function findSameExcerpt(db: Db, missionId: Id, place: Place): Promise<{ id: Id } | undefined> {
  return await db.selectFrom('excerpt').select('id').where('mission_id', '=', missionId).where('start_at', '=', place.start_at).where('end_at', '=', place.end_at)
    .where('note_id', place.note_id === undefined ? 'is' : '=', place.note_id ?? null).where('note_number', place.note_number === undefined ? 'is' : '=', place.note_number ?? null)
    .where('outline_node_id', place.outline_node_id === undefined ? 'is' : '=', place.outline_node_id ?? null).executeTakeFirst()
}

/** Somebody of the mission by one of their names, with the body they last appear for; undefined when nobody or more than one is called so. One query. */
export async function findPersonNamed(db: Db, missionId: Id, nameKey: string): Promise<{ id: Id; name: string; institution: string } | undefined> {
  const rows = await db.selectFrom('person').where(appearsIn(missionId)).where('person.merged_into_id', 'is', null)
    .where((one) => one.or([one('person.name_key', '=', nameKey), one.exists(one.selectFrom('person_name').select('person_name.id').whereRef('person_name.person_id', '=', 'person.id').where('person_name.name_key', '=', nameKey))]))
    .select(['person.id', 'person.name'])
    .select((one) => one.selectFrom('participation').innerJoin('organisation', 'organisation.id', 'participation.organisation_id').select('organisation.name').whereRef('participation.person_id', '=', 'person.id')
      .where('participation.mission_id', '=', missionId).orderBy('participation.id', 'desc').limit(1).as('institution'))
    .orderBy('person.id').limit(2).execute()
  const [only, ...more] = rows
  return only && more.length === 0 ? { ...only, institution: only.institution ?? '' } : undefined
}
