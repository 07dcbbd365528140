/** How a text as a whole prints its dates and times: asked once, before its lines are read. */
import { isDash, isFirst, isFree, isGluedPair, isMark, isShort, eachLine, tokensOf } from '#app/domain/intake/clock-tokens.ts'
import { isWord, monthOf, phraseAt } from '#app/domain/intake/clock-words.ts'
import { isYear, yearWordAt } from '#app/domain/intake/dates-printed.ts'
import { dateFound } from '#app/domain/intake/dates.ts'
import { readDates } from '#app/domain/intake/dates-read.ts'
import { knownDays, settle } from '#app/domain/intake/dates-settle.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'
import type { ClockContext, DateFound } from '#app/domain/intake/dates.ts'

type Seen = { colon: number; dottedTimes: number; dottedDates: number; compact: number; dashed: number; months: Set<number>; monthYears: number[]; headYears: number[]; lines: number }

const HEAD_LINES = 12
/** So many times with a colon make a habit. */
const HABIT = 3

/** Reads a whole text for its year, its order of figures and its way of printing times. */
export function clockContextOf(text: string): ClockContext {
  const seen: Seen = { colon: 0, dottedTimes: 0, dottedDates: 0, compact: 0, dashed: 0, months: new Set(), monthYears: [], headYears: [], lines: 0 }
  const dates: DateFound[] = []
  eachLine(text, (line, at) => {
    const tokens = tokensOf(line, at)
    if (tokens.length > 0) seen.lines++
    const read = readDates(tokens, {})
    for (const date of read) {
      if (date.bare) seen.dottedDates++
      dates.push(dateFound(text, tokens, date))
    }
    const taken = new Set(read.flatMap((date) => Array.from({ length: date.next - date.first }, (_, i) => date.first + i)))
    for (let i = 0; i < tokens.length; i++) if (!taken.has(i)) look(tokens, i, seen)
  })
  return concluded(dates, seen)
}

function concluded(dates: readonly DateFound[], seen: Seen): ClockContext {
  const year = dates.flatMap((date) => date.parts).find((part) => part.year !== null)?.year ?? seen.monthYears[0] ?? seen.headYears[0] ?? null
  const context: ClockContext = {
    year, months: [...seen.months], compact: seen.compact > 0, dashed: seen.dashed > 0, colons: seen.colon >= HABIT && seen.dottedTimes === 0,
    dotted: seen.dottedTimes > 0 && seen.dottedDates > 0 ? null : seen.dottedTimes > 0 ? 'times' : seen.dottedDates > 0 ? 'dates' : null,
  }
  return { ...context, days: knownDays(settle(dates, context)) }
}

function look(tokens: readonly Token[], i: number, seen: Seen): void {
  const token = tokens[i] as Token
  const month = monthOf(token)
  if (month) lookMonth(tokens, i, month, seen)
  if (token.kind !== 'number' || !isFree(tokens, i)) return
  if (token.text.length === 4) lookFour(tokens, i, seen)
  if (isShort(token)) lookPair(tokens, i, seen)
}

/** 'October 2023', '2023 йил октябрь'. */
function lookMonth(tokens: readonly Token[], i: number, month: number, seen: Seen): void {
  const after = isMark(tokens[i + 1], ',.') ? tokens[i + 2] : tokens[i + 1]
  const before = tokens[i - 1]?.kind === 'word' ? tokens[i - 2] : tokens[i - 1]
  for (const year of [after, before]) {
    if (year?.kind !== 'number' || year.text.length !== 4 || !isYear(year.value)) continue
    seen.months.add(month)
    seen.monthYears.push(year.value)
    return
  }
}

function lookFour(tokens: readonly Token[], i: number, seen: Seen): void {
  const token = tokens[i] as Token
  if (isYear(token.value)) {
    if (yearWordAt(tokens, i + 1) > 0) seen.monthYears.push(token.value)
    else if (seen.lines <= HEAD_LINES) seen.headYears.push(token.value)
  }
  const join = isDash(tokens[i + 1]) || isWord(tokens[i + 1], 'to')
  const last = join ? tokens[i + 2] : undefined
  const isTime = (value: number): boolean => value < 2400 && value % 100 < 60 && value % 5 === 0
  if (last?.text.length === 4 && isTime(token.value) && isTime(last.value) && token.value < last.value && !(isYear(token.value) && isYear(last.value))) seen.compact++
}

function lookPair(tokens: readonly Token[], i: number, seen: Seen): void {
  const [hour, mark, minute] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2]]
  if (!mark || mark.gap > 0 || !isGluedPair(minute) || mark.text.length > 1) return
  const valid = hour.value < 24 && minute.value < 60
  const sure = valid && (minute.value > 12 || minute.value === 0)
  if (mark.word === ':' && valid) seen.colon++
  const placed = isFirst(tokens, i) || isDash(tokens[i - 1]) || isWord(tokens[i - 1], 'fromBefore') || isWord(tokens[i - 1], 'to') || isWord(tokens[i - 1], 'hourBefore')
  if (!placed || phraseAt(tokens, i + 3, 'counted') > 0) return
  const goesOn = tokens[i + 3]?.gap === 0 && isMark(tokens[i + 3], './')
  if (mark.word === '.' && sure && !goesOn) seen.dottedTimes++
  const dashes = isDash(mark) && sure && minute.value % 5 === 0
  if (dashes && (isDash(tokens[i + 3]) || isWord(tokens[i + 3], 'to')) && isDash(tokens[i + 5]) && isGluedPair(tokens[i + 6])) seen.dashed++
}
