/** Day or month first: decided over all dates of a text. */
import { daysBetween, weekdayOf } from '#app/domain/time.ts'
import { dayOf, swapped } from '#app/domain/intake/dates-parts.ts'
import type { Day } from '#app/domain/time.ts'
import type { ClockContext, DateFound, DayParts } from '#app/domain/intake/dates.ts'

type Order = 'day-first' | 'month-first'
/** `slash`: of '4/2/2020' and '4-2-2020'; `dot`: of '2.4' beside dates that begin with the year. */
type Decided = { slash: Order | null; dot: Order }

/** Further apart than this, dates in figures are not taken for one event. */
const LONGEST_EVENT = 21

/** What the whole text proves: a number above 12, a weekday, the same date in words, dates that only one order brings together. */
export function decideOrder(found: readonly DateFound[], context: ClockContext): Decided {
  const dot = found.some((date) => date.parts.some((part) => part.figures === 'year-first' && date.printed.includes('.'))) && !found.some((date) => date.parts.some((part) => part.figures === '.' && part.order === 'day-first')) ? 'month-first' : 'day-first'
  const proven = found.flatMap((date) => date.parts).find((part) => part.order !== null && (part.figures === '/' || part.figures === '-'))?.order
  const slash = proven ?? context.order ?? byWeekday(found) ?? byWords(found, context) ?? byNearness(found)
  return { slash, dot }
}

function swappables(found: readonly DateFound[]): { date: DateFound; part: DayParts }[] {
  return found.flatMap((date) => date.parts.filter((part) => part.swappable).map((part) => ({ date, part })))
}

function byWeekday(found: readonly DateFound[]): Order | null {
  const isRight = (part: DayParts, date: DateFound): boolean => {
    const day = dayOf(part)
    return day !== null && weekdayOf(day) === date.weekday
  }
  let [dayFirst, monthFirst] = [0, 0]
  for (const { date, part } of swappables(found)) {
    if (date.weekday === null || part !== date.parts[0]) continue
    if (isRight(part, date)) dayFirst++
    if (isRight(swapped(part), date)) monthFirst++
  }
  return dayFirst === monthFirst ? null : dayFirst > monthFirst ? 'day-first' : 'month-first'
}

/** The same day, or at least the month, is printed in words. */
function byWords(found: readonly DateFound[], context: ClockContext): Order | null {
  const worded = found.flatMap((date) => date.parts).filter((part) => part.figures === null || part.figures === 'year-first')
  const days = new Set(worded.map((part) => `${part.month}-${part.day}`))
  const months = new Set([...worded.map((part) => part.month), ...(context.months ?? [])])
  const all = swappables(found)
  for (const has of [(part: DayParts) => days.has(`${part.month}-${part.day}`), (part: DayParts) => months.has(part.month)]) {
    const dayFirst = all.some(({ part }) => has(part))
    const monthFirst = all.some(({ part }) => has(swapped(part)))
    if (dayFirst !== monthFirst) return dayFirst ? 'day-first' : 'month-first'
  }
  return null
}

/** One order puts every date into a few days, the other spreads them over months. */
function byNearness(found: readonly DateFound[]): Order | null {
  const all = found.flatMap((date) => date.parts).filter((part) => part.figures === '/' || part.figures === '-')
  if (all.length < 2) return null
  const dayFirst = apart(all.map(dayOf))
  const monthFirst = apart(all.map((part) => dayOf(part.swappable ? swapped(part) : part)))
  if ((dayFirst <= LONGEST_EVENT) === (monthFirst <= LONGEST_EVENT)) return null
  return dayFirst < monthFirst ? 'day-first' : 'month-first'
}

function apart(days: readonly (Day | null)[]): number {
  const known = days.filter((day) => day !== null).sort()
  const [first, last] = [known[0], known.at(-1)]
  return first === undefined || last === undefined || known.length < days.length ? Number.POSITIVE_INFINITY : daysBetween(first, last)
}

/** The parts in the decided order, and the other reading where nothing decides. */
export function reordered(date: DateFound, order: Decided): { parts: DayParts[]; other: Day | null; decided: boolean } {
  const dotted = order.dot === 'month-first' && date.bare && date.parts.every((part) => part.figures === '.' && part.order === null && (part.month ?? 13) <= 12 && (part.day ?? 13) <= 12)
  if (dotted) return { parts: date.parts.map(swapped), other: null, decided: true }
  if (!date.parts.some((part) => part.swappable)) return { parts: date.parts, other: null, decided: true }
  const turned = date.parts.map((part) => (part.swappable ? swapped(part) : part))
  if (order.slash === null) return { parts: date.parts, other: dayOf(turned[0] as DayParts), decided: false }
  return { parts: order.slash === 'month-first' ? turned : date.parts, other: null, decided: true }
}
