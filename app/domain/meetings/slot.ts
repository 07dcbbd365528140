/** The day and time that an engagement takes, on the clock of its stop. */
import { daysBetween, instantOf } from '#app/domain/time.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

/** Without a start it stands in the untimed row of its day; without an end nobody has said how long it takes. */
export type Slot = { day: Day; startMinute: Minute | null; endMinute: Minute | null }

export type PlacedSlot = { startMs: Instant | null; endMs: Instant | null; problem?: 'gap' | 'twice' }

/** The instants of a slot. 'gap': the clocks skip its start or end; 'twice': they show it twice and the earlier is meant. */
export function placeSlot({ day, startMinute, endMinute }: Slot, zone: Zone): PlacedSlot {
  if (startMinute === null) return { startMs: null, endMs: null }
  const start = instantOf(day, startMinute, zone)
  const end = endMinute === null ? null : instantOf(day, endMinute, zone)
  const problems = [start.problem, end?.problem]
  const problem = problems.includes('gap') ? ('gap' as const) : problems.includes('twice') ? ('twice' as const) : undefined
  return { startMs: start.at, endMs: end?.at ?? null, ...(problem ? { problem } : {}) }
}

/** What somebody means who typed over a stored slot: when only the start is another, the engagement keeps its length. */
export function meantSlot(stored: Slot, typed: Slot): Slot {
  const onlyStart = typed.startMinute !== null && stored.startMinute !== null && typed.startMinute !== stored.startMinute
    && stored.endMinute !== null && typed.endMinute === stored.endMinute
  if (!onlyStart) return typed
  return { ...typed, endMinute: (stored.endMinute as number) + (typed.startMinute as number) - (stored.startMinute as number) }
}

/** True when the end comes after the start and the slot stays within its day. */
export function isSound({ startMinute, endMinute }: Slot): boolean {
  return endMinute === null || (startMinute !== null && endMinute > startMinute && endMinute < 24 * 60)
}

/** How far what belongs to the engagement goes along: whole days, and minutes of the wall clock (0 unless both slots have a start). */
export function shiftOf(from: Slot, to: Slot): { days: number; minutes: number } {
  const minutes = from.startMinute !== null && to.startMinute !== null ? to.startMinute - from.startMinute : 0
  return { days: daysBetween(from.day, to.day), minutes }
}
