/** Dates as they stand on a line, before anything is concluded: with weekdays, ranges and 'Day 2'. */
import { isDash, isFirst, isFree, isMark } from '#app/domain/intake/clock-tokens.ts'
import { isWord, monthOf, weekdayAt } from '#app/domain/intake/clock-words.ts'
import { figuresAt, shortEndAt } from '#app/domain/intake/dates-figures.ts'
import { dayAfterWeekday, dayMarkerAt, passMark, standsAlone, weekdayAfter, weekdayBefore } from '#app/domain/intake/dates-markers.ts'
import { dayNumberAt, joinerAt, wordedDateAt, yearAt } from '#app/domain/intake/dates-printed.ts'
import { plain, swapped } from '#app/domain/intake/dates-parts.ts'
import type { Weekday } from '#app/domain/time.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'
import type { ClockContext, DayParts } from '#app/domain/intake/dates.ts'
import type { Printed } from '#app/domain/intake/dates-printed.ts'

/** A date between two tokens. */
export type DateRead = {
  first: number
  next: number
  parts: DayParts[]
  joined: 'one' | 'range' | 'list'
  weekday: Weekday | null
  lastWeekday: Weekday | null
  dayNumber: number | null
  weekdayOnly: boolean
  /** Accepted though only two figures are printed. */
  bare: boolean
}

/** Every date of a line, in order. */
export function readDates(tokens: readonly Token[], context: ClockContext): DateRead[] {
  const found: DateRead[] = []
  for (let i = 0; i < tokens.length; i++) {
    const read = markedAt(tokens, i, context) ?? dateAt(tokens, i, context)
    if (!read) continue
    found.push(read)
    i = read.next - 1
  }
  return found
}

/** 'Day 2', with the date that may follow it: 'Day 2 – Wednesday, 5 February'. */
function markedAt(tokens: readonly Token[], i: number, context: ClockContext): DateRead | null {
  const marker = isFirst(tokens, i) ? dayMarkerAt(tokens, i) : null
  if (!marker) return null
  let at = marker.next
  while (at < marker.next + 2 && (isMark(tokens[at], ':,.(|;') || isDash(tokens[at]))) at++
  const date = at < tokens.length ? dateAt(tokens, at, { ...context, dotted: context.dotted ?? null }) : null
  if (!date) return { ...read(i, marker.next, []), dayNumber: marker.dayNumber }
  const next = isMark(tokens[at - 1], '(') && isMark(tokens[date.next], ')') ? date.next + 1 : date.next
  return { ...date, first: i, next, dayNumber: marker.dayNumber }
}

function read(first: number, next: number, parts: DayParts[]): DateRead {
  return { first, next, parts, joined: 'one', weekday: null, lastWeekday: null, dayNumber: null, weekdayOnly: false, bare: false }
}

function dateAt(tokens: readonly Token[], i: number, context: ClockContext): DateRead | null {
  const token = tokens[i] as Token
  if (token.kind === 'mark') return null
  const before = weekdayBefore(tokens, i)
  const start = before ? passMark(tokens, before.next) : i
  const printed = start < tokens.length && isFree(tokens, start) ? printedAt(tokens, start) : null
  if (!printed && before && monthOf(token)) return unmarkedAt(tokens, i)
  if (!printed) return before ? weekdayAlone(tokens, i, before) : dayWithWeekday(tokens, i)
  const date = ranged(tokens, i, start, printed)
  if (date.joined === 'range' && i > 0 && isWord(tokens[i - 1], 'fromBefore')) date.first = i - 1
  date.weekday = before?.weekday ?? date.weekday
  date.lastWeekday = before?.last ?? date.lastWeekday
  if (date.bare && !isDated(tokens, start, date, context)) return null
  return withMarker(tokens, date)
}

/** 'Mar 4': an abbreviation that one language has for a month and another for a weekday. */
function unmarkedAt(tokens: readonly Token[], i: number): DateRead | null {
  const printed = wordedDateAt(tokens, i)
  return printed && withMarker(tokens, ranged(tokens, i, i, printed))
}

