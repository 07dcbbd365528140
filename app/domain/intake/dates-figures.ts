/** One date in figures: '04.02.2020', '4/2/20', '2020-02-04', '2020.1.29~2.7', '16–17.10.2023', and '16.10' where it may be one. */
import { isDash, isFirst, isMark, isShort } from '#app/domain/intake/clock-tokens.ts'
import { dayNumberAt, isYear, joinerAt, yearWordAt } from '#app/domain/intake/dates-printed.ts'
import { plain } from '#app/domain/intake/dates-parts.ts'
import type { Token } from '#app/domain/intake/clock-tokens.ts'
import type { DayParts } from '#app/domain/intake/dates.ts'
import type { Printed } from '#app/domain/intake/dates-printed.ts'

type Figures = NonNullable<DayParts['figures']>

export function figuresAt(tokens: readonly Token[], i: number): Printed | null {
  if (tokens[i]?.kind !== 'number' || tokens[i]?.raised) return null
  return yearFirst(tokens, i) ?? yearLast(tokens, i) ?? dayRange(tokens, i) ?? bare(tokens, i)
}

/** Three numbers with the same mark between them; after a full stop there may be a space. */
function three(tokens: readonly Token[], i: number): { numbers: [Token, Token, Token]; mark: Figures; next: number } | null {
  const [a, first, b, second, c] = tokens.slice(i, i + 5)
  if (!a || !first || b?.kind !== 'number' || c?.kind !== 'number' || !second || b.raised || c.raised) return null
  const mark = separatorOf(first)
  if (!mark || mark !== separatorOf(second) || first.text.length > 1 || second.text.length > 1) return null
  const loose = mark === '.' ? 1 : 0
  if (first.gap > 0 || second.gap > 0 || b.gap > loose || c.gap > loose) return null
  if (!isFour(a) && !isShort(a)) return null
  return { numbers: [a, b, c], mark, next: i + 5 }
}

function separatorOf(token: Token): Figures | null {
  if (isMark(token, './')) return token.word as Figures
  return isDash(token) && token.word !== '~' ? '-' : null
}

function isFour(token: Token): boolean {
  return token.text.length === 4 && isYear(token.value)
}

/** '2020-02-04', '2020. 1. 29.', '’20.1.29', and the short second half of '2020.1.29~2.7' or '2023.5.15~24'. */
function yearFirst(tokens: readonly Token[], i: number): Printed | null {
  const found = three(tokens, i)
  const century = isMark(tokens[i - 1], '\'’‘') && isShort(tokens[i]) && (tokens[i]?.value ?? 0) >= 15 ? 2000 : 0
  if (!found || (!century && !isFour(found.numbers[0]))) return null
  const [year, month, day] = found.numbers
  if (!isShort(month) || !isShort(day) || !fits(day.value, month.value)) return null
  const parts = [{ ...plain(century + year.value, month.value, day.value), figures: 'year-first' as const }]
  const next = isMark(tokens[found.next], '.') && found.mark === '.' && tokens[found.next]?.gap === 0 ? found.next + 1 : found.next
  return { next, parts, joined: 'one' }
}

/** The second half of a range whose first half began with the year: '2.7' or '24'. */
export function shortEndAt(tokens: readonly Token[], i: number, first: DayParts): { part: DayParts; next: number } | null {
  const [a, mark, b] = tokens.slice(i, i + 3)
  if (!isShort(a)) return null
  if (isMark(mark, './-') && isShort(b) && fits(b.value, a.value) && mark?.gap === 0) return { part: { ...first, month: a.value, day: b.value }, next: isMark(tokens[i + 3], '.') && mark?.word === '.' ? i + 4 : i + 3 }
  const clock = isMark(mark, ':') && mark?.gap === 0
  return !clock && a.value <= 31 && a.value > (first.day ?? 31) && first.figures === 'year-first' ? { part: { ...first, day: a.value }, next: i + 1 } : null
}

/** '16–17.10.2023', '16-17.10', '4,5/02/2020': days before a date in figures. */
function dayRange(tokens: readonly Token[], i: number): Printed | null {
  const first = dayNumberAt(tokens, i)
  const join = first && joinerAt(tokens, first.next)
  if (!first || !join) return null
  const rest = yearLast(tokens, join.next) ?? (tokens[join.next]?.gap === 0 ? bare(tokens, join.next) : null)
  const last = rest?.parts[0]
  if (!rest || !last || last.figures === '-' || first.day >= (last.day ?? 0)) return null
  const parts = [{ ...last, day: first.day, swappable: false }, { ...last, swappable: false }]
  return { next: rest.next, joined: join.joins, bare: rest.bare, parts }
}

/** '04.02.2020', '4/2/20', '02/14/2020'. With hyphens and a short year it may be a telephone number unless it comes first. */
function yearLast(tokens: readonly Token[], i: number): Printed | null {
  const found = three(tokens, i)
  if (!found) return null
  const [a, b, c] = found.numbers
  const long = isFour(c)
  if (!long && found.mark === '-' && !isFirst(tokens, i)) return null
  if (!isShort(a) || !isShort(b) || (!long && !(c.text.length === 2 && c.value >= 15 && c.value <= 60))) return null
  const after = tokens[found.next]
  const goesOn = after?.gap === 0 && after.kind === 'mark' && after.word === found.mark && tokens[found.next + 1]?.kind === 'number' && tokens[found.next + 1]?.gap === 0
  if (goesOn && !(found.mark === '-' && long)) return null
  const part = ordered(a.value, b.value, found.mark, long ? c.value : 2000 + c.value)
  return part && { next: found.next + yearWordAt(tokens, found.next), parts: [part], joined: 'one' }
}

/** '16.10' or '4/2': a date only with something beside it that says so. */
function bare(tokens: readonly Token[], i: number): Printed | null {
  const [a, mark, b] = tokens.slice(i, i + 3)
  if (!isShort(a) || !isShort(b) || !isMark(mark, './') || mark?.gap !== 0 || b.gap !== 0 || mark.text.length > 1) return null
  const after = tokens[i + 3]
  if (after?.gap === 0 && (after.kind === 'number' || (isMark(after, './:') && tokens[i + 4]?.kind === 'number' && tokens[i + 4]?.gap === 0))) return null
  if (mark.word === '.' && b.text.length === 1 && !isMark(after, '.(')) return null
  const part = ordered(a.value, b.value, mark.word as Figures, null)
  const word = yearWordAt(tokens, i + 3)
  const stop = isMark(after, '.') && after?.gap === 0 && after.text.length === 1 && word === 0 ? 1 : 0
  return part && { next: i + 3 + word + stop, parts: [part], joined: 'one', bare: word === 0 }
}

/** Day and month of two numbers: a number above 12 decides; with full stops the day comes first. */
function ordered(a: number, b: number, mark: Figures, year: number | null): DayParts | null {
  const [dayFirst, monthFirst] = [fits(a, b), fits(b, a)]
  if (!dayFirst && !monthFirst) return null
  const [day, month] = dayFirst ? [a, b] : [b, a]
  const both = dayFirst && monthFirst && a !== b
  const order = dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first'
  return { year, month, day, swappable: both && mark !== '.', figures: mark, order: a === b ? null : order }
}

function fits(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}
