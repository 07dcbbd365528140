/** One time of day as printed: '9:30', '9.30', '09h30', '10-00', '0900', '9³⁰', '9 a.m.', 'noon', '오후 2시'. */
import { isDash, isFirst, isFree, isGluedPair, isMark, isShort } from '#app/domain/intake/clock-tokens.ts'
import { isWord, monthOf, phraseAt } from '#app/domain/intake/clock-words.ts'
import { isYear } from '#app/domain/intake/dates-printed.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'
import type { ClockContext } from '#app/domain/intake/dates.ts'

export type ClockStyle = 'colon' | 'dot' | 'hours' | 'dash' | 'compact' | 'raised' | 'word' | 'bare'
/** `minute` counts from midnight as printed: half a day is added later where p.m. says so. */
export type Clock = { next: number; minute: number; half: 'am' | 'pm' | null; style: ClockStyle; /** 'ч', 'hrs', 'Uhr' stand after it. */ hourWord: boolean }

/** What stands around the place makes forms readable that would be numbers elsewhere. */
export type Expected = { context: ClockContext; /** After a dash or a word of time: need not be free. */ second: boolean; /** 'с', 'soat' before it. */ announced: boolean }

export function clockAt(tokens: readonly Token[], i: number, expected: Expected): Clock | null {
  const token = tokens[i]
  if (token === undefined || token.kind === 'mark') return null
  if (token.kind === 'word') return wordClock(tokens, i, expected)
  if (token.raised || (!expected.second && !isFree(tokens, i))) return null
  const clock = token.text.length === 4 ? compact(tokens, i, expected) : isShort(token) ? short(tokens, i, expected) : null
  return clock && withSuffix(tokens, clock)
}

function at(hour: number, minute: number, next: number, style: ClockStyle): Clock | null {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null
  return { next, minute: hour * 60 + minute, half: null, style, hourWord: false }
}

function short(tokens: readonly Token[], i: number, expected: Expected): Clock | null {
  const [hour, mark, minute] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2]]
  if (mark?.kind === 'number' && mark.raised && mark.gap === 0) return at(hour.value, mark.value, i + 2, 'raised')
  if (mark?.gap === 0 && isMark(mark, ':') && isGluedPair(minute)) return colon(tokens, i)
  if (mark?.gap === 0 && (isMark(mark, '.') || (isMark(mark, ',') && isCommaRange(tokens, i))) && mark.text.length === 1 && isGluedPair(minute)) return dotted(tokens, i, expected)
  if (mark?.gap === 0 && isDash(mark) && mark.word !== '~' && isGluedPair(minute) && isDashed(tokens, i, expected)) return at(hour.value, minute.value, i + 3, 'dash')
  if (mark?.kind === 'word' && '시時'.includes(mark.word[0] as string) && !mark.word.startsWith('시간')) return korean(tokens, i)
  if (mark?.kind === 'word' && mark.gap <= 1 && isHourUnit(mark)) return hoursUnit(tokens, i, expected)
  return at(hour.value, 0, i + 1, 'bare')
}

/** '9:30', '09:30:00'. */
function colon(tokens: readonly Token[], i: number): Clock | null {
  const [hour, minute] = [tokens[i] as Token, tokens[i + 2] as Token]
  const seconds = isMark(tokens[i + 3], ':') && tokens[i + 3]?.gap === 0 && isGluedPair(tokens[i + 4])
  return at(hour.value, minute.value, seconds ? i + 5 : i + 3, 'colon')
}

/** '9.30', but no part of '14.03.2023', no 'Part 2.30', no '12.50 USD', no '10.30 %'. */
function dotted(tokens: readonly Token[], i: number, expected: Expected): Clock | null {
  const [hour, minute, after] = [tokens[i] as Token, tokens[i + 2] as Token, tokens[i + 3]]
  const goesOn = after?.gap === 0 && (after.kind === 'number' || (isMark(after, './') && tokens[i + 4]?.kind === 'number' && tokens[i + 4]?.gap === 0))
  const pair = isDash(after) && isShort(tokens[i + 4]) && isMark(tokens[i + 5], '.') && isGluedPair(tokens[i + 6])
  if (goesOn || (!pair && isNumbered(tokens, i)) || isCounted(tokens, i + 3) || (after?.gap === 0 && isMark(after, '%'))) return null
  if (!expected.second && !expected.announced && expected.context.dotted === 'dates' && minute.value <= 12 && minute.value > 0 && hour.value > 0) return null
  return at(hour.value, minute.value, i + 3, 'dot')
}

