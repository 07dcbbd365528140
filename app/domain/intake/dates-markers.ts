/** What stands around a date: weekdays, 'Day 2', 'День первый'. */
import { WEEKDAYS } from '#app/domain/time.ts'
import { isDash, isFirst, isMark, isShort } from '#app/domain/intake/clock-tokens.ts'
import { countedDay, isWord, monthOf, phraseAt, weekdayAt } from '#app/domain/intake/clock-words.ts'
import { dayNumberAt, startsClock } from '#app/domain/intake/dates-printed.ts'
import type { Weekday } from '#app/domain/time.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'

export type WeekdayPrinted = { weekday: Weekday; last: Weekday | null; short: boolean; next: number }

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
/** A city of the same name as a weekday: the capital stands for the city. */
const MONDAY_OR_CITY = 'душанбе'
const MOST_DAYS = 31

/** A weekday, or two with a dash, before a date. Two Latin letters need a mark after them: 'Du, 14-mart', not 'du 14 mars'. */
export function weekdayBefore(tokens: readonly Token[], i: number): WeekdayPrinted | null {
  const found = weekdayAt(tokens[i])
  if (!found || isCity(tokens, i)) return null
  let at = afterStop(tokens, i + 1)
  if (found.short && /^[a-z]{2}$/.test(tokens[i]?.word ?? '') && at === i + 1 && !isMark(tokens[at], ',)')) return null
  let last: Weekday | null = null
  const second = isDash(tokens[at]) || isWord(tokens[at], 'to') ? weekdayAt(tokens[at + 1]) : null
  if (second) {
    last = WEEKDAYS[second.index] as Weekday
    at = afterStop(tokens, at + 2)
  }
  if (tokens[at]?.kind === 'word' && isWord(tokens[at], 'dayAfter')) at++
  return { weekday: WEEKDAYS[found.index] as Weekday, last, short: found.short, next: at }
}

/** Past the mark or article between a weekday and its date. */
export function passMark(tokens: readonly Token[], i: number): number {
  let at = i
  if (isMark(tokens[at], ',:;)|/') || isDash(tokens[at])) at++
  if (tokens[at]?.kind === 'word' && ['the', 'le', 'on'].includes(tokens[at]?.word ?? '')) at++
  return at
}

function afterStop(tokens: readonly Token[], i: number): number {
  return tokens[i]?.word === '.' && tokens[i]?.gap === 0 ? i + 1 : i
}

/** 'Душанбе, 4 марта' names the city; 'душанбе, 4 марти', '(душанбе)' and 'рӯзи душанбе' the day. */
function isCity(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token
  if (token.word !== MONDAY_OR_CITY || token.text[0] === 'д') return false
  return !(isMark(tokens[i - 1], '(') && isMark(tokens[i + 1], ')')) && !isWord(tokens[i - 1], 'dayBefore')
}

/** '(Tuesday)', ', вторник', 'пн', '(чт–пт)' after a date. An abbreviation must be closed off by what follows. */
export function weekdayAfter(tokens: readonly Token[], i: number): { weekday: Weekday; last: Weekday | null; next: number } | null {
  const opened = isMark(tokens[i], '([')
  const passed = opened || isMark(tokens[i], ',/') || (isDash(tokens[i]) && (tokens[i]?.gap ?? 0) > 0)
  const at = passed ? i + 1 : i
  const found = weekdayAt(tokens[at])
  if (!found || isCity(tokens, at)) return null
  let next = afterStop(tokens, at + 1)
  if (isWord(tokens[next], 'dayAfter') && !isMark(tokens[next], ')]')) next++
  const weekday = WEEKDAYS[found.index] as Weekday
  const second = opened && (isDash(tokens[next]) || isMark(tokens[next], ',')) ? weekdayAt(tokens[next + 1]) : null
  if (second) next = afterStop(tokens, next + 2)
  const last = second ? (WEEKDAYS[second.index] as Weekday) : null
  if (opened) return isMark(tokens[next], ')]') ? { weekday, last, next: next + 1 } : closed(tokens, next) ? { weekday, last, next } : null
  if (dateFollows(tokens, next)) return null
  if (found.short && (isDash(tokens[i]) || !(tokens[next] === undefined || closed(tokens, next) || (tokens[next]?.kind === 'number' && startsClock(tokens, next))))) return null
  return found.short && /^[\u3131-\u9fff\uac00-\ud7a3]$/u.test(tokens[at]?.word ?? '') ? null : { weekday, last, next }
}

function closed(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  return token === undefined || (token.kind === 'mark' && !'\'’&@#'.includes(token.word))
}

