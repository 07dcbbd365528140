/** One date as printed: '4 February 2020', '16–17.10.2023', '2020.1.29', '2020년 2월 4일'. */
import { isDash, isGluedPair, isMark, isShort } from '#app/domain/intake/clock-tokens.ts'
import { isWord, monthOf, phraseAt } from '#app/domain/intake/clock-words.ts'
import { plain } from '#app/domain/intake/dates-parts.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'
import type { DayParts } from '#app/domain/intake/dates.ts'

/** Days of one month, before `next`. `bare`: two figures that may as well be a time or a section ('10.10'). */
export type Printed = { next: number; parts: DayParts[]; joined: 'one' | 'range' | 'list'; bare?: boolean }

const MOST_DAYS = 8

/** A date in words at this place. */
export function wordedDateAt(tokens: readonly Token[], i: number): Printed | null {
  const token = tokens[i]
  if (token?.kind === 'number') return unitsAt(tokens, i) ?? yearFirstAt(tokens, i) ?? dayFirstAt(tokens, i)
  return monthOf(token) ? monthFirstAt(tokens, i, false) : null
}

/** '4', '4th', '4-го', '1er', «14-і». */
export function dayNumberAt(tokens: readonly Token[], i: number): { day: number; next: number; ordinal: boolean } | null {
  const token = tokens[i]
  if (!isShort(token) || token.value < 1 || token.value > 31) return null
  const after = tokens[i + 1]
  const hyphen = isDash(after) && after?.gap === 0 ? 1 : 0
  const ending = tokens[i + 1 + hyphen]
  if (ending?.gap === 0 && isWord(ending, 'ordinalEndings') && !monthOf(ending)) return { day: token.value, next: i + 2 + hyphen, ordinal: true }
  const stop = isMark(after, '.') && after?.gap === 0 && after.text.length === 1 && isDash(tokens[i + 2]) && tokens[i + 3]?.kind === 'number'
  return { day: token.value, next: stop ? i + 2 : i + 1, ordinal: false }
}

/** True when the number at this place is the hour of a time: '9:30', '10.30', '9 am', '9h'. */
export function startsClock(tokens: readonly Token[], i: number): boolean {
  const [mark, minutes, after] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]]
  if (mark === undefined) return false
  if (isMark(mark, ':') && mark.gap === 0 && minutes?.kind === 'number' && minutes.gap === 0) return true
  if (isMark(mark, '.') && mark.gap === 0 && isGluedPair(minutes) && minutes.value < 60) return !(isMark(after, './') && after?.gap === 0 && tokens[i + 4]?.kind === 'number')
  if (mark.kind === 'number' && mark.raised) return true
  return phraseAt(tokens, i + 1, 'am') > 0 || phraseAt(tokens, i + 1, 'pm') > 0 || isWord(mark, 'hourAfter')
}

type DayList = { days: number[]; joined: 'one' | 'range' | 'list'; next: number }

/** '4', '16–17', 'с 16 по 17', '4, 5 and 6'. */
function dayListAt(tokens: readonly Token[], i: number): DayList | null {
  const first = dayNumberAt(tokens, i)
  if (!first) return null
  const list: DayList = { days: [first.day], joined: 'one', next: first.next }
  while (list.days.length < MOST_DAYS) {
    const join = joinerAt(tokens, list.next)
    const day = join && dayNumberAt(tokens, join.next)
    if (!join || !day || startsClock(tokens, join.next) || (list.joined !== 'one' && list.joined !== join.joins)) break
    if (join.joins === 'range' && (list.joined === 'range' || day.day <= first.day)) break
    list.days.push(day.day)
    list.joined = join.joins
    list.next = day.next
  }
  return list
}

/** What stands between two days of one date. */
export function joinerAt(tokens: readonly Token[], i: number): { joins: 'range' | 'list'; next: number } | null {
  const token = tokens[i]
  if (token === undefined) return null
  if (isDash(token) && token.text.length <= 2) return { joins: 'range', next: i + 1 }
  if (token.kind === 'word' && isWord(token, 'to')) return { joins: 'range', next: i + 1 }
  if (isMark(token, ',;/&+') && token.text.length === 1) return { joins: 'list', next: phraseAt(tokens, i + 1, 'and') ? i + 2 : i + 1 }
  return isWord(token, 'and') ? { joins: 'list', next: i + 1 } : null
}

/** '4 February 2020', '16–17 октября 2023 г.', '«23» ноября', '14-mart, 2024-yil', '4.Feb.20'. */
function dayFirstAt(tokens: readonly Token[], i: number): Printed | null {
  const list = dayListAt(tokens, i)
  if (!list) return null
  let at = isMark(tokens[i - 1], '«“„"') && isMark(tokens[list.next], '»”“"') ? list.next + 1 : list.next
  const separator = tokens[at]
  const glued = separator?.gap === 0 && (isDash(separator) || isMark(separator, './')) && separator.text.length === 1
  if (glued && (tokens[at + 1]?.gap === 0 || separator?.word === '.')) at++
  at += phraseAt(tokens, at, 'dayOfMonth')
  const month = monthOf(tokens[at])
  if (!month) return null
  return withYear(tokens, at, month, list, glued ? separator?.word ?? '' : '')
}

