import { z } from 'zod'
import { ATTENDANCES } from '#app/domain/people/attendance.ts'
import { choice, id, line, optionalEmail, optionalId, revision, several, ticked } from '#app/operations/fields.ts'

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

/** Rows of a form that are told by what follows the name of a field: `was-<id>`, `deputy-<id>`, `title-<id>`; visitors stand in three fields of one name each. */
const rowsOf = (value: unknown): unknown => {
  const fields = (value ?? {}) as Record<string, unknown>
  const of = (name: string, at: number): unknown => several(fields[name])[at]
  return {
    rows: Object.keys(fields).flatMap((key) => (key.startsWith('was-') ? [{ id: key.slice(4), was: fields[key], deputy: fields[`deputy-${key.slice(4)}`], title: fields[`title-${key.slice(4)}`] }] : [])),
    visitors: several(fields['visitor']).map((name, at) => ({ name, organisation: of('visitorOf', at), title: of('visitorTitle', at) })),
  }
}

const attended = z.object({ id: id(), was: choice(ATTENDANCES), deputy: line(NAME_MAX), title: line(PRINTED_TITLE_MAX) })
const visitor = z.object({ name: line(NAME_MAX), organisation: line(200), title: line(PRINTED_TITLE_MAX) })

/** What is known of each who was expected, and who came besides; a row of the form that was left empty is nobody. */
export const AttendanceInput = z.preprocess(rowsOf, z.object({ rows: z.array(attended).max(2_000), visitors: z.array(visitor).max(50) }))
  .superRefine(({ rows, visitors }, context) => {
    for (const row of rows) if (row.was === 'deputy' && row.deputy === '') context.addIssue({ code: 'custom', message: 'Enter who came instead', path: [`deputy-${row.id}`] })
    if (visitors.some((each) => each.name === '' && each.organisation + each.title !== '')) context.addIssue({ code: 'custom', message: 'Enter the name of each visitor', path: ['visitor'] })
  })
  .transform(({ rows, visitors }) => ({ rows, visitors: visitors.filter((each) => each.name !== '') }))

export type AddParticipationInput = z.output<typeof AddParticipationInput>
export type EditParticipationInput = z.output<typeof EditParticipationInput>
export type RemoveParticipationInput = z.output<typeof RemoveParticipationInput>
export type ReorderParticipationInput = z.output<typeof ReorderParticipationInput>
export type AttendanceInput = z.output<typeof AttendanceInput>
