import { askFor } from '#app/domain/assessment/asks.ts'
import type { Id } from '#app/domain/ids.ts'
import { asStatus, hasBegun, isAhead } from '#app/domain/meetings/status.ts'
import { onEngagement } from '#app/operations/engagements.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { AskInput, DropQuestionInput, RewordQuestionInput } from '#app/operations/questions.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import { newId } from '#db/ids.server.ts'
import { findQuestion, listQuestions } from '#db/questions.server.ts'
import { listDimensions } from '#db/readiness.server.ts'

/** Takes questions of empty cells over into an engagement that is still ahead; those it has already are passed over. */
export async function askQuestions(scope: Scope, engagementId: Id, { cells }: AskInput): Promise<Done | Refused<'begun' | 'nothing-new'>> {
  return await onEngagement(scope, engagementId, async (tx, begin, engagement) => {
    if (!isAhead(asStatus(engagement.status)) || hasBegun(engagement, scope.missionNowMs)) return { done: false as const, because: 'begun' as const }
    const [dimensions, known] = [await listDimensions(tx, scope.mission.id), await listQuestions(tx, scope.mission.id, engagementId)]
    const seen = new Set(known.map((one) => `${one.group}:${one.dimensionId}`))
    const fresh = cells.flatMap(({ group, dimension }) => {
      const named = dimensions.find((one) => one.id === dimension)
      if (!named || seen.has(`${group}:${dimension}`)) return []
      seen.add(`${group}:${dimension}`)
      return [{ dimension_id: dimension, source_group: group, body: askFor(named.name, group, engagement.city) }]
    })
    if (fresh.length === 0) return { done: false as const, because: 'nothing-new' as const }
    const edit = await begin({ verb: 'ask', noun: 'question', subjectId: engagementId, subjectTitle: engagement.title, facts: { count: fresh.length } })
    for (const row of fresh) await edit.insert('question', { id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: engagementId, ...row, account_name: scope.actor.name, at_ms: scope.missionNowMs })
    return { done: true as const, actId: edit.actId }
  })
}

/** Words a question anew; the cell that it shall fill stays the same. */
export async function rewordQuestion(scope: Scope, engagementId: Id, questionId: Id, input: RewordQuestionInput): Promise<Done | Refused> {
  return await onEngagement(scope, engagementId, async (tx, begin) => {
    if (!(await findQuestion(tx, scope.mission.id, engagementId, questionId))) return { done: false as const, because: 'gone' as const }
    const edit = await begin({ verb: 'edit', noun: 'question', subjectId: engagementId, subjectTitle: input.body })
    await edit.update('question', questionId, input.revision, { body: input.body })
    return { done: true as const, actId: edit.actId }
  })
}

/** Takes a question out of an engagement; its cell is open again. */
export async function dropQuestion(scope: Scope, engagementId: Id, input: DropQuestionInput): Promise<Done | Refused> {
  return await onEngagement(scope, engagementId, async (tx, begin) => {
    const question = await findQuestion(tx, scope.mission.id, engagementId, input.question)
    if (!question) return { done: false as const, because: 'gone' as const }
    const edit = await begin({ verb: 'remove', noun: 'question', subjectId: engagementId, subjectTitle: question.body })
    await edit.remove('question', question.id, input.revision)
    return { done: true as const, actId: edit.actId }
  })
}
