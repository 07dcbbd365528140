/** What a mission comes to next, and what whoever opens it should do first. */
import { daysBetween, instantOf, wallOf } from '#app/domain/time.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

export const FIRST_STEPS = ['stop', 'engagement', 'people', 'invitation'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

type Beginnings = { stops: number; engagements: number; appearances: number; invitations: number }

/** The first step that a new mission still lacks; undefined when it has its first of everything. */
export function firstStep({ stops, engagements, appearances, invitations }: Beginnings): FirstStep | undefined {
  const made: Record<FirstStep, number> = { stop: stops, engagement: engagements, people: appearances, invitation: invitations }
  return FIRST_STEPS.find((step) => made[step] === 0)
}

type Dated = { day: Day; zone: Zone; startMinute: Minute | null; endMs: Instant | null; kind: string }

/** True while it has not ended: at its end, or with its day where that is not known. */
export function isAhead({ day, zone, endMs }: Dated, now: Instant): boolean {
  return now < (endMs ?? instantOf(day, 24 * 60, zone).at)
}

/** Rows of the day that it is at their own stop. */
export function ofToday<R extends Dated>(rows: readonly R[], now: Instant): R[] {
  return rows.filter((row) => wallOf(now, row.zone).day === row.day)
}

/**
 * The next to happen, and beside it what could be taken for it: after one without a time the next that has one, after one
 * with a time the first of its day without. Rows come in order; travel and meals are passed over.
 */
export function nextUp<R extends Dated>(rows: readonly R[], now: Instant): R[] {
  const meetings = rows.filter((row) => isAhead(row, now) && !['buffer', 'travel', 'meal'].includes(row.kind))
  const timed = meetings.find((row) => row.startMinute !== null)
  const untimed = meetings.find((row) => row.startMinute === null)
  if (!timed || !untimed) return meetings.slice(0, 1)
  if (timed.day === untimed.day) return [timed, untimed]
  return timed.day < untimed.day ? [timed] : [untimed, timed]
}

/** 'today', 'tomorrow', 'in 3 days', 'yesterday', '3 days ago', by the calendar of the place. */
export function dayDistance(today: Day, day: Day): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  if (Math.abs(days) === 1) return days === 1 ? 'tomorrow' : 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

export type Waiting = { mails: number; others: number; notesLate: number; notesDue: number; unanswered: number; untimed: number }
export type Act = 'send' | 'write-notes' | 'chase-answers' | 'set-times' | 'nothing'

/** What to act on when nothing contradicts itself: what people do not know yet comes before what they have not said. */
export function nextAct({ mails, others, notesLate, notesDue, unanswered, untimed }: Waiting): Act {
  if (mails + others > 0) return 'send'
  if (notesLate + notesDue > 0) return 'write-notes'
  if (unanswered > 0) return 'chase-answers'
  return untimed > 0 ? 'set-times' : 'nothing'
}
