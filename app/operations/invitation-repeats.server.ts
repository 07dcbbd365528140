import { asAnswer } from '#app/domain/calendar/answers.ts'
import type { Id } from '#app/domain/ids.ts'
import { isInvitation } from '#app/domain/notices.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { addressKey } from '#app/domain/people/address.ts'
import { isMailable } from '#app/domain/people/mailbox.ts'
import { HOLD_MS } from '#app/operations/invitations.server.ts'
import type { Sent } from '#app/operations/invitations.server.ts'
import type { RepeatInput } from '#app/operations/invitations.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Db } from '#db/database.server.ts'
import { findLatestMail } from '#db/holdings.server.ts'
import { newId } from '#db/ids.server.ts'
import { lockQueue, noticeOf, queueInvitations } from '#db/outbox.server.ts'

type Why = 'not-arrived' | 'waiting' | 'over' | 'new-address'
type Repeat = { done: true; notice: InvitationNotice; title: string; engagementId: Id; personId: Id; again: number; expiresMs: number } | Refused<Why>

/**
 * The version that a person holds, once more: the same UID, SEQUENCE and facts in a new message. An answer that stands is
 * not asked again. What is still on its way, or came back, is no matter of repeating.
 */
export async function planRepeat(db: Db, scope: Scope, invitationId: Id, note: string): Promise<Repeat> {
  const mail = await findLatestMail(db, scope.mission.id, invitationId)
  const sent = mail && noticeOf(mail.facts)
  if (!mail || !sent || !isInvitation(sent)) return { done: false, because: 'gone' }
  if (mail.state === 'queued' || mail.state === 'retry' || mail.state === 'sending') return { done: false, because: 'waiting' }
  if (mail.state !== 'accepted') return { done: false, because: 'not-arrived' }
  if (mail.expires_ms === null || mail.expires_ms <= scope.nowMs) return { done: false, because: 'over' }
  if (addressKey(mail.email) !== addressKey(mail.sent_address)) return { done: false, because: 'new-address' }
  const answer = asAnswer(mail.answer)
  const { note: _said, ...rest } = sent
  const notice: InvitationNotice = {
    ...rest, stampMs: scope.nowMs, generation: mail.generation, again: true, ...(note ? { note } : {}), answer, asksAgain: sent.asksAgain && answer === 'none',
    replyTo: isMailable(scope.actor.email) ? { name: scope.actor.name, address: scope.actor.email } : null,
  }
  return { done: true, notice, title: mail.title, engagementId: mail.engagement_id, personId: mail.person_id, again: mail.again + 1, expiresMs: mail.expires_ms }
}

/** Sends it: a sending of one mail, held and taken back like any other. */
export async function repeatInvitation(scope: Scope, invitationId: Id, input: RepeatInput): Promise<Sent | Refused<Why>> {
  return await perform(scope, async (tx, begin) => {
    await lockQueue(tx, scope.mission.id)
    const plan = await planRepeat(tx, scope, invitationId, input.note)
    if (!plan.done) return plan
    const { notice, title, engagementId, personId, again, expiresMs } = plan
    const dispatchId = newId(scope.nowMs)
    const edit = await begin({ verb: 'send-again', noun: 'dispatch', subjectId: dispatchId, subjectTitle: title, facts: { mails: 1, to: notice.to.name || notice.to.address }, undoable: false })
    await edit.insert('dispatch', { id: dispatchId, mission_id: scope.mission.id, account_name: scope.actor.name, at_ms: scope.nowMs, hold_until_ms: scope.nowMs + HOLD_MS, message_count: 1, undone_ms: null, note: input.note })
    await queueInvitations(tx, [{ notice, missionId: scope.mission.id, dispatchId, engagementId, personId, leaveMs: scope.nowMs + HOLD_MS, expiresMs, again }])
    return { done: true as const, actId: edit.actId, dispatchId, mails: 1, others: 0 }
  })
}
