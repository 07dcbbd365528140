import { createHash } from 'node:crypto'
import type { Id } from '#app/domain/ids.ts'
import { KEPT_REMOVED_MS, noRoom } from '#app/domain/meetings/attachments.ts'
import type { QuotaRefusal } from '#app/domain/meetings/attachments.ts'
import type { AttachToDocumentInput } from '#app/operations/attachments.input.ts'
import type { AttachedFile } from '#app/operations/attachments.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { emptyRemoved, findAttachment, findLatestVersion, insertAttachment, weighAttachments } from '#db/attachments.server.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { findDocument } from '#db/documents.server.ts'
import { newId } from '#db/ids.server.ts'

type Keeper = Pick<Scope, 'actor' | 'nowMs' | 'missionNowMs'> & { mission: { id: Id } }
/** The file whose newer version comes: of which series, and its number in it. */
type Version = { seriesId: Id; version: number }

/** Keeps a file with a document, as a further file or as the newer version of one; older versions stay. */
export async function attachToDocument(scope: Scope, documentId: Id, input: AttachToDocumentInput, file: AttachedFile): Promise<{ done: true; id: Id; actId: string } | Refused<QuotaRefusal>> {
  return await perform(scope, async (tx, begin): Promise<{ done: true; id: Id; actId: string } | Refused<QuotaRefusal>> => {
    const document = await findDocument(tx, scope.mission.id, documentId)
    if (!document) return { done: false, because: 'gone' }
    const replaced = input.replaces === null ? undefined : await findAttachment(tx, scope.mission.id, input.replaces, scope.actor.accountId)
    if (input.replaces !== null && (replaced?.document_id !== documentId || replaced.series_id === null)) return { done: false, because: 'gone' }
    const full = await roomForDocumentFile(tx, scope, documentId, file.bytes.length)
    if (full) return { done: false, because: full }
    const made = await begin({ verb: 'attach', noun: 'attachment', subjectId: documentId, subjectTitle: file.name, facts: { to: document.title }, undoable: false })
    const id = await keepDocumentFile(tx, made, scope, { documentId, caption: input.caption, follows: replaced ? await findLatestVersion(tx, scope.mission.id, replaced.series_id as Id) : undefined }, file)
    return { done: true, id, actId: made.actId }
  })
}

/** Why a file of `size` bytes has no room with a document; undefined when it has. Lets go of the bytes of what was removed long ago, so it comes before the first write. */
export async function roomForDocumentFile(tx: Tx, scope: Keeper, documentId: Id, size: number): Promise<QuotaRefusal | undefined> {
  await emptyRemoved(tx, scope.mission.id, scope.nowMs - KEPT_REMOVED_MS)
  return noRoom(size, await weighAttachments(tx, scope.mission.id, documentId), 'document-full')
}

/** Writes a file of a document as part of an act that has begun, and returns its id. The act is not undoable while the bytes are no row of it: remove the file instead. */
export async function keepDocumentFile(tx: Tx, made: Edit, scope: Keeper, { documentId, caption, follows }: { documentId: Id; caption: string; follows?: Version | undefined }, file: AttachedFile): Promise<Id> {
  const id = newId(scope.nowMs)
  await insertAttachment(tx, made, {
    id, mission_id: scope.mission.id, document_id: documentId, series_id: follows?.seriesId ?? id, version: (follows?.version ?? 0) + 1, name: file.name, kind: file.kind, size: file.bytes.length,
    sha256: shaOf(file.bytes), caption, author_id: scope.actor.accountId, author_name: scope.actor.name, created_ms: scope.missionNowMs,
  }, file.bytes)
  return id
}

/** The digest by which the same bytes are known again. */
export function shaOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
