/** Which stop's clock the mission lives by, and where it is on its way. */
import { daysBetween, instantOf, wallOf } from '#app/domain/time.ts'
import type { Day, Instant, Zone } from '#app/domain/time.ts'

export type StopFace = { id: string; city: string; zone: Zone; arriveDay: Day; departDay: Day }
type StopState = 'done' | 'now' | 'next'

/** The stop that the mission is at, or else the next one, or else the last; undefined when there is none. Stops come in order. */
export function stopOfClock<S extends StopFace>(stops: readonly S[], now: Instant): S | undefined {
  return stops.find((stop) => now < endOf(stop)) ?? stops.at(-1)
}

/** 'done' when its last day is over, 'now' from its first day on, else 'next'. */
export function stateOfStop(stop: StopFace, now: Instant): StopState {
  if (now >= endOf(stop)) return 'done'
  return now >= instantOf(stop.arriveDay, 0, stop.zone).at ? 'now' : 'next'
}

/** Whole days from today at the stop to its first day; negative when it has begun. */
export function daysUntil(stop: StopFace, now: Instant): number {
  return daysBetween(wallOf(now, stop.zone).day, stop.arriveDay)
}

/** Hours by which a stop's clock differs from the one before, in minutes; 0 when it does not. */
export function clockShift(previousOffset: number, offset: number): number {
  return offset - previousOffset
}

function endOf(stop: StopFace): Instant {
  return instantOf(stop.departDay, 24 * 60, stop.zone).at
}
