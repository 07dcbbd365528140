import type { Id } from '#app/domain/ids.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { refusesSettling } from '#app/domain/meetings/tasks.ts'
import type { TaskRefusal } from '#app/domain/meetings/tasks.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { EditTaskInput, NewTaskInput, SettleTaskInput } from '#app/operations/tasks.input.ts'
import type { Tx } from '#db/database.server.ts'
import { findEngagement } from '#db/engagements.server.ts'
import { findExcerpt } from '#db/evidence.server.ts'
import { newId } from '#db/ids.server.ts'
import { findTask, listBodiesAt, nextPlaceOf } from '#db/tasks.server.ts'

/** Something to be done, out of words that were marked, out of a meeting, or of nothing. */
export async function createTask(scope: Scope, input: NewTaskInput): Promise<(Done & { taskId: Id }) | Refused<'no-such-body'>> {
  return await perform(scope, async (tx, begin) => {
    const origin = await originOf(tx, scope, input)
    if (origin === 'gone') return { done: false as const, because: origin }
    if (!(await isAtMeeting(tx, scope, origin.engagement_id, input.organisation))) return { done: false as const, because: 'no-such-body' as const }
    const taskId = newId(scope.nowMs)
    const made = await begin({ verb: 'note', noun: 'task', subjectId: taskId, subjectTitle: openingOf(input.title, 80), facts: { kind: input.kind, owner: input.owner } })
    await made.insert('task', {
      id: taskId, mission_id: scope.mission.id, kind: input.kind, position: await nextPlaceOf(tx, scope.mission.id, input.kind), ...origin, ...columnsOf(input),
      created_ms: scope.missionNowMs, created_by: scope.actor.name,
    })
    return { done: true as const, actId: made.actId, taskId }
  })
}

/** Says otherwise what is to be done, by whom, until when, or whom it concerns. */
export async function editTask(scope: Scope, taskId: Id, input: EditTaskInput): Promise<Done | Refused<TaskRefusal | 'no-such-body'>> {
  return await perform(scope, async (tx, begin) => {
    const known = await findTask(tx, scope.mission.id, taskId)
    if (!known) return { done: false as const, because: 'gone' as const }
    const refusal = refusesSettling(known.kind)
    if (refusal) return { done: false as const, because: refusal }
    if (input.organisation !== known.organisation_id && !(await isAtMeeting(tx, scope, known.engagement_id, input.organisation))) return { done: false as const, because: 'no-such-body' as const }
    const made = await begin({ verb: 'edit', noun: 'task', subjectId: taskId, subjectTitle: openingOf(input.title, 80) })
    await made.update('task', taskId, input.revision, { ...columnsOf(input), ...(known.kind === 'work-plan' || input.kind === undefined ? {} : { kind: input.kind }) })
    return { done: true as const, actId: made.actId }
  })
}

/** Done, dropped, or open again. */
export async function settleTask(scope: Scope, taskId: Id, input: SettleTaskInput): Promise<Done | Refused<TaskRefusal>> {
  return await perform(scope, async (tx, begin) => {
    const known = await findTask(tx, scope.mission.id, taskId)
    if (!known) return { done: false as const, because: 'gone' as const }
    const refusal = refusesSettling(known.kind)
    if (refusal) return { done: false as const, because: refusal }
    if (known.status === input.status) return { done: false as const, because: 'stale' as const }
    const made = await begin({ verb: 'set-status', noun: 'task', subjectId: taskId, subjectTitle: openingOf(known.title, 80), facts: { from: known.status, to: input.status } })
    await made.update('task', taskId, input.revision, { status: input.status, settled_ms: input.status === 'open' ? null : scope.missionNowMs })
    return { done: true as const, actId: made.actId }
  })
}

function columnsOf({ title, owner, dueDay, organisation, details }: Pick<NewTaskInput, 'title' | 'owner' | 'dueDay' | 'organisation' | 'details'>) {
  return { title, owner, due_day: dueDay, organisation_id: organisation, details }
}

async function originOf(tx: Tx, scope: Scope, { excerpt, engagement }: NewTaskInput): Promise<{ excerpt_id: Id | null; engagement_id: Id | null } | 'gone'> {
  if (excerpt !== null) {
    const found = await findExcerpt(tx, scope.mission.id, excerpt)
    return found ? { excerpt_id: excerpt, engagement_id: found.engagement_id } : 'gone'
  }
  if (engagement !== null && !(await findEngagement(tx, scope.mission.id, engagement))) return 'gone'
  return { excerpt_id: null, engagement_id: engagement }
}

/** Whether a body may be chosen: one of those at the meeting that the task comes out of. */
async function isAtMeeting(tx: Tx, scope: Scope, engagementId: Id | null, organisationId: Id | null): Promise<boolean> {
  if (organisationId === null) return true
  return engagementId !== null && (await listBodiesAt(tx, scope.mission.id, [engagementId])).some((body) => body.id === organisationId)
}
