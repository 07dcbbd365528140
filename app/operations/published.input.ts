import { z } from 'zod'
import { id, line } from '#app/operations/fields.ts'

/** `seen`: what the person saw that would go out, as `stampOfPublished` says; another agenda is not published in its place. */
export const PublishAgendaInput = z.object({ seen: line(64) })
/** Of an engagement, or of the whole programme. */
export const PublicationInput = z.object({ published: id() })

export type PublishAgendaInput = z.output<typeof PublishAgendaInput>
export type PublicationInput = z.output<typeof PublicationInput>
