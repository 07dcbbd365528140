/** A guest as the operations of their pages know them: by an invitation whose link they hold, which the caller has checked. */
import { answerable } from '#app/domain/calendar/answers.ts'
import type { Given } from '#app/domain/calendar/answers.ts'
import type { Id } from '#app/domain/ids.ts'
import { missionNow } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Database } from '#db/database.server.ts'
import { factsIn, findInvitation } from '#db/invitations.server.ts'

export type Guest = NonNullable<Awaited<ReturnType<typeof findInvitation>>>
/** Why a guest cannot do something; `newer` means that the time was changed after the page was opened. */
export type CannotAnswer = 'gone' | 'stale' | 'cancelled' | 'replaced' | 'over' | 'archived' | 'newer'

/** With their honorific. */
export function nameOf(guest: Pick<Guest, 'honorific' | 'name'>): string {
  return [guest.honorific, guest.name].filter(Boolean).join(' ')
}

/** Whose act it is: no account, their name. */
export function guestScope(database: Database, guest: { mission_id: Id }, name: string, nowMs: Instant) {
  return { database, nowMs, mission: { id: guest.mission_id }, actor: { accountId: null, name, email: '', zone: 'UTC', city: '' } }
}

/** What the mission takes the time to be. */
export function guestNow(guest: Pick<Guest, 'clock_show_ms' | 'clock_from_ms'>, nowMs: Instant): Instant {
  return missionNow(guest.clock_show_ms === null || guest.clock_from_ms === null ? null : { showMs: guest.clock_show_ms, fromMs: guest.clock_from_ms }, nowMs)
}

/** Why nothing about an invitation can be said any more, whatever its time. */
export function whyNotStanding(guest: Guest): 'gone' | 'cancelled' | 'replaced' | 'archived' | undefined {
  if (guest.state === 'cancelled' || guest.state === 'replaced') return guest.state
  if (guest.archived_ms !== null) return 'archived'
  return guest.state === 'invited' ? undefined : 'gone'
}

/** Why no version of an invitation can be answered. */
export function whyClosed(guest: Guest, nowMs: Instant): ReturnType<typeof whyNotStanding> | 'over' {
  return whyNotStanding(guest) ?? (answerable({ state: guest.state, facts: factsIn(guest) }, guestNow(guest, nowMs)) ? undefined : 'over')
}

/** Why a version of an invitation cannot be answered. */
export function whyNotAnswer(guest: Guest, sequence: number, nowMs: Instant): CannotAnswer | undefined {
  return whyClosed(guest, nowMs) ?? (sequence < guest.asked_sequence || sequence > guest.sequence ? 'newer' : undefined)
}

const WORDS: Record<Given, string> = { accepted: 'accepted', tentative: 'perhaps', declined: 'declined', deputy: 'a deputy' }

/** 'accepted', 'a deputy, Name'. */
export function answerWords(answer: Given, deputy: string): string {
  return answer === 'deputy' && deputy ? `a deputy, ${deputy}` : WORDS[answer]
}
