/** The parts of a printed day and the day that they make. */
import { isDay } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import type { DayParts } from '#app/domain/intake/dates.ts'

export function plain(year: number | null, month: number | null, day: number | null): DayParts {
  return { year, month, day, swappable: false, figures: null, order: null }
}

/** The day and the month the other way round. */
export function swapped(part: DayParts): DayParts {
  return { ...part, day: part.month, month: part.day }
}

/** null while a part is missing or when there is no such day. */
export function dayOf(part: DayParts): Day | null {
  if (part.year === null || part.month === null || part.day === null) return null
  const day = `${part.year}-${String(part.month).padStart(2, '0')}-${String(part.day).padStart(2, '0')}`
  return isDay(day) ? day : null
}
