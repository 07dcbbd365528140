import { z } from 'zod'
import { LANGUAGES, NOTE_MAX, NOTE_STATUSES } from '#app/domain/meetings/notes.ts'
import { choice, filledProse, id, revision } from '#app/operations/fields.ts'

const text = { body: filledProse(NOTE_MAX, 'Write what was said'), language: choice(LANGUAGES) }

export const WriteNoteInput = z.object({ ...text, engagement: id('Choose the meeting') })
/** `number` is the revision of the text that the person began from. */
export const EditNoteInput = z.object({ ...text, number: revision() })
export const NoteStatusInput = z.object({ revision: revision(), status: choice(NOTE_STATUSES) })

export type WriteNoteInput = z.output<typeof WriteNoteInput>
export type EditNoteInput = z.output<typeof EditNoteInput>
export type NoteStatusInput = z.output<typeof NoteStatusInput>
