import type { ReactNode } from 'react'
import { FieldWords, wireField } from '#app/ui/kit/field.tsx'
import type { FieldProps } from '#app/ui/kit/field.tsx'
import { fieldId, valuesOf } from '#app/ui/kit/problem.ts'

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean; lang?: string }

type ChoicesProps = FieldProps & {
  choices: readonly Choice[]
  /** One value, or several where `several` stands. */
  value?: string | readonly string[]
  several?: boolean
  required?: boolean
}

/** Ruled rows to choose from: one, or several. The likely one is chosen and its hint says why. */
export function Choices({ choices, value = [], several, required, ...field }: ChoicesProps) {
  const { id, name, ...described } = wireField(field)
  const chosen = valuesOf(field.problem, name, typeof value === 'string' ? [value] : value)
  return (
    <fieldset className="field" data-s={described['aria-invalid'] ? 'error' : undefined} aria-describedby={described['aria-describedby']}>
      <legend>
        {field.label}
        {field.optional && <span className="zone"> may stay empty</span>}
      </legend>
      <FieldWords {...field} />
      <div>
        {choices.map((choice, at) => (
          <label key={choice.value} className="pick" lang={choice.lang}>
            <input
              type={several ? 'checkbox' : 'radio'}
              id={at === 0 ? id : `${id}-${at}`}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              disabled={choice.disabled}
              required={required && !several}
            />
            <span>{choice.label}</span>
            {choice.hint !== undefined && <small>{choice.hint}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type CheckboxProps = Omit<FieldProps, 'optional'> & { value?: string; checked?: boolean }

/** One thing to tick, with its own label. */
export function Checkbox({ name, label, hint, problem, id = fieldId(name), value = 'yes', checked = false }: CheckboxProps) {
  const field = { name, label, hint, problem, id }
  const chosen = valuesOf(problem, name, checked ? [value] : []).includes(value)
  return (
    <div className="field" data-s={problem?.errors[name] === undefined ? undefined : 'error'}>
      <label className="pick tick">
        <input {...wireField(field)} type="checkbox" value={value} defaultChecked={chosen} />
        <span>{label}</span>
      </label>
      <FieldWords {...field} />
    </div>
  )
}
