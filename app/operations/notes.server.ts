import type { Id } from '#app/domain/ids.ts'
import { mergeTexts } from '#app/domain/meetings/lines.ts'
import { canRewrite, isSameSitting, openingOfNote } from '#app/domain/meetings/notes.ts'
import { isMadeId } from '#app/operations/notes.input.ts'
import type { EditNoteInput, NoteStatusInput, RestoreTextInput, SaveNoteInput, ShareNoteInput, WriteNoteInput } from '#app/operations/notes.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Begin, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { findAside, findMeeting, findRevision, findSave, insertNote, insertRevision, insertSave, isNoteId, loadNote, lockNote, setNoteText } from '#db/notes.server.ts'

type Written = { done: true; actId: string; noteId: Id }
type Note = NonNullable<Awaited<ReturnType<typeof loadNote>>>

/** A new note of a meeting. It is never thrown away again: what it says can be changed, and every text of it stays. */
export async function writeNote(scope: Scope, input: WriteNoteInput): Promise<Written | Refused> {
  return await perform(scope, async (tx, begin) => {
    const meeting = await findMeeting(tx, scope.mission.id, input.engagement)
    if (!meeting) return { done: false as const, because: 'gone' as const }
    const noteId = newId(scope.nowMs)
    const made = await begin(begunWriting(noteId, meeting.title, input.engagement))
    await insertNote(tx, made, scope.mission.id, noteId, { ...firstText(scope, input), engagementId: input.engagement })
    return { done: true as const, actId: made.actId, noteId }
  })
}

/** The text that was saved first, when another one came too late; `kept` is the revision that holds the late one. */
export type Overtaken = { done: false; because: 'overtaken'; theirs: { body: string; number: number; by: string; atMs: number }; kept: number }
type Cleared = { done: false; because: 'cleared'; kept: number }

/**
 * Saves a new text of a note as its next revision, merged by lines with what somebody else saved since `input.number`.
 * When both touch the same lines, theirs stays the note's text, this one is kept beside it, and both come back.
 */
export async function editNote(scope: Scope, noteId: Id, input: EditNoteInput): Promise<{ done: true; actId: string | undefined } | Overtaken | Refused | { done: false; because: 'cleared' }> {
  return await perform(scope, async (tx, begin) => {
    await lockNote(tx, scope.database.dialect, noteId)
    const note = await loadNote(tx, scope.mission.id, noteId, scope.actor.accountId)
    if (!note) return { done: false as const, because: 'gone' as const }
    if (!canRewrite(note.status)) return { done: false as const, because: 'cleared' as const }
    const kept = await keepText(tx, begin, scope, note, { ...input, base: input.number, written: null, isSitting: false })
    return kept.done ? { done: true as const, actId: kept.actId } : kept
  })
}

/** `atMs` is when the text that the note now says was saved; `merged` that it is not the one that was sent. */
export type Saved = { done: true; number: number; atMs: number; body: string; merged: boolean; zone: string }
export type SaveOutcome = Saved | Overtaken | Cleared | Refused<'meeting-gone'>

/**
 * Saves a text while it is written, on any device, under an id that the device made: the first save begins the note.
 * The same save sent again gets the same answer, and nothing is doubled. Saves of one sitting are one line of the history.
 */
export async function saveNote(scope: Scope, noteId: Id, input: SaveNoteInput): Promise<SaveOutcome> {
  return await perform(scope, async (tx, begin): Promise<SaveOutcome> => {
    await lockNote(tx, scope.database.dialect, noteId)
    const note = await loadNote(tx, scope.mission.id, noteId, scope.actor.accountId)
    if (!note) return await beginNote(tx, begin, scope, noteId, input)
    const before = await findSave(tx, noteId, input.save, input.body)
    if (before) return await sameAnswer(tx, note, before, input.body)
    if (!canRewrite(note.status)) {
      const kept = await keepAside(tx, scope, noteId, input)
      await insertSave(tx, { ...saveOf(noteId, input), outcome: 'cleared', number: kept })
      return { done: false, because: 'cleared', kept }
    }
    const outcome = await keepText(tx, begin, scope, note, { ...input, isSitting: true })
    if (!outcome.done) {
      await insertSave(tx, { ...saveOf(noteId, input), outcome: 'aside', number: outcome.kept, theirs: note.number })
      return outcome
    }
    await insertSave(tx, { ...saveOf(noteId, input), outcome: 'saved', number: outcome.number })
    return { done: true, number: outcome.number, atMs: outcome.atMs, body: outcome.body, merged: outcome.body !== input.body, zone: note.zone }
  })
}

