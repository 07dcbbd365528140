/** The dates that a text prints, with their weekdays, and what year and order they must have. */
import { eachLine, tokensOf } from '#app/domain/intake/clock-tokens.ts'
import { readDates } from '#app/domain/intake/dates-read.ts'
import { settle } from '#app/domain/intake/dates-settle.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'
import type { DateRead } from '#app/domain/intake/dates-read.ts'
import type { Confidence } from '#app/domain/intake/draft.ts'
import type { Day, Weekday } from '#app/domain/time.ts'

/** A day as printed: whatever is not printed is null. */
export type DayParts = {
  year: number | null
  month: number | null
  day: number | null
  /** Written in figures so that day and month may be the other way round. */
  swappable: boolean
  /** The mark between the figures; 'year-first' for '2020.1.29' and '2020-01-29'; null for words. */
  figures: '.' | '/' | '-' | 'year-first' | null
  /** The order that the figures themselves prove. */
  order: 'day-first' | 'month-first' | null
}

/** What a text as a whole says about its dates and times; all of it may be unknown. Made by `clockContextOf` in `clock-context.ts`. */
export type ClockContext = {
  /** The year of dates that print none. */
  year?: number | null
  /** The year to suppose where the text prints none; a neighbouring year is taken when the printed weekdays fit it better. */
  defaultYear?: number | null
  /** Months that are printed without a day ('October 2023'). */
  months?: readonly number[]
  /** The order of figures, as decided elsewhere in the text. */
  order?: 'day-first' | 'month-first' | null
  /** Days that the text is known to be about: weekdays alone, 'Thursday 14th' and 'Day 2' are found among them. */
  days?: readonly Day[]
  /** What figures like '10.10' are where nothing beside them decides. */
  dotted?: 'dates' | 'times' | null
  /** Times are printed with a colon and never with a full stop: '11.30' is read as a time only in a range. */
  colons?: boolean
  /** Times are printed as '0930'. */
  compact?: boolean
  /** Times are printed as '10-30'. */
  dashed?: boolean
}

export type DateFound = {
  /** Position in the text that was read, weekday and 'Day 2' included. */
  start: number
  end: number
  printed: string
  /** The one day, or every day of a range or a list; empty while something is missing to know it. */
  days: Day[]
  /** As printed, right or wrong; of a range the weekday of its first and last day. */
  weekday: Weekday | null
  lastWeekday: Weekday | null
  /** The other reading of a day and month in figures that nothing decides. */
  otherDay: Day | null
  yearPrinted: boolean
  /** Only a weekday is printed. */
  weekdayOnly: boolean
  /** Only two figures are printed ('16.10'); what stands around them made them a date. */
  bare: boolean
  /** 2 for 'Day 2'. */
  dayNumber: number | null
  confidence: Confidence
  /** What is printed, in order; two of a range, all of a list. */
  parts: DayParts[]
  joined: 'one' | 'range' | 'list'
}

/** Every date of a text, in order, settled with what this text and its context say. Positions are relative to `text`. */
export function findDates(text: string, context: ClockContext = {}): DateFound[] {
  const found: DateFound[] = []
  eachLine(text, (line, at) => {
    const tokens = tokensOf(line, at)
    for (const read of readDates(tokens, context)) found.push(dateFound(text, tokens, read))
  })
  return settle(found, context)
}

/**
 * The same dates, in the same order, with years, order of figures, weekdays alone and 'Day 2' settled together. Give all
 * dates of a document in their printed order; what was settled before is settled anew.
 */
export function settleDates(found: readonly DateFound[], context: ClockContext = {}): DateFound[] {
  return settle(found.map((date) => ({ ...date, days: [] })), context)
}

/** A date that was read between tokens, with its place in the text; nothing is settled yet. */
export function dateFound(text: string, tokens: readonly Token[], read: DateRead): DateFound {
  const start = tokens[read.first]?.start ?? 0
  const end = tokens[read.next - 1]?.end ?? start
  const { parts, joined, weekday, lastWeekday, dayNumber, weekdayOnly, bare } = read
  return {
    start, end, printed: text.slice(start, end), days: [], weekday, lastWeekday, otherDay: null,
    yearPrinted: false, weekdayOnly, bare, dayNumber, confidence: 'unsure', parts, joined,
  }
}
