import type { ReactNode } from 'react'
import { Icon } from '#app/ui/kit/icon.tsx'
import { fieldId } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'

/** What every field is told, whatever its control. */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  problem?: Problem
  /** Only where two forms of one page use the same name. */
  id?: string
  /** Says beside the label that it may stay empty; a string says it in the words of another language. */
  optional?: boolean | string
}

type Wiring = { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** The attributes that tie a control to its label, hint and error. */
export function wireField({ name, hint, problem, id = fieldId(name) }: FieldProps): Wiring {
  const wrong = problem?.errors[name] !== undefined
  const describedBy = [hint !== undefined && `${id}-h`, wrong && `${id}-e`].filter(Boolean).join(' ')
  return {
    id,
    name,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(wrong ? { 'aria-invalid': true as const } : {}),
  }
}

/** Label above, hint between label and control, error above the control. */
export function Field({ children, ...props }: FieldProps & { children: ReactNode }) {
  const { id } = wireField(props)
  return (
    <div className="field" data-s={props.problem?.errors[props.name] === undefined ? undefined : 'error'}>
      <label htmlFor={id}>
        {props.label}
        {props.optional && <span className="zone"> {props.optional === true ? 'may stay empty' : props.optional}</span>}
      </label>
      <FieldWords {...props} />
      {children}
    </div>
  )
}

/** Hint and error of a field, with the ids that its control points to. */
export function FieldWords({ name, hint, problem, id = fieldId(name) }: FieldProps) {
  const wrong = problem?.errors[name]
  return (
    <>
      {hint !== undefined && <small id={`${id}-h`}>{hint}</small>}
      {wrong !== undefined && (
        <p className="wrong" id={`${id}-e`}>
          <Icon name="error" /> {wrong}
        </p>
      )}
    </>
  )
}