/** The weekday belongs to the date after it. */
function dateFollows(tokens: readonly Token[], i: number): boolean {
  const at = passMark(tokens, i)
  return (tokens[at]?.kind === 'number' && !startsClock(tokens, at) && isShort(tokens[at]) && (monthOf(tokens[at + 1]) > 0 || isMark(tokens[at + 1], './'))) || monthOf(tokens[at]) > 0
}

/** A weekday without a date counts where it heads a line, a cell or a bracket, or closes one. */
export function standsAlone(tokens: readonly Token[], i: number, found: WeekdayPrinted): boolean {
  const [token, after] = [tokens[i] as Token, tokens[found.next]]
  const closes = after === undefined || isMark(after, ':,.)|\t;') || isDash(after)
  const clock = after?.kind === 'number' && startsClock(tokens, found.next)
  if (!found.short) return isFirst(tokens, i) ? closes || clock || after?.kind === 'number' || after?.kind === 'word' && !/^\p{Lu}/u.test(after.text) : closes && isLead(tokens[i - 1])
  const latin = /^[a-z]/.test(token.word)
  if (latin && (token.word.length < 3 || token.text[0] === token.word[0])) return false
  return isFirst(tokens, i) && (closes || clock) && !/^[\u3131-\u9fff]/u.test(token.word)
}

function isLead(before: Token | undefined): boolean {
  if (before === undefined) return true
  return before.kind === 'mark' ? '(,–—-:/|\t'.includes(before.word) : ['on', 'в', 'во', 'le', 'this', 'next', 'рӯзи'].includes(before.word)
}

/** 'Thursday 14th', 'Thu 14': a day without its month after a weekday. */
export function dayAfterWeekday(tokens: readonly Token[], i: number): { day: number; next: number } | null {
  const found = dayNumberAt(tokens, i)
  if (!found || startsClock(tokens, i)) return null
  const after = tokens[found.next]
  const ends = after === undefined || isMark(after, ':,)|\t;') || (after.kind === 'mark' && isDash(after) && after.gap > 0 && tokens[found.next + 1]?.kind === 'word')
  return found.ordinal || ends ? { day: found.day, next: found.next } : null
}

/** 'Day 2', 'DAY II', 'День первый', 'Первый день', '2-kun', '2일차' here. */
export function dayMarkerAt(tokens: readonly Token[], i: number): { dayNumber: number; next: number } | null {
  const token = tokens[i] as Token
  if (token.kind === 'word') {
    const roman = isDash(tokens[i + 1]) && tokens[i + 1]?.gap === 0 ? 2 : 1
    if (ROMAN.includes(token.word) && isWord(tokens[i + roman], 'dayAfter')) return { dayNumber: ROMAN.indexOf(token.word) + 1, next: i + roman + 1 }
    if (isWord(token, 'dayBefore')) return after(dayCount(tokens[i + 1]) || numberCount(tokens, i + 1), i + 2)
    const counted = countedDay(token)
    return counted && (isWord(tokens[i + 1], 'dayAfter') || isWord(tokens[i + 1], 'dayBefore')) ? { dayNumber: counted, next: i + 2 } : null
  }
  if (!isShort(token)) return null
  const number = dayNumberAt(tokens, i)
  if (number?.ordinal && (isWord(tokens[number.next], 'dayAfter'))) return { dayNumber: number.day, next: number.next + 1 }
  const hyphen = isDash(tokens[i + 1]) && tokens[i + 1]?.gap === 0
  const word = tokens[hyphen ? i + 2 : i + 1]
  if (word?.kind !== 'word' || !isWord(word, 'dayAfter') || /^[a-z]/.test(word.word) && !hyphen || word.word === 'day' || word.word === 'tag') return null
  return after(token.value, hyphen ? i + 3 : i + 2)
}

function after(dayNumber: number, next: number): { dayNumber: number; next: number } | null {
  return dayNumber >= 1 && dayNumber <= MOST_DAYS ? { dayNumber, next } : null
}

function dayCount(token: Token | undefined): number {
  return token?.kind === 'word' ? countedDay(token) || ROMAN.indexOf(token.word) + 1 : 0
}

/** The number after 'Day', unless it is a time or the day of a date ('день 4 марта'). */
function numberCount(tokens: readonly Token[], i: number): number {
  const at = isMark(tokens[i], '№#') ? i + 1 : i
  const token = tokens[at]
  if (at > i || !isShort(token) || startsClock(tokens, at) || monthOf(tokens[at + 1]) || phraseAt(tokens, at + 1, 'minutes') > 0) return 0
  return token.value
}
