import { count } from '#app/domain/text.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import { stepOf } from '#app/operations/invitation-steps.server.ts'
import type { Step } from '#app/operations/invitation-steps.server.ts'
import type { SendInput } from '#app/operations/invitations.input.ts'
import { planInvitations } from '#app/operations/invitation-plans.server.ts'
import type { Planned } from '#app/operations/invitation-plans.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { revertRows } from '#db/changes.server.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { SENDS, findDispatch } from '#db/dispatches.server.ts'
import { newId } from '#db/ids.server.ts'
import { leaveNow, lockQueue, queueInvitations, supersede, unqueueDispatch } from '#db/outbox.server.ts'

/** How long messages wait, so that a sending can be taken back. */
export const HOLD_MS = 60_000

export type Sent = { done: true; actId: Id; dispatchId: Id; mails: number; others: number }

/**
 * Sends what was reviewed and nothing else: everything is planned again, and a pick whose stamp no longer fits means that
 * something shown is not true any more. The rows, the dispatch and its messages are one transaction, all or none.
 */
export async function sendInvitations(scope: Scope, input: SendInput, organiser: Mailbox): Promise<Sent | Refused> {
  return await perform(scope, async (tx, begin) => {
    await lockQueue(tx, scope.mission.id)
    const chosen = choose((await planInvitations(tx, scope, organiser)).planned, input.pick)
    if (!chosen) return { done: false as const, because: 'stale' as const }
    const dispatchId = newId(scope.nowMs)
    const steps = chosen.map((one) => stepOf(one, { scope, organiser, dispatchId, leaveMs: scope.nowMs + HOLD_MS, note: input.note }))
    const mails = steps.flatMap((step) => step.mails)
    const others = chosen.filter(({ plan }) => plan.by === 'other').length
    const edit = await begin({ verb: mails.length > 0 || others === 0 ? 'send' : 'tell', noun: 'dispatch', subjectId: dispatchId, subjectTitle: titlesOf(chosen), facts: { mails: mails.length, others }, undoable: false })
    await edit.insert('dispatch', { id: dispatchId, mission_id: scope.mission.id, account_name: scope.actor.name, at_ms: scope.nowMs, hold_until_ms: scope.nowMs + HOLD_MS, message_count: mails.length, undone_ms: null, note: mails.length > 0 ? input.note : '' })
    for (const step of steps) await writeStep(edit, step)
    await supersede(tx, chosen.flatMap(({ attendance }) => attendance.invitation?.uid ?? []), dispatchId)
    await queueInvitations(tx, mails)
    return { done: true as const, actId: edit.actId, dispatchId, mails: mails.length, others }
  })
}

function choose(planned: readonly Planned[], picks: readonly string[]): Planned[] | undefined {
  const known = new Map(planned.map((one) => [one.pick, one]))
  const chosen = [...new Set(picks)].flatMap((pick) => known.get(pick) ?? [])
  return chosen.length === new Set(picks).size ? chosen : undefined
}

function titlesOf(chosen: readonly Planned[]): string {
  const titles = [...new Set(chosen.map(({ attendance }) => attendance.engagement.title))]
  return titles.length === 1 ? (titles[0] as string) : count(titles.length, 'engagement', 'engagements')
}

/** What is there is changed before anything is added: only one invitation of a person and an engagement stands at a time. */
async function writeStep(edit: Edit, { change, row }: Step): Promise<void> {
  if (change) await edit.update('invitation', change.id, change.revision, change.patch)
  if (row) await edit.insert('invitation', row)
}

type Settled = { done: true; actId: Id }

/** Takes a whole sending back while none of it has left; people then hold and are owed what they did before. */
export async function undoDispatch(scope: Scope, dispatchId: Id): Promise<Settled | Refused<'left'>> {
  return await perform(scope, async (tx, begin) => {
    await lockQueue(tx, scope.mission.id)
    const dispatch = await findDispatch(tx, scope.mission.id, dispatchId)
    if (!dispatch || dispatch.undoneMs !== null) return { done: false as const, because: 'gone' as const }
    const empty = dispatch.messageCount === 0
    if (empty && scope.nowMs >= dispatch.holdUntilMs) return { done: false as const, because: 'left' as const }
    const actId = await findSending(tx, dispatchId)
    if (!(await unqueueDispatch(tx, dispatchId))) return { done: false as const, because: 'left' as const }
    const edit = await begin({ verb: 'undo-send', noun: 'dispatch', subjectId: dispatchId, subjectTitle: dispatch.title, undoable: false })
    await revertRows(tx, edit, actId, 'invitation')
    await edit.update('dispatch', dispatchId, dispatch.revision, { undone_ms: scope.nowMs })
    return { done: true as const, actId: edit.actId }
  })
}

async function findSending(tx: Tx, dispatchId: Id): Promise<Id> {
  return (await tx.selectFrom('act').select('id').where('subject_id', '=', dispatchId).where('verb', 'in', SENDS).executeTakeFirstOrThrow()).id
}

/** Ends the hold: the messages leave at once. */
export async function sendNow(scope: Scope, dispatchId: Id): Promise<Settled | Refused> {
  return await perform(scope, async (tx, begin) => {
    const dispatch = await findDispatch(tx, scope.mission.id, dispatchId)
    if (!dispatch || dispatch.undoneMs !== null) return { done: false as const, because: 'gone' as const }
    const edit = await begin({ verb: 'send-now', noun: 'dispatch', subjectId: dispatchId, subjectTitle: dispatch.title, undoable: false })
    if (dispatch.holdUntilMs > scope.nowMs) await edit.update('dispatch', dispatchId, dispatch.revision, { hold_until_ms: scope.nowMs })
    await leaveNow(tx, dispatchId, scope.nowMs)
    return { done: true as const, actId: edit.actId }
  })
}
