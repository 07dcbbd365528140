import { z } from 'zod'
import { choice, id, ids, line, optionalEmail, optionalId, revision, ticked } from '#app/operations/fields.ts'

export const ROLES = ['moderator', 'speaker', 'panellist', 'host', 'interpreter', 'note taker', 'participant'] as const
export const NAME_MAX = 160
export const PRINTED_TITLE_MAX = 300

const appearance = { role: choice(ROLES, 'Choose a role'), printedTitle: line(PRINTED_TITLE_MAX), representativeOf: line(200) }

/**
 * Somebody from the directory, somebody new by name, or whoever a body sends. `another` says that somebody new is not
 * the one spelt alike; `because` lets them be in two places at once.
 */
export const AddParticipationInput = z.object({
  ...appearance, person: optionalId(), honorific: line(30), name: line(NAME_MAX), email: optionalEmail(), item: optionalId(), another: ticked(), because: line(300),
})
  .refine((value) => value.person !== null || value.name !== '' || value.representativeOf !== '', { message: 'Enter a name, or the body that somebody will represent', path: ['name'] })

/** `role` is of the one appearance; name, title and body of all that the person has in the engagement. */
export const EditParticipationInput = z.object({ ...appearance, revision: revision(), printedName: line(NAME_MAX) })

export const RemoveParticipationInput = z.object({ participation: id(), revision: revision() })

export const ReorderParticipationInput = z.object({ participation: id(), go: choice(['earlier', 'later']) })

/** Those who came; everybody else did not. */
export const AttendanceInput = z.object({ came: ids(2_000) })

export type AddParticipationInput = z.output<typeof AddParticipationInput>
export type EditParticipationInput = z.output<typeof EditParticipationInput>
export type RemoveParticipationInput = z.output<typeof RemoveParticipationInput>
export type ReorderParticipationInput = z.output<typeof ReorderParticipationInput>
export type AttendanceInput = z.output<typeof AttendanceInput>
