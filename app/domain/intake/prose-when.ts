/** When something takes place, as sentences say it: "on Tuesday morning at 9:30", "in the evening of the 17th", "на следующий день". */
import { tokensOf as clockTokensOf } from '#app/domain/intake/clock-tokens.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'
import { isWord, weekdayAt } from '#app/domain/intake/clock-words.ts'
import { findDates } from '#app/domain/intake/dates.ts'
import type { ClockContext, DateFound } from '#app/domain/intake/dates.ts'
import { DEADLINE_WORDS, NEXT_DAY_WORDS, WHEN_WORDS } from '#app/domain/intake/languages/programme.ts'
import { findCities } from '#app/domain/intake/places.ts'
import { findTimes } from '#app/domain/intake/times.ts'
import type { TimeFound } from '#app/domain/intake/times.ts'
import { meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'
import { addDays, WEEKDAYS, weekdayOf } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'

/** A day, an hour or both; `start` and `end` with the words that lead to them. Positions are those of the text. */
export type When = { start: number; end: number; date: DateFound | null; time: TimeFound | null; deadline: boolean }
/** What was told so far: the last day, and a day near which an untold one must lie. */
export type Told = { day: Day | null; near: Day | null }

type Part = { start: number; end: number; date?: DateFound; time?: TimeFound }

const LONGEST_BETWEEN = 32
/** "at 10", "в 15": hours without minutes, which only sentences print. A smaller hour is one of the afternoon. */
const BARE_HOUR = /(?<![\p{L}\d])(?:at|в|à|um) {1,2}(\d{1,2})(?=[,;.)!?]|$| (?![\d%°€$]))/giu
const FIRST_HOUR = 7
const ORDINALS = ['st', 'nd', 'rd', 'th', 'го', 'е', 'числа']

export function whensIn(text: string, context: ClockContext, told: Told): When[] {
  const tokens = clockTokensOf(text, 0)
  const dates = withUntold(findDates(text, context).filter(({ weekdayOnly }) => !weekdayOnly), text, tokens)
  const times = withBareHours(findTimes(text, context), dates, text)
  const parts: Part[] = [...dates.map((date) => ({ start: date.start, end: date.end, date })), ...times.map((time) => ({ start: time.start, end: time.end, time }))]
  const whens = merged(parts.sort((a, b) => a.start - b.start), text)
  for (const when of whens) if (when.date) when.date = settled(when.date, told)
  return whens.map((when) => widened(when, text))
}

/** Weekdays, "the 17th" and "the next day" wherever they stand; «Душанбе» with its capital is the city. */
function withUntold(dates: DateFound[], text: string, tokens: readonly Token[]): DateFound[] {
  const cities = findCities(text)
  const isFree = (start: number): boolean => [...dates, ...cities].every((taken) => start < taken.start || start >= taken.end)
  const untold: DateFound[] = []
  for (const [i, token] of tokens.entries()) {
    const weekday = weekdayAt(token)
    if (weekday && !weekday.short && isFree(token.start)) untold.push(untoldDate(text, token.start, token.end, { weekday: WEEKDAYS[weekday.index] ?? null, weekdayOnly: true }))
    const after = tokens[i + 1]?.word === '-' ? tokens[i + 2] : tokens[i + 1]
    if (token.kind === 'number' && token.value > 0 && token.value < 32 && after && ORDINALS.includes(after.word) && (after.gap === 0 || after.word === 'числа') && isFree(token.start)) untold.push(untoldDate(text, token.start, after.end, { parts: [{ year: null, month: null, day: token.value, swappable: false, figures: null, order: null }] }))
  }
  for (const { start, end } of meaningsIn(text, NEXT_DAY_WORDS)) if (isFree(start)) untold.push(untoldDate(text, start, end, { dayNumber: 0 }))
  return [...dates, ...untold].sort((a, b) => a.start - b.start)
}

function untoldDate(text: string, start: number, end: number, known: Partial<DateFound>): DateFound {
  return { start, end, printed: text.slice(start, end), days: [], weekday: null, lastWeekday: null, otherDay: null, yearPrinted: false, weekdayOnly: false, bare: false, dayNumber: null, confidence: 'likely', parts: [], joined: 'one', ...known }
}