/** Clears a note, which settles its text, or reopens it. */
export async function setNoteStatus(scope: Scope, noteId: Id, input: NoteStatusInput): Promise<{ done: true; actId: string } | Refused> {
  return await perform(scope, async (tx, begin) => {
    const note = await loadNote(tx, scope.mission.id, noteId)
    if (!note) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'set-status', noun: 'note', subjectId: noteId, subjectTitle: openingOfNote(note.body, 60), facts: { from: note.status, to: input.status } })
    await made.update('note', noteId, input.revision, { status: input.status })
    return { done: true as const, actId: made.actId }
  })
}

/** Lets a note say one of its earlier texts again, or one that was kept aside, as its next revision. */
export async function restoreText(scope: Scope, noteId: Id, input: RestoreTextInput): Promise<{ done: true; actId: string | undefined } | Refused<'cleared'>> {
  return await perform(scope, async (tx, begin) => {
    await lockNote(tx, scope.database.dialect, noteId)
    const note = await loadNote(tx, scope.mission.id, noteId, scope.actor.accountId)
    const back = note && (await findRevision(tx, noteId, input.number))
    if (!note || !back) return { done: false as const, because: 'gone' as const }
    if (!canRewrite(note.status)) return { done: false as const, because: 'cleared' as const }
    if (note.number !== input.on) return { done: false as const, because: 'stale' as const }
    if (note.body === back.body) return { done: true as const, actId: undefined }
    const made = note.private === 1 ? undefined : await begin({ verb: 'restore', noun: 'note', subjectId: noteId, subjectTitle: note.title, facts: { number: input.number }, undoable: false })
    const number = await insertRevision(tx, noteId, revisionOf(scope, { body: back.body, written: null }, false))
    await made?.update('note', noteId, null, { number, changed_ms: scope.missionNowMs })
    await setNoteText(tx, noteId, { body: back.body, language: note.language, number, atMs: scope.missionNowMs })
    return { done: true as const, actId: made?.actId }
  })
}

/** Lets the team read a private note and all of its texts, for good. */
export async function shareNote(scope: Scope, noteId: Id, input: ShareNoteInput): Promise<{ done: true; actId: string } | Refused> {
  return await perform(scope, async (tx, begin) => {
    const note = await loadNote(tx, scope.mission.id, noteId, scope.actor.accountId)
    if (!note || note.private === 0) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'share', noun: 'note', subjectId: noteId, subjectTitle: note.title, undoable: false })
    await made.update('note', noteId, input.revision, { private: 0 })
    return { done: true as const, actId: made.actId }
  })
}

async function beginNote(tx: Tx, begin: Begin, scope: Scope, noteId: Id, input: SaveNoteInput): Promise<SaveOutcome> {
  if (input.base !== 0 || !isMadeId(noteId) || (await isNoteId(tx, noteId))) return { done: false, because: 'gone' }
  const meeting = await findMeeting(tx, scope.mission.id, input.engagement)
  if (!meeting) return { done: false, because: 'meeting-gone' }
  const made = input.private ? undefined : await begin(begunWriting(noteId, meeting.title, input.engagement))
  await insertNote(tx, made, scope.mission.id, noteId, { ...firstText(scope, input), engagementId: input.engagement, isPrivate: input.private, writtenMs: input.written })
  await insertSave(tx, { ...saveOf(noteId, input), outcome: 'saved', number: 1 })
  return { done: true, number: 1, atMs: scope.missionNowMs, body: input.body, merged: false, zone: meeting.zone }
}

function saveOf(noteId: Id, { save, body }: SaveNoteInput) {
  return { noteId, id: save, body }
}

