/** Rules about the times of a programme: rows at once, rows in another order, holes, and the hours in its head. */
import { byTime, holds, meet, timedRows } from '#app/domain/agenda/checks.ts'
import type { CheckedRow, TimedRow } from '#app/domain/agenda/checks.ts'
import type { Day, Minute } from '#app/domain/time.ts'

/** A pause shorter than this is people changing rooms. */
const SHORTEST_GAP = 15
const EVENING = 17 * 60
const MORNING_ENDS = 8 * 60
const HALF_A_DAY = 12 * 60

type Pair<R> = { earlier: R; later: R; day: Day }

/** Rows that take the same time and do not run beside each other on purpose; each row once, with the one it runs into. */
export function findOverlaps<R extends CheckedRow>(rows: readonly R[]): Pair<R>[] {
  const found: Pair<R>[] = []
  let day = ''
  let latest = new Map<string, TimedRow<R>>()
  for (const each of timedRows(rows).toSorted(byTime)) {
    if (each.day !== day) latest = new Map()
    day = each.day
    const against = ['', each.stream === '' ? ANY : each.stream, HEADING].map((key) => latest.get(key)).find((other) => other !== undefined && meet(other, each) && !isMeant(other, each))
    if (against) found.push({ earlier: against.row, later: each.row, day })
    for (const key of each.heading ? [HEADING] : each.stream === '' ? [''] : [each.stream, ANY]) keepLatest(latest, key, each)
  }
  return found
}

/** Keys of the rows that are no single stream. */
const ANY = '\u0000any'
const HEADING = '\u0000heading'

function keepLatest<R extends CheckedRow>(latest: Map<string, TimedRow<R>>, key: string, each: TimedRow<R>): void {
  const known = latest.get(key)
  if (!known || (each.end ?? 0) > (known.end ?? 0)) latest.set(key, each)
}

/** One is the heading of the other, or they begin together and only one of them is labelled. */
function isMeant(a: TimedRow, b: TimedRow): boolean {
  return isWithin(a, b) || (a.start === b.start && (a.stream === '') !== (b.stream === ''))
}

/** One is the heading of the other. */
export function isWithin(a: TimedRow, b: TimedRow): boolean {
  return (a.heading && holds(a, b)) || (b.heading && holds(b, a))
}

/** Rows that are printed after a later one. Rooms are read one after the other; after midnight and after noon a smaller number is later. */
export function findDisorder<R extends CheckedRow>(rows: readonly R[]): Pair<R>[] {
  const found: Pair<R>[] = []
  const before = new Map<string, TimedRow<R>>()
  let latestDay: TimedRow<R> | undefined
  for (const each of timedRows(rows)) {
    if (latestDay && each.day < latestDay.day) {
      if (each.day !== found.at(-1)?.day) found.push({ earlier: latestDay.row, later: each.row, day: each.day })
      continue
    }
    if (latestDay && each.day > latestDay.day) before.clear()
    latestDay = each
    const known = before.get(each.stream)
    if (known && each.start < known.start && !goesOn(known, each)) found.push({ earlier: known.row, later: each.row, day: each.day })
    else before.set(each.stream, each)
  }
  return found
}

function goesOn(before: TimedRow, each: TimedRow): boolean {
  return (before.start >= EVENING && each.start < MORNING_ENDS) || (each.start < MORNING_ENDS && each.start + HALF_A_DAY >= before.start)
}

export type Gap<R> = { before: R; after: R; day: Day; from: Minute; to: Minute }

