/** Years, order of figures and missing parts of all dates of a document, concluded together. */
import { addDays, daysBetween, daysFromTo, weekdayOf } from '#app/domain/time.ts'
import { decideOrder, reordered } from '#app/domain/intake/dates-order.ts'
import { dayOf, plain } from '#app/domain/intake/dates-parts.ts'
import type { Confidence } from '#app/domain/intake/draft.ts'
import type { Day } from '#app/domain/time.ts'
import type { ClockContext, DateFound, DayParts } from '#app/domain/intake/dates.ts'

/** A known range or gap between first and last day up to which weekdays alone are looked up. */
const LONGEST_EVENT = 62

/** See `settleDates` in `dates.ts`. */
export function settle(found: readonly DateFound[], context: ClockContext): DateFound[] {
  const years = yearsOf(found, context)
  const dated = found.map((date, i) => ({ ...date, parts: inYear(date, years[i] ?? null) }))
  const order = decideOrder(dated, context)
  const ordered = dated.map((date, i) => daysIn(date, order, context, found[i] as DateFound))
  return placed(ordered, context)
}

/** The year of each date: printed, else that of the dates before it, else of the first after it, else of the text. */
function yearsOf(found: readonly DateFound[], context: ClockContext): (number | null)[] {
  const printed = found.map((date) => date.parts.find((part) => part.year !== null)?.year ?? null)
  const first = printed.find((year) => year !== null) ?? context.year ?? byWeekday(found, context.defaultYear ?? null)
  let year = first
  let month = 0
  return found.map((date, i) => {
    const own = printed[i] ?? null
    const next = date.parts[0]?.month ?? 0
    if (own !== null) year = own
    else if (year !== null && month >= 11 && next >= 1 && next <= 2) year += 1
    else if (year !== null && month > 0 && month <= 2 && next >= 11 && printed[i - 1] !== null) year -= 1
    if (next > 0) month = date.parts.at(-1)?.month ?? next
    return year
  })
}

/** Without any printed year: the year next to the given one in which most of the printed weekdays are right. */
function byWeekday(found: readonly DateFound[], year: number | null): number | null {
  if (year === null) return null
  const right = (candidate: number): number => found.filter((date) => {
    const day = dayOf({ ...(date.parts[0] ?? NOTHING), year: candidate })
    return date.weekday !== null && day !== null && weekdayOf(day) === date.weekday
  }).length
  return [year, year - 1, year + 1].reduce((best, candidate) => (right(candidate) > right(best) ? candidate : best), year)
}

const NOTHING = plain(null, null, null)

/** Fills the year of every part; across the turn of the year the first half of a range lies in the year before. */
function inYear(date: DateFound, year: number | null): DayParts[] {
  const last = date.parts.at(-1)
  const lastYear = last?.year ?? date.parts[0]?.year ?? year
  return date.parts.map((part, i) => {
    if (part.year !== null || lastYear === null) return part
    const turns = date.joined === 'range' && (date.parts[0]?.month ?? 0) > (last?.month ?? 12)
    if (!turns) return { ...part, year: lastYear }
    return { ...part, year: last?.year == null ? lastYear + i : lastYear - 1 + i }
  })
}

function daysIn(date: DateFound, order: ReturnType<typeof decideOrder>, context: ClockContext, raw: DateFound): DateFound {
  const yearPrinted = raw.parts.some((part) => part.year !== null)
  const { parts, other, decided } = reordered(date, order)
  const days = spanned(date.joined, parts.map(dayOf).filter((day) => day !== null))
  const known = yearPrinted || context.year != null
  const confidence: Confidence = !decided ? 'unsure' : !known || date.bare ? 'likely' : 'sure'
  return { ...date, parts: raw.parts, days, otherDay: decided ? null : other, yearPrinted, confidence: days.length === 0 ? 'unsure' : confidence }
}

function spanned(joined: DateFound['joined'], days: Day[]): Day[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || joined !== 'range') return days
  return last >= first ? daysFromTo(first, last) : [first]
}

/** Days without a month, weekdays alone and 'Day 2': found among the days that are known. */
function placed(found: readonly DateFound[], context: ClockContext): DateFound[] {
  const known = context.days?.length ? [...context.days].sort() : knownDays(found)
  const counted = context.days?.length ? known : countable(found)
  let before: Day | null = null
  return found.map((date) => {
    const days = date.days.length > 0 ? date.days : missingDays(date, known, counted, before)
    if (days.length > 0) before = days[0] as Day
    return days === date.days || days.length === 0 ? date : { ...date, days, confidence: known.includes(days[0] as Day) ? 'likely' : 'unsure' }
  })
}

/** The longest printed range when most dates lie in it, else every day from the first to the last, as long as that is one event. */
export function knownDays(found: readonly DateFound[]): Day[] {
  const dated = found.filter((date) => date.days.length > 0)
  const range = dated.reduce<Day[]>((longest, { days }) => (days.length > longest.length ? days : longest), [])
  const within = dated.filter(({ days }) => (days[0] as Day) >= (range[0] as Day) && (days[0] as Day) <= (range.at(-1) as Day)).length
  if (range.length > 1 && within * 2 > dated.length) return range
  let [first, last]: [Day | null, Day | null] = [null, null]
  for (const { days } of found) {
    for (const day of days) {
      if (first === null || day < first) first = day
      if (last === null || day > last) last = day
    }
  }
  if (first === null || last === null) return []
  return daysBetween(first, last) <= LONGEST_EVENT ? daysFromTo(first, last) : [first]
}

/** The days that 'Day 1, Day 2' count through. */
function countable(found: readonly DateFound[]): Day[] {
  return (found.find((date) => date.days.length > 1) ?? found.find((date) => date.days.length > 0))?.days ?? []
}

function missingDays(date: DateFound, known: readonly Day[], counted: readonly Day[], before: Day | null): Day[] {
  const part = date.parts[0]
  if (part?.day && part.month === null) return inMonth(part.day, date, known, before)
  if (date.dayNumber !== null && counted.length > 0) {
    const nth = counted[date.dayNumber - 1] ?? (counted.length === 1 ? addDays(counted[0] as Day, date.dayNumber - 1) : undefined)
    if (nth !== undefined) return [nth]
  }
  if (date.weekday === null || known.length === 0) return []
  const fitting = known.filter((day) => weekdayOf(day) === date.weekday)
  const next = fitting.find((day) => before === null || day >= before) ?? fitting[0]
  if (next !== undefined) return [next]
  if (known.length > 1) return []
  return Array.from({ length: 6 }, (_, i) => addDays(known[0] as Day, i + 1)).filter((day) => weekdayOf(day) === date.weekday)
}

/** 'Thursday 14th' among the known days, else in the month of the date before it or the next. */
function inMonth(day: number, date: DateFound, known: readonly Day[], before: Day | null): Day[] {
  const fitting = known.filter((candidate) => Number(candidate.slice(8)) === day)
  const named = fitting.find((candidate) => weekdayOf(candidate) === date.weekday) ?? fitting[0]
  if (named) return [named]
  const base = before ?? known[0]
  if (!base) return []
  const window = daysFromTo(addDays(base, -15), addDays(base, 31)).filter((candidate) => Number(candidate.slice(8)) === day)
  const best = window.find((candidate) => weekdayOf(candidate) === date.weekday) ?? window.find((candidate) => candidate.slice(0, 7) === base.slice(0, 7)) ?? window[0]
  return best ? [best] : []
}
