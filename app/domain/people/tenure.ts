/** From when until when a name or a title holds; both ends may be unknown, both days belong to it. */
import { formatDayNumber } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'

export type Tenure = { fromDay: Day | null; toDay: Day | null }

/** True when it holds on a day; an unknown end is no end. */
export function holdsOn({ fromDay, toDay }: Tenure, day: Day): boolean {
  return (fromDay === null || fromDay <= day) && (toDay === null || toDay >= day)
}

/** True when the days stand in their order, or one is not known. */
export function isTenure({ fromDay, toDay }: Tenure): boolean {
  return fromDay === null || toDay === null || fromDay <= toDay
}

/** '23 Mar 2019 – 18 Sep 2022', 'since 23 Mar 2019', 'until 18 Sep 2022', '' when neither day is known. */
export function formatTenure({ fromDay, toDay }: Tenure): string {
  if (fromDay !== null && toDay !== null) return `${dayOf(fromDay)} – ${dayOf(toDay)}`
  if (fromDay !== null) return `since ${dayOf(fromDay)}`
  return toDay === null ? '' : `until ${dayOf(toDay)}`
}

/** What holds first, then the latest begun; for a list of titles or names over time. */
export function latestFirst<T extends Tenure>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => compare(b.toDay ?? '9999', a.toDay ?? '9999') || compare(b.fromDay ?? '', a.fromDay ?? ''))
}

function dayOf(day: Day): string {
  return `${formatDayNumber(day)} ${day.slice(0, 4)}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