/** '4 февраля – День 1', '14 March (Day 1)'. */
function withMarker(tokens: readonly Token[], date: DateRead): DateRead {
  const opened = isMark(tokens[date.next], '(')
  if (!opened && !isMark(tokens[date.next], ',:|') && !isDash(tokens[date.next])) return date
  const marker = tokens[date.next + 1] ? dayMarkerAt(tokens, date.next + 1) : null
  if (!marker || (opened && !isMark(tokens[marker.next], ')'))) return date
  return { ...date, dayNumber: marker.dayNumber, next: opened ? marker.next + 1 : marker.next }
}

function printedAt(tokens: readonly Token[], i: number): Printed | null {
  return wordedDateAt(tokens, i) ?? figuresAt(tokens, i)
}

/** The date with the weekday after it and the second half of a range. */
function ranged(tokens: readonly Token[], first: number, start: number, printed: Printed): DateRead {
  const date = withWeekday(tokens, first, printed)
  const join = printed.joined === 'one' ? joinerAt(tokens, date.next) : null
  if (!join) return date
  const iso = tokens[date.next]?.word === '/' && printed.parts[0]?.figures === 'year-first'
  if (join.joins !== 'range' && !iso) return date
  const before = weekdayBefore(tokens, join.next)
  const at = before ? passMark(tokens, before.next) : join.next
  const tight = tokens[date.next]?.word === '~' || (tokens[date.next]?.gap === 0 && tokens[at]?.gap === 0)
  const part = printed.parts[0] as DayParts
  const short = part.figures === 'year-first' && tight ? shortEndAt(tokens, at, part) : null
  const full = at < tokens.length ? printedAt(tokens, at) : null
  const last = full && (!full.bare || part.figures !== 'year-first') ? full.parts.at(-1) : short?.part
  const next = full && last !== short?.part ? full.next : short?.next
  if (!last || !next || !isAfter(part, last) || (full?.bare && last !== short?.part && date.bare !== true && !isNear(part, last))) return date
  const end = withWeekday(tokens, first, { next, parts: [last], joined: 'one', bare: last !== short?.part && full?.bare })
  return { ...date, next: end.next, parts: [part, ...end.parts], joined: 'range', lastWeekday: before?.weekday ?? end.weekday ?? date.lastWeekday, bare: date.bare && end.bare }
}

/** A weekday after the date, and a year after that: '14 October (Saturday) 2023'. '2.4(화)' begins with the month. */
function withWeekday(tokens: readonly Token[], first: number, printed: Printed): DateRead {
  const bare = printed.bare === true
  const own = weekdayAfter(tokens, printed.next)
  const date = { ...read(first, own?.next ?? printed.next, printed.parts), joined: printed.joined, weekday: own?.weekday ?? null, lastWeekday: own?.last ?? null, bare }
  if (!own) return date
  if (bare && /[\u3131-\u9fff\uac00-\ud7a3]/u.test(tokens.slice(printed.next, own.next).map((token) => token.text).join(''))) return { ...date, parts: date.parts.map((part) => (part.order ? part : { ...swapped(part), order: 'month-first' as const })) }
  const year = date.parts[0]?.year === null && tokens[own.next]?.text.length === 4 ? yearAt(tokens, own.next, '') : null
  return year ? { ...date, next: year.next, parts: date.parts.map((part) => ({ ...part, year: year.year })) } : date
}

/** False when both halves are known and the second is the earlier. */
function isAfter(first: DayParts, last: DayParts): boolean {
  if (first.year !== null && last.year !== null && first.year !== last.year) return first.year < last.year
  if (first.swappable || last.swappable || first.year === null || last.year === null) return true
  return (first.month ?? 0) * 31 + (first.day ?? 0) <= (last.month ?? 0) * 31 + (last.day ?? 0)
}

