import { z } from 'zod'
import { areInOrder, days, entryName, inOrder, language } from '#app/operations/directory.input.ts'
import { filled, id, line, optionalEmail, prose, revision, ticked } from '#app/operations/fields.ts'
import { NAME_MAX, PRINTED_TITLE_MAX } from '#app/operations/participations.input.ts'

export const HONORIFIC_MAX = 30
export const REMARK_MAX = 2_000
export const PHONE_MAX = 60
export const TITLE_MAX = PRINTED_TITLE_MAX

const who = { honorific: line(HONORIFIC_MAX), name: filled(NAME_MAX, 'Enter the name as it is printed'), languages: line(120) }
const contact = { email: optionalEmail(), phone: line(PHONE_MAX), remark: prose(REMARK_MAX) }

/** `anyway`: somebody else than the similar names that were shown. */
export const CreatePersonInput = z.object({ ...who, ...contact, title: line(TITLE_MAX), organisation: entryName(), anyway: ticked() })
  .refine((value) => value.organisation === '' || value.title !== '', { message: 'Enter the title in this organisation', path: ['title'] })

/** `contact` says that the form showed e-mail, phone and remark; without it they stay as they are. */
export const EditPersonInput = z.object({ ...who, ...contact, contact: ticked(), revision: revision() })

export const AddPersonNameInput = z.object({ name: filled(NAME_MAX, 'Enter the other spelling'), language: language() })

export const RemovePersonNameInput = z.object({ name: id(), revision: revision() })

const title = { title: filled(TITLE_MAX, 'Enter the title'), organisation: entryName(), ...days }

export const AddTitleInput = z.object(title).refine(areInOrder, inOrder)
export const EditTitleInput = z.object({ ...title, revision: revision() }).refine(areInOrder, inOrder)
export const RemoveTitleInput = z.object({ affiliation: id(), revision: revision() })

export type CreatePersonInput = z.output<typeof CreatePersonInput>
export type EditPersonInput = z.output<typeof EditPersonInput>
export type AddPersonNameInput = z.output<typeof AddPersonNameInput>
export type RemovePersonNameInput = z.output<typeof RemovePersonNameInput>
export type AddTitleInput = z.output<typeof AddTitleInput>
export type EditTitleInput = z.output<typeof EditTitleInput>
export type RemoveTitleInput = z.output<typeof RemoveTitleInput>
