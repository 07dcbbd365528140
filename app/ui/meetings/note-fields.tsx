import type { Problem } from '#app/ui/kit/problem.ts'
import { Field, wireField } from '#app/ui/kit/field.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'
import { LanguageField } from '#app/ui/meetings/language-field.tsx'

type NoteFieldsProps = { problem?: Problem; body?: string; language?: string; label?: string }

/** The big pad and the language it is written in. */
export function NoteFields({ problem, body = '', language = 'en', label = 'Note' }: NoteFieldsProps) {
  const field = { name: 'body', label, problem, hint: 'One thought to a line. Each sentence can be marked as evidence later.' }
  return (
    <div className="wide-field">
      <Field {...field}>
        <textarea {...wireField(field)} className="pad" rows={12} lang={language} defaultValue={valueOf(problem, 'body', body)} required />
      </Field>
      <LanguageField problem={problem} value={language} />
    </div>
  )
}
