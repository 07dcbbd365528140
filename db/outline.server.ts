/** The outline of a report as those who write it see it: sections with owners, states and what rests on them, figures, abbreviations. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Section } from '#app/domain/papers/outline-coverage.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { saidFor } from '#db/findings.server.ts'

/** Sections of one report. */
export const SECTIONS_MAX = 500
/** Sentences under the findings of one section, and of one paper. */
const MOST_SAID = 2_000

export type SectionRow = Section & { revision: number; position: number; page: number | null; body: string; sourceLine: number | null; figures: number }

/** The sections of a document in order, with what rests on each; superseded findings do not count. Two queries. */
export async function listSections(db: Db, missionId: Id, documentId: Id): Promise<SectionRow[]> {
  const [rows, resting] = await Promise.all([
    db.selectFrom('outline_node').where('mission_id', '=', missionId).where('document_id', '=', documentId).where('attachment_id', 'is', null)
      .select(['id', 'revision', 'position', 'level', 'number', 'title', 'page', 'body', 'owner', 'state', 'gathers', 'source_line'])
      .select((one) => [
        one.selectFrom('figure').select((n) => n.fn.countAll<number>().as('n')).whereRef('figure.outline_node_id', '=', 'outline_node.id').as('figures'),
        one.selectFrom('finding_outline').innerJoin('finding', 'finding.id', 'finding_outline.finding_id').innerJoin('evidence_link', 'evidence_link.finding_id', 'finding.id')
          .select(sql<number>`count(distinct evidence_link.excerpt_id)`.as('n')).whereRef('finding_outline.outline_node_id', '=', 'outline_node.id').where('finding.status', '<>', 'superseded').as('evidence'),
      ])
      .orderBy('position').orderBy('id').limit(SECTIONS_MAX).execute(),
    db.selectFrom('finding_outline').innerJoin('outline_node', 'outline_node.id', 'finding_outline.outline_node_id').innerJoin('finding', 'finding.id', 'finding_outline.finding_id')
      .leftJoin('evidence_link', 'evidence_link.finding_id', 'finding.id').where('finding_outline.mission_id', '=', missionId).where('outline_node.document_id', '=', documentId).where('finding.status', '<>', 'superseded')
      .select(['finding_outline.outline_node_id as node', sql<number>`count(evidence_link.id)`.as('links'), sql<number>`sum(case when evidence_link.relation = 'supports' then 1 else 0 end)`.as('supports'), sql<number>`sum(case when evidence_link.relation = 'contradicts' then 1 else 0 end)`.as('contradicts')])
      .groupBy(['finding_outline.outline_node_id', 'finding.id']).orderBy('finding.id').execute(),
  ])
  return rows.map(({ source_line, ...row }) => ({
    ...row, position: Number(row.position), hasText: row.body.trim() !== '', sourceLine: source_line, figures: Number(row.figures), evidence: Number(row.evidence),
    findings: resting.filter(({ node }) => node === row.id).map(({ supports, contradicts, links }) => ({ supports: Number(supports), contradicts: Number(contradicts), links: Number(links) })),
  }))
}

/** The ids of those sections whose words are evidence: their text and title stay as they were marked. One query, none for no ids. */
export async function listMarkedSections(db: Db, missionId: Id, nodeIds: readonly Id[]): Promise<Set<Id>> {
  if (nodeIds.length === 0) return new Set()
  const rows = await db.selectFrom('excerpt').select('outline_node_id').distinct().where('mission_id', '=', missionId).where('outline_node_id', 'in', nodeIds).execute()
  return new Set(rows.map((row) => row.outline_node_id as Id))
}

/** The findings at some sections, in the order in which they came. One query, none for no ids. */
export async function listFindingsAt(db: Db, missionId: Id, nodeIds: readonly Id[]) {
  if (nodeIds.length === 0) return []
  return await db.selectFrom('finding_outline').innerJoin('finding', 'finding.id', 'finding_outline.finding_id').where('finding_outline.mission_id', '=', missionId).where('finding_outline.outline_node_id', 'in', nodeIds)
    .where('finding.status', '<>', 'superseded').select(['finding.id', 'finding.statement', 'finding.status', 'finding.sample', 'finding_outline.outline_node_id as node', 'finding_outline.id as place_id'])
    .orderBy('finding.created_ms').orderBy('finding.id').limit(MOST_SAID).execute()
}

