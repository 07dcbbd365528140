import { randomBytes } from 'node:crypto'
import { answerAfter, answerRestored, asAnswer } from '#app/domain/calendar/answers.ts'
import type { Standing } from '#app/domain/calendar/answers.ts'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import type { Id } from '#app/domain/ids.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { isMailable } from '#app/domain/people/mailbox.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Planned } from '#app/operations/invitation-plans.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { newId } from '#db/ids.server.ts'
import type { InvitationRow } from '#db/invitations.server.ts'
import type { Queued } from '#db/outbox.server.ts'

type Columns = Partial<Omit<InvitationRow, 'id' | 'revision'>>
/** What sending to one person writes: the change of what is there, a row that is new, the messages that leave. */
export type Step = { change?: { id: Id; revision: number; patch: Columns }; row?: Columns & { id: Id }; mails: Queued[] }
export type Sending = { scope: Scope; organiser: Mailbox; dispatchId: Id; leaveMs: Instant; /** A word to everybody; '' for none. */ note: string }

const NEW_UID_BYTES = 16
const FIRST: Standing = { answer: 'none', earlierAnswer: 'none', askedSequence: 0 }

/** Everything that one planned message changes. Pure but for new identifiers. */
export function stepOf(one: Planned, sending: Sending): Step {
  const { attendance, plan } = one
  const { invitation } = attendance
  if (!invitation) return firstStep(one, sending, FIRST)
  if (plan.newUid) return newAddressStep(one, invitation, sending)
  if (plan.kind === 'withdraw') return { change: changeOf(invitation, withdrawn(one, invitation)), mails: [] }
  if (plan.kind === 'cancel') return cancelStep(one, invitation, 'cancelled', sending)
  return changedStep(one, invitation, sending)
}

/** What a message would say to this person, for its preview: the very message but for its UID where that is still to be made. */
export function noticeFor(one: Planned, sending: Sending): InvitationNotice | undefined {
  return stepOf(one, sending).mails.at(-1)?.notice
}

function firstStep(one: Planned, sending: Sending, earlier: Standing): Step {
  const { attendance, plan } = one
  const id = newId(sending.scope.nowMs)
  const uid = `${randomBytes(NEW_UID_BYTES).toString('hex')}@${sending.organiser.address.split('@')[1] ?? ''}`
  const standing = answerAfter(earlier, { asksAgain: true, sequence: plan.sequence })
  const row = {
    id, mission_id: sending.scope.mission.id, engagement_id: attendance.engagement.id, person_id: attendance.person.id, uid, generation: 1,
    ...reaching(one, sending), ...columnsOf(standing),
  }
  return { row, mails: mailsOf(one, sending, { id, uid, generation: 1 }, standing, null) }
}

/** The old address is told that it is off, the new one gets an invitation of its own. */
function newAddressStep(one: Planned, invitation: InvitationRow, sending: Sending): Step {
  const first = firstStep(one, sending, standingOf(invitation))
  if (!one.plan.cancelsOld) return { ...first, change: changeOf(invitation, { state: 'replaced' }) }
  const old: Planned = { ...one, facts: one.attendance.reached ?? one.facts, plan: { ...one.plan, kind: 'cancel', sequence: invitation.sequence + 1, asksAgain: false } }
  const cancelled = cancelStep(old, invitation, 'replaced', sending)
  return { ...first, ...cancelled, mails: [...cancelled.mails, ...first.mails] }
}

function cancelStep(one: Planned, invitation: InvitationRow, state: 'cancelled' | 'replaced', sending: Sending): Step {
  const patch = { state, sequence: one.plan.sequence, sent_ms: sending.scope.nowMs }
  const holder = { ...one, attendance: { ...one.attendance, person: { ...one.attendance.person, address: invitation.sent_address } } }
  return { change: changeOf(invitation, patch), mails: mailsOf(holder, sending, invitation, standingOf(invitation), one.attendance.reached) }
}

function changedStep(one: Planned, invitation: InvitationRow, sending: Sending): Step {
  const { plan, attendance } = one
  const before = plan.answerReturns ? answerRestored(standingOf(invitation), attendance.askedSequence) : standingOf(invitation)
  const standing = answerAfter(before, { asksAgain: plan.asksAgain, sequence: plan.sequence })
  return { change: changeOf(invitation, { ...reaching(one, sending), ...columnsOf(standing) }), mails: mailsOf(one, sending, invitation, standing, attendance.reached) }
}

function withdrawn({ plan, facts, attendance }: Planned, invitation: InvitationRow): Columns {
  if (plan.reason === 'never-left') return { state: 'none', sent_facts: null, sent_address: '' }
  const standing = plan.answerReturns ? answerRestored(standingOf(invitation), attendance.askedSequence) : standingOf(invitation)
  return { state: 'invited', sent_facts: JSON.stringify(facts), ...columnsOf(standing) }
}

function reaching({ plan, facts, attendance }: Planned, { scope }: Sending): Columns {
  return { sequence: plan.sequence, state: 'invited', sent_address: plan.by === 'mail' ? attendance.person.address : '', sent_facts: JSON.stringify(facts), sent_ms: scope.nowMs }
}

function changeOf({ id, revision }: InvitationRow, patch: Columns): NonNullable<Step['change']> {
  return { id, revision, patch }
}

function standingOf(row: InvitationRow): Standing {
  return { answer: asAnswer(row.answer), earlierAnswer: asAnswer(row.earlier_answer), askedSequence: row.asked_sequence }
}

function columnsOf({ answer, earlierAnswer, askedSequence }: Standing): Columns {
  return { answer, earlier_answer: earlierAnswer, asked_sequence: askedSequence }
}

type Carrier = Pick<InvitationRow, 'id' | 'uid' | 'generation'>

function mailsOf(one: Planned, sending: Sending, { id, uid, generation }: Carrier, standing: Standing, before: InvitationFacts | null): Queued[] {
  const { attendance, plan, facts } = one
  if (plan.by !== 'mail' || plan.kind === 'nothing' || plan.kind === 'withdraw') return []
  const { scope, dispatchId, leaveMs, note } = sending
  const notice: InvitationNotice = {
    kind: plan.kind, uid, sequence: plan.sequence, stampMs: scope.nowMs, invitationId: id, generation, to: { name: attendance.person.name, address: attendance.person.address },
    language: attendance.person.language,
    replyTo: isMailable(scope.actor.email) ? { name: scope.actor.name, address: scope.actor.email } : null, missionTitle: scope.mission.title, ...(note ? { note } : {}), facts, before,
    askedBefore: attendance.askedSequence, answer: standing.answer, asksAgain: plan.asksAgain,
  }
  return [{ notice, missionId: scope.mission.id, dispatchId, engagementId: attendance.engagement.id, personId: attendance.person.id, leaveMs, expiresMs: endOnRealClock(facts, scope) }]
}

/** When what it is about is over, told by the real clock, which the queue lives by. */
function endOnRealClock(facts: InvitationFacts, { nowMs, missionNowMs }: Scope): Instant {
  return nowMs + (facts.endMs ?? facts.startMs) - missionNowMs
}
