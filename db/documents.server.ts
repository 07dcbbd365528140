/** Documents of a mission with their outlines. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Db } from '#db/database.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'

/** The text of a node that excerpts are marked in: its body, or its title where it has none. */
export const NODE_TEXT = sql<string>`case when outline_node.body = '' then outline_node.title else outline_node.body end`
/** An outline is shown whole; longer ones are cut. */
const OUTLINE_MAX = 500

/** Documents by kind and date, with how many sections each has and how many sentences of it are evidence. One query. */
export async function listDocuments(db: Db, missionId: Id, page = 1) {
  return await db.selectFrom('document').where('document.mission_id', '=', missionId).where('document.removed_ms', 'is', null)
    .select(['document.id', 'document.kind', 'document.title', 'document.number', 'document.dated_day', 'document.language', 'document.author', 'document.sample', 'document.source_line'])
    .select((one) => [
      one.selectFrom('outline_node').select((n) => n.fn.countAll<number>().as('n')).whereRef('outline_node.document_id', '=', 'document.id').as('nodes'),
      one.selectFrom('outline_node').innerJoin('excerpt', 'excerpt.outline_node_id', 'outline_node.id').select((n) => n.fn.countAll<number>().as('n')).whereRef('outline_node.document_id', '=', 'document.id').as('excerpts'),
    ])
    .orderBy('document.kind').orderBy('document.dated_day').orderBy('document.id').limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()
}

export async function findDocument(db: Db, missionId: Id, documentId: Id) {
  return await db.selectFrom('document').selectAll().where('mission_id', '=', missionId).where('id', '=', documentId).where('removed_ms', 'is', null).executeTakeFirst()
}

/** The document whose outline is the report's: the one of kind 'report' with the most sections. */
export async function findReport(db: Db, missionId: Id) {
  return await db.selectFrom('document').selectAll().where('mission_id', '=', missionId).where('kind', '=', 'report').where('removed_ms', 'is', null)
    .orderBy((one) => one.selectFrom('outline_node').select((n) => n.fn.countAll().as('n')).whereRef('outline_node.document_id', '=', 'document.id'), 'desc').limit(1).executeTakeFirst()
}

/** The reports of a mission, the newest last. One query. */
export async function listReports(db: Db, missionId: Id) {
  return await db.selectFrom('document').select(['id', 'title', 'dated_day']).where('mission_id', '=', missionId).where('kind', '=', 'report').where('removed_ms', 'is', null).orderBy('dated_day').orderBy('id').limit(OUTLINE_MAX).execute()
}

/**
 * The sections of a document in order, with how many findings stand at each, on how many sentences they rest, and how
 * many sentences of the section itself are evidence. One query.
 */
export async function listOutline(db: Db, missionId: Id, documentId: Id) {
  return await db.selectFrom('outline_node').where('outline_node.mission_id', '=', missionId).where('outline_node.document_id', '=', documentId)
    .select(['outline_node.id', 'outline_node.position', 'outline_node.level', 'outline_node.number', 'outline_node.title', 'outline_node.page', 'outline_node.body', 'outline_node.translation', 'outline_node.translation_state', 'outline_node.source_line'])
    .select((one) => [
      one.selectFrom('finding_outline').innerJoin('finding', 'finding.id', 'finding_outline.finding_id').select((n) => n.fn.countAll<number>().as('n'))
        .whereRef('finding_outline.outline_node_id', '=', 'outline_node.id').where('finding.status', '<>', 'superseded').as('findings'),
      one.selectFrom('excerpt').select((n) => n.fn.countAll<number>().as('n')).whereRef('excerpt.outline_node_id', '=', 'outline_node.id').as('excerpts'),
      one.selectFrom('finding_outline').innerJoin('finding', 'finding.id', 'finding_outline.finding_id').innerJoin('evidence_link', 'evidence_link.finding_id', 'finding.id')
        .select(sql<number>`count(distinct evidence_link.excerpt_id)`.as('n')).whereRef('finding_outline.outline_node_id', '=', 'outline_node.id').where('finding.status', '<>', 'superseded').as('evidence'),
    ])
    .orderBy('outline_node.position').limit(OUTLINE_MAX).execute()
}

/** One section with its document and the text that can be marked. */
export async function findNode(db: Db, missionId: Id, nodeId: Id) {
  return await db.selectFrom('outline_node').innerJoin('document', 'document.id', 'outline_node.document_id').where('outline_node.mission_id', '=', missionId).where('outline_node.id', '=', nodeId).where('document.removed_ms', 'is', null)
    .select(['outline_node.id', 'outline_node.document_id', 'outline_node.title', 'outline_node.number', 'outline_node.translation', 'outline_node.translation_state', 'document.language', 'document.title as document_title', 'document.kind as document_kind', 'document.author', 'document.sample'])
    .select(NODE_TEXT.as('text')).executeTakeFirst()
}

/** The sections that a finding can stand at: those of every report. */
export async function listReportSections(db: Db, missionId: Id): Promise<{ id: Id; title: string; page: number | null; level: number }[]> {
  return await db.selectFrom('outline_node').innerJoin('document', 'document.id', 'outline_node.document_id').where('outline_node.mission_id', '=', missionId).where('document.kind', '=', 'report').where('document.removed_ms', 'is', null)
    .select(['outline_node.id', 'outline_node.title', 'outline_node.page', 'outline_node.level']).orderBy('document.id').orderBy('outline_node.position').limit(OUTLINE_MAX).execute()
}
