/** Sendings: what one press of a button put into the queue. */
import type { Id } from '#app/domain/ids.ts'
import type { MailState } from '#app/domain/notices.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'

/** The acts that are a sending. */
export const SENDS = ['send', 'tell', 'send-again'] as const

type Dispatch = {
  id: Id
  revision: number
  /** The engagement, or how many there were. */
  title: string
  by: string
  atMs: Instant
  /** Messages leave then, by the real clock. */
  holdUntilMs: Instant
  messageCount: number
  /** How many people were told by other means. */
  others: number
  undoneMs: Instant | null
  /** What was written to everybody. */
  note: string
}

/** One sending of a mission, or undefined. One query. */
export async function findDispatch(db: Db, missionId: Id, id: Id): Promise<Dispatch | undefined> {
  return (await sendings(db, missionId).where('dispatch.id', '=', id).execute()).map(dispatchOf)[0]
}

/** The latest sendings of a mission, newest first. One query. */
export async function listDispatches(db: Db, missionId: Id, limit = 5): Promise<Dispatch[]> {
  return (await sendings(db, missionId).orderBy('dispatch.id', 'desc').limit(Math.min(limit, 50)).execute()).map(dispatchOf)
}

function sendings(db: Db, missionId: Id) {
  return db.selectFrom('dispatch').innerJoin('act', (join) => join.onRef('act.subject_id', '=', 'dispatch.id').on('act.verb', 'in', SENDS))
    .selectAll('dispatch').select(['act.subject_title', 'act.facts']).where('dispatch.mission_id', '=', missionId)
}

function dispatchOf(row: Awaited<ReturnType<ReturnType<typeof sendings>['execute']>>[number]): Dispatch {
  const { others = 0 } = JSON.parse(row.facts) as { others?: number }
  return { id: row.id, revision: row.revision, title: row.subject_title, by: row.account_name, atMs: row.at_ms, holdUntilMs: row.hold_until_ms, messageCount: row.message_count, others, undoneMs: row.undone_ms, note: row.note }
}

export type DispatchStates = Partial<Record<MailState, number>>

/** How far the messages of sendings have come, by sending. One query. */
export async function countDispatches(db: Db, ids: readonly Id[]): Promise<Map<Id, DispatchStates>> {
  const found = new Map<Id, DispatchStates>(ids.map((id) => [id, {}]))
  if (ids.length === 0) return found
  const rows = await db.selectFrom('outbox').select((row) => ['dispatch_id', 'state', row.fn.countAll<number>().as('n')]).where('dispatch_id', 'in', ids).groupBy(['dispatch_id', 'state']).execute()
  for (const row of rows) if (row.dispatch_id !== null) found.set(row.dispatch_id, { ...found.get(row.dispatch_id), [row.state]: Number(row.n) })
  return found
}
