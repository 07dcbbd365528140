/** What intake understood of a text: every value with the place it was read from and how sure the reading is. Nothing here is stored or decided yet. */
import type { Day, Minute, Weekday, Zone } from '#app/domain/time.ts'

/** A piece of the text as given, in UTF-16 units: from `start`, before `end`. */
export type Span = { start: number; end: number }

/** How a value was reached: printed so, concluded from what stands around it, or one of several possible readings. */
export const CONFIDENCES = ['sure', 'likely', 'unsure'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export type Read<T> = { value: T; span: Span; confidence: Confidence }

export const DRAFT_ITEM_KINDS = ['registration', 'remarks', 'presentation', 'panel', 'discussion', 'q-and-a', 'break', 'meal', 'closing', 'other'] as const
export type DraftItemKind = (typeof DRAFT_ITEM_KINDS)[number]

export const DRAFT_MEETING_KINDS = ['meeting', 'internal', 'workshop', 'presentation', 'q-and-a', 'visit', 'meal', 'travel', 'other'] as const
export type DraftMeetingKind = (typeof DRAFT_MEETING_KINDS)[number]

/** A person as printed at one place. `name` is never split; `also` is the same name in another script of a bilingual text. */
export type PersonDraft = {
  name: Read<string>
  also: string[]
  honorific: Read<string> | null
  position: Read<string> | null
  organisation: Read<string> | null
  /** Further affiliations printed at the same place, each position and organisation where they can be told apart. */
  further: { position: string; organisation: string }[]
  /** Everything printed after the name, as printed: what a name plate shows. */
  printedTitle: string
  role: 'speaker' | 'moderator'
  /** Printed with TBC, "to be confirmed", «уточняется». */
  unconfirmed: boolean
  span: Span
}

/** A date as printed. `weekday` is what is printed beside it, right or wrong. */
export type PrintedDate = Read<Day> & { weekday: Weekday | null; /** Day and month may be the other way round: the other reading. */ otherDay: Day | null; printed: string }

export type TitleDraft = Read<string> & { language: string }

/** A row of an agenda that has a time of its own. */
export type ItemDraft = {
  /** Names the row within its text, the same each time the same text is read: the number of its first line, counted from 1, as 'L12'; 'L12b' for a second row of that line. */
  key: string
  day: Read<Day> | null
  start: Read<Minute> | null
  /** null: not printed. A value of confidence 'likely' was counted from a printed duration. */
  end: Read<Minute> | null
  title: TitleDraft
  /** The same title in another language, from a bilingual line. */
  otherTitle: TitleDraft | null
  kind: Read<DraftItemKind>
  people: PersonDraft[]
  /** Room or stream of a labelled parallel session; '' elsewhere. */
  track: string
  /** Talks, questions or remarks without a time under the row, as printed. */
  details: string[]
  /** The row only says that the event ends. */
  marksEnd: boolean
  span: Span
}

export type AgendaDraft = {
  kind: 'agenda'
  title: TitleDraft | null
  otherTitle: TitleDraft | null
  /** Every day of the event, in order. */
  days: PrintedDate[]
  venue: Read<string> | null
  city: Read<string> | null
  zone: Read<Zone> | null
  /** The hours printed in the head. */
  header: { start: Minute; end: Minute | null; span: Span } | null
  /** Only start times are printed: no gap and no end can be concluded. */
  startOnly: boolean
  moderators: PersonDraft[]
  items: ItemDraft[]
}

export type MeetingDraft = {
  key: string
  day: PrintedDate | null
  /** The day stands at an earlier row and holds on. */
  dayInherited: boolean
  start: Read<Minute> | null
  end: Read<Minute> | null
  title: TitleDraft
  otherTitle: TitleDraft | null
  kind: Read<DraftMeetingKind>
  people: PersonDraft[]
  venue: Read<string> | null
  /** The row stood in a cell where it does not belong, and was placed by what stands around it. */
  slipped: boolean
  /** 'TBC', 'tentative' and their like. */
  tentative: boolean
  span: Span
}

export type StopDraft = {
  key: string
  city: Read<string>
  country: Read<string> | null
  /** As printed: 'Nur-Sultan, Kazakhstan'. */
  printed: string
  days: PrintedDate[]
  meetings: MeetingDraft[]
}

export type ScheduleDraft = {
  kind: 'schedule'
  title: TitleDraft | null
  otherTitle: TitleDraft | null
  /** First and last day: of the printed range, else of the rows. */
  days: PrintedDate[]
  stops: StopDraft[]
}

export type Draft = AgendaDraft | ScheduleDraft
