/** Which change is which message: a person's last sent version against what is true now. */
import type { Answer } from '#app/domain/calendar/answers.ts'
import { differences, timeDiffers } from '#app/domain/calendar/differences.ts'
import type { Difference } from '#app/domain/calendar/differences.ts'
import type { InvitationFacts, NotInvitable } from '#app/domain/calendar/facts.ts'
import { addressKey } from '#app/domain/people/address.ts'
import { isMailable } from '#app/domain/people/mailbox.ts'
import type { Instant } from '#app/domain/time.ts'

/** What we last decided that a person should hold, and how much of it can have reached them. */
export type Held = {
  state: 'none' | 'invited' | 'cancelled'
  /** Of the last message made; −1 before the first. */
  sequence: number
  /** Where it went; '' when the person was told by other means. */
  address: string
  /** What the last message said. */
  facts: InvitationFacts | null
  /** What stands in the person's calendar now: null when nothing reached it or the cancellation did. */
  reached: InvitationFacts | null
  answer: Answer
}

export type Wanted = { facts: InvitationFacts; address: string } | { absent: NotInvitable | 'over' | 'removed' }

export type MailKind = 'invite' | 'update' | 'reschedule' | 'cancel' | 'reinvite' | 'withdraw' | 'nothing'

export type MailPlan = {
  kind: MailKind
  /** Of the message to be made; of the last one where none is made. */
  sequence: number
  asksAgain: boolean
  /** The answer that a message, now taken back, had set aside comes back. */
  answerReturns: boolean
  /** 'other': nobody can be mailed, a person tells them by phone, letter or in person. */
  by: 'mail' | 'other'
  /** A new UID for a new address; `cancelsOld` when the old one holds something. */
  newUid: boolean
  cancelsOld: boolean
  changes: Difference[]
  reason: Reason
}

export type Reason =
  | 'first' | 'again' | 'changed' | 'time-changed' | 'new-address' | 'back-before-it-left' | 'never-left'
  | 'same' | 'past' | 'not-invited' | NotInvitable | 'over' | 'removed'

/**
 * The message that one person is owed about one engagement (`calendar.md`, 5 and 6). The baseline is what was last sent,
 * never the last edit, so moved and moved back is nothing; a message that has not left yet is taken back or replaced.
 * Nothing is ever said about what is past by `clockMs`, the mission's clock.
 */
export function planMail(held: Held | null, wanted: Wanted, clockMs: Instant): MailPlan {
  if ('absent' in wanted) return planWithout(held, wanted.absent, clockMs)
  const next = (held?.sequence ?? -1) + 1
  if (isPast(wanted.facts, clockMs)) return nothing(held, 'past')
  const by = isMailable(wanted.address) ? 'mail' : 'other'
  if (!held || held.state === 'none' || held.facts === null) return plan('invite', next, 'first', { by, asksAgain: true })
  if (movedHouse(held, wanted.address)) return planNewAddress(held, wanted.facts)
  return held.reached === null ? planUnreached(held, wanted.facts, next, by) : planChange(held, held.reached, wanted.facts, next, by)
}

function planNewAddress(held: Held, facts: InvitationFacts): MailPlan {
  const changes = held.reached ? differences(held.reached, facts) : []
  return plan('invite', 0, 'new-address', { by: 'mail', asksAgain: true, newUid: true, cancelsOld: held.reached !== null, changes })
}

function planUnreached(held: Held, facts: InvitationFacts, next: number, by: MailPlan['by']): MailPlan {
  if (held.state === 'cancelled') return plan('reinvite', next, 'again', { by, asksAgain: true })
  if (held.facts && differences(held.facts, facts).length === 0) return nothing(held, 'same')
  return plan('invite', next, 'first', { by, asksAgain: true })
}

function planChange(held: Held, reached: InvitationFacts, facts: InvitationFacts, next: number, by: MailPlan['by']): MailPlan {
  if (held.state === 'invited' && held.facts && differences(held.facts, facts).length === 0) return nothing(held, 'same')
  const changes = differences(reached, facts)
  const setAside = held.facts !== null && timeDiffers(reached, held.facts)
  if (changes.length === 0) return plan('withdraw', held.sequence, 'back-before-it-left', { by, answerReturns: setAside })
  if (timeDiffers(reached, facts)) return plan('reschedule', next, 'time-changed', { by, asksAgain: true, changes })
  return plan('update', next, 'changed', { by, changes, answerReturns: setAside })
}

function planWithout(held: Held | null, reason: NotInvitable | 'over' | 'removed', clockMs: Instant): MailPlan {
  if (!held || held.state !== 'invited' || held.facts === null) return nothing(held, 'not-invited')
  if (reason === 'over') return nothing(held, 'over')
  if (held.reached === null) return plan('withdraw', held.sequence, 'never-left', { by: held.address === '' ? 'other' : 'mail' })
  if (isPast(held.reached, clockMs)) return nothing(held, 'past')
  return plan('cancel', held.sequence + 1, reason, { by: held.address === '' ? 'other' : 'mail' })
}

function movedHouse(held: Held, address: string): boolean {
  return held.address !== '' && isMailable(address) && addressKey(held.address) !== addressKey(address)
}

function isPast(facts: InvitationFacts, clockMs: Instant): boolean {
  return (facts.endMs ?? facts.startMs) <= clockMs
}

function nothing(held: Held | null, reason: Reason): MailPlan {
  return plan('nothing', held?.sequence ?? -1, reason, { by: held && held.address === '' ? 'other' : 'mail' })
}

function plan(kind: MailKind, sequence: number, reason: Reason, rest: Partial<MailPlan> & Pick<MailPlan, 'by'>): MailPlan {
  return { kind, sequence, asksAgain: false, answerReturns: false, newUid: false, cancelsOld: false, changes: [], reason, ...rest }
}
