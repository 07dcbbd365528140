/** Takes the times and dates off the ends of a line or a cell: what is left is what the row says. */
import { findDates } from '#app/domain/intake/dates.ts'
import type { ClockContext, DateFound } from '#app/domain/intake/dates.ts'
import { LABEL_WORDS, LINK_WORDS, SECTION_WORDS } from '#app/domain/intake/languages/programme.ts'
import type { Label } from '#app/domain/intake/languages/programme-words.ts'
import { blankOf, endOf, part, stripped } from '#app/domain/intake/pieces.ts'
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
  /** What stands behind a time that is set off in the middle. */
  tail: Piece | null
}

type Clocked = { start: number; end: number; time?: TimeFound; date?: DateFound }

const BETWEEN = ' \t-–—:|,;.•·/~()[]'
const LEADERS = '-–—:|,;./·…_~ \t'
const LONGEST_LEAD = 40
const LONGEST_FILLER = 24
/** '(5+5 min)' alone says how a row is shared out. */
const SHARES = /^\(\d{1,3} ?[+x×] ?\d{1,3} ?(?:min|мин)[^)]{0,8}\)$/i
const CLOCK_LABELS: ReadonlySet<Label> = new Set(['time', 'start', 'end', 'duration', 'date'])

export function peeled(piece: Piece, context: ClockContext): Peeled {
  const clocked = clockedOf(piece, context)
  const front = frontOf(piece.text, clocked)
  const lead = front.length === 0 ? leadOf(piece, clocked) : null
  const first = lead ? [clocked[0] as Clocked, ...frontOf(piece.text, clocked.slice(1), clocked[0]?.end)] : front
  const from = first.at(-1)?.end ?? 0
  const others = clocked.slice(clocked.indexOf(first.at(-1) as Clocked) + 1)
  const last = backOf(piece.text, from, others, first)
  const to = last.length > 0 ? fillerStart(piece.text, from, (last[0] as Clocked).start) : piece.text.length
  const taken = [...first, ...last]
  const isTimed = taken.some(({ time }) => time)
  const within = others.filter((one) => !taken.includes(one) && isBracketedDuration(one, piece.text))
  const middle = isTimed || within.length > 0 ? null : middleOf(others, piece.text, from)
  const rest = restOf(blanked(piece, within), from, middle ? fillerStart(piece.text, from, middle.start) : to)
  const tail = middle ? stripped(part(piece, middle.end, to), BETWEEN, '') : null
  taken.push(...within, ...(middle ? [middle] : []))
  const times = taken.flatMap(({ time }) => (time ? [time] : []))
  return {
    dates: taken.flatMap(({ date }) => (date ? [date] : [])),
    times,
    inside: others.filter((one) => !taken.includes(one)).flatMap(({ time }) => (time ? [time] : [])),
    insideDates: others.filter((one) => !taken.includes(one)).flatMap(({ date }) => (date ? [date] : [])),
    where: times.length === 0 ? null : rest.text === '' && !lead ? 'own' : first.some(({ time }) => time) ? 'start' : 'end',
    lead, rest, tail,
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
  return first !== undefined && more.length === 0 && CLOCK_LABELS.has(first.meaning) && first.words === tokensOf(words).length
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
    if (one.start < from || !/^[\s.)\];,|:/•·–—-]{0,12}$/u.test(text.slice(one.end, to))) break
    if (!mayEnd(one, text, from, [...front, ...back])) break
    back.unshift(one)
    to = fillerStart(text, from, one.start)
  }
  return back
}

function mayEnd(one: Clocked, text: string, start: number, others: Clocked[]): boolean {
  const setOff = isSetOff(text, start, fillerStart(text, start, one.start))
  if (one.date) return !one.date.weekdayOnly && setOff
  const { from = null, to = null, minutes = null, each = false } = one.time ?? {}
  if (from === null) return minutes !== null && !each && setOff
  if (others.some(({ time }) => time && time.from !== null)) return false
  return to !== null || setOff || (one.time?.confidence === 'sure' && meaningsIn(tokensOf(text.slice(start, one.start)).slice(-1), LINK_WORDS).length === 0)
}

/** Where words that only lead to a time or a date begin: ", starts at 14:00", ", le jeudi 14 mars". */
function fillerStart(text: string, from: number, at: number): number {
  let start = at
  for (const token of tokensOf(text.slice(Math.max(from, at - LONGEST_FILLER), at)).toReversed()) {
    const [label] = meaningsIn([token], LABEL_WORDS)
    if (!(label && CLOCK_LABELS.has(label.meaning)) && meaningsIn([token], LINK_WORDS).length === 0) break
    start = Math.max(from, at - LONGEST_FILLER) + token.start
  }
  return start === at || isSetOff(text, from, start) ? start : at
}

/** "Presentation – 10:45-11:30, Mr. …": a range between two marks, beside which no other time and no date stands. */
function middleOf(others: Clocked[], text: string, from: number): Clocked | null {
  const [only, ...more] = others.filter(({ time, date }) => date || (time && time.from !== null))
  if (!only?.time || only.time.to === null || more.length > 0) return null
  return isSetOff(text, from, only.start) && /^ {0,2}[)\]]? {0,2}[,;:|–—-]/.test(text.slice(only.end)) ? only : null
}

/** "(10 min)" in the middle of a row without another time. */
function isBracketedDuration({ time, start, end }: Clocked, text: string): boolean {
  return time !== undefined && time.from === null && time.minutes !== null && !time.each && /[([]$/.test(text.slice(Math.max(0, start - 2), start + 1).trimEnd()) && /^[^\p{L}]{0,2}[)\]]/u.test(text.slice(end - 1, end + 2))
}

/** The piece with blanks where such durations stood, brackets included. */
function blanked(piece: Piece, within: Clocked[]): Piece {
  let { text } = piece
  for (const { start, end } of within) {
    const open = text.lastIndexOf('(', start) >= start - 2 ? text.lastIndexOf('(', start) : start
    const close = text.indexOf(')', end - 1)
    const until = close >= 0 && close <= end + 1 ? close + 1 : end
    text = `${text.slice(0, open)}${blankOf(until - open)}${text.slice(until)}`
  }
  return { ...piece, text }
}

/** Nothing, a mark, a bracket or wide space stands before. */
function isSetOff(text: string, from: number, at: number): boolean {
  if (text.slice(from, at).trim() === '' || text[at] === '(' || text[at] === '[') return true
  const before = text.slice(Math.max(0, at - 3), at)
  return /[-–—:|,;.([\t/…]\s{0,2}$/u.test(before) || before.endsWith('  ')
}

function restOf(piece: Piece, from: number, to: number): Piece {
  const rest = part(piece, from, to)
  const marked = from === 0 ? rest : stripped(rest, LEADERS, '')
  const head = from > 0 && /^[)\]]/.test(marked.text) ? stripped(part(marked, 1), LEADERS, '') : marked
  const tail = to < piece.text.length ? stripped(head, '', LEADERS) : head
  const closed = to < piece.text.length && /[([]$/.test(tail.text) ? stripped(part(tail, 0, tail.text.length - 1), '', LEADERS) : tail
  if (SHARES.test(closed.text) || isFiller(closed.text, false) && endOf(closed) - closed.start < 24) return part(closed, 0, 0)
  return to < piece.text.length && closed.text.lastIndexOf('(') > closed.text.lastIndexOf(')') ? { ...closed, text: `${closed.text})` } : closed
}
