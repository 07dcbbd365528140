/** The times of day and durations that a text prints. */
import type { ClockContext } from '#app/domain/intake/dates.ts'
import { eachLine, tokensOf } from '#app/domain/intake/clock-tokens.ts'
import { readDates } from '#app/domain/intake/dates-read.ts'
import { readTimes } from '#app/domain/intake/times-read.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'
import type { TimeRead } from '#app/domain/intake/times-read.ts'
import type { Confidence } from '#app/domain/intake/draft.ts'
import type { Minute, Zone } from '#app/domain/time.ts'

const HALF = 720
/** Nobody begins earlier: such a time lies in the afternoon where the rows before it say so. */
const EARLIEST = 7 * 60
const LATEST_MORNING = 8 * 60

export type TimeFound = {
  /** Position in the text that was read, with the words of the time ('until', 'a.m.', '(Astana time)', '(30 min)'). */
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
export function findTimes(text: string, context: ClockContext = {}): TimeFound[] {
  const found: TimeFound[] = []
  eachLine(text, (line, at) => {
    const tokens = tokensOf(line, at)
    const taken = new Uint8Array(tokens.length)
    for (const date of readDates(tokens, context)) if (!date.weekdayOnly) taken.fill(1, date.first, date.next)
    for (const read of readTimes(tokens, context, (i) => taken[i] === 1)) found.push(timeFound(text, tokens, read))
  })
  return found
}

function timeFound(text: string, tokens: readonly Token[], read: TimeRead): TimeFound {
  const start = tokens[read.first]?.start ?? 0
  const end = tokens[read.next - 1]?.end ?? start
  const { halves } = read
  return {
    start, end, printed: text.slice(start, end),
    from: read.until ? null : (halves?.from ?? null), to: read.until ? (halves?.from ?? null) : (halves?.to ?? null),
    minutes: read.duration?.minutes ?? null, each: read.duration?.each ?? false, open: read.open, halfKnown: halves?.halfKnown ?? true,
    ...zoneOf(text, tokens, read), second: read.second.map((other) => secondOf(text, tokens, other)),
    confidence: confidenceOf(read),
  }
}

function zoneOf(text: string, tokens: readonly Token[], { zone }: TimeRead): Pick<TimeFound, 'zoneWord' | 'zone' | 'offset'> {
  if (!zone) return { zoneWord: null, zone: null, offset: null }
  const last = tokens[zone.next - 1] as Token
  const closing = last.word === ')' || last.word === ']'
  const end = (closing ? (tokens[zone.next - 2] as Token) : last).end
  return { zoneWord: text.slice((tokens[zone.first] as Token).start, end), zone: zone.zone, offset: zone.offset }
}

function secondOf(text: string, tokens: readonly Token[], read: TimeRead): TimeFound['second'][number] {
  const { zoneWord, zone, offset } = zoneOf(text, tokens, read)
  return { from: read.halves?.from ?? 0, to: read.halves?.to ?? null, zoneWord: zoneWord ?? '', zone, offset }
}

/** A single '2.15' may be a section, and a half of the day may be a guess. */
function confidenceOf(read: TimeRead): Confidence {
  const [first] = read.clocks
  if (!first) return 'sure'
  if (read.halves?.guessed) return 'likely'
  if (read.clocks.length > 1 || (first.style !== 'dot' && first.style !== 'dash' && first.style !== 'compact')) return 'sure'
  return first.style === 'dot' && first.minute < EARLIEST && first.half === null ? 'unsure' : 'likely'
}

/** Times of the rows of one day in printed order, with the afternoon put right where an agenda counts only to twelve: 11:00, 12:30, 1:30, 3:00. */
export function settleTimes(found: readonly TimeFound[]): TimeFound[] {
  let before: Minute | null = null
  return found.map((time) => {
    if (time.from === null) return time
    const late = !time.halfKnown && before !== null && time.from < EARLIEST && time.from + HALF >= before && before >= LATEST_MORNING
    const settled = late ? { ...time, from: time.from + HALF, to: time.to !== null && time.to < HALF ? time.to + HALF : time.to, confidence: 'likely' as const } : time
    before = settled.from
    return settled
  })
}
