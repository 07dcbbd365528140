import { asAnswer } from '#app/domain/calendar/answers.ts'
import type { Given } from '#app/domain/calendar/answers.ts'
import { can } from '#app/domain/people/access.ts'
import type { Id } from '#app/domain/ids.ts'
import { columnsOf } from '#app/operations/answers.server.ts'
import { answerWords, nameOf } from '#app/operations/guests.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { ApplyMailInput, DismissMailInput, SettleMailInput } from '#app/operations/review.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { findInvitation } from '#db/invitations.server.ts'
import { findReceived } from '#db/received.server.ts'
import type { ReceivedRow } from '#db/received.server.ts'

type Done = { done: true; actId: Id }

/** Mail that names no mission of ours is for those who send, in each of their missions, until one takes it. */
async function find(tx: Tx, scope: Scope, id: Id): Promise<ReceivedRow | undefined> {
  return await findReceived(tx, scope.mission.id, id, can(scope.role, 'invitation.send'))
}

/** A person has read a message that was not applied by itself and says whose answer it is and what it says. */
export async function applyMail(scope: Scope, mailId: Id, input: ApplyMailInput): Promise<Done | Refused<'cancelled'>> {
  return await perform(scope, async (tx, begin) => {
    const mail = await find(tx, scope, mailId)
    const row = await findInvitation(tx, input.invitation)
    if (!mail || !row || row.mission_id !== scope.mission.id || row.state === 'none' || row.state === 'replaced') return { done: false as const, because: 'gone' as const }
    if (row.state === 'cancelled') return { done: false as const, because: 'cancelled' as const }
    if (mail.kind === 'bounce' || !['open', 'kept', 'dismissed'].includes(mail.state)) return { done: false as const, because: 'stale' as const }
    const from = row.answer === 'none' ? '' : answerWords(asAnswer(row.answer) as Given, row.deputy_name)
    const edit = await begin({ verb: 'answer', noun: 'invitation', subjectId: row.engagement_id, subjectTitle: nameOf(row), facts: { from, to: answerWords(input.answer, input.deputy), channel: 'mail' } })
    await edit.update('received_mail', mail.id, input.revision, { state: 'applied', mission_id: scope.mission.id, invitation_id: row.id, ...settledBy(scope) })
    await edit.update('invitation', row.id, row.revision, columnsOf(input, { by: scope.actor.name, channel: 'mail', sequence: row.sequence, nowMs: scope.nowMs }))
    return { done: true as const, actId: edit.actId }
  })
}

/** Nothing follows from a message; it stays where everybody can find it. */
export async function dismissMail(scope: Scope, mailId: Id, input: DismissMailInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const mail = await find(tx, scope, mailId)
    if (!mail) return { done: false as const, because: 'gone' as const }
    if (mail.state !== 'open') return { done: false as const, because: 'stale' as const }
    const edit = await begin({ verb: 'dismiss-mail', noun: 'mail', subjectId: mail.id, subjectTitle: mail.subject || mail.from_address || 'without a subject' })
    await edit.update('received_mail', mail.id, input.revision, { state: 'dismissed', mission_id: scope.mission.id, ...settledBy(scope) })
    return { done: true as const, actId: edit.actId }
  })
}

const SETTLED = { moved: 'the meeting was moved', kept: 'the time stays', noted: 'it is taken care of' }

/** What a message proposed is decided, and its task is done. */
export async function settleMail(scope: Scope, mailId: Id, input: SettleMailInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const mail = await find(tx, scope, mailId)
    const task = mail?.task_id ? await tx.selectFrom('task').select(['id', 'title', 'revision']).where('id', '=', mail.task_id).executeTakeFirst() : undefined
    if (!mail || !task) return { done: false as const, because: 'gone' as const }
    if (mail.state !== 'task') return { done: false as const, because: 'stale' as const }
    const edit = await begin({ verb: 'settle-task', noun: 'task', subjectId: task.id, subjectTitle: task.title, facts: { reason: SETTLED[input.as] } })
    await edit.update('received_mail', mail.id, input.revision, { state: 'settled', reason: input.as, ...settledBy(scope) })
    await edit.update('task', task.id, task.revision, { status: 'done', settled_ms: scope.missionNowMs })
    return { done: true as const, actId: edit.actId }
  })
}

function settledBy({ actor, nowMs }: Scope): Pick<ReceivedRow, 'settled_by' | 'settled_ms'> {
  return { settled_by: actor.name, settled_ms: nowMs }
}
