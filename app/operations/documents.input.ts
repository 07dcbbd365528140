import { z } from 'zod'
import { CONFIDENTIALITIES } from '#app/domain/meetings/attribution.ts'
import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { DIRECTIONS, DOCUMENT_KINDS } from '#app/domain/papers/documents.ts'
import { LONGEST_PASSAGE } from '#app/domain/papers/file-text.ts'
import { choice, filled, filledProse, id, line, optionalDay, optionalId, prose, revision, ticked } from '#app/operations/fields.ts'

export const DOCUMENT_TITLE_MAX = 300
export const DOCUMENT_NUMBER_MAX = 60
export const DOCUMENT_NAME_MAX = 300
export const DOCUMENT_PROSE_MAX = 4_000
/** As long as the longest passage of a file, and some more for what people type into it. */
export const PASSAGE_MAX = 2 * LONGEST_PASSAGE
export const LANGUAGE_CHOICES = ['', ...LANGUAGES] as const

/** `organisation` is a name as the directory knows it or will know it; `author` who signed, as printed. */
const fields = {
  kind: choice(DOCUMENT_KINDS, 'Choose what it is'), title: filled(DOCUMENT_TITLE_MAX, 'Enter the title as printed'), number: line(DOCUMENT_NUMBER_MAX), day: optionalDay(),
  language: choice(LANGUAGE_CHOICES, 'Choose the language it is written in'), direction: choice(DIRECTIONS, 'Choose which way it went'), organisation: line(DOCUMENT_NAME_MAX), author: line(DOCUMENT_NAME_MAX),
  recipient: line(DOCUMENT_NAME_MAX), translationOf: optionalId(), confidentiality: choice(CONFIDENTIALITIES, 'Choose who may read it'), intro: prose(DOCUMENT_PROSE_MAX), translation: prose(DOCUMENT_PROSE_MAX),
  /** Ticked by whoever saw the documents that look the same. */
  anyway: ticked(),
}

export const NewDocumentInput = z.object(fields)
export const EditDocumentInput = z.object({ ...fields, revision: revision() })
export const RemoveDocumentInput = z.object({ revision: revision() })

/** A passage that people type; its text is what excerpts are marked in. */
const passage = { title: line(DOCUMENT_TITLE_MAX), number: line(20), page: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.coerce.number({ error: 'Enter a page as a number, or leave it empty' }).int().min(1).max(9_999).nullable()), body: filledProse(PASSAGE_MAX, 'Type the words as they stand there'), translation: prose(PASSAGE_MAX) }
export const NewPassageInput = z.object(passage)
export const EditPassageInput = z.object({ ...passage, revision: revision() })
export const RemovePassageInput = z.object({ revision: revision() })

/** `item` is the agenda item at which it is handed out; none: the whole engagement. `open` lets participants read it. */
export const HandOutInput = z.object({ document: id('Choose the document to hand out'), item: optionalId(), open: ticked() })
export const TakeBackInput = z.object({ handOut: id(), revision: revision() })

export type NewDocumentInput = z.output<typeof NewDocumentInput>
export type EditDocumentInput = z.output<typeof EditDocumentInput>
export type RemoveDocumentInput = z.output<typeof RemoveDocumentInput>
export type NewPassageInput = z.output<typeof NewPassageInput>
export type EditPassageInput = z.output<typeof EditPassageInput>
export type RemovePassageInput = z.output<typeof RemovePassageInput>
export type HandOutInput = z.output<typeof HandOutInput>
export type TakeBackInput = z.output<typeof TakeBackInput>
