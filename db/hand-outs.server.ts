/** Documents that are handed out at an engagement or at one item of its agenda, and their files, each for those who may have them. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Confidentiality } from '#app/domain/meetings/attribution.ts'
import { currentFiles, levelsFor } from '#app/domain/papers/documents.ts'
import { listDocumentFiles } from '#db/attachments.server.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'

const MOST = 200

export type HandOut = {
  id: Id; revision: number; itemId: Id | null; itemTitle: string; documentId: Id; title: string; kind: string; number: string; day: string | null; language: string; confidentiality: Confidentiality; sample: boolean
  files: { id: Id; name: string; kind: string; size: number }[]
}

/**
 * What is handed out at an engagement, its whole first and then item by item, for a reader of a level: 'team' has all,
 * 'counterpart' what participants may read, 'public' what anybody may. Each with the newest version of its files. Two queries.
 */
export async function listHandOuts(db: Db, missionId: Id, engagementId: Id, level: Confidentiality): Promise<HandOut[]> {
  const rows = await db.selectFrom('hand_out').innerJoin('document', 'document.id', 'hand_out.document_id').leftJoin('agenda_item', 'agenda_item.id', 'hand_out.agenda_item_id')
    .where('hand_out.mission_id', '=', missionId).where('hand_out.engagement_id', '=', engagementId).where('document.removed_ms', 'is', null).where('document.confidentiality', 'in', levelsFor(level))
    .select(['hand_out.id', 'hand_out.revision', 'hand_out.agenda_item_id', 'agenda_item.title as item_title', 'document.id as document_id', 'document.title', 'document.kind', 'document.number', 'document.dated_day', 'document.language', 'document.confidentiality', 'document.sample'])
    .orderBy(sql`case when hand_out.agenda_item_id is null then 0 else 1 end`).orderBy('agenda_item.day').orderBy('agenda_item.start_minute').orderBy('agenda_item.position').orderBy('hand_out.position').orderBy('hand_out.id').limit(MOST).execute()
  const files = currentFiles(await listDocumentFiles(db, missionId, [...new Set(rows.map((row) => row.document_id))]))
  return rows.map((row) => ({
    id: row.id, revision: row.revision, itemId: row.agenda_item_id, itemTitle: row.item_title ?? '', documentId: row.document_id, title: row.title, kind: row.kind, number: row.number, day: row.dated_day, language: row.language,
    confidentiality: row.confidentiality as Confidentiality, sample: row.sample === 1,
    files: files.filter(({ file }) => file.document_id === row.document_id).map(({ file: { id, name, kind, size } }) => ({ id, name, kind, size })),
  }))
}

/** A file that is handed out at an engagement to a reader of a level: the newest version alone; undefined for every other. One query. */
export async function findHandedOutFile(db: Db, missionId: Id, engagementId: Id, attachmentId: Id, level: Confidentiality) {
  return await db.selectFrom('attachment').innerJoin('document', 'document.id', 'attachment.document_id')
    .where('attachment.id', '=', attachmentId).where('attachment.mission_id', '=', missionId).where('attachment.removed_ms', 'is', null).where('attachment.emptied', '=', 0)
    .where('document.mission_id', '=', missionId).where('document.removed_ms', 'is', null).where('document.confidentiality', 'in', levelsFor(level))
    .where((one) => one.exists(one.selectFrom('hand_out').select('hand_out.id').whereRef('hand_out.document_id', '=', 'document.id').where('hand_out.mission_id', '=', missionId).where('hand_out.engagement_id', '=', engagementId)))
    .where((one) => one.not(one.exists(one.selectFrom('attachment as newer').select('newer.id').whereRef('newer.series_id', '=', 'attachment.series_id').whereRef('newer.version', '>', 'attachment.version').where('newer.removed_ms', 'is', null))))
    .select(['attachment.id', 'attachment.name', 'attachment.kind', 'attachment.sha256', 'attachment.size']).executeTakeFirst()
}

/** One hand-out of an engagement. One query. */
export async function findHandOut(db: Db, missionId: Id, engagementId: Id, handOutId: Id) {
  return await db.selectFrom('hand_out').innerJoin('document', 'document.id', 'hand_out.document_id').innerJoin('engagement', 'engagement.id', 'hand_out.engagement_id')
    .where('hand_out.mission_id', '=', missionId).where('hand_out.engagement_id', '=', engagementId).where('hand_out.id', '=', handOutId)
    .select(['hand_out.id', 'hand_out.revision', 'document.title', 'engagement.title as engagement']).executeTakeFirst()
}

/** Where a document is handed out. One query. */
export async function listHandedOutAt(db: Db, missionId: Id, documentId: Id) {
  return await db.selectFrom('hand_out').innerJoin('engagement', 'engagement.id', 'hand_out.engagement_id').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id').leftJoin('agenda_item', 'agenda_item.id', 'hand_out.agenda_item_id')
    .where('hand_out.mission_id', '=', missionId).where('hand_out.document_id', '=', documentId)
    .select(['hand_out.id', 'engagement.id as engagement_id', 'engagement.title', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', 'agenda_item.title as item', placeNameOn('place', 'engagement.day').as('city')])
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy('hand_out.id').limit(MOST).execute()
}

/** The hand-outs of a document, to be taken back when it goes. One query. */
export async function listHandOutsOf(db: Db, missionId: Id, documentId: Id): Promise<{ id: Id; revision: number }[]> {
  return await db.selectFrom('hand_out').select(['id', 'revision']).where('mission_id', '=', missionId).where('document_id', '=', documentId).orderBy('id').limit(1_000).execute()
}

/** Where the next hand-out of an engagement stands, and whether the document is handed out at that place already. One query. */
export async function findHandOutPlace(db: Db, missionId: Id, engagementId: Id, documentId: Id, itemId: Id | null): Promise<{ next: number; taken: boolean }> {
  const row = await db.selectFrom('hand_out').where('mission_id', '=', missionId).where('engagement_id', '=', engagementId)
    .select((one) => one.fn.max('position').as('last')).select(sql<number>`coalesce(sum(case when document_id = ${documentId} and coalesce(agenda_item_id, '') = ${itemId ?? ''} then 1 else 0 end), 0)`.as('same')).executeTakeFirst()
  return { next: Number(row?.last ?? 0) + 1, taken: Number(row?.same ?? 0) > 0 }
}
