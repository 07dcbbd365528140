import { ATTRIBUTIONS, CONFIDENTIALITIES } from '#app/domain/meetings/attribution.ts'
import type { Attribution, Confidentiality } from '#app/domain/meetings/attribution.ts'
import { EXCERPT_KINDS, SOURCE_KINDS } from '#app/domain/meetings/excerpts.ts'
import { OUR_TEAM } from '#app/domain/meetings/notes.ts'
import { NAME_MAX } from '#app/operations/evidence.input.ts'
import { ATTRIBUTION_WORDS, CONFIDENTIALITY_WORDS } from '#app/ui/assessment/attribution.tsx'
import { ChipChoice, Chips } from '#app/ui/kit/chips.tsx'
import { valueOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

export type SpeakerChoice = { name: string; sourceKind: string; sample: boolean }

/** What the words are. */
export function KindChips({ problem, kind }: { problem?: Problem; kind: string }) {
  const chosen = valueOf(problem, 'kind', kind)
  return (
    <Chips label="What it is" legend>
      {EXCERPT_KINDS.map((word) => <ChipChoice key={word} name="kind" value={word} checked={word === chosen}>{word}</ChipChoice>)}
    </Chips>
  )
}

type SpeakerFieldsProps = { problem?: Problem; speakers: readonly SpeakerChoice[]; speaker?: string; sourceKind?: string }

/** Who says the words: one of those who were there, our team, nobody that is named, or somebody else. */
export function SpeakerFields({ problem, speakers, speaker = speakers[0]?.name ?? '', sourceKind = usualSource(speakers) }: SpeakerFieldsProps) {
  const chosen = valueOf(problem, 'speaker', speaker)
  return (
    <>
      <Chips label="Who says it" legend>
        {speakers.map(({ name, sample }) => <ChipChoice key={name} name="speaker" value={name} checked={name === chosen}>{name} {sample && <SampleMark />}</ChipChoice>)}
        <ChipChoice name="speaker" value={OUR_TEAM} checked={chosen === OUR_TEAM}>{OUR_TEAM}</ChipChoice>
        <ChipChoice name="speaker" value="" checked={chosen === ''}>Not named</ChipChoice>
      </Chips>
      <TextField name="otherSpeaker" label="Somebody else" optional problem={problem} maxLength={NAME_MAX} autoComplete="off" />
      <SelectField name="sourceKind" label="Kind of source" problem={problem} value={sourceKind} options={[{ value: '', label: 'Not named' }, ...SOURCE_KINDS.map((value) => ({ value, label: value }))]} />
    </>
  )
}

type UseFieldsProps = { problem?: Problem; attribution?: Attribution; confidentiality?: Confidentiality }

/** How the words may be used outside the team. */
export function UseFields({ problem, attribution = 'institution', confidentiality = 'team' }: UseFieldsProps) {
  const [by, readers] = [valueOf(problem, 'attribution', attribution), valueOf(problem, 'confidentiality', confidentiality)]
  return (
    <>
      <Chips label="May be quoted" legend>
        {ATTRIBUTIONS.map((level) => <ChipChoice key={level} name="attribution" value={level} checked={level === by}>{ATTRIBUTION_WORDS[level]}</ChipChoice>)}
      </Chips>
      <Chips label="May be read by" legend>
        {CONFIDENTIALITIES.map((level) => <ChipChoice key={level} name="confidentiality" value={level} checked={level === readers}>{CONFIDENTIALITY_WORDS[level]}</ChipChoice>)}
      </Chips>
    </>
  )
}

/** What the directory says of the first speaker's organisation, where that is a kind of source. */
function usualSource(speakers: readonly SpeakerChoice[]): string {
  return SOURCE_KINDS.find((kind) => kind === speakers[0]?.sourceKind) ?? ''
}
