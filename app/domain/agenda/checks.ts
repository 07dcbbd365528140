/**
 * Rules about the rows of a programme, whether it was just read from a text or is stored. They know nothing of either: a rule takes neutral
 * rows in the order in which they are printed and returns the rows that contradict each other. O(n log n).
 */
import type { Day, Minute } from '#app/domain/time.ts'

/** Somebody at a row, as printed there. */
export type CheckedPerson = {
  name: string
  /** The same name in another script. */
  also: readonly string[]
  /** 'Mr.'; '' when none is printed. */
  honorific: string
  /** Every organisation printed beside the name at this place. */
  organisations: readonly string[]
}

export type CheckedRow = {
  key: string
  /** null: the day of the row before it. */
  day: Day | null
  start: Minute | null
  /** null: not known. */
  end: Minute | null
  title: string
  kind: string
  /** The kind is said, and not what is left when nothing says one. */
  kindSaid: boolean
  /** Stream or room of a labelled parallel session; '' elsewhere. */
  track: string
  people: readonly CheckedPerson[]
  /** Untimed talks stand under it: it is their heading. */
  talks: boolean
  /** It only says that the event ends, and takes no time. */
  marksEnd: boolean
}

/** A row with a start; days are filled in, an end after midnight is counted on, an end that is none is null. `stream` is '' where nothing runs beside it. */
export type TimedRow<R extends CheckedRow = CheckedRow> = { row: R; at: number; day: Day; start: Minute; end: Minute | null; stream: string; heading: boolean }

const EVENING = 17 * 60
const NIGHT_ENDS = 6 * 60
const MIDNIGHT = 24 * 60
/** So many rows inside another, one after the other, make it their heading. */
const ENOUGH_INSIDE = 2
/** How late the first talk of a session may begin. */
const LATEST_FIRST = 15

/** The rows that take time, in the order of printing. */
export function timedRows<R extends CheckedRow>(rows: readonly R[]): TimedRow<R>[] {
  let day = rows.find((row) => row.day !== null)?.day ?? ''
  const timed: TimedRow<R>[] = []
  for (const [at, row] of rows.entries()) {
    day = row.day ?? day
    if (row.start === null || row.marksEnd) continue
    timed.push({ row, at, day, start: row.start, end: endAfter(row.start, row.end), stream: row.track, heading: false })
  }
  nameStreams(timed)
  for (const [at, each] of timed.entries()) each.heading = isHeading(timed, at)
  return timed
}

function endAfter(start: Minute, end: Minute | null): Minute | null {
  if (end === null || end > start) return end
  return start >= EVENING && end <= NIGHT_ENDS ? end + MIDNIGHT : null
}

/** By day and time; of equal times the longer first, as a heading stands before what it holds. */
export function byTime(a: TimedRow, b: TimedRow): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return a.start - b.start || (b.end ?? b.start) - (a.end ?? a.start) || a.at - b.at
}

/** Rows of one slot that are counted through ("Session A", "Session B"; "Секция 1", "Секция 2") run beside each other without being labelled. */
function nameStreams(timed: readonly TimedRow[]): void {
  const slots = new Map<string, TimedRow[]>()
  for (const each of timed) {
    if (each.stream !== '' || each.end === null) continue
    const key = `${each.day} ${each.start} ${each.end}`
    const known = slots.get(key)
    if (known) known.push(each)
    else slots.set(key, [each])
  }
  for (const slot of slots.values()) {
    if (slot.length < 2) continue
    const counted = slot.map(({ row }) => countedWord(row.title))
    const [first] = counted
    const distinct = new Set(counted.map((each) => each?.number))
    if (first && counted.every((each) => each?.word === first.word) && distinct.size === slot.length) for (const each of slot) each.stream = countedWord(each.row.title)?.number ?? ''
  }
}

const COUNTED = /^(?:(parallel|параллельн\p{L}{1,6})\s)?(\p{L}{3,20})\s(?:№\s?|no\.?\s)?(\d{1,2}[A-ZА-Я]?|[A-ZА-Я]|[IVX]{1,4})(?![\p{L}\p{N}])/iu

/** 'Session B: Water' → the word and what counts it. */
function countedWord(title: string): { word: string; number: string } | undefined {
  const found = COUNTED.exec(title.slice(0, 60))
  return found ? { word: (found[2] as string).toLowerCase(), number: (found[3] as string).toUpperCase() } : undefined
}

/** A row is the heading of what follows it and lies within it: its talks, or its parallel rooms. */
function isHeading(timed: readonly TimedRow[], at: number): boolean {
  const head = timed[at] as TimedRow
  if (head.end === null || head.stream !== '') return false
  const inside: TimedRow[] = []
  for (let next = at + 1; next < timed.length && inside.length <= ENOUGH_INSIDE; next++) {
    const each = timed[next] as TimedRow
    if (!holds(head, each)) break
    inside.push(each)
  }
  const [first] = inside
  if (!first) return false
  if (inside.every((each) => each.stream !== '')) return true
  if (first.start === head.start && first.end === head.end) return false
  const unnamed = head.row.people.length === 0
  if (first.start - head.start < LATEST_FIRST) return inside.length >= ENOUGH_INSIDE || unnamed
  return unnamed && inside.length > ENOUGH_INSIDE
}

/** True when the second lies within the first. */
export function holds(head: TimedRow, each: TimedRow): boolean {
  return head.day === each.day && head.end !== null && each.start >= head.start && (each.end ?? each.start) <= head.end && each.start < head.end
}

/** True when both take time at once. */
export function meet(a: TimedRow, b: TimedRow): boolean {
  return a.day === b.day && a.end !== null && b.end !== null && a.start < b.end && b.start < a.end
}
