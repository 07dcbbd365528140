/** Durations as printed: '15 min', '20’', '1h30', '1,5 часа', 'half an hour', '90 дақиқа'. */
import { isDash, isFree, isMark } from '#app/domain/intake/clock-tokens.ts'
import { isWord, phraseAt } from '#app/domain/intake/clock-words.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'

export type Duration = { next: number; minutes: number; each: boolean }

const LONGEST = 24 * 60

/** `afterClock`: a time stands before it, so '1h30' is a duration. */
export function durationAt(tokens: readonly Token[], i: number, afterClock: boolean): Duration | null {
  const half = phraseAt(tokens, i, 'halfHour')
  if (half > 0) return { next: i + half, minutes: 30, each: isEach(tokens, i, i + half) }
  if (tokens[i]?.kind !== 'number' || tokens[i]?.raised || !isFree(tokens, i) || isMark(tokens[i - 1], ':')) return null
  const found = inHours(tokens, i, afterClock) ?? inMinutes(tokens, i)
  return found && found.minutes > 0 && found.minutes <= LONGEST ? { ...found, each: isEach(tokens, i, found.next) } : null
}

/** '1 h 30 min', '1h30', '1.5 hours', '2 часа'. */
function inHours(tokens: readonly Token[], i: number, afterClock: boolean): { next: number; minutes: number } | null {
  const amount = amountAt(tokens, i)
  const hyphen = isDash(tokens[amount.next]) && tokens[amount.next]?.gap === 0 && tokens[amount.next + 1]?.gap === 0 ? 1 : 0
  const length = unitAt(tokens, amount.next + hyphen, 'hours')
  if (length === 0 || amount.value > 24) return null
  const next = amount.next + hyphen + length
  const minute = tokens[next]
  if (minute?.kind === 'number' && minute.text.length <= 2 && minute.value < 60) {
    const unit = unitAt(tokens, next + 1, 'minutes')
    if (unit > 0 && amount.value > 6 && !afterClock) return null
    if (unit > 0) return { next: next + 1 + unit, minutes: amount.value * 60 + minute.value }
    const isShort = amount.value <= 4 && tokens[i]?.text.length === 1
    if (minute.gap === 0 && minute.text.length === 2) return afterClock || isShort ? { next: next + 1, minutes: amount.value * 60 + minute.value } : null
  }
  const spelled = isWord(tokens[next - 1], 'hourAfter') && /^(?:h|ч|시|uhr|o'clock)$/.test(tokens[next - 1]?.word ?? '')
  if (spelled && amount.value > 4 && !afterClock) return null
  return { next, minutes: Math.round(amount.value * 60) }
}

/** '15 min', '10–15 мин' (the longer), '45-minute', '20’'. */
function inMinutes(tokens: readonly Token[], i: number): { next: number; minutes: number } | null {
  let at = i
  const upper = isDash(tokens[i + 1]) && tokens[i + 2]?.kind === 'number' ? i + 2 : i
  if (upper > i && (unitAt(tokens, upper + 1, 'minutes') > 0 || isPrime(tokens, upper + 1))) at = upper
  const amount = tokens[at] as Token
  if (amount.text.length > 3) return null
  if (isPrime(tokens, at + 1)) return { next: at + 2, minutes: amount.value }
  const hyphen = isDash(tokens[at + 1]) && tokens[at + 1]?.gap === 0 ? 1 : 0
  const length = unitAt(tokens, at + 1 + hyphen, 'minutes')
  return length > 0 ? { next: at + 1 + hyphen + length, minutes: amount.value } : null
}

/** A whole number or one with a half: '1.5', '1,5'. */
function amountAt(tokens: readonly Token[], i: number): { value: number; next: number } {
  const whole = tokens[i] as Token
  if (whole.text.length > 2) return { value: Number.POSITIVE_INFINITY, next: i + 1 }
  const half = isMark(tokens[i + 1], '½') || (isMark(tokens[i + 1], '.,') && tokens[i + 2]?.text === '5' && tokens[i + 2]?.gap === 0)
  if (!half) return { value: whole.value, next: i + 1 }
  return { value: whole.value + 0.5, next: isMark(tokens[i + 1], '½') ? i + 2 : i + 3 }
}

function unitAt(tokens: readonly Token[], i: number, unit: 'minutes' | 'hours'): number {
  return tokens[i]?.kind === 'word' ? phraseAt(tokens, i, unit) : 0
}

/** The stroke for minutes: '20’', not an opening quote. */
function isPrime(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i]
  if (mark?.gap !== 0 || !isMark(mark, '\'’′´`') || mark.text.length > 1) return false
  const after = tokens[i + 1]
  return after === undefined || after.gap > 0 || (after.kind === 'mark' && !'\'’'.includes(after.word))
}

/** 'по 5 минут', '10 min each', 'до 7 минут': a limit on speakers, not the length of the row. */
function isEach(tokens: readonly Token[], first: number, next: number): boolean {
  const before = isWord(tokens[first - 1], 'each') || tokens[first - 1]?.word === 'до'
  return before || phraseAt(tokens, next, 'each') > 0
}