/** What was said for and against some findings, the oldest link first. One query, none for no ids. */
export async function listSaidOf(db: Db, missionId: Id, findingIds: readonly Id[]) {
  if (findingIds.length === 0) return []
  return await saidFor(db, missionId).where('evidence_link.finding_id', 'in', findingIds).orderBy('evidence_link.at_ms').orderBy('evidence_link.id').limit(MOST_SAID).execute()
}

/** The figures of a document in order, with the section where each stands and its picture while that is kept. One query. */
export async function listFigures(db: Db, missionId: Id, documentId: Id) {
  return await figures(db, missionId).where('figure.document_id', '=', documentId).orderBy('figure.position').orderBy('figure.id').limit(SECTIONS_MAX).execute()
}

export async function findFigure(db: Db, missionId: Id, figureId: Id) {
  return await figures(db, missionId).where('figure.id', '=', figureId).executeTakeFirst()
}

export type FigureRow = Awaited<ReturnType<typeof listFigures>>[number]

function figures(db: Db, missionId: Id) {
  return db.selectFrom('figure').leftJoin('outline_node', 'outline_node.id', 'figure.outline_node_id')
    .leftJoin('attachment', (join) => join.onRef('attachment.id', '=', 'figure.attachment_id').on('attachment.removed_ms', 'is', null).on('attachment.emptied', '=', 0))
    .where('figure.mission_id', '=', missionId)
    .select(['figure.id', 'figure.document_id', 'figure.outline_node_id', 'figure.position', 'figure.number', 'figure.caption', 'figure.alt', 'figure.source_line', 'figure.revision', 'outline_node.title as section', 'outline_node.number as section_number',
      'attachment.id as attachment_id', 'attachment.kind as picture_kind', 'attachment.name as picture_name', 'attachment.size as picture_size'])
}

/** What the abbreviations of a document stand for, as far as somebody said. One query. */
export async function listAbbreviations(db: Db, missionId: Id, documentId: Id) {
  return await db.selectFrom('abbreviation').select(['id', 'short', 'words', 'revision']).where('mission_id', '=', missionId).where('document_id', '=', documentId).orderBy('short').limit(SECTIONS_MAX).execute()
}

/** The titles of a mission's meetings and papers and the names of the bodies that take part: where abbreviations stand. Three queries. */
export async function listTitlesSaid(db: Db, missionId: Id): Promise<string[]> {
  const [meetings, papers, bodies] = await Promise.all([
    db.selectFrom('engagement').select('title').where('mission_id', '=', missionId).orderBy('day').orderBy('id').limit(SECTIONS_MAX).execute(),
    db.selectFrom('document').select('title').where('mission_id', '=', missionId).where('removed_ms', 'is', null).orderBy('id').limit(SECTIONS_MAX).execute(),
    db.selectFrom('participation').innerJoin('organisation', 'organisation.id', 'participation.organisation_id').select('organisation.name as title').distinct().where('participation.mission_id', '=', missionId).orderBy('title').limit(SECTIONS_MAX).execute(),
  ])
  return [...meetings, ...papers, ...bodies].map(({ title }) => title)
}

/** Every name of the organisations that bear one of these names too. One query, none for no names. */
export async function listNamesBeside(db: Db, names: readonly string[]): Promise<{ id: Id; name: string }[]> {
  if (names.length === 0) return []
  const every = () => db.selectFrom('organisation').select(['organisation.id', 'organisation.name']).unionAll(db.selectFrom('organisation_name').select(['organisation_name.organisation_id as id', 'organisation_name.name']))
  return await db.selectFrom(every().as('called')).select(['called.id', 'called.name']).where('called.id', 'in', (one) => one.selectFrom(every().as('short')).select('short.id').where('short.name', 'in', names))
    .orderBy('called.id').orderBy('called.name').limit(SECTIONS_MAX * 4).execute()
}

/** The place after the last figure of a document. */
export async function nextFigurePlace(tx: Tx, documentId: Id): Promise<number> {
  const row = await tx.selectFrom('figure').select((one) => one.fn.max('position').as('last')).where('document_id', '=', documentId).executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}
