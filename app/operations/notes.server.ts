import type { Id } from '#app/domain/ids.ts'
import { canRewrite, openingOf } from '#app/domain/meetings/notes.ts'
import { foldKey } from '#app/domain/text.ts'
import type { EditNoteInput, NoteStatusInput, WriteNoteInput } from '#app/operations/notes.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { findMeeting, insertNote, insertRevision, listRevisions, loadNote } from '#db/notes.server.ts'

type Written = { done: true; actId: string; noteId: Id }

/** A new note of a meeting. It is never thrown away again: what it says can be changed, and every text of it stays. */
export async function writeNote(scope: Scope, input: WriteNoteInput): Promise<Written | Refused> {
  return await perform(scope, async (tx, begin) => {
    const meeting = await findMeeting(tx, scope.mission.id, input.engagement)
    if (!meeting) return { done: false as const, because: 'gone' as const }
    const noteId = newId(scope.nowMs)
    const made = await begin({ verb: 'write', noun: 'note', subjectId: noteId, subjectTitle: meeting.title, facts: { engagement: input.engagement }, undoable: false })
    await insertNote(tx, made, scope.mission.id, noteId, {
      engagementId: input.engagement, authorId: scope.actor.accountId, authorName: scope.actor.name, language: input.language, body: input.body, atMs: scope.missionNowMs,
    })
    return { done: true as const, actId: made.actId, noteId }
  })
}

/** The text that was saved first, when another one came too late. */
export type Overtaken = { done: false; because: 'overtaken'; theirs: { body: string; number: number; by: string; atMs: number } }

/**
 * Saves a new text of a note as its next revision. When somebody saved another one since `input.number`, theirs stays
 * the note's text, this one is kept beside it as a revision of its own, and both come back.
 */
export async function editNote(scope: Scope, noteId: Id, input: EditNoteInput): Promise<{ done: true; actId: string | undefined } | Overtaken | Refused<'cleared'>> {
  return await perform(scope, async (tx, begin) => {
    const note = await loadNote(tx, scope.mission.id, noteId)
    if (!note) return { done: false as const, because: 'gone' as const }
    if (!canRewrite(note.status)) return { done: false as const, because: 'cleared' as const }
    if (note.body === input.body && note.language === input.language) return { done: true as const, actId: undefined }
    const late = note.number !== input.number && note.body !== input.body
    if (late && (await isKept(tx, scope.mission.id, noteId, input.body))) return await overtaken(tx, scope.mission.id, noteId, note)
    const made = await begin({ verb: late ? 'keep-aside' : 'edit', noun: 'note', subjectId: noteId, subjectTitle: note.title, undoable: false })
    const number = await insertRevision(tx, noteId, { body: input.body, accountName: scope.actor.name, atMs: scope.missionNowMs, aside: late })
    if (late) return await overtaken(tx, scope.mission.id, noteId, note)
    await made.update('note', noteId, null, { body: input.body, body_key: foldKey(input.body), language: input.language, number, changed_ms: scope.missionNowMs })
    return { done: true as const, actId: made.actId }
  })
}

/** Clears a note, which settles its text, or reopens it. */
export async function setNoteStatus(scope: Scope, noteId: Id, input: NoteStatusInput): Promise<{ done: true; actId: string } | Refused> {
  return await perform(scope, async (tx, begin) => {
    const note = await loadNote(tx, scope.mission.id, noteId)
    if (!note) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'set-status', noun: 'note', subjectId: noteId, subjectTitle: openingOf(note.body, 60), facts: { from: note.status, to: input.status } })
    await made.update('note', noteId, input.revision, { status: input.status })
    return { done: true as const, actId: made.actId }
  })
}

async function isKept(tx: Tx, missionId: Id, noteId: Id, body: string): Promise<boolean> {
  return (await listRevisions(tx, missionId, noteId)).some((revision) => revision.aside === 1 && revision.body === body)
}

async function overtaken(tx: Tx, missionId: Id, noteId: Id, note: { body: string; number: number }): Promise<Overtaken> {
  const current = (await listRevisions(tx, missionId, noteId)).find((revision) => revision.number === note.number)
  return { done: false, because: 'overtaken', theirs: { body: note.body, number: note.number, by: current?.account_name ?? '', atMs: current?.at_ms ?? 0 } }
}
