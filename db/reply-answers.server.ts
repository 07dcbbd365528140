/** What organisations answer. Saving is not recorded act by act: an answer is the organisation's until it hands in, which is. */
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { searchKeyOf } from '#db/search-keys.server.ts'

const MOST_ANSWERS = 500
const MOST_ASIDES = 500

export type AnswerRow = { id: Id; questionId: Id; nodeId: Id | null; value: string; savedMs: Instant; savedBy: string; revision: number }

/** The answers of a request. One query. */
export async function listAnswers(db: Db, requestId: Id): Promise<AnswerRow[]> {
  const rows = await db.selectFrom('reply_answer').selectAll().where('request_id', '=', requestId).orderBy('id').limit(MOST_ANSWERS).execute()
  return rows.map((row) => ({ id: row.id, questionId: row.question_id, nodeId: row.node_id, value: row.value, savedMs: row.saved_ms, savedBy: row.saved_by, revision: row.revision }))
}

export type AsideRow = { id: Id; questionId: Id; value: string; savedMs: Instant; savedBy: string }

/** Texts that came after another one had been saved, the newest first. One query. */
export async function listAsides(db: Db, requestId: Id): Promise<AsideRow[]> {
  const rows = await db.selectFrom('reply_aside').selectAll().where('request_id', '=', requestId).orderBy('id', 'desc').limit(MOST_ASIDES).execute()
  return rows.map((row) => ({ id: row.id, questionId: row.question_id, value: row.value, savedMs: row.saved_ms, savedBy: row.saved_by }))
}

/** The files of a request with their questions, the newest first. One query. */
export async function listReplyFiles(db: Db, requestId: Id) {
  return await db.selectFrom('reply_file').innerJoin('attachment', 'attachment.id', 'reply_file.attachment_id')
    .select(['attachment.id', 'attachment.name', 'attachment.kind', 'attachment.size', 'attachment.sha256', 'attachment.created_ms', 'attachment.revision', 'reply_file.question_id'])
    .where('reply_file.request_id', '=', requestId).where('attachment.removed_ms', 'is', null).orderBy('attachment.created_ms', 'desc').orderBy('attachment.id', 'desc').limit(MOST_ANSWERS).execute()
}

/** Bytes that the files of a request take. One query. */
export async function weighReplyFiles(db: Db, requestId: Id): Promise<number> {
  const row = await db.selectFrom('reply_file').innerJoin('attachment', 'attachment.id', 'reply_file.attachment_id').select((one) => one.fn.sum<number | null>('attachment.size').as('bytes'))
    .where('reply_file.request_id', '=', requestId).where('attachment.emptied', '=', 0).executeTakeFirstOrThrow()
  return Number(row.bytes ?? 0)
}

/** Keeps others away from the answers of a request until the transaction ends; false when there is none. */
export async function lockRequest(tx: Tx, requestId: Id): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('questionnaire_request').set((row) => ({ state: row.ref('state') })).where('id', '=', requestId).executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

type RequestPatch = { state?: string; opened_ms?: Instant; saved_ms?: Instant; reply_id?: Id; reopen_asked_ms?: Instant; reopen_word?: string }

/** Changes a request by what its organisation does, without a record; its revision goes up so that a stale page of the team is told. */
export async function setRequest(tx: Tx, requestId: Id, patch: RequestPatch): Promise<void> {
  await tx.updateTable('questionnaire_request').set((row) => ({ ...patch, revision: row('revision', '+', 1) })).where('id', '=', requestId).execute()
}

type Saving = { missionId: Id; requestId: Id; questionId: Id; nodeId: Id | null; value: string; savedMs: Instant; savedBy: string; nowMs: Instant }

/** Saves an answer over what stands, or as the first one. */
export async function saveAnswer(tx: Tx, standing: Pick<AnswerRow, 'id' | 'revision'> | undefined, { missionId, requestId, questionId, nodeId, value, savedMs, savedBy, nowMs }: Saving): Promise<void> {
  const row = { node_id: nodeId, value, saved_ms: savedMs, saved_by: savedBy }
  if (standing) await tx.updateTable('reply_answer').set({ ...row, revision: standing.revision + 1 }).where('id', '=', standing.id).execute()
  else await tx.insertInto('reply_answer').values({ id: newId(nowMs), mission_id: missionId, request_id: requestId, question_id: questionId, ...row }).execute()
}

/** Keeps a text beside the one that was saved before it; of more than can be shown the oldest go. Returns its id. */
export async function keepAside(tx: Tx, { missionId, requestId, questionId, value, savedMs, savedBy, nowMs }: Omit<Saving, 'nodeId'>): Promise<Id> {
  const id = newId(nowMs)
  await tx.insertInto('reply_aside').values({ id, mission_id: missionId, request_id: requestId, question_id: questionId, value, saved_ms: savedMs, saved_by: savedBy }).execute()
  await tx.deleteFrom('reply_aside').where('request_id', '=', requestId)
    .where('id', '<=', (one) => one.selectFrom('reply_aside as newer').select('newer.id').where('newer.request_id', '=', requestId).orderBy('newer.id', 'desc').limit(1).offset(MOST_ASIDES)).execute()
  return id
}

/** What somebody made of a text that is kept aside already. */
export async function rewriteAside(tx: Tx, requestId: Id, asideId: Id, { value, savedMs, savedBy }: Pick<Saving, 'value' | 'savedMs' | 'savedBy'>): Promise<void> {
  await tx.updateTable('reply_aside').set({ value, saved_ms: savedMs, saved_by: savedBy }).where('request_id', '=', requestId).where('id', '=', asideId).execute()
}

/** Lets go of a text that was kept aside; false when it is gone already. */
export async function dropAside(tx: Tx, requestId: Id, asideId: Id): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('reply_aside').where('request_id', '=', requestId).where('id', '=', asideId).executeTakeFirst()
  return Number(numDeletedRows) === 1
}

type NewReply = { id: Id; mission_id: Id; title: string; title_key: string; language: string; author: string; dated_day: string; sample: number; sender_organisation_id: Id; direction: string }

/** The document in which the answers of a request stand. */
export async function insertReply(tx: Tx, reply: NewReply): Promise<void> {
  await tx.insertInto('document').values({ ...reply, kind: 'reply', search_key: searchKeyOf('document', reply) ?? '' }).execute()
}

type ReplyNode = { id: Id; mission_id: Id; document_id: Id; position: number; level: number; number: string; title: string; body: string }

/** The section of a reply that says an answer: the question as it was put, and the words. */
export async function insertReplyNode(tx: Tx, node: ReplyNode): Promise<void> {
  await tx.insertInto('outline_node').values({ ...node, search_key: searchKeyOf('outline_node', node) ?? '' }).execute()
}

/** Says an answer anew; the excerpts of the section follow its text where it is read. */
export async function saveReplyNode(tx: Tx, nodeId: Id, node: Pick<ReplyNode, 'number' | 'title' | 'body'>): Promise<void> {
  await tx.updateTable('outline_node').set((row) => ({ body: node.body, search_key: searchKeyOf('outline_node', node) ?? '', revision: row('revision', '+', 1) })).where('id', '=', nodeId).execute()
}

/** Ties a file to the question that it answers. */
export async function insertReplyFile(tx: Tx, row: { attachment_id: Id; request_id: Id; question_id: Id }): Promise<void> {
  await tx.insertInto('reply_file').values(row).execute()
}
