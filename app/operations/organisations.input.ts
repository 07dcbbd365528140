import { z } from 'zod'
import { ENTRY_NAME_MAX, entryName } from '#app/operations/directory.input.ts'
import { choice, filled, line, revision, ticked } from '#app/operations/fields.ts'

export const ORGANISATION_KINDS = ['government', 'state enterprise', 'city', 'donor', 'NGO', 'company', 'university', 'other'] as const

const what = {
  name: filled(ENTRY_NAME_MAX, 'Enter the name of the organisation'), kind: choice(ORGANISATION_KINDS, 'Choose a kind'), country: line(80),
  parent: entryName(), successor: entryName(),
}

/** `anyway`: another one than the similar names that were shown. */
export const CreateOrganisationInput = z.object({ ...what, anyway: ticked() })
export const EditOrganisationInput = z.object({ ...what, revision: revision() })

export type CreateOrganisationInput = z.output<typeof CreateOrganisationInput>
export type EditOrganisationInput = z.output<typeof EditOrganisationInput>
