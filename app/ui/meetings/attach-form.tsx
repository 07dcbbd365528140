import { LARGEST_ATTACHMENT } from '#app/domain/meetings/attachments.ts'
import { formatSize } from '#app/domain/text.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Field, wireField } from '#app/ui/kit/field.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

/** For the chooser alone: what a file is, its content says. */
const ACCEPTED = 'image/png,image/jpeg,image/webp,image/heic,.heic,.pdf,.docx,.xlsx,.txt,.svg,.html'

type NoteChoice = { id: string; author: string; isPrivate: boolean; opening: string }
type AttachFormProps = { action: string; notes: readonly NoteChoice[]; /** The note that is chosen already. */ note: string; problem: Problem | undefined }

/** One file at a time, with what it shows and what it belongs to. The file stands last, so that what was typed survives one that is too large. */
export function AttachForm({ action, notes, note, problem }: AttachFormProps) {
  const file = { name: 'file', label: 'Photo, scan or paper', hint: `PNG, JPEG, WEBP, HEIC, PDF, Word, Excel, text, at most ${formatSize(LARGEST_ATTACHMENT)}. Where and when a photo was taken is left out before it is kept.`, problem }
  const choices = [{ value: '', label: 'The meeting: everybody of the mission sees it' }, ...notes.map(({ id, author, isPrivate, opening }) => ({ value: id, label: `${isPrivate ? 'My private note' : `Note of ${author}`}: ${opening}` }))]
  return (
    <Section id="attach" title="Keep a file">
      <Form action={action} encType="multipart/form-data">
        {problem && <ErrorSummary problem={{ ...problem, summary: 'Nothing was kept; what you typed is still here.' }} />}
        <SelectField name="note" label="It belongs to" problem={problem} value={notes.some(({ id }) => id === note) ? note : ''} options={choices} />
        <TextField name="caption" label="What it shows" problem={problem} maxLength={300} optional />
        <Field {...file}><input {...wireField(file)} type="file" accept={ACCEPTED} /></Field>
        <div className="line acts"><Button kind="primary">Keep it</Button></div>
      </Form>
    </Section>
  )
}
