import { ENGAGEMENT_KINDS, ENGAGEMENT_TITLE_MAX } from '#app/operations/engagements.input.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import type { Option } from '#app/ui/kit/select-field.tsx'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

const KIND_WORDS: Record<(typeof ENGAGEMENT_KINDS)[number], string> = {
  meeting: 'meeting', workshop: 'workshop', presentation: 'presentation', 'q-and-a': 'Q&A', visit: 'visit', internal: 'internal', 'wrap-up': 'wrap-up',
  meal: 'meal', travel: 'travel', buffer: 'buffer',
}

/** 'q-and-a' → 'Q&A'. */
export function kindWord(kind: string): string {
  return (KIND_WORDS as Record<string, string>)[kind] ?? kind
}

export const KIND_OPTIONS: Option[] = ENGAGEMENT_KINDS.map((value) => ({ value, label: kindWord(value) }))

export function TitleAndKind({ problem, title, kind }: { problem?: Problem; title?: string; kind?: string }) {
  return (
    <>
      <TextField name="title" label="Title" problem={problem} value={title} maxLength={ENGAGEMENT_TITLE_MAX} required autoComplete="off" />
      <SelectField name="kind" label="Kind" problem={problem} value={kind} options={KIND_OPTIONS} />
    </>
  )
}

type SlotProps = { problem?: Problem; day: string; start: string; end: string; where: string; hint?: string }

/** Day, start and end on the clock of the stop. */
export function SlotFields({ problem, day, start, end, where, hint }: SlotProps) {
  return (
    <>
      <TextField name="day" label="Day" type="date" problem={problem} value={day} required />
      <div className="line top-line">
        <TextField name="start" label="Starts" type="time" optional problem={problem} value={start} hint={where} />
        <TextField name="end" label="Ends" type="time" optional problem={problem} value={end} hint={hint ?? where} />
      </div>
    </>
  )
}

type Words = { purpose: string; questions: string; brief: string; publicText: string }

/** What the meeting is for; only the public text leaves the team. */
export function WordsFields({ problem, values }: { problem?: Problem; values: Words }) {
  return (
    <>
      <TextArea name="purpose" label="Purpose" optional problem={problem} value={values.purpose} rows={2} hint="What should be different afterwards" />
      <TextArea name="questions" label="Questions" optional problem={problem} value={values.questions} hint="One on each line" />
      <TextArea name="brief" label="Brief" optional problem={problem} value={values.brief} rows={8} hint="For the team only: who they are, what was said before, what to avoid" />
      <TextArea name="publicText" label="Text in the invitation" optional problem={problem} value={values.publicText} hint="Everybody who is invited reads this" />
    </>
  )
}

type PlaceValues = { venueId: string | null; venueText: string; room: string; team: string; language: string; interpretation: string }
type PlaceFieldsProps = { problem?: Problem; values: PlaceValues; venues: readonly { id: string; name: string }[]; city: string }

/** Where it is, who of the team goes, and in which languages. */
export function PlaceFields({ problem, values, venues, city }: PlaceFieldsProps) {
  return (
    <>
      {venues.length > 0 && <SelectField name="venueId" label={`Venue in ${city}`} problem={problem} value={values.venueId ?? ''} options={[{ value: '', label: 'Not from the list' }, ...venues.map(({ id, name }) => ({ value: id, label: name }))]} />}
      <TextField name="venue" label={venues.length > 0 ? 'Venue in other words' : 'Venue'} optional problem={problem} value={values.venueText} maxLength={200} autoComplete="off" hint={venues.length > 0 ? 'Stands in the invitation instead of the name from the list' : undefined} />
      <TextField name="room" label="Room" optional problem={problem} value={values.room} maxLength={100} autoComplete="off" />
      <TextField name="team" label="Team" optional problem={problem} value={values.team} maxLength={60} autoComplete="off" hint="Which part of the mission goes, where it splits" />
      <TextField name="language" label="Language" optional problem={problem} value={values.language} maxLength={100} autoComplete="off" hint="Such as English and Russian" />
      <TextField name="interpretation" label="Interpretation" optional problem={problem} value={values.interpretation} maxLength={100} autoComplete="off" hint="Such as consecutive, Tajik–English, or none needed" />
    </>
  )
}
