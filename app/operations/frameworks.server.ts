import { OWN_FRAMEWORK, findFramework, frameworksOf, planFramework } from '#app/domain/assessment/frameworks.ts'
import type { Framework } from '#app/domain/assessment/frameworks.ts'
import type { Id } from '#app/domain/ids.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { ChooseFrameworkInput } from '#app/operations/readiness.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { listDimensions, listExcerptsOn, listFindingPlaces, listUsedDimensions } from '#db/readiness.server.ts'

/**
 * Takes over the dimensions of another framework, or of a newer version of the same one, while nothing is rated yet: levels
 * are only comparable within one version. Findings stay under dimensions that both have; the places of others go.
 */
export async function chooseFramework(scope: Scope, input: ChooseFrameworkInput): Promise<Done | Refused<'rated' | 'nothing-new'>> {
  return await perform(scope, async (tx, begin) => {
    const present = await listDimensions(tx, scope.mission.id)
    if ((await listUsedDimensions(tx, scope.mission.id)).rated.size > 0) return { done: false as const, because: 'rated' as const }
    const wanted = findFramework(input.framework)
    if (present.every((one) => one.framework === (wanted?.id ?? OWN_FRAMEWORK) && one.frameworkVersion === (wanted?.version ?? '')) && present.length === (wanted?.dimensions.length ?? present.length)) {
      return { done: false as const, because: 'nothing-new' as const }
    }
    const { keep, add, remove } = planFramework(present, wanted)
    const places = await listFindingPlaces(tx, scope.mission.id, remove)
    const made = await begin({ verb: 'choose-framework', noun: 'dimension', subjectId: scope.mission.id, subjectTitle: wanted?.title ?? 'dimensions of our own', facts: { from: frameworksOf(present).join(', '), places: places.length } })
    for (const place of places) await made.remove('finding_dimension', place.id)
    for (const id of remove) await dropDimension(tx, made, scope.mission.id, id, null)
    for (const { id, at, of } of keep) await made.update('dimension', id, null, { position: at, name: of.name, ...columnsOf(wanted as Framework, of.key) })
    for (const { at, of } of add) await insertDimension(made, scope.mission.id, scope.nowMs, wanted as Framework, of, at)
    return { done: true as const, actId: made.actId }
  })
}

/** Removes a dimension that nothing stands under; words that were marked as speaking of it no longer say so. */
export async function dropDimension(tx: Tx, made: Edit, missionId: Id, dimensionId: Id, revision: number | null): Promise<void> {
  for (const { id } of await listExcerptsOn(tx, missionId, dimensionId)) await made.update('excerpt', id, null, { dimension_id: null })
  await made.remove('dimension', dimensionId, revision)
}

/** The dimensions of a framework for a mission that has none. */
export async function insertFramework(made: Edit, missionId: Id, nowMs: number, framework: Framework): Promise<void> {
  for (const [at, of] of framework.dimensions.entries()) await insertDimension(made, missionId, nowMs, framework, of, at + 1)
}

async function insertDimension(made: Edit, missionId: Id, nowMs: number, framework: Framework, of: { key: string; name: string }, at: number): Promise<void> {
  await made.insert('dimension', { id: newId(nowMs), mission_id: missionId, position: at, name: of.name, ...columnsOf(framework, of.key) })
}

function columnsOf({ id, version }: Framework, key: string) {
  return { framework: id, framework_version: version, framework_key: key }
}
