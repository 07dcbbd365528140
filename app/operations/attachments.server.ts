import { createHash } from 'node:crypto'
import type { Id } from '#app/domain/ids.ts'
import { KEPT_REMOVED_MS, noRoom } from '#app/domain/meetings/attachments.ts'
import type { AttachmentKind, QuotaRefusal } from '#app/domain/meetings/attachments.ts'
import { canRewrite } from '#app/domain/meetings/notes.ts'
import type { AttachInput, RemoveAttachmentInput } from '#app/operations/attachments.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { emptyRemoved, findAttachment, insertAttachment, setUnrecorded, weighAttachments } from '#db/attachments.server.ts'
import { newId } from '#db/ids.server.ts'
import { findMeeting, loadNote } from '#db/notes.server.ts'

export type AttachedFile = { name: string; kind: AttachmentKind; bytes: Uint8Array }
type Attached = { done: true; id: Id; actId: string | undefined }

/** Keeps a file with a meeting or one of its notes. That of a private note is as private as the note, and leaves no line in the history. */
export async function attachFile(scope: Scope, engagementId: Id, input: AttachInput, file: AttachedFile): Promise<Attached | Refused<QuotaRefusal | 'cleared'>> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return await perform(scope, async (tx, begin): Promise<Attached | Refused<QuotaRefusal | 'cleared'>> => {
    const meeting = await findMeeting(tx, scope.mission.id, engagementId)
    const note = input.note === null ? undefined : await loadNote(tx, scope.mission.id, input.note, scope.actor.accountId)
    if (!meeting || (input.note !== null && note?.engagement_id !== engagementId)) return { done: false, because: 'gone' }
    if (note && !canRewrite(note.status)) return { done: false, because: 'cleared' }
    await emptyRemoved(tx, scope.mission.id, scope.nowMs - KEPT_REMOVED_MS)
    const full = noRoom(file.bytes.length, await weighAttachments(tx, scope.mission.id, engagementId))
    if (full) return { done: false, because: full }
    const id = newId(scope.nowMs)
    const made = note?.private === 1 ? undefined : await begin({ verb: 'attach', noun: 'attachment', subjectId: engagementId, subjectTitle: file.name, facts: { to: meeting.title }, undoable: false })
    await insertAttachment(tx, made, {
      id, mission_id: scope.mission.id, engagement_id: engagementId, note_id: note?.id ?? null, name: file.name, kind: file.kind, size: file.bytes.length, sha256, caption: input.caption,
      author_id: scope.actor.accountId, author_name: scope.actor.name, created_ms: scope.missionNowMs,
    }, file.bytes)
    return { done: true, id, actId: made?.actId }
  })
}

/** Takes a file out of sight; for a week it can come back. */
export async function removeAttachment(scope: Scope, attachmentId: Id, input: RemoveAttachmentInput): Promise<Moved | Refused<'cleared'>> {
  return await move(scope, attachmentId, input.revision, scope.nowMs)
}

/** Brings a removed file back while its bytes are kept. */
export async function bringBackAttachment(scope: Scope, attachmentId: Id, input: RemoveAttachmentInput): Promise<Moved | Refused<'cleared'>> {
  return await move(scope, attachmentId, input.revision, null)
}

type Moved = (Done | { done: true; actId: undefined }) & { engagementId: Id | null; noteId: Id | null; documentId: Id | null }

async function move(scope: Scope, attachmentId: Id, revision: number, removedMs: number | null): Promise<Moved | Refused<'cleared'>> {
  return await perform(scope, async (tx, begin): Promise<Moved | Refused<'cleared'>> => {
    const found = await findAttachment(tx, scope.mission.id, attachmentId, scope.actor.accountId)
    if (!found || found.emptied === 1) return { done: false, because: 'gone' }
    if ((found.removed_ms === null) === (removedMs === null)) return { done: false, because: 'stale' }
    if (found.note_status !== null && !canRewrite(found.note_status)) return { done: false, because: 'cleared' }
    const at = { engagementId: found.engagement_id, noteId: found.note_id, documentId: found.document_id }
    if (found.private === 1) return (await setUnrecorded(tx, attachmentId, revision, { removed_ms: removedMs })) ? { done: true, actId: undefined, ...at } : { done: false, because: 'stale' }
    const made = await begin({ verb: removedMs === null ? 'bring-back' : 'remove', noun: 'attachment', subjectId: found.engagement_id ?? found.document_id ?? attachmentId, subjectTitle: found.name })
    await made.update('attachment', attachmentId, revision, { removed_ms: removedMs })
    return { done: true, actId: made.actId, ...at }
  })
}
