import { TextField } from '#app/ui/kit/text-field.tsx'
import type { FieldProps } from '#app/ui/kit/field.tsx'

type ProposedFieldProps = FieldProps & { value?: string; maxLength?: number; required?: boolean; choices: readonly string[] }

/** A text field that proposes what is known already and takes anything. */
export function ProposedField({ choices, ...field }: ProposedFieldProps) {
  const list = `known-${field.id ?? field.name}`
  return (
    <>
      <TextField {...field} list={list} autoComplete="off" />
      <datalist id={list}>{choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}</datalist>
    </>
  )
}