/** A quarter of an hour or more within a day that nothing takes. Nothing is concluded behind a row without an end, nor before the evening's dinner. */
export function findGaps<R extends CheckedRow>(rows: readonly R[]): Gap<R>[] {
  const found: Gap<R>[] = []
  let last: TimedRow<R> | undefined
  let open = false
  for (const each of timedRows(rows).toSorted(byTime)) {
    if (each.day !== last?.day) [last, open] = [undefined, false]
    if (last && !open && each.start - (last.end as Minute) >= SHORTEST_GAP && !isEvening(last, each)) found.push({ before: last.row, after: each.row, day: each.day, from: last.end as Minute, to: each.start })
    open = each.end === null
    if (!open && (!last || (each.end as Minute) > (last.end as Minute))) last = each
    else if (!last) last = { ...each, end: each.start }
  }
  return found
}

/** What comes in the evening after the programme stands apart from it. */
function isEvening(before: TimedRow, each: TimedRow): boolean {
  return each.start >= EVENING && (each.row.kind === 'meal' || each.row.kind === 'other' || before.row.kind === 'closing')
}

/** May stand outside the printed hours: people arrive before, and eat or leave after. */
const AROUND: ReadonlySet<string> = new Set(['registration', 'break', 'meal', 'other'])

/** Rows before and after the programme that are looked at. */
const MOST_AROUND = 20

export type Hours = { start: Minute; end: Minute | null }
/** What the rows say instead; null on a side that agrees. */
type Mismatch<R> = { start: Minute | null; end: Minute | null; first: R; last: R }

/**
 * The hours in the head against the rows of a day. The head may begin with the registration or with the programme, and end with the programme
 * or with the meal after it; an open last row may stand at its end, or run up to it.
 */
export function findRangeMismatch<R extends CheckedRow>(rows: readonly R[], head: Hours): Mismatch<R> | undefined {
  const timed = timedRows(rows).toSorted(byTime)
  const [first] = timed
  if (!first) return undefined
  const marked = rows.findLast((row) => row.marksEnd && row.start !== null)?.start ?? undefined
  const days = new Set(timed.map((each) => each.day)).size
  const firsts = leading(timed)
  const ends = trailing(timed)
  const start = days === 1 ? !firsts.some((each) => each.start === head.start) : firsts.every((each) => each.start < head.start)
  const end = head.end !== null && !endsThere(ends, timed, head.end, marked, days)
  if (!start && !end) return undefined
  const opening = firsts.at(-1) ?? first
  const last = ends.at(-1) ?? first
  return { start: start ? opening.start : null, end: end ? (marked ?? last.end ?? last.start) : null, first: opening.row, last: last.row }
}

function endsThere(ends: readonly TimedRow[], timed: readonly TimedRow[], end: Minute, marked: Minute | undefined, days: number): boolean {
  if (days > 1) return ends.some((each) => (each.end ?? each.start) <= end)
  if (marked !== undefined) return marked === end || ends.some((each) => each.end === end)
  return ends.some((each) => (each.end === null ? each.start <= end && mayRunTo(timed, each, end) : each.end === end))
}

/** Nothing begins between a row without an end and that time. */
function mayRunTo(timed: readonly TimedRow[], each: TimedRow, end: Minute): boolean {
  return timed.every((other) => other.start <= each.start || other.start >= end)
}

/** The rows up to the first of the programme. */
function leading<R extends CheckedRow>(timed: readonly TimedRow<R>[]): TimedRow<R>[] {
  const at = timed.findIndex((each) => !AROUND.has(each.row.kind))
  return at < 0 ? timed.slice(0, 1) : timed.slice(Math.max(0, at + 1 - MOST_AROUND), at + 1)
}

/** The rows from the last of the programme on; the last is the one of the programme that ends last. */
function trailing<R extends CheckedRow>(timed: readonly TimedRow<R>[]): TimedRow<R>[] {
  const byEnd = timed.toSorted((a, b) => (a.day === b.day ? (a.end ?? a.start) - (b.end ?? b.start) || a.start - b.start : a.day < b.day ? -1 : 1))
  const at = byEnd.findLastIndex((each) => !AROUND.has(each.row.kind))
  return at < 0 ? byEnd.slice(-1) : byEnd.slice(at, at + MOST_AROUND).toReversed()
}
