/** Findings with their dimensions, places in the outline, and the evidence for and against them. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { RelationWord, Weighed } from '#app/domain/assessment/evidence.ts'
import type { FindingStatus } from '#app/domain/assessment/findings.ts'
import type { Frozen } from '#app/domain/assessment/ratings.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Db } from '#db/database.server.ts'
import { excerptRows } from '#db/evidence.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'

type FindingFilter = { dimensionId?: Id | undefined; status?: FindingStatus | undefined; nodeId?: Id | undefined; text?: string; page?: number }

/** Findings, the newest first; one more than a page holds when there are more. One query. */
export async function listFindings(db: Db, missionId: Id, { dimensionId, status, nodeId, text = '', page = 1 }: FindingFilter = {}) {
  let query = db.selectFrom('finding').select(['id', 'statement', 'status', 'sample', 'created_ms', 'account_name', 'evidence_judged', 'agreement_judged']).$narrowType<{ status: FindingStatus }>().where('mission_id', '=', missionId)
  if (status) query = query.where('status', '=', status)
  if (dimensionId) query = query.where((one) => one.exists(one.selectFrom('finding_dimension').select('finding_dimension.id').whereRef('finding_dimension.finding_id', '=', 'finding.id').where('finding_dimension.dimension_id', '=', dimensionId)))
  if (nodeId) query = query.where((one) => one.exists(one.selectFrom('finding_outline').select('finding_outline.id').whereRef('finding_outline.finding_id', '=', 'finding.id').where('finding_outline.outline_node_id', '=', nodeId)))
  const key = foldKey(text)
  if (key) query = query.where('statement_key', 'like', `%${key}%`)
  return await query.orderBy('created_ms', 'desc').orderBy('id', 'desc').limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()
}

/** Findings to choose from when a sentence is linked: those that still count, the latest first. */
export async function listFindingChoices(db: Db, missionId: Id): Promise<{ id: Id; statement: string }[]> {
  return await db.selectFrom('finding').select(['id', 'statement']).where('mission_id', '=', missionId).where('status', '<>', 'superseded')
    .orderBy('created_ms', 'desc').orderBy('id', 'desc').limit(200).execute()
}

/** Links of each finding by relation and kind of source, and the names of its dimensions. Two queries, none for no ids. */
export async function describeFindings(db: Db, missionId: Id, ids: readonly Id[]): Promise<{ weights: Map<Id, Weighed[]>; dimensions: Map<Id, { id: Id; name: string }[]> }> {
  if (ids.length === 0) return { weights: new Map(), dimensions: new Map() }
  const [links, places] = await Promise.all([
    db.selectFrom('evidence_link').innerJoin('excerpt', 'excerpt.id', 'evidence_link.excerpt_id').where('evidence_link.mission_id', '=', missionId).where('evidence_link.finding_id', 'in', ids)
      .select(['evidence_link.finding_id', 'evidence_link.relation', 'excerpt.source_kind', (n) => n.fn.countAll<number>().as('count')])
      .groupBy(['evidence_link.finding_id', 'evidence_link.relation', 'excerpt.source_kind']).execute(),
    db.selectFrom('finding_dimension').innerJoin('dimension', 'dimension.id', 'finding_dimension.dimension_id').where('finding_dimension.mission_id', '=', missionId)
      .where('finding_dimension.finding_id', 'in', ids).select(['finding_dimension.finding_id', 'dimension.id', 'dimension.name']).orderBy('dimension.position').execute(),
  ])
  const weights = grouped(links.map((row) => [row.finding_id, { relation: row.relation as RelationWord, sourceKind: row.source_kind, count: Number(row.count) }]))
  return { weights, dimensions: grouped(places.map((row) => [row.finding_id, { id: row.id, name: row.name }])) }
}

/** One finding with its dimensions and places in outlines; undefined when it is not of this mission. */
export async function loadFinding(db: Db, missionId: Id, findingId: Id) {
  const finding = await db.selectFrom('finding').selectAll().$narrowType<{ status: FindingStatus }>().where('mission_id', '=', missionId).where('id', '=', findingId).executeTakeFirst()
  if (!finding) return undefined
  const [dimensions, nodes] = await Promise.all([
    db.selectFrom('finding_dimension').innerJoin('dimension', 'dimension.id', 'finding_dimension.dimension_id').select(['dimension.id', 'dimension.name', 'finding_dimension.id as link_id'])
      .where('finding_dimension.mission_id', '=', missionId).where('finding_dimension.finding_id', '=', findingId).orderBy('dimension.position').execute(),
    db.selectFrom('finding_outline').innerJoin('outline_node', 'outline_node.id', 'finding_outline.outline_node_id')
      .select(['outline_node.id', 'outline_node.title', 'outline_node.page', 'outline_node.document_id', 'finding_outline.id as link_id'])
      .where('finding_outline.mission_id', '=', missionId).where('finding_outline.finding_id', '=', findingId).orderBy('outline_node.position').execute(),
  ])
  return { finding, dimensions, nodes }
}

/** Every link of a finding, as a judgement keeps it. One query. */
export async function listLinksFor(db: Db, missionId: Id, findingId: Id): Promise<Frozen[]> {
  return await db.selectFrom('evidence_link').select(['id', 'relation']).$narrowType<{ relation: RelationWord }>().where('mission_id', '=', missionId).where('finding_id', '=', findingId).orderBy('id').execute()
}

const BY_WEIGHT = sql`case evidence_link.relation when 'contradicts' then 0 when 'supports' then 1 when 'qualifies' then 2 else 3 end`

/** Links with their finding and the words that they bring, narrowed by a mission. */
export function saidFor(db: Db, missionId: Id) {
  return excerptRows(db).innerJoin('evidence_link', 'evidence_link.excerpt_id', 'excerpt.id').innerJoin('finding', 'finding.id', 'evidence_link.finding_id')
    .select(['finding.statement', 'evidence_link.id as link_id', 'evidence_link.finding_id', 'evidence_link.relation', 'evidence_link.reason', 'evidence_link.account_name as linked_by', 'evidence_link.at_ms as linked_ms',
      'evidence_link.sample as link_sample', 'evidence_link.revision as link_revision'])
    .where('evidence_link.mission_id', '=', missionId).$narrowType<{ relation: RelationWord }>()
}

/** What was said for and against a finding, contradictions first, the latest link first; one more than a page holds when there are more. */
export async function listEvidenceOf(db: Db, missionId: Id, findingId: Id, page = 1) {
  return await saidFor(db, missionId).where('evidence_link.finding_id', '=', findingId)
    .orderBy(BY_WEIGHT).orderBy('evidence_link.at_ms', 'desc').orderBy('evidence_link.id').limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()
}

/** The sentences of some links, as far as the links still stand. */
export async function listEvidenceByLinks(db: Db, missionId: Id, linkIds: readonly Id[]) {
  if (linkIds.length === 0) return []
  return await saidFor(db, missionId).where('evidence_link.id', 'in', linkIds).orderBy(BY_WEIGHT).orderBy('evidence_link.at_ms', 'desc').limit(LIST_PAGE * 4).execute()
}

function grouped<V>(pairs: readonly (readonly [string, V])[]): Map<string, V[]> {
  const groups = new Map<string, V[]>()
  for (const [key, value] of pairs) {
    const known = groups.get(key) ?? []
    known.push(value)
    groups.set(key, known)
  }
  return groups
}