function begunWriting(noteId: Id, title: string, engagement: Id) {
  return { verb: 'write', noun: 'note', subjectId: noteId, subjectTitle: title, facts: { engagement }, undoable: false }
}

function firstText(scope: Scope, { body, language }: { body: string; language: string }) {
  return { authorId: scope.actor.accountId, authorName: scope.actor.name, language, body, atMs: scope.missionNowMs }
}

type Text = { body: string; language: string; base: number; written: number | null; /** Saved while it is written, not by a press of the button. */ isSitting: boolean }
type Kept = { done: true; actId: string | undefined; number: number; atMs: number; body: string }

async function keepText(tx: Tx, begin: Begin, scope: Scope, note: Note, text: Text): Promise<Kept | Overtaken> {
  const body = await bodyOnTop(tx, note, text)
  if (body === undefined) {
    if (note.private === 0 && (await findAside(tx, note.id, text.body)) === undefined) await begin({ verb: 'keep-aside', noun: 'note', subjectId: note.id, subjectTitle: note.title, undoable: false })
    return { ...(await overtaken(tx, note.id, note.number)), kept: await keepAside(tx, scope, note.id, text) }
  }
  const current = await findRevision(tx, note.id, note.number)
  if (body === note.body && text.language === note.language) return { done: true, actId: undefined, number: note.number, atMs: current?.at_ms ?? note.changed_ms, body }
  const goesOn = text.isSitting && current !== undefined && isSameSitting({ by: current.account_id, atMs: current.at_ms }, { by: scope.actor.accountId, atMs: scope.missionNowMs })
  const made = goesOn || note.private === 1 ? undefined : await begin({ verb: 'edit', noun: 'note', subjectId: note.id, subjectTitle: note.title, undoable: false })
  const number = body === note.body ? note.number : await insertRevision(tx, note.id, revisionOf(scope, { ...text, body }, false))
  await made?.update('note', note.id, null, { number, language: text.language, changed_ms: scope.missionNowMs })
  await setNoteText(tx, note.id, { body, language: text.language, number, atMs: scope.missionNowMs })
  return { done: true, actId: made?.actId, number, atMs: scope.missionNowMs, body }
}

/** The text on top of what the note says now; undefined when both changed the same lines. */
async function bodyOnTop(tx: Tx, note: Note, { base, body }: Text): Promise<string | undefined> {
  if (base === note.number || body === note.body) return body
  const from = base === 0 ? undefined : await findRevision(tx, note.id, base)
  return mergeTexts(from?.body ?? '', note.body, body)
}

/** Keeps a text beside the note's own, once. */
async function keepAside(tx: Tx, scope: Scope, noteId: Id, text: { body: string; written: number | null }): Promise<number> {
  return (await findAside(tx, noteId, text.body)) ?? (await insertRevision(tx, noteId, revisionOf(scope, text, true)))
}

function revisionOf(scope: Scope, { body, written }: { body: string; written: number | null }, aside: boolean) {
  return { body, accountId: scope.actor.accountId, accountName: scope.actor.name, atMs: scope.missionNowMs, aside, writtenMs: written }
}

async function overtaken(tx: Tx, noteId: Id, number: number): Promise<Omit<Overtaken, 'kept'>> {
  const first = await findRevision(tx, noteId, number)
  return { done: false, because: 'overtaken', theirs: { body: first?.body ?? '', number, by: first?.account_name ?? '', atMs: first?.at_ms ?? 0 } }
}

async function sameAnswer(tx: Tx, note: Note, before: NonNullable<Awaited<ReturnType<typeof findSave>>>, sent: string): Promise<SaveOutcome> {
  if (before.outcome === 'cleared') return { done: false, because: 'cleared', kept: before.number }
  if (before.outcome === 'aside') return { ...(await overtaken(tx, note.id, before.theirs_number ?? 0)), kept: before.number }
  const held = await findRevision(tx, note.id, before.number)
  const body = held?.body ?? ''
  return { done: true, number: before.number, atMs: held?.at_ms ?? 0, body, merged: body !== sent, zone: note.zone }
}
