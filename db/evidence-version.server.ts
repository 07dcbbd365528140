/**
 * What is counted over all evidence of a mission costs time by the thousand sentences and changes seldom. A number in the
 * database goes up with every write that changes such a count; each reader asks for it first and keeps what it counted
 * while it stays the same. Several processes may write: none of them trusts its memory further than that number.
 */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Db, Tx } from '#db/database.server.ts'

/** Columns whose change moves a count; of tables named without columns every write does. */
const COUNTED: Record<string, readonly string[] | undefined> = { finding: ['status'], excerpt: ['source_kind', 'note_id', 'outline_node_id'], note: ['engagement_id', 'private'], engagement: ['stop_id'] }
const WHOLE = ['evidence_link', 'finding_dimension']

/** Whether a write of an act can change what is counted. Whatever is new in the other tables bears on nothing yet, but for excerpts, which are counted themselves. */
export function changesEvidence(table: string, columns: Record<string, unknown>, kind: string): boolean {
  if (WHOLE.includes(table)) return true
  if (kind !== 'update') return table === 'excerpt'
  return COUNTED[table]?.some((column) => column in columns) === true
}

/** Raises the number of a mission; nothing for an act outside of missions. */
export async function countChange(tx: Tx, missionId: Id | null): Promise<void> {
  if (missionId === null) return
  await tx.insertInto('evidence_version').values({ mission_id: missionId, n: 1 }).onConflict((same) => same.column('mission_id').doUpdateSet({ n: sql<number>`evidence_version.n + 1` })).execute()
}

/** Counts kept in memory at once: a few for each of the missions that somebody looks at. */
const MOST = 200
type Kept = { n: number; value: Promise<unknown> }
const kept = new WeakMap<Db, Map<string, Kept>>()

/** The number of a mission as it stands. One query. */
async function versionOf(db: Db, missionId: Id): Promise<number> {
  return (await db.selectFrom('evidence_version').select('n').where('mission_id', '=', missionId).executeTakeFirst())?.n ?? 0
}

/** What `count` found when the evidence of the mission last changed; `name` tells counts of one mission apart. One query, and those of `count` after a change. */
export async function whileEvidenceStands<T>(db: Db, missionId: Id, name: string, count: () => Promise<T>): Promise<T> {
  const n = await versionOf(db, missionId)
  const known = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, known)
  const key = `${missionId} ${name}`
  const found = known.get(key)
  if (found?.n === n) return (await found.value) as T
  const value = count()
  known.delete(key)
  known.set(key, { n, value })
  if (known.size > MOST) known.delete(known.keys().next().value as string)
  value.catch(() => known.delete(key))
  return await value
}
