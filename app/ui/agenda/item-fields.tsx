import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import { DETAILS_MAX, ITEM_KINDS, ITEM_TITLE_MAX, RIPPLES, TRACK_MAX } from '#app/operations/agenda.input.ts'
import { itemKindWord } from '#app/ui/agenda/view.ts'
import { Choices } from '#app/ui/kit/choices.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'

export type Speaker = { id: string; name: string; title: string }
export type ItemWords = { title: string; kind: string; otherTitle: string; otherLanguage: string; details: string; track: string; speakers: string[] }

const KIND_OPTIONS = ITEM_KINDS.map((value) => ({ value, label: itemKindWord(value) }))
const LANGUAGE_OPTIONS = [{ value: '', label: 'Not said' }, ...LANGUAGES.map((code) => ({ value: code, label: languageName(code) }))]

/** What an item is called, in two languages where they are given, and what it is. */
export function WordsFields({ problem, values }: { problem?: Problem | undefined; values: ItemWords }) {
  return (
    <>
      <TextField name="title" label="What happens" problem={problem} value={values.title} maxLength={ITEM_TITLE_MAX} required autoComplete="off" />
      <SelectField name="kind" label="Kind" problem={problem} value={values.kind} options={KIND_OPTIONS} />
      <TextField name="otherTitle" label="The same in another language" optional problem={problem} value={values.otherTitle} maxLength={ITEM_TITLE_MAX} autoComplete="off" />
      <SelectField name="otherLanguage" label="That language" problem={problem} value={values.otherLanguage} options={LANGUAGE_OPTIONS} />
      <TextArea name="details" label="Talks under it without a time" hint="One a line; they stand under the title, also on paper." optional problem={problem} value={values.details} maxLength={DETAILS_MAX} rows={Math.min(8, Math.max(2, values.details.split('\n').length))} />
      <TextField name="track" label="Room or stream" hint="Where sessions run beside each other." optional problem={problem} value={values.track} maxLength={TRACK_MAX} autoComplete="off" />
    </>
  )
}

/** Who speaks, out of those who appear in the engagement. */
export function SpeakersField({ problem, speakers, values, people }: { problem?: Problem | undefined; speakers: readonly Speaker[]; values: readonly string[]; people: string }) {
  const add = <>Somebody else? <a href={people}>Add them to this engagement</a> first.</>
  if (speakers.length === 0) return <p className="small soft">Nobody who could speak appears in this engagement yet. {add}</p>
  return <Choices several name="speakers" label="Who speaks" optional problem={problem} value={values} hint={add} choices={speakers.map(({ id, name, title }) => ({ value: id, label: name, hint: title || undefined }))} />
}

/** Start and end on the clock of the stop, and who goes along. */
export function TimeFields({ problem, start, end, where, ripple = 'following' }: { problem?: Problem | undefined; start: string; end: string; where: string; ripple?: (typeof RIPPLES)[number] }) {
  return (
    <>
      <TextField name="start" label={<>Start <span className="zone">{where}</span></>} type="time" problem={problem} value={start} required />
      <TextField name="end" label="End" optional type="time" problem={problem} value={end} />
      <SelectField name="ripple" label="What follows" problem={problem} value={ripple} options={[{ value: 'following', label: 'goes along, gaps kept' }, { value: 'none', label: 'stays where it is' }]} />
    </>
  )
}
