import { z } from 'zod'
import { line, optionalId, revision } from '#app/operations/fields.ts'

export const CAPTION_MAX = 300

/** `note` is the note of the meeting that the file belongs to; none: the meeting itself. */
export const AttachInput = z.object({ note: optionalId(), caption: line(CAPTION_MAX) })
export const RemoveAttachmentInput = z.object({ revision: revision() })

export type AttachInput = z.output<typeof AttachInput>
export type RemoveAttachmentInput = z.output<typeof RemoveAttachmentInput>
