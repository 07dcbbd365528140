/** Issued editions of papers. Lists read their faces, never the papers. */
import type { Id } from '#app/domain/ids.ts'
import type { PaperChange, Series } from '#app/domain/papers/editions.ts'
import type { Audience, Paper } from '#app/domain/papers/paper.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'

const FACE = ['id', 'kind', 'subject', 'subject_title', 'audience', 'language', 'second', 'number', 'title', 'remark', 'change_count', 'gap_count', 'issued_ms', 'zone', 'city', 'account_name', 'withdrawn_ms', 'withdrawn_by', 'withdrawn_reason', 'revision'] as const
/** Papers of a mission whose last edition is told at once. */
const MOST_SUBJECTS = 2_000

function editions(db: Db, missionId: Id) {
  return db.selectFrom('edition').where('mission_id', '=', missionId).select(FACE)
}

type Row = Awaited<ReturnType<ReturnType<typeof editions>['execute']>>[number]
export type Edition = Omit<Row, 'audience'> & { audience: Audience }

function editionOf(row: Row): Edition {
  return { ...row, audience: row.audience === 'counterpart' ? 'counterpart' : 'team' }
}

/** Editions, the newest first, withdrawn ones as well; one more than a page holds when there are more. One query. */
export async function listEditions(db: Db, missionId: Id, filter: { kind?: string; subject?: string; page?: number }): Promise<Edition[]> {
  const { kind, subject, page = 1 } = filter
  let query = editions(db, missionId)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (subject !== undefined) query = query.where('subject', '=', subject)
  return (await query.orderBy('id', 'desc').limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()).map(editionOf)
}

/** For each kind and subject the newest edition that stands. One query. */
export async function listLastEditions(db: Db, missionId: Id): Promise<Edition[]> {
  const newest = db.selectFrom('edition').select((one) => one.fn.max('id').as('id')).where('mission_id', '=', missionId).where('withdrawn_ms', 'is', null).groupBy(['kind', 'subject'])
  return (await editions(db, missionId).where('id', 'in', newest).orderBy('id', 'desc').limit(MOST_SUBJECTS).execute()).map(editionOf)
}

/** One edition; undefined when it is not of this mission. */
export async function findEdition(db: Db, missionId: Id, editionId: Id): Promise<Edition | undefined> {
  const row = await editions(db, missionId).where('id', '=', editionId).executeTakeFirst()
  return row && editionOf(row)
}

/** Everything of one series, the newest first, at most a page. One query. */
export async function listSeries(db: Db, missionId: Id, series: Series): Promise<Edition[]> {
  const { kind, subject, audience, language, second } = series
  const rows = await editions(db, missionId).where('kind', '=', kind).where('subject', '=', subject).where('audience', '=', audience).where('language', '=', language).where('second', '=', second).orderBy('number', 'desc').limit(LIST_PAGE).execute()
  return rows.map(editionOf)
}

/** What was issued, as it was issued; `compared` is the number of the edition that the changes count from. */
export type Issued = { paper: Paper; changes: PaperChange[]; compared: number | null }

/** The frozen paper of an edition; undefined when it is not of this mission. One query. */
export async function loadIssued(db: Db, missionId: Id, editionId: Id): Promise<Issued | undefined> {
  const row = await db.selectFrom('edition_paper').innerJoin('edition', 'edition.id', 'edition_paper.edition_id').where('edition.mission_id', '=', missionId).where('edition.id', '=', editionId)
    .select(['edition_paper.paper', 'edition_paper.changes', 'edition_paper.compared']).executeTakeFirst()
  return row && { paper: JSON.parse(row.paper) as Paper, changes: JSON.parse(row.changes) as PaperChange[], compared: row.compared }
}

/** Freezes the paper of an edition that was just written. */
export async function insertIssued(tx: Tx, editionId: Id, { paper, changes, compared }: Issued): Promise<void> {
  await tx.insertInto('edition_paper').values({ edition_id: editionId, paper: JSON.stringify(paper), changes: JSON.stringify(changes), compared }).execute()
}
