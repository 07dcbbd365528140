/** Dimensions, their ratings over time, and the evidence behind each. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { FrameworkPlace } from '#app/domain/assessment/frameworks.ts'
import type { RelationWord, Weighed } from '#app/domain/assessment/evidence.ts'
import { levelWord, staleness } from '#app/domain/assessment/ratings.ts'
import type { Frozen, Level, LinkFacts, RatingFacts } from '#app/domain/assessment/ratings.ts'
import type { Db } from '#db/database.server.ts'
import { whileEvidenceStands } from '#db/evidence-version.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'

export type Dimension = { id: Id; name: string; position: number; sourceLine: number | null; revision: number } & FrameworkPlace

/** The dimensions of a mission in their order. */
export async function listDimensions(db: Db, missionId: Id): Promise<Dimension[]> {
  const rows = await db.selectFrom('dimension').select(['id', 'name', 'position', 'framework', 'framework_version', 'framework_key', 'source_line', 'revision']).where('mission_id', '=', missionId).orderBy('position').orderBy('id').limit(100).execute()
  return rows.map((row) => ({ id: row.id, name: row.name, position: row.position, framework: row.framework, frameworkVersion: row.framework_version, frameworkKey: row.framework_key, sourceLine: row.source_line, revision: row.revision }))
}

export type RatingRow = RatingFacts & {
  id: Id; dimensionId: Id; number: number; reason: string; accountName: string; sourceLine: number | null; printedColumn: number | null; printedHeader: string | null
  framework: string; frameworkVersion: string; dimensionName: string
}

const RATING = ['id', 'dimension_id', 'number', 'level', 'tentative', 'certain', 'printed_column', 'printed_header', 'reason', 'evidence', 'as_printed', 'account_name', 'at_ms', 'source_line', 'framework', 'framework_version', 'dimension_name'] as const

type StoredRating = {
  id: Id; dimension_id: Id; number: number; level: string; tentative: number; certain: number; printed_column: number | null; printed_header: string | null
  reason: string; evidence: string; as_printed: number; account_name: string; at_ms: number | null; source_line: number | null
  framework: string; framework_version: string; dimension_name: string
}

function ratingOf(row: StoredRating): RatingRow {
  return {
    id: row.id, dimensionId: row.dimension_id, number: row.number, level: row.level as Level, tentative: row.tentative === 1, certain: row.certain === 1, asPrinted: row.as_printed === 1,
    atMs: row.at_ms, evidence: thawed(row.evidence), reason: row.reason, accountName: row.account_name, sourceLine: row.source_line, printedColumn: row.printed_column, printedHeader: row.printed_header,
    framework: row.framework, frameworkVersion: row.framework_version, dimensionName: row.dimension_name,
  }
}

/** The stored form of a frozen evidence set. */
export function frozen(links: readonly Frozen[]): string {
  return JSON.stringify(links.map(({ id, relation }) => ({ id, relation })))
}

/** What `frozen` stored. */
export function thawed(text: string): Frozen[] {
  return JSON.parse(text) as Frozen[]
}

/** For each dimension its latest rating and the one before. One query. */
export async function listLatestRatings(db: Db, missionId: Id): Promise<Map<Id, { latest: RatingRow; before: RatingRow | undefined }>> {
  const rows = await db.selectFrom('rating').select(RATING).where('mission_id', '=', missionId)
    .where('number', '>=', sql<number>`(select max(r.number) - 1 from rating r where r.dimension_id = rating.dimension_id)`).orderBy('number', 'desc').execute()
  const found = new Map<Id, { latest: RatingRow; before: RatingRow | undefined }>()
  for (const row of rows) {
    const latest = found.get(row.dimension_id)?.latest
    found.set(row.dimension_id, latest ? { latest, before: ratingOf(row) } : { latest: ratingOf(row), before: undefined })
  }
  return found
}

/** The ratings of a dimension, the newest first. */
export async function listRatings(db: Db, missionId: Id, dimensionId: Id): Promise<RatingRow[]> {
  const rows = await db.selectFrom('rating').select(RATING).where('mission_id', '=', missionId).where('dimension_id', '=', dimensionId).orderBy('number', 'desc').limit(LIST_PAGE).execute()
  return rows.map(ratingOf)
}

