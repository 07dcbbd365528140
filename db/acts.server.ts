import type { Selectable } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Db } from '#db/database.server.ts'
import type { ActTable } from '#db/schema.ts'

export type ActRow = Pick<Selectable<ActTable>, 'id' | 'at_ms' | 'actor_name' | 'account_id' | 'verb' | 'noun' | 'subject_id' | 'subject_title' | 'undoable' | 'undone_by_id'> & { facts: Record<string, unknown> }
const COLUMNS = ['id', 'at_ms', 'actor_name', 'account_id', 'verb', 'noun', 'subject_id', 'subject_title', 'facts', 'undoable', 'undone_by_id'] as const

/** One act of a mission, for the sentence that confirms it. */
export async function findAct(db: Db, missionId: Id, actId: Id): Promise<ActRow | undefined> {
  const row = await db.selectFrom('act').select(COLUMNS).where('mission_id', '=', missionId).where('id', '=', actId).executeTakeFirst()
  return row && withFacts(row)
}

/** Acts of a mission, newest first; `subjectId` narrows to one thing, changed by itself or along with others, `before` pages on from an act's id. */
export async function listActs(db: Db, missionId: Id, { subjectId, before, limit = 50 }: { subjectId?: Id; before?: Id; limit?: number }): Promise<ActRow[]> {
  let query = db.selectFrom('act').select(COLUMNS).where('mission_id', '=', missionId)
  if (subjectId) query = query.where((act) => act.or([act('subject_id', '=', subjectId), act('id', 'in', act.selectFrom('change').select('change.act_id').where('change.row_id', '=', subjectId))]))
  if (before) query = query.where('id', '<', before)
  const rows = await query.orderBy('id', 'desc').limit(Math.min(limit, 200)).execute()
  return rows.map(withFacts)
}

function withFacts<R extends { facts: string }>(row: R): Omit<R, 'facts'> & { facts: Record<string, unknown> } {
  return { ...row, facts: JSON.parse(row.facts) as Record<string, unknown> }
}

/** The acts of a mission that merged entries into one and still stand: the name of each merged entry and the act. One query. */
export async function listMerges(db: Db, missionId: Id, keptId: Id): Promise<{ name: string; actId: Id }[]> {
  const rows = await db.selectFrom('act').select(['id', 'facts']).where('mission_id', '=', missionId).where('subject_id', '=', keptId)
    .where('verb', '=', 'merge').where('undone_by_id', 'is', null).orderBy('id', 'desc').limit(50).execute()
  return rows.map((row) => ({ name: String((JSON.parse(row.facts) as { from?: unknown }).from ?? ''), actId: row.id }))
}
