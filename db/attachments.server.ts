/** Photos, scans and papers of notes, meetings and documents. Their bytes stand in the database in pieces, so that backups and every instance have them. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Db, Tx } from '#db/database.server.ts'
import type { Reader } from '#db/notes.server.ts'

/** Bytes of one piece. */
const PIECE = 1_048_576
/** Files of one meeting that are listed at most. */
const MOST_LISTED = 500

/** The files that a reader may know of: of meetings and documents, and of the notes that they may read. */
function readable(db: Db, missionId: Id, reader: Reader) {
  const query = db.selectFrom('attachment').leftJoin('note', 'note.id', 'attachment.note_id').leftJoin('document', 'document.id', 'attachment.document_id').where('attachment.mission_id', '=', missionId).where('document.removed_ms', 'is', null)
  return query.where((one) => one.or([one('attachment.note_id', 'is', null), one('note.private', '=', 0), ...(reader === null ? [] : [one('note.author_id', '=', reader)])]))
}

const FACE = ['attachment.id', 'attachment.engagement_id', 'attachment.note_id', 'attachment.name', 'attachment.kind', 'attachment.size', 'attachment.sha256', 'attachment.caption', 'attachment.author_name', 'attachment.created_ms',
  'attachment.removed_ms', 'attachment.emptied', 'attachment.sample', 'attachment.revision', 'attachment.document_id', 'attachment.series_id', 'attachment.version', 'attachment.text_state', 'note.private', 'note.status as note_status', 'note.author_name as note_author'] as const

/** The files of a meeting and its notes, or of one note; the newest first, the removed ones among them while they can come back. One query. */
export async function listAttachments(db: Db, missionId: Id, which: { engagementId: Id; noteId?: Id | undefined; reader: Reader }) {
  let query = readable(db, missionId, which.reader).where('attachment.engagement_id', '=', which.engagementId).where('attachment.emptied', '=', 0)
  if (which.noteId !== undefined) query = query.where('attachment.note_id', '=', which.noteId)
  return await query.select(FACE).orderBy('attachment.created_ms', 'desc').orderBy('attachment.id', 'desc').limit(MOST_LISTED).execute()
}

/** One file without its bytes; undefined when it is not of this mission or of somebody else's private note. One query. */
export async function findAttachment(db: Db, missionId: Id, attachmentId: Id, reader: Reader) {
  return await readable(db, missionId, reader).where('attachment.id', '=', attachmentId).select(FACE).executeTakeFirst()
}

/** The files of documents, the newest first, older versions and removed ones among them while these can come back. One query. */
export async function listDocumentFiles(db: Db, missionId: Id, documentIds: readonly Id[]) {
  if (documentIds.length === 0) return []
  return await readable(db, missionId, null).where('attachment.document_id', 'in', documentIds).where('attachment.emptied', '=', 0)
    .select(FACE).orderBy('attachment.created_ms', 'desc').orderBy('attachment.version', 'desc').orderBy('attachment.id', 'desc').limit(MOST_LISTED).execute()
}

/** The newest version that a file of a document ever had, a removed one as well. One query. */
export async function findLatestVersion(db: Db, missionId: Id, seriesId: Id): Promise<{ seriesId: Id; version: number }> {
  const row = await db.selectFrom('attachment').select((one) => one.fn.max('version').as('version')).where('mission_id', '=', missionId).where('series_id', '=', seriesId).executeTakeFirst()
  return { seriesId, version: Number(row?.version ?? 0) }
}

/** Documents and meetings that hold the very same bytes. One query. */
export async function listSameBytes(db: Db, missionId: Id, sha256: string, reader: Reader) {
  return await readable(db, missionId, reader).leftJoin('engagement', 'engagement.id', 'attachment.engagement_id').where('attachment.sha256', '=', sha256).where('attachment.removed_ms', 'is', null)
    .select(['attachment.id', 'attachment.name', 'attachment.document_id', 'attachment.engagement_id', 'document.title as document', 'engagement.title as engagement']).orderBy('attachment.created_ms').orderBy('attachment.id').limit(5).execute()
}

/** The bytes of a file, whole. One query. */
export async function loadBytes(db: Db, attachmentId: Id): Promise<Buffer<ArrayBuffer>> {
  const pieces = await db.selectFrom('attachment_piece').select('bytes').where('attachment_id', '=', attachmentId).orderBy('position').execute()
  return Buffer.concat(pieces.map(({ bytes }) => bytes))
}

/** Bytes that the files of a meeting or document and of the whole mission take, removed ones among them until they are emptied. One query. */
export async function weighAttachments(db: Db, missionId: Id, ownerId: Id): Promise<{ owner: number; mission: number }> {
  const row = await db.selectFrom('attachment').where('mission_id', '=', missionId).where('emptied', '=', 0)
    .select(sql<number>`coalesce(sum(size), 0)`.as('mission')).select(sql<number>`coalesce(sum(case when coalesce(engagement_id, document_id) = ${ownerId} then size else 0 end), 0)`.as('owner')).executeTakeFirstOrThrow()
  return { owner: Number(row.owner), mission: Number(row.mission) }
}

type Owned = { engagement_id: Id; note_id: Id | null } | { document_id: Id; series_id: Id; version: number }
type NewAttachment = Owned & { id: Id; mission_id: Id; name: string; kind: string; size: number; sha256: string; caption: string; author_id: Id | null; author_name: string; created_ms: Instant }

/** A file with its bytes. That of a private note leaves no record but itself: `made` is undefined. */
export async function insertAttachment(tx: Tx, made: Edit | undefined, row: NewAttachment, bytes: Uint8Array): Promise<void> {
  if (made) await made.insert('attachment', row)
  else await tx.insertInto('attachment').values(row).execute()
  for (let position = 0; position * PIECE < bytes.length; position++) {
    await tx.insertInto('attachment_piece').values({ attachment_id: row.id, position, bytes: Buffer.from(bytes.subarray(position * PIECE, (position + 1) * PIECE)) }).execute()
  }
}

/** Changes a file's row without a record, as that of a private note; false when somebody was faster. */
export async function setUnrecorded(tx: Tx, attachmentId: Id, revision: number, patch: { removed_ms: Instant | null }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('attachment').set({ ...patch, revision: revision + 1 }).where('id', '=', attachmentId).where('revision', '=', revision).executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Notes what came of reading a file's text; not a change that people made. */
export async function setTextState(tx: Tx, attachmentId: Id, state: string): Promise<void> {
  await tx.updateTable('attachment').set({ text_state: state }).where('id', '=', attachmentId).execute()
}

/** Lets go of the bytes of files that were removed before `before`, a few at a time. Their rows stay, and nothing brings them back. */
export async function emptyRemoved(tx: Tx, missionId: Id, before: Instant): Promise<void> {
  const old = await tx.selectFrom('attachment').select(['id', 'revision']).where('mission_id', '=', missionId).where('removed_ms', '<', before).where('emptied', '=', 0).orderBy('removed_ms').limit(20).execute()
  for (const { id, revision } of old) {
    await tx.deleteFrom('attachment_piece').where('attachment_id', '=', id).execute()
    await tx.updateTable('attachment').set({ emptied: 1, revision: revision + 1 }).where('id', '=', id).execute()
  }
}