function isNear(first: DayParts, last: DayParts): boolean {
  const days = ((last.month ?? 0) - (first.month ?? 0) + 12) % 12 * 31 + (last.day ?? 0) - (first.day ?? 0)
  return days > 0 && days <= 45
}

/** Two figures are a date where a weekday, a time beside them or the rest of the text says so, or where they can be no time. */
function isDated(tokens: readonly Token[], i: number, date: DateRead, context: ClockContext): boolean {
  if (date.weekday || date.lastWeekday) return true
  const before = tokens[i - 1]
  if (before && (isWord(before, 'numbered') || (before.word === '.' && isWord(tokens[i - 2], 'numbered')))) return false
  const after = tokens[date.next]
  if (after && (isWord(after, 'counted') || isMark(after, '%'))) return false
  const [part, dotted] = [date.parts[0] as DayParts, tokens[i + 1]?.word !== '/']
  const clock = colonClock(tokens, date.next)
  if (!dotted) return isFirst(tokens, i) && !(part.day === 24 && part.month === 7) && (clock || isMark(after, '\t|:') || (isDash(after) && (after?.gap ?? 0) > 0))
  if (part.order === 'month-first') return false
  if (context.dotted) return context.dotted === 'dates'
  return clock || ((part.day ?? 0) > 23 && tokens[i + 2]?.text.length === 2 && (isFirst(tokens, i) || date.joined !== 'one'))
}

/** A time with a colon right after the date, its brackets or its cell. */
function colonClock(tokens: readonly Token[], i: number): boolean {
  let at = i
  while (at < i + 2 && isMark(tokens[at], ',|\t()')) at++
  if (isWord(tokens[at], 'fromBefore') || isWord(tokens[at], 'hourBefore')) at++
  return tokens[at]?.kind === 'number' && isMark(tokens[at + 1], ':') && tokens[at + 2]?.kind === 'number'
}

function weekdayAlone(tokens: readonly Token[], i: number, before: NonNullable<ReturnType<typeof weekdayBefore>>): DateRead | null {
  const base = { weekday: before.weekday, lastWeekday: before.last }
  const range = weekdayRange(tokens, i, before)
  if (range) return range
  const day = dayAfterWeekday(tokens, passMark(tokens, before.next))
  if (day) return { ...read(i, day.next, [plain(null, null, day.day)]), ...base }
  const marked = isFirst(tokens, i) || standsAlone(tokens, i, before)
  return marked && standsAlone(tokens, i, before) ? { ...read(i, before.next, []), ...base, weekdayOnly: true } : null
}

/** '14 (чт)', '14th (Thursday)'. */
function dayWithWeekday(tokens: readonly Token[], i: number): DateRead | null {
  const day = isFree(tokens, i) ? dayNumberAt(tokens, i) : null
  if (!day || !(isMark(tokens[day.next], '(') || (day.ordinal && isMark(tokens[day.next], ','))) || !weekdayAt(tokens[day.next + 1])) return null
  const after = weekdayAfter(tokens, day.next)
  return after && { ...read(i, after.next, [plain(null, null, day.day)]), weekday: after.weekday }
}

/** 'Monday 15 – Wednesday 17 May 2023': the first half has no month of its own. */
function weekdayRange(tokens: readonly Token[], i: number, before: NonNullable<ReturnType<typeof weekdayBefore>>): DateRead | null {
  const day = dayNumberAt(tokens, passMark(tokens, before.next))
  const join = day && joinerAt(tokens, day.next)
  const second = join?.joins === 'range' ? weekdayBefore(tokens, join.next) : null
  const printed = second ? printedAt(tokens, passMark(tokens, second.next)) : null
  const last = printed?.parts[0]
  if (!day || !second || !printed || !last || printed.bare || (last.day ?? 0) <= day.day) return null
  return { ...read(i, printed.next, [{ ...last, day: day.day, swappable: false }, { ...last, swappable: false }]), joined: 'range', weekday: before.weekday, lastWeekday: second.weekday }
}
