import { LARGEST_ATTACHMENT } from '#app/domain/meetings/attachments.ts'
import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { DIRECTIONS } from '#app/domain/papers/documents.ts'
import { formatSize } from '#app/domain/text.ts'
import { DOCUMENT_NAME_MAX, DOCUMENT_NUMBER_MAX, DOCUMENT_PROSE_MAX, DOCUMENT_TITLE_MAX } from '#app/operations/documents.input.ts'
import { ProposedField } from '#app/ui/directory/proposed.tsx'
import { Checkbox, Choices } from '#app/ui/kit/choices.tsx'
import { Field, wireField } from '#app/ui/kit/field.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { ALIKE_WORDS, DIRECTION_WORDS, LEVEL_CHOICES, kindLabel } from '#app/ui/papers/document-words.ts'

type Values = Partial<{
  kind: string; title: string; number: string; dated_day: string | null; language: string; direction: string; organisation: string | null; author: string; recipient: string; translation_of_id: string | null; confidentiality: string; intro: string; translation: string
}>
type DocumentFieldsProps = { problem?: Problem | undefined; values?: Values; kinds: readonly string[]; organisations: readonly string[]; papers: readonly { id: string; title: string; language: string }[] }

/** What a document is, who wrote it to whom, whose translation it is and who may read it. */
export function DocumentFields({ problem, values = {}, kinds, organisations, papers }: DocumentFieldsProps) {
  return (
    <>
      <SelectField name="kind" label="Kind" problem={problem} value={values.kind ?? 'letter'} options={kinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))} />
      <TextField name="title" label="Title" problem={problem} value={values.title} maxLength={DOCUMENT_TITLE_MAX} required autoComplete="off" hint="As printed, in its own language" />
      <TextField name="number" label="Number" optional problem={problem} value={values.number} maxLength={DOCUMENT_NUMBER_MAX} autoComplete="off" hint="As printed, without “No.”" />
      <TextField name="day" label="Date" optional type="date" problem={problem} value={values.dated_day ?? ''} />
      <SelectField name="language" label="Language" problem={problem} value={values.language ?? ''} options={[{ value: '', label: 'Not known' }, ...LANGUAGES.map((code) => ({ value: code, label: languageName(code) }))]} />
      <SelectField name="direction" label="Received or sent" problem={problem} value={values.direction ?? ''} options={DIRECTIONS.map((direction) => ({ value: direction, label: kindLabel(DIRECTION_WORDS[direction] ?? direction) }))} />
      <ProposedField name="organisation" label="From which organisation" optional problem={problem} value={values.organisation ?? ''} maxLength={DOCUMENT_NAME_MAX} choices={organisations} hint="One that is not in the directory yet is added to it" />
      <TextField name="author" label="Signed by" optional problem={problem} value={values.author} maxLength={DOCUMENT_NAME_MAX} autoComplete="off" hint="Name and office as printed" />
      <TextField name="recipient" label="To" optional problem={problem} value={values.recipient} maxLength={DOCUMENT_NAME_MAX} autoComplete="off" />
      <SelectField name="translationOf" label="Translation of" problem={problem} value={values.translation_of_id ?? ''} options={[{ value: '', label: 'No other document' }, ...papers.map(({ id, title, language }) => ({ value: id, label: title.length > 90 ? `${title.slice(0, 89)}…` : title, lang: language || undefined }))]} />
      <Choices name="confidentiality" label="Who may read it" problem={problem} value={values.confidentiality ?? 'team'} choices={LEVEL_CHOICES} />
      <TextArea name="intro" label="What it says of itself" optional problem={problem} value={values.intro} maxLength={DOCUMENT_PROSE_MAX} rows={3} hint="Its head or its first lines, in its own language" />
      <TextArea name="translation" label="The same in English" optional problem={problem} value={values.translation} maxLength={DOCUMENT_PROSE_MAX} rows={3} />
    </>
  )
}

/** For the chooser alone: what a file is, its content says. */
export const ACCEPTED_PAPERS = '.pdf,.docx,.xlsx,.txt,.html,image/png,image/jpeg,image/webp,image/heic,.heic,.svg'

/** The file, last in its form, so that what was typed survives one that is too large. */
export function FileField({ problem, label, optional = false }: { problem?: Problem | undefined; label: string; optional?: boolean }) {
  const field = { name: 'file', label, optional, hint: `PDF, Word, Excel, text or a picture, at most ${formatSize(LARGEST_ATTACHMENT)}. Its text is read into passages that can be searched and marked.`, ...(problem ? { problem } : {}) }
  return <Field {...field}><input {...wireField(field)} type="file" accept={ACCEPTED_PAPERS} /></Field>
}

/** Documents that may be the same paper; ticking the box keeps it nevertheless. */
export function AlikeNote({ problem, alike, base }: { problem: Problem | undefined; alike: readonly { id: string; title: string; because: keyof typeof ALIKE_WORDS }[]; base: string }) {
  if (alike.length === 0) return null
  return (
    <Note kind="warning" role="alert" title="Not saved yet: this may be in the register already.">
      <ul>{alike.map(({ id, title, because }) => <li key={id}><a href={`${base}/documents/${id}`}>{title}</a> {ALIKE_WORDS[because]}.</li>)}</ul>
      <Checkbox name="anyway" label="Keep it as a document of its own" problem={problem} />
    </Note>
  )
}

/** The sentence for each reason why a document cannot be saved as it is. */
export const DOCUMENT_PROBLEMS = {
  'no-original': { translationOf: 'Choose a document that is in the register' },
  circle: { translationOf: 'This one is a translation of the document itself: choose the original' },
  'wrong-kind': { kind: 'Reports, questionnaires and replies have pages of their own: choose another kind' },
} as const