/** '9,00 – 9,30' at the start of a line, and its second half. */
function isCommaRange(tokens: readonly Token[], i: number): boolean {
  const isPair = (at: number): boolean => isShort(tokens[at]) && isMark(tokens[at + 1], ',') && tokens[at + 1]?.gap === 0 && isGluedPair(tokens[at + 2])
  const isRange = (at: number): boolean => isPair(at) && (tokens[at] as Token).value >= 7 && (isDash(tokens[at + 3]) || isWord(tokens[at + 3], 'to')) && isPair(at + 4)
  return [i, i - 4].some((at) => at >= 0 && isRange(at) && (isFirst(tokens, at) || isWord(tokens[at - 1], 'fromBefore')))
}

/** 'Room 12.30', '№ 9.30', 'п. 2.15', 'тел. 10-00'. */
export function isNumbered(tokens: readonly Token[], i: number): boolean {
  const stop = isMark(tokens[i - 1], '.:#') && tokens[i - 1]?.gap === 0 && tokens[i - 1]?.text.length === 1
  const before = stop ? tokens[i - 2] : tokens[i - 1]
  return isMark(tokens[i - 1], '№#$€£+') || (before !== undefined && before.word !== '.' && isWord(before, 'numbered'))
}

export function isCounted(tokens: readonly Token[], i: number): boolean {
  return isMark(tokens[i], '%$€£°') || phraseAt(tokens, i, 'counted') > 0 || (phraseAt(tokens, i, 'minutes') > 0 && tokens[i]?.kind === 'word')
}

/** '10-00': with 'с' or 'в' before it, in a range of two such, or where it heads a line and cannot be a range of two numbers. */
function isDashed(tokens: readonly Token[], i: number, { context, second, announced }: Expected): boolean {
  const [hour, minute] = [tokens[i] as Token, tokens[i + 2] as Token]
  if (hour.value > 24 || minute.value > 59 || minute.value % 5 !== 0 || isNumbered(tokens, i) || isCounted(tokens, i + 3) || monthOf(tokens[i + 3])) return false
  const pair = rangeOfDashes(tokens, i)
  const chained = isDash(tokens[i + 3]) && tokens[i + 3]?.gap === 0 && tokens[i + 4]?.kind === 'number' && tokens[i + 4]?.gap === 0
  if (second) return !chained
  if (pair) return true
  if (chained) return false
  return minute.value === 0 || context.dashed === true || (announced && minute.value !== hour.value + 1) || (isFirst(tokens, i) && minute.value > 24 && minute.value % 15 === 0)
}

/** '10-00 – 10-30', '10-00-10-30', '10-00 до 10-30'. */
function rangeOfDashes(tokens: readonly Token[], i: number): boolean {
  const joined = isDash(tokens[i + 3]) || isWord(tokens[i + 3], 'to')
  const [hour, dash, minute, after] = tokens.slice(i + 4, i + 8)
  const goesOn = isDash(after) && after?.gap === 0 && tokens[i + 8]?.gap === 0
  return joined && isShort(hour) && hour.value <= 24 && isDash(dash) && dash?.gap === 0 && isGluedPair(minute) && minute.value % 5 === 0 && minute.value < 60 && !goesOn
}

function isHourUnit(token: Token): boolean {
  return isWord(token, 'hourAfter') || isWord(token, 'hours')
}

/** '9h', '09h30', '9 ч 30 мин', '10 часов'. */
function hoursUnit(tokens: readonly Token[], i: number, expected: Expected): Clock | null {
  const [hour, unit] = [tokens[i] as Token, tokens[i + 1] as Token]
  const dot = isMark(tokens[i + 2], '.') && tokens[i + 2]?.gap === 0 ? 1 : 0
  const minute = tokens[i + 2 + dot]
  const word = phraseAt(tokens, i + 3 + dot, 'minutes')
  const after = tokens[i + 3 + dot]
  const closed = unit.text.length === 1 && (after === undefined || after.kind === 'mark' || isWord(after, 'to'))
  if (isShort(minute) && minute.text.length === 2 && minute.gap <= 1 && (minute.gap === 0 || word > 0 || closed)) {
    const clock = at(hour.value, minute.value, i + 3 + dot + word, 'hours')
    const short = hour.value <= 4 && (word > 0 || hour.text.length === 1)
    return short && !expected.announced && !expected.second ? null : clock
  }
  if (!isWord(unit, 'hourAfter')) return at(hour.value, 0, i + 1, 'bare')
  const clock = at(hour.value, 0, i + 2 + dot, 'hours')
  return clock && { ...clock, hourWord: true }
}

