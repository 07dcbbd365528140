/** The times of day and durations that a text prints. */
import type { ClockContext } from '#app/domain/intake/dates.ts'
import type { Confidence } from '#app/domain/intake/draft.ts'
import type { Minute, Zone } from '#app/domain/time.ts'

export type TimeFound = {
  /** Position in the text that was read, with the words of the time ('from', 'a.m.', '(Astana time)', '(30 min)'). */
  start: number
  end: number
  printed: string
  /** null for a duration alone, or where only an end is printed ('until 18:00'). */
  from: Minute | null
  /** May lie beyond midnight (1440 and more) for a range that ends the next day. */
  to: Minute | null
  /** A printed duration. */
  minutes: number | null
  /** A duration that is not that of the row: '5 min each'. */
  each: boolean
  /** '18:00~', 'from 18:00', '18:00 onwards'. */
  open: boolean
  /** a.m. or p.m. was printed, or the hour says it: nothing is left to settle. */
  halfKnown: boolean
  zoneWord: string | null
  zone: Zone | null
  /** Minutes east of UTC, where an offset is printed. */
  offset: number | null
  /** The same time in further zones, as printed beside it. */
  second: { from: Minute; to: Minute | null; zoneWord: string; zone: Zone | null; offset: number | null }[]
  confidence: Confidence
}

/** Every time and duration of a text, in order. Positions are relative to `text`; dates are never read as times. */
export declare function findTimes(text: string, context?: ClockContext): TimeFound[]

/** Times of the rows of one day in printed order, with the afternoon put right where an agenda counts only to twelve: 11:00, 12:30, 1:30, 3:00. */
export declare function settleTimes(found: readonly TimeFound[]): TimeFound[]
