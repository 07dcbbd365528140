import { INTRO_MAX, TITLE_MAX } from '#app/domain/questionnaires/questions.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'
import { LanguageField } from '#app/ui/meetings/language-field.tsx'

type PaperFieldsProps = { problem?: Problem | undefined; values?: { title: string; intro: string; language: string } }

/** What a questionnaire is called and says before its questions, in the language of the original. */
export function PaperFields({ problem, values = { title: '', intro: '', language: 'en' } }: PaperFieldsProps) {
  const field = { problem }
  return (
    <>
      <TextField {...field} name="title" label="Title" value={values.title} maxLength={TITLE_MAX} autoComplete="off" />
      <TextArea {...field} name="intro" label="Introduction" optional value={values.intro} maxLength={INTRO_MAX} rows={3} hint="Why you ask, in a sentence or two; it stands above the questions" />
      <LanguageField {...field} value={values.language} label="Language of the original" />
    </>
  )
}
