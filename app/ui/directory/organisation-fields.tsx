import { ENTRY_NAME_MAX, ORGANISATION_KINDS } from '#app/operations/directory.input.ts'
import { ProposedField } from '#app/ui/directory/proposed.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

type Values = { name?: string; kind?: string; country?: string; parent?: string; successor?: string }

/** What an organisation is, whom it belongs to and what followed it. */
export function OrganisationFields({ problem, values = {}, organisations }: { problem?: Problem; values?: Values; organisations: readonly string[] }) {
  return (
    <>
      <TextField name="name" label="Name" problem={problem} value={values.name} maxLength={ENTRY_NAME_MAX} required autoComplete="off" hint="Names that held for a time, short names and other languages come beside it." />
      <SelectField name="kind" label="Kind" problem={problem} value={values.kind ?? 'government'} options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kind }))} />
      <TextField name="country" label="Country" optional problem={problem} value={values.country} maxLength={80} autoComplete="off" />
      <ProposedField name="parent" label="Part of" optional problem={problem} value={values.parent} maxLength={ENTRY_NAME_MAX} choices={organisations} hint="An organisation of the directory, such as the ministry of an agency" />
      <ProposedField name="successor" label="Followed by" optional problem={problem} value={values.successor} maxLength={ENTRY_NAME_MAX} choices={organisations} hint="What it became" />
    </>
  )
}

/** The sentence for each reason why parent or successor cannot be taken. */
export const KIN_PROBLEMS = {
  'no-parent': { parent: 'Enter the name of an organisation that the directory knows, or add it first' },
  'no-successor': { successor: 'Enter the name of an organisation that the directory knows, or add it first' },
  circle: { parent: 'An organisation cannot be part of itself or follow itself: choose others' },
} as const
