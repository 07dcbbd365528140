import { z } from 'zod'
import { line, optionalId, revision } from '#app/operations/fields.ts'

export const CAPTION_MAX = 300

/** `note` is the note of the meeting that the file belongs to; none: the meeting itself. */
export const AttachInput = z.object({ note: optionalId(), caption: line(CAPTION_MAX) })
export const RemoveAttachmentInput = z.object({ revision: revision() })
/** `replaces` is the file of the document whose newer version this is; none: a further file. */
export const AttachToDocumentInput = z.object({ replaces: optionalId(), caption: line(CAPTION_MAX) })

export type AttachInput = z.output<typeof AttachInput>
export type RemoveAttachmentInput = z.output<typeof RemoveAttachmentInput>
export type AttachToDocumentInput = z.output<typeof AttachToDocumentInput>
