import { LanguageField } from '#app/ui/meetings/language-field.tsx'
import { KindChips, SpeakerFields, UseFields } from '#app/ui/meetings/said-fields.tsx'
import type { SpeakerChoice } from '#app/ui/meetings/said-fields.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

type MarkFieldsProps = { problem?: Problem; speakers: readonly SpeakerChoice[]; language: string; kind?: string }

/** Which words, what they are, who says them, and how they may be used. */
export function MarkFields({ problem, speakers, language, kind = 'fact' }: MarkFieldsProps) {
  return (
    <>
      <TextField name="words" label="Words" optional problem={problem} hint="Choose a sentence in the text, or type the exact words here" autoComplete="off" data-mark-words="" />
      <KindChips problem={problem} kind={kind} />
      <SpeakerFields problem={problem} speakers={speakers} />
      <Disclosure words="Attribution, language, translation" open={problem?.errors.translation !== undefined}>
        <UseFields problem={problem} />
        <LanguageField problem={problem} value={language} label="Language of the words" />
        <TextArea name="translation" label="Translation" optional problem={problem} rows={2} />
      </Disclosure>
    </>
  )
}