/** '2시 30분', '14시'. */
function korean(tokens: readonly Token[], i: number): Clock | null {
  const [hour, minute] = [tokens[i] as Token, tokens[i + 2]]
  const minutes = isShort(minute) && tokens[i + 3]?.kind === 'word' && /^[분分](?!간)/.test((tokens[i + 3] as Token).word)
  return minutes ? at(hour.value, minute.value, i + 4, 'word') : at(hour.value, tokens[i + 2]?.word === '반' ? 30 : 0, tokens[i + 2]?.word === '반' ? i + 3 : i + 2, 'word')
}

/** '0900', where a range, 'hrs' or the leading zero says that it is no year and no number. */
function compact(tokens: readonly Token[], i: number, { context, second, announced }: Expected): Clock | null {
  const { value, text } = tokens[i] as Token
  const clock = at(Math.floor(value / 100), value % 100, i + 1, 'compact')
  if (!clock || value % 5 !== 0 || isNumbered(tokens, i) || isCounted(tokens, i + 1)) return null
  if (second || isHours(tokens, i + 1)) return clock
  const joins = isDash(tokens[i + 1]) || isWord(tokens[i + 1], 'to')
  const last = joins ? tokens[i + 2] : undefined
  const pair = last?.kind === 'number' && last.text.length === 4 && last.value % 100 < 60 && last.value % 5 === 0 && last.value <= 2400
  if (pair) return isYear(value) && isYear(last.value) && !context.compact && !isHours(tokens, i + 3) ? null : clock
  if (announced && !isYear(value)) return clock
  return isFirst(tokens, i) && (text.startsWith('0') || (context.compact === true && !isYear(value))) && tokens[i + 1]?.kind !== 'number' ? clock : null
}

function isHours(tokens: readonly Token[], i: number): boolean {
  return isWord(tokens[i], 'hourAfter') || phraseAt(tokens, i, 'am') > 0 || phraseAt(tokens, i, 'pm') > 0
}

/** 'noon', 'полдень', '오후 2시'. */
function wordClock(tokens: readonly Token[], i: number, expected: Expected): Clock | null {
  const am = phraseAt(tokens, i, 'amBefore')
  const pm = phraseAt(tokens, i, 'pmBefore')
  if (am + pm > 0) {
    const next = i + (am || pm)
    const clock = tokens[next]?.kind === 'number' ? clockAt(tokens, next, { ...expected, second: true }) : null
    return clock && clock.style !== 'bare' ? { ...clock, half: am > 0 ? 'am' : 'pm' } : null
  }
  for (const [set, minute] of [['noon', 720], ['midnight', 1440]] as const) {
    const length = phraseAt(tokens, i, set)
    if (length > 0 && (expected.second || expected.announced || isFirst(tokens, i) || tokens[i - 1]?.word === 'at')) return { next: i + length, minute, half: null, style: 'word', hourWord: false }
  }
  return null
}

/** 'hrs', 'a.m.', 'noon' after a time. */
function withSuffix(tokens: readonly Token[], clock: Clock): Clock {
  const result = { ...clock }
  const unit = result.style === 'bare' || result.style === 'hours' ? 0 : phraseAt(tokens, result.next, 'hourAfter')
  if (unit > 0 && !tokens[result.next + unit]?.raised) result.next += unit
  result.hourWord ||= unit > 0
  for (const half of ['am', 'pm'] as const) {
    const length = phraseAt(tokens, result.next, half)
    if (length > 0) return { ...result, half, next: result.next + length }
  }
  const hour = Math.floor(result.minute / 60)
  const noon = hour === 12 ? phraseAt(tokens, result.next, 'noon') : 0
  const midnight = hour === 12 || hour === 0 ? phraseAt(tokens, result.next, 'midnight') : 0
  if (noon > 0) return { ...result, half: 'pm', style: result.style === 'bare' ? 'word' : result.style, next: result.next + noon }
  return midnight > 0 ? { ...result, half: 'am', style: result.style === 'bare' ? 'word' : result.style, next: result.next + midnight } : result
}
