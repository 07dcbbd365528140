import { z } from 'zod'
import { RELATIONS } from '#app/domain/assessment/evidence.ts'
import { EXCERPT_KINDS, EXCERPT_MAX } from '#app/domain/meetings/excerpts.ts'
import { LANGUAGES, NOTE_MAX, NOTE_STATUSES } from '#app/domain/meetings/notes.ts'
import { choice, filledProse, id, line, optionalId, prose, revision, ticked } from '#app/operations/fields.ts'

const text = { body: filledProse(NOTE_MAX, 'Write what was said'), language: choice(LANGUAGES) }

/** An id that a device makes for itself. */
const MADE_ID = /^[a-z0-9-]{16,64}$/
const madeId = (message: string) => line(64).refine((value) => MADE_ID.test(value), message)
const count = (message: string) => line(16).refine((value) => /^\d{1,9}$/.test(value), message).transform(Number)
const instant = () => line(20).transform((value) => (/^\d{1,15}$/.test(value) ? Number(value) : null))

/** True for an id that a device may give to a note it begins. */
export function isMadeId(value: string): boolean {
  return MADE_ID.test(value)
}

export const WriteNoteInput = z.object({ ...text, engagement: id('Choose the meeting') })
/** `number` is the revision of the text that the person began from. */
export const EditNoteInput = z.object({ ...text, number: revision() })
/** `number` is the text that comes back, `on` the one that the person saw as the note's. */
export const RestoreTextInput = z.object({ number: revision(), on: revision() })
export const ShareNoteInput = z.object({ revision: revision() })
export const NoteStatusInput = z.object({ revision: revision(), status: choice(NOTE_STATUSES) })

/** `base` is the revision that the text was written on, 0 for none; `save` names this save, `written` is the clock of the device in milliseconds. */
export const SaveNoteInput = z.object({
  engagement: id('Choose the meeting'), language: choice(LANGUAGES), private: ticked(), base: count('Reload the page and try again'), save: madeId('Reload the page and try again'),
  body: prose(NOTE_MAX).refine((value) => value.trim() !== '', 'Write what was said'), written: instant(),
})

const place = (message: string) => line(20).refine((value) => /^\d{1,9}$/.test(value), message).transform(Number)

/**
 * Words marked while they are written: `mark` names this marking, `number` is the revision that holds them at [start, end),
 * `body` are the words themselves, found again where a place says something else.
 */
export const MarkWhileWritingInput = z.object({
  mark: madeId('Reload the page and try again'), number: count('Save the note first'), start: place('Choose words of the note'), end: place('Choose words of the note'),
  body: prose(EXCERPT_MAX).refine((value) => value.trim() !== '', 'Choose words of the note'), kind: choice(EXCERPT_KINDS, 'Choose what it is'), speaker: line(160), dimension: optionalId(),
  finding: optionalId(), relation: z.preprocess((value) => value || 'supports', choice(RELATIONS)), reason: line(1_000),
}).refine(({ finding, reason }) => finding === null || reason !== '', { message: 'Say why it bears on the finding', path: ['reason'] })

export type MarkWhileWritingInput = z.output<typeof MarkWhileWritingInput>
export type WriteNoteInput = z.output<typeof WriteNoteInput>
export type EditNoteInput = z.output<typeof EditNoteInput>
export type RestoreTextInput = z.output<typeof RestoreTextInput>
export type ShareNoteInput = z.output<typeof ShareNoteInput>
export type NoteStatusInput = z.output<typeof NoteStatusInput>
export type SaveNoteInput = z.output<typeof SaveNoteInput>
