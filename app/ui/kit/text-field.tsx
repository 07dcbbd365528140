import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { Field, wireField } from '#app/ui/kit/field.tsx'
import type { FieldProps } from '#app/ui/kit/field.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'

type Own = 'name' | 'id' | 'defaultValue' | 'value'
type TextFieldProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, Own> & { value?: string }

/** One line of text, a day, a time, a number: whatever `type` says. */
export function TextField({ name, label, hint, problem, id, optional, value, ...rest }: TextFieldProps) {
  const field = { name, label, hint, problem, id, optional }
  return (
    <Field {...field}>
      <input {...rest} {...wireField(field)} defaultValue={valueOf(problem, name, value)} />
    </Field>
  )
}

type TextAreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own> & { value?: string }

/** Several lines of text. */
export function TextArea({ name, label, hint, problem, id, optional, value, rows = 4, ...rest }: TextAreaProps) {
  const field = { name, label, hint, problem, id, optional }
  return (
    <Field {...field}>
      <textarea {...rest} {...wireField(field)} rows={rows} defaultValue={valueOf(problem, name, value)} />
    </Field>
  )
}
