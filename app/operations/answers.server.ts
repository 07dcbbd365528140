import { asAnswer } from '#app/domain/calendar/answers.ts'
import type { Given } from '#app/domain/calendar/answers.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { GuestAnswerInput } from '#app/operations/guest.input.ts'
import { answerWords, guestScope, nameOf, whyNotAnswer } from '#app/operations/guests.server.ts'
import type { CannotAnswer } from '#app/operations/guests.server.ts'
import type { RecordAnswerInput } from '#app/operations/invitations.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import { deputyWords, insertPageTask, settleEarlier } from '#app/operations/reply-tasks.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Database } from '#db/database.server.ts'
import { factsIn, findInvitation } from '#db/invitations.server.ts'
import type { InvitationRow } from '#db/invitations.server.ts'

type Answered = { done: true; actId: Id }

/**
 * The guest's own answer, as often as they like until it is over; a deputy is also a task, which another answer takes
 * back. The caller has checked that they hold the link.
 */
export async function answerByGuest(database: Database, invitationId: Id, input: GuestAnswerInput, nowMs: Instant): Promise<Answered | { done: false; because: CannotAnswer }> {
  const guest = await findInvitation(database.read, invitationId)
  if (!guest) return { done: false, because: 'gone' }
  return await perform(guestScope(database, guest, nameOf(guest), nowMs), async (tx, begin) => {
    const row = await findInvitation(tx, invitationId)
    const because = row ? whyNotAnswer(row, input.sequence, nowMs) : 'gone'
    if (!row || because) return { done: false as const, because: because ?? ('gone' as const) }
    const edit = await begin({ verb: 'reply', noun: 'invitation', subjectId: row.engagement_id, subjectTitle: factsIn(row)?.title ?? '', facts: { to: answerWords(input.answer, input.deputy) }, undoable: false })
    const again = input.answer === 'deputy' && row.answer === 'deputy' && row.deputy_name === input.deputy && row.deputy_title === input.title
    if (!again) await settleEarlier(tx, edit, row, 'deputy', nowMs)
    if (!again && input.answer === 'deputy') await insertPageTask(tx, edit, row, { kind: 'deputy', sequence: input.sequence, word: input.word, deputy: deputyWords(input) }, nowMs)
    await edit.update('invitation', row.id, null, columnsOf(input, { by: nameOf(row), channel: 'page', sequence: input.sequence, nowMs }))
    return { done: true as const, actId: edit.actId }
  })
}

/** An answer that came by phone, letter, in person or mail: who wrote it down, and when. Also after it is over. */
export async function recordAnswer(scope: Scope, input: RecordAnswerInput): Promise<Answered | Refused<'cancelled'>> {
  return await perform(scope, async (tx, begin) => {
    const row = await findInvitation(tx, input.invitation)
    if (!row || row.mission_id !== scope.mission.id || row.state === 'none' || row.state === 'replaced') return { done: false as const, because: 'gone' as const }
    if (row.state === 'cancelled') return { done: false as const, because: 'cancelled' as const }
    const to = input.answer === 'none' ? 'none yet' : answerWords(input.answer, input.deputy)
    const from = row.answer === 'none' ? '' : answerWords(asAnswer(row.answer) as Given, row.deputy_name)
    const edit = await begin({ verb: 'answer', noun: 'invitation', subjectId: row.engagement_id, subjectTitle: nameOf(row), facts: { from, to, channel: input.channel } })
    if (input.answer !== 'deputy') await settleEarlier(tx, edit, row, 'deputy', scope.nowMs)
    await edit.update('invitation', row.id, input.revision, columnsOf(input, { by: scope.actor.name, channel: input.channel, sequence: row.sequence, nowMs: scope.nowMs }))
    return { done: true as const, actId: edit.actId }
  })
}

type Said = { answer: string; word: string; deputy: string; title: string }
type Coming = { by: string; channel: string; sequence: number; nowMs: Instant }

/** What an answer that came by no message of its own writes. */
export function columnsOf({ answer, word, deputy, title }: Said, { by, channel, sequence, nowMs }: Coming): Partial<InvitationRow> {
  const sendsDeputy = answer === 'deputy'
  return {
    answer, answer_ms: nowMs, answer_by: by, answer_channel: channel, answer_sequence: sequence, answer_word: word, earlier_answer: 'none',
    deputy_name: sendsDeputy ? deputy : '', deputy_title: sendsDeputy ? title : '', answer_stamp_ms: null, answer_unverified: 0,
  }
}
