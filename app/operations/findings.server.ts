import { refusesJudgement, refusesStatus } from '#app/domain/assessment/findings.ts'
import type { JudgeRefusal, StatusRefusal } from '#app/domain/assessment/findings.ts'
import { confidenceFrom, countRelations, weightOf } from '#app/domain/assessment/evidence.ts'
import type { Id } from '#app/domain/ids.ts'
import { openingOf } from '#app/domain/meetings/notes.ts'
import { foldKey } from '#app/domain/text.ts'
import type { EditFindingInput, FindingStatusInput, JudgeFindingInput, NewFindingInput } from '#app/operations/findings.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { describeFindings, listLinksFor, loadFinding } from '#db/findings.server.ts'
import { listReportSections } from '#db/documents.server.ts'
import { newId } from '#db/ids.server.ts'
import { frozen, listDimensions } from '#db/readiness.server.ts'

/** A finding in its own words, not yet resting on anything. */
export async function createFinding(scope: Scope, input: NewFindingInput): Promise<(Done & { findingId: Id }) | Refused> {
  return await perform(scope, async (tx, begin) => {
    const findingId = newId(scope.nowMs)
    const made = await begin({ verb: 'create', noun: 'finding', subjectId: findingId, subjectTitle: openingOf(input.statement, 80) })
    await insertFinding(tx, made, scope, findingId, input)
    return { done: true as const, actId: made.actId, findingId }
  })
}

/** Changes the statement, the dimensions and the places in the outline. */
export async function editFinding(scope: Scope, findingId: Id, input: EditFindingInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const known = await loadFinding(tx, scope.mission.id, findingId)
    if (!known) return { done: false as const, because: 'gone' as const }
    if (known.finding.revision !== input.revision) return { done: false as const, because: 'stale' as const }
    const made = await begin({ verb: 'edit', noun: 'finding', subjectId: findingId, subjectTitle: openingOf(input.statement, 80) })
    await made.update('finding', findingId, input.revision, { statement: input.statement, statement_key: foldKey(input.statement) })
    for (const dimension of known.dimensions) if (!input.dimensions.includes(dimension.id)) await made.remove('finding_dimension', dimension.link_id)
    for (const node of known.nodes) if (!input.nodes.includes(node.id)) await made.remove('finding_outline', node.link_id)
    await addPlaces(tx, made, scope, findingId, {
      dimensions: input.dimensions.filter((id) => !known.dimensions.some((dimension) => dimension.id === id)),
      nodes: input.nodes.filter((id) => !known.nodes.some((node) => node.id === id)),
    })
    return { done: true as const, actId: made.actId }
  })
}

/** The next step of a finding, or one back. */
export async function setFindingStatus(scope: Scope, findingId: Id, input: FindingStatusInput): Promise<Done | Refused<StatusRefusal>> {
  return await perform(scope, async (tx, begin) => {
    const known = await loadFinding(tx, scope.mission.id, findingId)
    if (!known) return { done: false as const, because: 'gone' as const }
    const { weights } = await describeFindings(tx, scope.mission.id, [findingId])
    const refusal = refusesStatus(known.finding.status, input.status, countRelations(weights.get(findingId) ?? []).supports)
    if (refusal) return { done: false as const, because: refusal }
    const made = await begin({ verb: 'set-status', noun: 'finding', subjectId: findingId, subjectTitle: openingOf(known.finding.statement, 80), facts: { from: known.finding.status, to: input.status } })
    await made.update('finding', findingId, input.revision, { status: input.status })
    return { done: true as const, actId: made.actId }
  })
}

/**
 * How far a finding can be trusted, judged by a person over the links that stand now, which are kept with it. Counting gives a hint
 * and decides nothing.
 */
export async function judgeFinding(scope: Scope, findingId: Id, input: JudgeFindingInput): Promise<Done | Refused<JudgeRefusal>> {
  return await perform(scope, async (tx, begin) => {
    const known = await loadFinding(tx, scope.mission.id, findingId)
    if (!known) return { done: false as const, because: 'gone' as const }
    const links = await listLinksFor(tx, scope.mission.id, findingId)
    const refusal = refusesJudgement(input.reason, links.length)
    if (refusal) return { done: false as const, because: refusal }
    const [evidence = '', agreement = ''] = input.judged.split(' ')
    const [before, after] = [weightOf(known.finding.evidence_judged, known.finding.agreement_judged), weightOf(evidence, agreement)]
    const facts = { from: before ? confidenceFrom(before) : '', to: after ? confidenceFrom(after) : '', reason: input.reason }
    const made = await begin({ verb: 'judge', noun: 'finding', subjectId: findingId, subjectTitle: openingOf(known.finding.statement, 80), facts })
    await made.update('finding', findingId, input.revision, {
      evidence_judged: evidence, agreement_judged: agreement, judged_reason: input.reason, judged_by: scope.actor.name, judged_ms: scope.missionNowMs, judged_links: frozen(links),
    })
    return { done: true as const, actId: made.actId }
  })
}

type NewFinding = { statement: string; dimensions: readonly Id[]; nodes: readonly Id[] }

/** The rows of a new finding inside an act that has begun. */
export async function insertFinding(tx: Tx, made: Edit, scope: Scope, findingId: Id, finding: NewFinding): Promise<void> {
  await made.insert('finding', {
    id: findingId, mission_id: scope.mission.id, statement: finding.statement, statement_key: foldKey(finding.statement), status: 'draft',
    created_ms: scope.missionNowMs, account_name: scope.actor.name,
  })
  await addPlaces(tx, made, scope, findingId, finding)
}

/** Puts a finding under dimensions and sections of this mission; ids of anything else are passed over. */
export async function addPlaces(tx: Tx, made: Edit, scope: Scope, findingId: Id, { dimensions, nodes }: Omit<NewFinding, 'statement'>): Promise<void> {
  const row = { mission_id: scope.mission.id, finding_id: findingId }
  if (dimensions.length > 0) {
    for (const { id } of await listDimensions(tx, scope.mission.id)) if (dimensions.includes(id)) await made.insert('finding_dimension', { ...row, id: newId(scope.nowMs), dimension_id: id })
  }
  if (nodes.length > 0) {
    for (const { id } of await listReportSections(tx, scope.mission.id)) if (nodes.includes(id)) await made.insert('finding_outline', { ...row, id: newId(scope.nowMs), outline_node_id: id })
  }
}
