import { ADDRESS_MAX, ENTRY_NAME_MAX, PLACE_KINDS } from '#app/operations/directory.input.ts'
import { ProposedField } from '#app/ui/directory/proposed.tsx'
import { Choices } from '#app/ui/kit/choices.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

type Values = { kind?: string; name?: string; country?: string; city?: string; zone?: string; address?: string }
type PlaceFieldsProps = { problem?: Problem; values?: Values; cities: readonly { id: string; name: string; country: string }[]; zones: readonly string[] }

/** What a place is, where it is and by which clock it lives. */
export function PlaceFields({ problem, values = {}, cities, zones }: PlaceFieldsProps) {
  const options = [{ value: '', label: 'none: it is a city, or its city is not known' }, ...cities.map(({ id, name, country }) => ({ value: id, label: country ? `${name}, ${country}` : name }))]
  return (
    <>
      <TextField name="name" label="Name" problem={problem} value={values.name} maxLength={ENTRY_NAME_MAX} required autoComplete="off" hint="As it is called today; names that held for a time come beside it." />
      <Choices name="kind" label="Kind" problem={problem} value={values.kind ?? 'venue'} choices={PLACE_KINDS.map((kind) => ({ value: kind, label: kind }))} />
      <SelectField name="city" label="In the city" problem={problem} value={values.city ?? ''} options={options} />
      <TextField name="country" label="Country" optional problem={problem} value={values.country} maxLength={80} autoComplete="off" />
      <TextField name="address" label="Address" optional problem={problem} value={values.address} maxLength={ADDRESS_MAX} autoComplete="off" />
      <ProposedField name="zone" label="Zone of its clock" optional problem={problem} value={values.zone} maxLength={60} choices={zones} hint="Such as Asia/Dushanbe. A place in a city goes by the clock of the city when this stays empty." />
    </>
  )
}
