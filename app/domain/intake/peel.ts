/** Takes the times and dates off the ends of a line or a cell: what is left is what the row says. */
import { findDates } from '#app/domain/intake/dates.ts'
import type { ClockContext, DateFound } from '#app/domain/intake/dates.ts'
import { LABEL_WORDS, SECTION_WORDS } from '#app/domain/intake/languages/programme.ts'
import { endOf, part, stripped } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { findTimes } from '#app/domain/intake/times.ts'
import type { TimeFound } from '#app/domain/intake/times.ts'
import { meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'

/** Positions of dates and times are those of the source. */
export type Peeled = {
  dates: DateFound[]
  /** Taken off the front, else off the end. */
  times: TimeFound[]
  /** In the middle of the words. */
  inside: TimeFound[]
  insideDates: DateFound[]
  where: 'start' | 'own' | 'end' | null
  /** "Session 1" before a time in the middle. */
  lead: Piece | null
  rest: Piece
}

type Clocked = { start: number; end: number; time?: TimeFound; date?: DateFound }

const BETWEEN = ' \t-–—:|,;.•·/~()[]'
const LEADERS = '-–—:|,;./·…_~ \t'
const LONGEST_LEAD = 40

export function peeled(piece: Piece, context: ClockContext): Peeled {
  const clocked = clockedOf(piece, context)
  const front = frontOf(piece.text, clocked)
  const lead = front.length === 0 ? leadOf(piece, clocked) : null
  const first = lead ? [clocked[0] as Clocked, ...frontOf(piece.text, clocked.slice(1), clocked[0]?.end)] : front
  const from = first.at(-1)?.end ?? 0
  const others = clocked.slice(clocked.indexOf(first.at(-1) as Clocked) + 1)
  const last = backOf(piece.text, from, others, first)
  const to = last[0]?.start ?? piece.text.length
  const rest = restOf(piece, from, to)
  const taken = [...first, ...last]
  const times = taken.flatMap(({ time }) => (time ? [time] : []))
  return {
    dates: taken.flatMap(({ date }) => (date ? [date] : [])),
    times,
    inside: others.filter((one) => !last.includes(one)).flatMap(({ time }) => (time ? [time] : [])),
    insideDates: others.filter((one) => !last.includes(one)).flatMap(({ date }) => (date ? [date] : [])),
    where: times.length === 0 ? null : rest.text === '' && !lead ? 'own' : first.some(({ time }) => time) ? 'start' : 'end',
    lead, rest,
  }
}

function clockedOf(piece: Piece, context: ClockContext): Clocked[] {
  const dates = findDates(piece.text, context).map((date) => ({ start: date.start, end: date.end, date: moved(date, piece.start) }))
  const times = findTimes(piece.text, context).map((time) => ({ start: time.start, end: time.end, time: moved(time, piece.start) }))
  return [...dates, ...times].sort((a, b) => a.start - b.start)
}

function moved<T extends { start: number; end: number }>(found: T, by: number): T {
  return { ...found, start: found.start + by, end: found.end + by }
}

/** What stands at the front, with nothing but marks, a number and words like "time" before and between. */
function frontOf(text: string, clocked: Clocked[], from = 0): Clocked[] {
  const front: Clocked[] = []
  let at = from
  for (const one of clocked) {
    if (!isFiller(text.slice(at, one.start), front.length === 0 && from === 0)) break
    front.push(one)
    at = one.end
  }
  return front
}

function isFiller(between: string, mayNumber: boolean): boolean {
  if (between.length > 24) return false
  const words = stripped({ text: between, start: 0 }, BETWEEN).text
  if (words === '' || (mayNumber && /^(?:№ {0,2})?\d{1,2}$/.test(words))) return true
  const [first, ...more] = meaningsIn(words, LABEL_WORDS)
  return first !== undefined && more.length === 0 && ['time', 'start', 'end', 'duration', 'date'].includes(first.meaning) && first.words === tokensOf(words).length
}

/** "Session 1 (9:00–10:30): Opening", "3. Обед 12:00–13:00": the part of an event named before its time. */
function leadOf(piece: Piece, [first]: Clocked[]): Piece | null {
  if (!first?.time || first.time.from === null || first.start > LONGEST_LEAD) return null
  const lead = stripped(part(piece, 0, first.start), BETWEEN)
  const tokens = tokensOf(lead.text)
  const isSection = meaningsIn(tokens, SECTION_WORDS).length > 0 && tokens.length <= 3
  return isSection && stripped(part(piece, first.end), BETWEEN).text !== '' ? lead : null
}

/** What stands at the end. A time alone counts only when nothing was at the front, or when it is a duration. */
function backOf(text: string, from: number, clocked: Clocked[], front: Clocked[]): Clocked[] {
  const back: Clocked[] = []
  let to = text.length
  for (const one of clocked.toReversed()) {
    if (one.start < from || !/^[\s.)\];,|:–—-]{0,12}$/u.test(text.slice(one.end, to))) break
    if (!mayEnd(one, text, [...front, ...back])) break
    back.unshift(one)
    to = one.start
  }
  return back
}

function mayEnd(one: Clocked, text: string, others: Clocked[]): boolean {
  if (one.date) return !one.date.weekdayOnly && isSetOff(text, one.start)
  const { from = null, to = null, minutes = null, each = false } = one.time ?? {}
  if (from === null) return minutes !== null && !each && isSetOff(text, one.start)
  if (others.some(({ time }) => time && time.from !== null)) return false
  return to !== null || isSetOff(text, one.start)
}

/** A mark, a bracket or wide space stands before. */
function isSetOff(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at)
  return /[-–—:|,;.(\[\t/…]\s{0,2}$/u.test(before) || before.endsWith('  ')
}

function restOf(piece: Piece, from: number, to: number): Piece {
  const rest = part(piece, from, to)
  const marked = from === 0 ? rest : stripped(rest, LEADERS, '')
  const head = from > 0 && /^[)\]]/.test(marked.text) ? stripped(part(marked, 1), LEADERS, '') : marked
  const tail = to < piece.text.length ? stripped(head, '', LEADERS) : head
  const closed = to < piece.text.length && /[([]$/.test(tail.text) ? stripped(part(tail, 0, tail.text.length - 1), '', LEADERS) : tail
  return isFiller(closed.text, false) && endOf(closed) - closed.start < 24 ? part(closed, 0, 0) : closed
}
