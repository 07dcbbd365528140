import { OWN_FRAMEWORK } from '#app/domain/assessment/frameworks.ts'
import { levelWord, refusesRating } from '#app/domain/assessment/ratings.ts'
import type { RatingRefusal } from '#app/domain/assessment/ratings.ts'
import type { Id } from '#app/domain/ids.ts'
import { cleanLine, foldKey } from '#app/domain/text.ts'
import { dropDimension } from '#app/operations/frameworks.server.ts'
import { DIMENSION_MAX } from '#app/operations/readiness.input.ts'
import type { AddDimensionsInput, RateInput, RemoveDimensionInput, RenameDimensionInput } from '#app/operations/readiness.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { newId } from '#db/ids.server.ts'
import { frozen, isDimensionUsed, listDimensions, listLinkFacts, listRatings } from '#db/readiness.server.ts'

/**
 * Gives a dimension a level, or confirms the one it has: always with a reason, always over the evidence that stands now,
 * which is frozen with it. Ratings are only ever added; nothing undoes one but another with its own reason.
 */
export async function rateDimension(scope: Scope, dimensionId: Id, input: RateInput): Promise<Done | Refused<RatingRefusal>> {
  return await perform(scope, async (tx, begin) => {
    const dimension = (await listDimensions(tx, scope.mission.id)).find((one) => one.id === dimensionId)
    if (!dimension) return { done: false as const, because: 'gone' as const }
    const [latest] = await listRatings(tx, scope.mission.id, dimensionId)
    if ((latest?.number ?? 0) !== input.after) return { done: false as const, because: 'stale' as const }
    const links = await listLinkFacts(tx, scope.mission.id, dimensionId)
    const refusal = refusesRating(input.level, input.reason, links.length)
    if (refusal) return { done: false as const, because: refusal }
    const facts = { from: latest ? levelWord(latest) : 'not rated', to: levelWord({ level: input.level, certain: true }), reason: input.reason }
    const made = await begin({ verb: 'rate', noun: 'rating', subjectId: dimensionId, subjectTitle: dimension.name, facts, undoable: false })
    await made.insert('rating', {
      id: newId(scope.nowMs), mission_id: scope.mission.id, dimension_id: dimensionId, number: (latest?.number ?? 0) + 1, level: input.level, tentative: input.tentative ? 1 : 0, certain: 1,
      reason: input.reason, evidence: frozen(links), as_printed: 0, account_name: scope.actor.name, at_ms: scope.missionNowMs,
      framework: dimension.framework, framework_version: dimension.frameworkVersion, dimension_name: dimension.name,
    })
    return { done: true as const, actId: made.actId }
  })
}

/** Adds dimensions by name, one to a line, after those that are there. Names spelt like one that is there are passed over. */
export async function addDimensions(scope: Scope, input: AddDimensionsInput): Promise<Done | Refused<'nothing-new' | 'too-long'>> {
  return await perform(scope, async (tx, begin) => {
    const known = await listDimensions(tx, scope.mission.id)
    const keys = new Set(known.map((dimension) => foldKey(dimension.name)))
    const names = input.names.split('\n').map(cleanLine).filter((name) => name !== '' && !keys.has(foldKey(name)) && keys.add(foldKey(name)))
    if (names.some((name) => name.length > DIMENSION_MAX)) return { done: false as const, because: 'too-long' as const }
    if (names.length === 0) return { done: false as const, because: 'nothing-new' as const }
    const made = await begin({ verb: 'add', noun: 'dimension', subjectId: scope.mission.id, subjectTitle: names.join(', ').slice(0, 200) })
    let position = known.at(-1)?.position ?? 0
    for (const name of names) await made.insert('dimension', { id: newId(scope.nowMs), mission_id: scope.mission.id, framework: OWN_FRAMEWORK, position: ++position, name })
    return { done: true as const, actId: made.actId }
  })
}

export async function renameDimension(scope: Scope, input: RenameDimensionInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const dimension = (await listDimensions(tx, scope.mission.id)).find((one) => one.id === input.dimension)
    if (!dimension) return { done: false as const, because: 'gone' as const }
    const made = await begin({ verb: 'rename', noun: 'dimension', subjectId: dimension.id, subjectTitle: input.name, facts: { from: dimension.name, to: input.name } })
    await made.update('dimension', dimension.id, input.revision, { name: input.name })
    return { done: true as const, actId: made.actId }
  })
}

/** Removes a dimension that no finding and no rating uses. */
export async function removeDimension(scope: Scope, input: RemoveDimensionInput): Promise<Done | Refused<'used'>> {
  return await perform(scope, async (tx, begin) => {
    const dimension = (await listDimensions(tx, scope.mission.id)).find((one) => one.id === input.dimension)
    if (!dimension) return { done: false as const, because: 'gone' as const }
    if (await isDimensionUsed(tx, scope.mission.id, dimension.id)) return { done: false as const, because: 'used' as const }
    const made = await begin({ verb: 'remove', noun: 'dimension', subjectId: dimension.id, subjectTitle: dimension.name })
    await dropDimension(tx, made, scope.mission.id, dimension.id, input.revision)
    return { done: true as const, actId: made.actId }
  })
}