/** Every level of every dimension, in the order in which they were given; at most 1,000. One query. */
export async function listEveryRating(db: Db, missionId: Id): Promise<RatingRow[]> {
  const rows = await db.selectFrom('rating').select(RATING).where('mission_id', '=', missionId).orderBy('dimension_id').orderBy('number').limit(1_000).execute()
  return rows.map(ratingOf)
}

function links(db: Db, missionId: Id) {
  return db.selectFrom('evidence_link').innerJoin('finding', 'finding.id', 'evidence_link.finding_id').innerJoin('finding_dimension', 'finding_dimension.finding_id', 'finding.id')
    .where('evidence_link.mission_id', '=', missionId).where('finding.status', '<>', 'superseded')
}

/** `sample`: some of the links only fill a gap of the demo. */
type Weights = { weighed: Weighed[]; meetings: number; sample: boolean }

/** For each dimension what its links weigh and from how many meetings and papers they come. One query, three after a change. */
export async function weighDimensions(db: Db, missionId: Id): Promise<Map<Id, Weights>> {
  return await whileEvidenceStands(db, missionId, 'weights', () => weighed(db, missionId))
}

async function weighed(db: Db, missionId: Id): Promise<Map<Id, Weights>> {
  const base = links(db, missionId).innerJoin('excerpt', 'excerpt.id', 'evidence_link.excerpt_id')
  const [weights, places] = await Promise.all([
    base.select(['finding_dimension.dimension_id', 'evidence_link.relation', 'excerpt.source_kind', (n) => n.fn.countAll<number>().as('count'), sql<number>`max(evidence_link.sample)`.as('sample')])
      .groupBy(['finding_dimension.dimension_id', 'evidence_link.relation', 'excerpt.source_kind']).execute(),
    base.leftJoin('note', 'note.id', 'excerpt.note_id').leftJoin('outline_node', 'outline_node.id', 'excerpt.outline_node_id').where('evidence_link.relation', '<>', 'context')
      .select(['finding_dimension.dimension_id', sql<number>`count(distinct coalesce(note.engagement_id, outline_node.document_id))`.as('count')])
      .groupBy('finding_dimension.dimension_id').execute(),
  ])
  const found = new Map<Id, Weights>()
  for (const row of weights) {
    const known = found.get(row.dimension_id) ?? { weighed: [], meetings: 0, sample: false }
    if (Number(row.sample) === 1) known.sample = true
    known.weighed.push({ relation: row.relation as RelationWord, sourceKind: row.source_kind, count: Number(row.count) })
    found.set(row.dimension_id, known)
  }
  for (const row of places) (found.get(row.dimension_id) as Weights).meetings = Number(row.count)
  return found
}

/** For each dimension from how many meetings and papers, and how many kinds of source, its links come. One query, two after a change. */
export async function listBases(db: Db, missionId: Id): Promise<Map<Id, Bases>> {
  return await whileEvidenceStands(db, missionId, 'bases', () => basesOf(db, missionId))
}

type Bases = { meetings: number; sourceKinds: number }

async function basesOf(db: Db, missionId: Id): Promise<Map<Id, Bases>> {
  const rows = await links(db, missionId).innerJoin('excerpt', 'excerpt.id', 'evidence_link.excerpt_id').leftJoin('note', 'note.id', 'excerpt.note_id').leftJoin('outline_node', 'outline_node.id', 'excerpt.outline_node_id')
    .where('evidence_link.relation', '<>', 'context')
    .select(['finding_dimension.dimension_id', sql<number>`count(distinct coalesce(note.engagement_id, outline_node.document_id))`.as('meetings'), sql<number>`count(distinct excerpt.source_kind)`.as('kinds')])
    .groupBy('finding_dimension.dimension_id').execute()
  return new Map(rows.map((row) => [row.dimension_id, { meetings: Number(row.meetings), sourceKinds: Number(row.kinds) }]))
}

/** The contradicting links of each dimension: what can make a rating stale. One query, two after a change. */
export async function listContradictions(db: Db, missionId: Id): Promise<Map<Id, LinkFacts[]>> {
  return await whileEvidenceStands(db, missionId, 'contradictions', () => contradictionsOf(db, missionId))
}

