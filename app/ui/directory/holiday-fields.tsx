import { ENTRY_NAME_MAX } from '#app/operations/directory.input.ts'
import { ProposedField } from '#app/ui/directory/proposed.tsx'
import { Checkbox, Choices } from '#app/ui/kit/choices.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextField } from '#app/ui/kit/text-field.tsx'

type Values = { country?: string; name?: string; kind?: string; startDay?: string; endDay?: string; everyYear?: boolean; untilYear?: string; source?: string; verified?: boolean }

const KINDS = [
  { value: 'holiday', label: 'A day off' },
  { value: 'working', label: 'A working day', hint: 'A Saturday or Sunday that a decree made a working day.' },
]

/** One row of the table of public holidays. */
export function HolidayFields({ problem, values = {}, countries }: { problem?: Problem; values?: Values; countries: readonly string[] }) {
  return (
    <>
      <ProposedField name="country" label="Country" problem={problem} value={values.country} maxLength={80} choices={countries} hint="Spelt as at its places, so that stops there find it." />
      <TextField name="name" label="What the day is called" problem={problem} value={values.name} maxLength={ENTRY_NAME_MAX} required autoComplete="off" />
      <Choices name="kind" label="It is" problem={problem} value={values.kind ?? 'holiday'} choices={KINDS} />
      <TextField name="startDay" label="First day" type="date" problem={problem} value={values.startDay} required />
      <TextField name="endDay" label="Last day" type="date" optional problem={problem} value={values.endDay} />
      <Checkbox name="everyYear" label="Every year from then on" problem={problem} checked={values.everyYear ?? false} />
      <TextField name="untilYear" label="Last year" optional inputMode="numeric" maxLength={4} problem={problem} value={values.untilYear} hint="Where it was abolished." />
      <TextField name="source" label="Where this is known from" optional maxLength={300} problem={problem} value={values.source} autoComplete="off" hint="Such as the number of the decree, or a letter of the country office." />
      <Checkbox name="verified" label="I checked it there" problem={problem} checked={values.verified ?? false} />
    </>
  )
}
