import { z } from 'zod'
import { NOTE_MAX, NOTE_STATUSES } from '#app/domain/meetings/notes.ts'
import { choice, filledProse, revision } from '#app/operations/fields.ts'

/** Languages that notes and excerpts are written in, by their codes. */
export const LANGUAGES = ['en', 'ru', 'tg', 'kk', 'ky', 'uz', 'ko'] as const

const text = { body: filledProse(NOTE_MAX, 'Write what was said'), language: choice(LANGUAGES) }

export const WriteNoteInput = z.object(text)
/** `number` is the revision of the text that the person began from. */
export const EditNoteInput = z.object({ ...text, number: revision() })
export const NoteStatusInput = z.object({ revision: revision(), status: choice(NOTE_STATUSES) })
