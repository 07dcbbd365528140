import { ENTRY_NAME_MAX, TITLE_MAX } from '#app/operations/directory.input.ts'
import { ProposedField } from '#app/ui/directory/proposed.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextField } from '#app/ui/kit/text-field.tsx'

type Values = { title?: string; organisation?: string; fromDay?: string; toDay?: string }

/** A title, where, from when until when. */
export function TitleFields({ problem, values = {}, organisations }: { problem?: Problem; values?: Values; organisations: readonly string[] }) {
  return (
    <>
      <TextField name="title" label="Title" problem={problem} value={values.title} maxLength={TITLE_MAX} required autoComplete="off" />
      <ProposedField name="organisation" label="Organisation" optional problem={problem} value={values.organisation} maxLength={ENTRY_NAME_MAX} choices={organisations} hint="A name that the directory does not know joins it." />
      <DayFields problem={problem} values={values} />
    </>
  )
}

/** From when until when something holds. */
export function DayFields({ problem, values = {} }: { problem?: Problem; values?: { fromDay?: string; toDay?: string } }) {
  return (
    <div className="line">
      <TextField name="fromDay" label="From" type="date" optional problem={problem} value={values.fromDay} />
      <TextField name="toDay" label="Until" type="date" optional problem={problem} value={values.toDay} />
    </div>
  )
}
