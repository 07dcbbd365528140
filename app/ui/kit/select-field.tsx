import { Field, wireField } from '#app/ui/kit/field.tsx'
import type { FieldProps } from '#app/ui/kit/field.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'

export type Option = { value: string; label: string; group?: string; disabled?: boolean; lang?: string }

type SelectFieldProps = FieldProps & { options: readonly Option[]; value?: string; required?: boolean }

/** One of several; options with the same `group` stand together. */
export function SelectField({ options, value, required, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      <select {...wireField(field)} required={required} defaultValue={valueOf(field.problem, field.name, value)}>
        <Options options={options} />
      </select>
    </Field>
  )
}

function Options({ options }: { options: readonly Option[] }) {
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <>
      {groups.map((group) => {
        const rows = options
          .filter((option) => option.group === group)
          .map(({ value, label, disabled, lang }) => (
            <option key={value} value={value} disabled={disabled} lang={lang}>
              {label}
            </option>
          ))
        return group === undefined ? rows : <optgroup key={group} label={group}>{rows}</optgroup>
      })}
    </>
  )
}
