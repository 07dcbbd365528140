/** A request: a questionnaire in the hands of one organisation, from being prepared to what came back. Times are the mission's. */
import { daysBetween, wallOf } from '#app/domain/time.ts'
import type { Instant, Zone } from '#app/domain/time.ts'

export const REQUEST_STATES = ['prepared', 'sent', 'answering', 'returned', 'withdrawn'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export const CONTACT_MAX = 160
export const WORD_MAX = 1_000
/** When a deadline ends where nobody says, in minutes of the city's day. */
export const END_OF_WORK = 18 * 60

type Dated = { state: string; deadline_ms: Instant; deadline_zone: Zone }

/** Whether an answer is waited for. */
export function isOpen(state: string): boolean {
  return state === 'sent' || state === 'answering'
}

/** Whether it is waited for longer than was asked. */
export function isLate({ state, deadline_ms }: Pick<Dated, 'state' | 'deadline_ms'>, now: Instant): boolean {
  return isOpen(state) && now > deadline_ms
}

/** Days to the deadline on its city's calendar: 0 today, negative when it is past. */
export function daysLeft({ deadline_ms, deadline_zone }: Pick<Dated, 'deadline_ms' | 'deadline_zone'>, now: Instant): number {
  return daysBetween(wallOf(now, deadline_zone).day, wallOf(deadline_ms, deadline_zone).day)
}

export type Refusal = 'withdrawn' | 'returned' | 'not-sent'

/** Why an organisation cannot write any more; undefined while it can, also after the deadline. */
export function whyNotAnswer({ state }: Pick<Dated, 'state'>): Refusal | undefined {
  if (state === 'withdrawn' || state === 'returned') return state
  return undefined
}

/** Whether a request can be sent or reminded by mail. */
export function canMail({ state, contact_email }: { state: string; contact_email: string }): boolean {
  return contact_email !== '' && state !== 'withdrawn' && state !== 'returned'
}

export type RequestCounts = { all: number; prepared: number; open: number; late: number; returned: number }

export function countRequests(requests: readonly Pick<Dated, 'state' | 'deadline_ms'>[], now: Instant): RequestCounts {
  const of = (test: (one: Pick<Dated, 'state' | 'deadline_ms'>) => boolean): number => requests.filter(test).length
  return {
    all: of(({ state }) => state !== 'withdrawn'), prepared: of(({ state }) => state === 'prepared'), open: of(({ state }) => isOpen(state)),
    late: of((one) => isLate(one, now)), returned: of(({ state }) => state === 'returned'),
  }
}
