import { OUR_TEAM } from '#app/domain/meetings/notes.ts'
import { EXCERPT_KINDS, SOURCE_KINDS } from '#app/domain/meetings/excerpts.ts'
import { LanguageField } from '#app/ui/meetings/language-field.tsx'
import { ChipChoice, Chips } from '#app/ui/kit/chips.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

export type SpeakerChoice = { name: string; sourceKind: string; sample: boolean }

type MarkFieldsProps = { problem?: Problem; speakers: readonly SpeakerChoice[]; language: string; kind?: string }

/** Which words, what they are, and who says them. */
export function MarkFields({ problem, speakers, language, kind = 'fact' }: MarkFieldsProps) {
  const chosenKind = valueOf(problem, 'kind', kind)
  return (
    <>
      <TextField name="words" label="Words" optional problem={problem} hint="Choose a sentence in the text, or type the exact words here" autoComplete="off" data-mark-words="" />
      <Chips label="What it is" legend>
        {EXCERPT_KINDS.map((word) => <ChipChoice key={word} name="kind" value={word} checked={word === chosenKind}>{word}</ChipChoice>)}
      </Chips>
      <Speakers problem={problem} speakers={speakers} />
      <SelectField name="sourceKind" label="Kind of source" problem={problem} value={usualSource(speakers)}
        options={[{ value: '', label: 'Not named' }, ...SOURCE_KINDS.map((value) => ({ value, label: value }))]} />
      <Disclosure words="Language and translation" open={problem?.errors.translation !== undefined}>
        <LanguageField problem={problem} value={language} label="Language of the words" />
        <TextArea name="translation" label="Translation" optional problem={problem} rows={2} />
      </Disclosure>
    </>
  )
}

function Speakers({ problem, speakers }: Pick<MarkFieldsProps, 'problem' | 'speakers'>) {
  const chosen = valueOf(problem, 'speaker', speakers[0]?.name ?? '')
  const typed = valueOf(problem, 'otherSpeaker')
  return (
    <>
      <Chips label="Who says it" legend>
        {speakers.map(({ name, sample }) => <ChipChoice key={name} name="speaker" value={name} checked={name === chosen}>{name} {sample && <SampleMark />}</ChipChoice>)}
        <ChipChoice name="speaker" value={OUR_TEAM} checked={chosen === OUR_TEAM}>{OUR_TEAM}</ChipChoice>
        <ChipChoice name="speaker" value="" checked={chosen === ''}>Not named</ChipChoice>
      </Chips>
      <TextField name="otherSpeaker" label="Somebody else" optional problem={problem} value={typed} autoComplete="off" />
    </>
  )
}

/** What the directory says of the first speaker's organisation, where that is a kind of source. */
function usualSource(speakers: readonly SpeakerChoice[]): string {
  return SOURCE_KINDS.find((kind) => kind === speakers[0]?.sourceKind) ?? ''
}
