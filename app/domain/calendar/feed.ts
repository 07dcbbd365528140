/** What a calendar feed holds: the events of a mission, a stop or a person as they stand, without addresses and without anything internal. */
import { factsOf, invitable } from '#app/domain/calendar/facts.ts'
import type { EngagementFacts, Slot } from '#app/domain/calendar/facts.ts'
import { textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { Language } from '#app/domain/calendar/texts/texts.ts'
import { calendarWords, placeWords } from '#app/domain/calendar/wording.ts'
import type { Instant } from '#app/domain/time.ts'

export const FEED_KINDS = ['mission', 'stop', 'person'] as const
export type FeedKind = (typeof FEED_KINDS)[number]

/** One event. `stampMs` is its last change, so that the same event is the same bytes at any time (RFC 5545, 3.8.7.2, for objects without METHOD). */
export type FeedEvent = {
  uid: string
  sequence: number
  stampMs: Instant
  startMs: Instant
  endMs: Instant | null
  title: string
  description: string
  place: string
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
}

/** What takes part in a feed; `slots`, `roles` and `language` are the person's own, empty and the usual one in feeds of many. */
export type FeedSource = { id: string; engagement: EngagementFacts; slots: readonly Slot[]; roles: readonly string[]; language: Language; revision: number; changedMs: Instant }

/** A called-off event stays, as cancelled, for so long after it would have been: calendars that ask rarely still learn of it. */
export const CANCELLED_STAYS_MS = 14 * 86_400_000

const NOBODY = { name: '', address: '' }

/** The event of an engagement; undefined while it is not agreed, has no time, or nobody needs to hear any more that it was called off. `domain` stands in the UID. */
export function feedEvent({ id, engagement, slots, roles, language, revision, changedMs }: FeedSource, domain: string, nowMs: Instant): FeedEvent | undefined {
  const state = invitable(engagement)
  const calledOff = state === 'called-off' && engagement.startMs !== null && nowMs < (engagement.endMs ?? engagement.startMs) + CANCELLED_STAYS_MS
  const took = state === 'over' && engagement.status !== 'no-show'
  if (state !== 'yes' && !calledOff && !took) return undefined
  const facts = factsOf(state === 'yes' ? engagement : { ...engagement, status: 'confirmed' }, slots, roles, NOBODY)
  return facts && {
    uid: `${id}@${domain}`, sequence: revision - 1, stampMs: changedMs, startMs: facts.startMs, endMs: facts.endMs, title: facts.title, description: calendarWords(facts, textsOf(language)), place: placeWords(facts, textsOf(language)),
    status: calledOff ? 'CANCELLED' : facts.status === 'tentative' ? 'TENTATIVE' : 'CONFIRMED',
  }
}
