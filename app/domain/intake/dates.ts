/** The dates that a text prints, with their weekdays, and what year and order they must have. */
import type { Confidence } from '#app/domain/intake/draft.ts'
import type { Day, Weekday } from '#app/domain/time.ts'

/** A day as printed: whatever is not printed is null. `swappable`: written in figures so that day and month may be the other way round. */
export type DayParts = { year: number | null; month: number | null; day: number | null; swappable: boolean }

/** What a text as a whole says about its dates and times; all of it may be unknown. Made by `clockContextOf`. */
export type ClockContext = {
  /** The year of dates that print none. */
  year?: number | null
  /** The order of figures, as decided elsewhere in the text. */
  order?: 'day-first' | 'month-first' | null
  /** Days that the text is known to be about: weekdays alone, 'Thursday 14th' and 'Day 2' are found among them. */
  days?: readonly Day[]
  /** What figures like '10.10' are where nothing beside them decides. */
  dotted?: 'dates' | 'times' | null
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
  /** 2 for 'Day 2'. */
  dayNumber: number | null
  confidence: Confidence
  /** What is printed, in order; two of a range, all of a list. */
  parts: DayParts[]
  joined: 'one' | 'range' | 'list'
}

/** Every date of a text, in order, settled with what this text and its context say. Positions are relative to `text`. */
export declare function findDates(text: string, context?: ClockContext): DateFound[]

/** The same dates, in the same order, with years, order of figures, weekdays alone and 'Day 2' settled together. Give all dates of a document in their printed order. */
export declare function settleDates(found: readonly DateFound[], context?: ClockContext): DateFound[]

/** What a whole text says about its dates and times. Read once, before its lines are read. */
export declare function clockContextOf(text: string): ClockContext
