/** The order of stops: it follows the days unless somebody says otherwise. */
import type { Day } from '#app/domain/time.ts'

export type Placed = { id: string; arriveDay: Day }

/** Where a new stop goes: after the last one that begins on or before its first day (0 is before all). */
export function placeByDay(stops: readonly Placed[], arriveDay: Day): number {
  return stops.findLastIndex((stop) => stop.arriveDay <= arriveDay) + 1
}

/** The ids in their new order, `id` standing at `place` (0 is first; beyond the end is last). A new id is added. */
export function withStopAt(ids: readonly string[], id: string, place: number): string[] {
  const others = ids.filter((other) => other !== id)
  return [...others.slice(0, Math.max(place, 0)), id, ...others.slice(Math.max(place, 0))]
}