function withBareHours(times: TimeFound[], dates: readonly DateFound[], text: string): TimeFound[] {
  const bare: TimeFound[] = []
  for (const found of text.matchAll(BARE_HOUR)) {
    const [start, end] = [found.index, found.index + found[0].length]
    const hour = Number(found[1])
    const isTaken = [...times, ...dates].some((other) => start < other.end && end > other.start)
    const next = clockTokensOf(text.slice(end, end + 40), 0)[0]
    if (isTaken || hour === 0 || hour > 23 || isWord(next, 'counted') || text[end - 1] === '.' && /\d/.test(text[end] ?? '')) continue
    bare.push({ start: end - String(found[1]).length, end, printed: String(found[1]), from: (hour < FIRST_HOUR ? hour + 12 : hour) * 60, to: null, minutes: null, each: false, open: false, halfKnown: true, zoneWord: null, zone: null, offset: null, second: [], confidence: 'likely' })
  }
  return [...times.filter(({ from, to }) => from !== null || to !== null), ...bare]
}

/** "Sunday evening, 13 April", "on Monday at 10:00": what has nothing but words of time between is one. */
function merged(parts: readonly Part[], text: string): When[] {
  const whens: When[] = []
  for (const { start, end, date, time } of parts) {
    const last = whens.at(-1)
    const between = last ? text.slice(last.end, start) : ''
    const isOne = last && between.length <= LONGEST_BETWEEN && !/[;.!?–—]/.test(between) && isOnlyWhen(between) && !(time && last.time) && !(date && last.date && !agree(last.date, date))
    if (last && isOne) Object.assign(last, { end, date: oneDate(last.date, date ?? null), time: last.time ?? time ?? null })
    else whens.push({ start, end, date: date ?? null, time: time ?? null, deadline: false })
  }
  return whens
}

/** Of a weekday and its date. */
function oneDate(first: DateFound | null, second: DateFound | null): DateFound | null {
  if (!first || !second) return first ?? second
  const [bare, full] = first.weekdayOnly || first.dayNumber !== null ? [first, second] : [second, first]
  return { ...full, weekday: full.weekday ?? bare.weekday }
}

function agree(a: DateFound, b: DateFound): boolean {
  return a.weekdayOnly !== b.weekdayOnly || a.dayNumber !== null
}

function isOnlyWhen(text: string): boolean {
  const words = tokensOf(text)
  return meaningsIn(words, WHEN_WORDS).reduce((sum, { words: length }) => sum + length, 0) >= words.length
}

/** With the words around it that belong to it. */
function widened(when: When, text: string): When {
  let { start, end } = when
  for (const token of tokensOf(text.slice(Math.max(0, start - LONGEST_BETWEEN), start)).toReversed()) {
    const at = Math.max(0, when.start - LONGEST_BETWEEN) + token.start
    if (meaningsIn([token], WHEN_WORDS).length === 0 || text.slice(at + token.end - token.start, start).trim() !== '') break
    start = at
  }
  const after = tokensOf(text.slice(end, end + LONGEST_BETWEEN))
  for (const [i, token] of after.entries()) {
    const from = when.end + token.start
    if (meaningsIn([token], WHEN_WORDS).length === 0 || text.slice(end, from).trim() !== '' || i > 3) break
    end = when.end + token.end
  }
  return { ...when, start, end: trimmedEnd(text, when.end, end), deadline: isDeadline(text.slice(Math.max(0, when.start - LONGEST_BETWEEN), when.start)) }
}

/** Words behind it that lead to the next thing ("at 10:00 in the ministry") are not its own. */
function trimmedEnd(text: string, own: number, end: number): number {
  const words = tokensOf(text.slice(own, end))
  const last = words.findLast(({ word }) => word.length > 3)
  return last ? own + last.end : own
}

/** The words before it end in "by", "no later than", «до». */
function isDeadline(before: string): boolean {
  const words = tokensOf(before)
  const last = meaningsIn(words, DEADLINE_WORDS).at(-1)
  return last !== undefined && words.slice(last.index + last.words).every((token) => meaningsIn([token], WHEN_WORDS).length > 0)
}

/** A weekday, a day without its month or "the next day", found from the day told before. */
function settled(date: DateFound, told: Told): DateFound {
  const day = date.days.length > 0 ? null : foundFrom(date, told)
  const found = day ? { ...date, days: [day] } : date
  if (found.days.length > 0) told.day = found.days[0] as Day
  return found
}

function foundFrom(date: DateFound, { day, near }: Told): Day | null {
  const from = day ?? near
  if (!from) return null
  if (date.dayNumber === 0) return day ? addDays(day, 1) : null
  const number = date.parts[0]?.day ?? null
  const fits = (candidate: Day): boolean => (number !== null ? Number(candidate.slice(8)) === number : date.weekday !== null && weekdayOf(candidate) === date.weekday)
  const ahead = Array.from({ length: number !== null ? 31 : 7 }, (_, i) => addDays(from, i)).find(fits)
  const behind = day ? undefined : Array.from({ length: 7 }, (_, i) => addDays(from, -i)).find(fits)
  return behind ?? ahead ?? null
}