async function contradictionsOf(db: Db, missionId: Id): Promise<Map<Id, LinkFacts[]>> {
  const rows = await links(db, missionId).where('evidence_link.relation', '=', 'contradicts').select(['finding_dimension.dimension_id', 'evidence_link.id', 'evidence_link.at_ms']).execute()
  const found = new Map<Id, LinkFacts[]>()
  for (const row of rows) {
    const known = found.get(row.dimension_id) ?? []
    known.push({ id: row.id, relation: 'contradicts', atMs: row.at_ms })
    found.set(row.dimension_id, known)
  }
  return found
}

/** Every link that counts for a dimension now, as a rating freezes it. One query, two after a change. */
export async function listLinkFacts(db: Db, missionId: Id, dimensionId: Id): Promise<LinkFacts[]> {
  return await whileEvidenceStands(db, missionId, `links ${dimensionId}`, () => linkFactsOf(db, missionId, dimensionId))
}

async function linkFactsOf(db: Db, missionId: Id, dimensionId: Id): Promise<LinkFacts[]> {
  const rows = await links(db, missionId).where('finding_dimension.dimension_id', '=', dimensionId).select(['evidence_link.id', 'evidence_link.relation', 'evidence_link.at_ms']).orderBy('evidence_link.id').execute()
  return rows.map((row) => ({ id: row.id, relation: row.relation as RelationWord, atMs: row.at_ms }))
}

type ReadinessFace = { dimensionId: Id; name: string; level: Level | undefined; word: string; certain: boolean; stale: boolean }

/** Each dimension with its level in words, for the cockpit. Three queries. */
export async function listReadinessFaces(db: Db, missionId: Id): Promise<ReadinessFace[]> {
  const [dimensions, ratings, against] = await Promise.all([listDimensions(db, missionId), listLatestRatings(db, missionId), listContradictions(db, missionId)])
  return dimensions.map((dimension) => {
    const rating = ratings.get(dimension.id)?.latest
    return {
      dimensionId: dimension.id, name: dimension.name, level: rating?.level, word: rating ? levelWord(rating) : 'Not rated', certain: rating?.certain ?? true,
      stale: rating !== undefined && staleness(rating, against.get(dimension.id) ?? []) !== undefined,
    }
  })
}

/** The dimensions that findings use, and those that are rated. Two queries. */
export async function listUsedDimensions(db: Db, missionId: Id): Promise<{ placed: Set<Id>; rated: Set<Id> }> {
  const [placed, rated] = await Promise.all([
    db.selectFrom('finding_dimension').select('dimension_id').distinct().where('mission_id', '=', missionId).execute(),
    db.selectFrom('rating').select('dimension_id').distinct().where('mission_id', '=', missionId).execute(),
  ])
  return { placed: new Set(placed.map((row) => row.dimension_id)), rated: new Set(rated.map((row) => row.dimension_id)) }
}

/** The places of findings under some dimensions. One query, none for no ids. */
export async function listFindingPlaces(db: Db, missionId: Id, dimensionIds: readonly Id[]): Promise<{ id: Id; findingId: Id }[]> {
  if (dimensionIds.length === 0) return []
  const rows = await db.selectFrom('finding_dimension').select(['id', 'finding_id']).where('mission_id', '=', missionId).where('dimension_id', 'in', dimensionIds).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, findingId: row.finding_id }))
}

/** Excerpts that were marked as speaking of a dimension. One query. */
export async function listExcerptsOn(db: Db, missionId: Id, dimensionId: Id): Promise<{ id: Id }[]> {
  return await db.selectFrom('excerpt').select('id').where('mission_id', '=', missionId).where('dimension_id', '=', dimensionId).orderBy('id').execute()
}

/** Whether a dimension is used by a finding or rated, and so may not be removed. */
export async function isDimensionUsed(db: Db, missionId: Id, dimensionId: Id): Promise<boolean> {
  const row = await db.selectNoFrom((one) => [
    one.selectFrom('finding_dimension').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).where('dimension_id', '=', dimensionId).as('findings'),
    one.selectFrom('rating').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).where('dimension_id', '=', dimensionId).as('ratings'),
  ]).executeTakeFirstOrThrow()
  return Number(row.findings) + Number(row.ratings) > 0
}
