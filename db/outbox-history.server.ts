/** What happened to a message since it was made, for its page. */
import type { Id } from '#app/domain/ids.ts'
import type { MailState } from '#app/domain/notices.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { UNSENT } from '#db/outbox.server.ts'

export type MailEvent = { atMs: Instant; kind: string; by: string; attempt: number; code: number | null; text: string }
const MOST_EVENTS = 200

/** Who sent it, what became of each try, what came back, who tried it again or gave it up; in their order, at most the latest 200 of each. Three queries. */
export async function listMailEvents(db: Db, { id, dispatchId }: { id: Id; dispatchId: Id | null }): Promise<MailEvent[]> {
  const [tries, acts, returns] = [
    await db.selectFrom('outbox_try').selectAll().where('outbox_id', '=', id).orderBy('id', 'desc').limit(MOST_EVENTS).execute(),
    await db.selectFrom('act').select(['at_ms', 'verb', 'actor_name']).where('subject_id', 'in', dispatchId === null ? [id] : [id, dispatchId]).orderBy('id', 'desc').limit(MOST_EVENTS).execute(),
    await db.selectFrom('received_mail').select(['received_ms', 'from_address', 'subject']).where('outbox_id', '=', id).where('kind', '=', 'bounce').orderBy('id', 'desc').limit(MOST_EVENTS).execute(),
  ]
  const none = { by: '', attempt: 0, code: null, text: '' }
  return [
    ...acts.map((row): MailEvent => ({ ...none, atMs: row.at_ms, kind: row.verb, by: row.actor_name })),
    ...tries.toReversed().map((row): MailEvent => ({ atMs: row.at_ms, kind: row.kind, by: '', attempt: row.attempt, code: row.code, text: row.text })),
    ...returns.map((row): MailEvent => ({ ...none, atMs: row.received_ms, kind: 'bounce', by: row.from_address, text: row.subject })),
  ].toSorted((a, b) => a.atMs - b.atMs)
}

export type MailVersion = { id: Id; version: number; kind: string; state: MailState; /** The how manieth repetition; 0 for the first message. */ again: number; unsettled: boolean }

/** Every message of this UID, the first version first. One query. */
export async function listVersions(db: Db, uid: string): Promise<MailVersion[]> {
  const rows = await db.selectFrom('outbox').select(['id', 'fifo_number', 'kind', 'state', 'again']).where('fifo_key', '=', uid).orderBy('fifo_number').orderBy('again').limit(MOST_EVENTS).execute()
  const open: readonly string[] = [...UNSENT, 'sending']
  return rows.map((row) => ({ id: row.id, version: row.fifo_number + 1, kind: row.kind, state: row.state as MailState, again: row.again, unsettled: open.includes(row.state) }))
}