/** 'February 4–6, 2020', 'наурыздың 14-і'. A month that is also an English verb needs its capital. */
function monthFirstAt(tokens: readonly Token[], i: number, afterYear: boolean): Printed | null {
  const token = tokens[i] as Token
  let at = i + 1
  if (tokens[at]?.word === '.' && tokens[at]?.gap === 0) at++
  const named = phraseAt(tokens, at, 'dayOfMonth')
  at += named
  if (startsClock(tokens, at)) return null
  const list = tokens[at] && tokens[at]?.kind === 'number' ? dayListAt(tokens, at) : null
  if (!list) return null
  const year = yearAt(tokens, list.next, '')
  const lower = token.text[0] === token.text[0]?.toLowerCase()
  if (lower && !year && !named && !afterYear && /^[a-z]/.test(token.word)) return null
  return monthDays(list, monthOf(token), year)
}

function withYear(tokens: readonly Token[], at: number, month: number, list: DayList, separator: string): Printed {
  const dot = tokens[at + 1]
  const after = dot?.word === '.' && dot.gap === 0 && dot.text.length === 1 && separator !== '.' ? at + 2 : at + 1
  return monthDays({ ...list, next: after }, month, yearAt(tokens, after, separator))
}

function monthDays(list: DayList, month: number, year: { year: number; next: number } | null): Printed {
  return { next: year?.next ?? list.next, joined: list.joined, parts: list.days.map((day) => plain(year?.year ?? null, month, day)) }
}

/** A year after a date, with the words around it. `separator`: what stood between day and month. */
export function yearAt(tokens: readonly Token[], i: number, separator: string): { year: number; next: number } | null {
  let at = i
  if (isMark(tokens[at], ',') || (separator && tokens[at]?.word === separator && tokens[at]?.gap === 0) || (isDash(tokens[at]) && tokens[at]?.gap === 0 && tokens[at + 1]?.text.length === 4)) at++
  at += phraseAt(tokens, at, 'yearBefore')
  const quoted = isMark(tokens[at], '\'’‘') && tokens[at + 1]?.gap === 0
  if (quoted) at++
  const token = tokens[at]
  if (token?.kind !== 'number' || token.raised) return null
  if (token.text.length === 4 && isYear(token.value) && !clockFollows(tokens, at)) return { year: token.value, next: at + 1 + yearWordAt(tokens, at + 1) }
  const short = token.text.length === 2 && token.value >= 15 && token.value <= 60
  if (!short || startsClock(tokens, at)) return null
  const word = yearWordAt(tokens, at + 1)
  const after = tokens[at + 1]
  const closed = after === undefined || word > 0 || (after.kind === 'mark' && ',;)|\t'.includes(after.word))
  return quoted || (separator && token.gap === 0) || (closed && i === at) ? { year: 2000 + token.value, next: at + 1 + word } : null
}

export function isYear(value: number): boolean {
  return value >= 1990 && value <= 2100
}

function clockFollows(tokens: readonly Token[], i: number): boolean {
  return isMark(tokens[i + 1], ':') && tokens[i + 1]?.gap === 0 && tokens[i + 2]?.kind === 'number' && tokens[i + 2]?.gap === 0
}

/** The number of tokens of 'г.', '-yil', 'жылғы', 'йил' after a year. A single letter needs its full stop or hyphen. */
export function yearWordAt(tokens: readonly Token[], i: number): number {
  const hyphen = isDash(tokens[i]) && tokens[i]?.gap === 0 ? 1 : 0
  const word = tokens[i + hyphen]
  if (word === undefined || word.kind !== 'word' || (hyphen && word.gap > 0)) return 0
  const length = phraseAt(tokens, i + hyphen, 'yearAfter')
  if (length === 0 || (word.text.length === 1 && word.word !== 'г' && length === 1 && word.gap > 0)) return 0
  return length + hyphen
}

/** '2024 йил 14 март', '2024 жылғы 14-15 наурыз', '2024 жылдың наурыз айының 14-і'. */
function yearFirstAt(tokens: readonly Token[], i: number): Printed | null {
  const token = tokens[i] as Token
  if (token.text.length !== 4 || !isYear(token.value)) return null
  let at = i + 1 + yearWordAt(tokens, i + 1)
  if (isMark(tokens[at], ',')) at++
  const rest = monthOf(tokens[at]) ? monthFirstAt(tokens, at, true) : dayFirstAt(tokens, at)
  if (!rest || rest.parts.some((part) => part.year !== null)) return null
  return { ...rest, parts: rest.parts.map((part) => ({ ...part, year: token.value })) }
}

/** '2020년 2월 4일', '2월 4일 ~ 7일', '2020年2月4日': every number carries its unit. */
function unitsAt(tokens: readonly Token[], i: number): Printed | null {
  let at = i
  const year = unit(tokens, at, '년年')
  if (year) at += 2
  const month = unit(tokens, at, '월月')
  if (!month || month > 12) return null
  at += 2
  const first = unit(tokens, at, '일日')
  if (!first || first > 31) return null
  const parts = [plain(year || null, month, first)]
  const join = joinerAt(tokens, at + 2)
  const last = join && unit(tokens, join.next, '일日')
  if (!join || !last || last > 31) return { next: at + 2, parts, joined: 'one' }
  return { next: join.next + 2, parts: [...parts, plain(year || null, month, last)], joined: join.joins }
}

function unit(tokens: readonly Token[], i: number, units: string): number {
  const [number, word] = [tokens[i], tokens[i + 1]]
  if (number?.kind !== 'number' || word?.kind !== 'word' || !units.includes(word.word[0] ?? ' ') || /^일[차째]/.test(word.word)) return 0
  return number.value
}
