import { DOCUMENT_TITLE_MAX, PASSAGE_MAX } from '#app/operations/documents.input.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

type Values = { title: string; number: string; page: number | null; body: string; translation: string }

/** A passage of a document as people type it. `marked` says that its words are evidence and stay. */
export function PassageFields({ problem, values, lang, marked = 0 }: { problem?: Problem | undefined; values?: Values | undefined; lang: string; marked?: number }) {
  return (
    <>
      <TextArea name="body" label="Words" problem={problem} value={values?.body} maxLength={PASSAGE_MAX} rows={8} required readOnly={marked > 0} lang={lang || undefined} hint={marked > 0 ? 'Words of this passage are marked as evidence, so they stay as they are' : 'Exactly as they stand there, in their own language'} />
      <TextField name="title" label="Heading" optional problem={problem} value={values?.title} maxLength={DOCUMENT_TITLE_MAX} autoComplete="off" lang={lang || undefined} hint="Left empty, the first words stand for it" />
      <TextField name="number" label="Number" optional problem={problem} value={values?.number} maxLength={20} autoComplete="off" hint="Such as 2.3 or Article 5" />
      <TextField name="page" label="Page" optional type="number" min={1} max={9999} problem={problem} value={values?.page === null || values?.page === undefined ? '' : String(values.page)} />
      <TextArea name="translation" label="In English" optional problem={problem} value={values?.translation} maxLength={PASSAGE_MAX} rows={5} hint="Counts as a draft until somebody reviews it" />
    </>
  )
}
