/** The mail queue as the drain sees it: claim with lease and fence, commit what was composed, record what became of it. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Database, Db, Tx } from '#db/database.server.ts'
import { UNSENT } from '#db/outbox.server.ts'

/** Longer than every SMTP timeout together, so that a slow relay never meets a second sender. */
export const LEASE_MS = 30 * 60_000
const MOST_STRIKES = 8
export const GIVE_UP_MS = 72 * 3_600_000

export type Claimed = { id: Id; kind: string; messageId: string; to: string; facts: string; mime: Uint8Array | null; attempts: number; secret: boolean; leaseUntilMs: Instant }

/**
 * Takes up to `limit` due messages for `owner`; the attempt is counted and committed before any work. The earliest
 * unsettled message of a UID goes first and alone. What was tried eight times without any outcome is put aside, what is
 * too old or about something over is given up.
 */
export async function claimDue(database: Database, owner: string, nowMs: Instant, limit: number): Promise<Claimed[]> {
  if (!(await anythingDue(database.read, nowMs))) return []
  return await database.write(async (tx) => {
    await reapExpired(tx, nowMs)
    await giveUp(tx, nowMs)
    const ids = await dueIds(tx, database.dialect.name === 'postgres', nowMs, limit)
    if (ids.length === 0) return []
    await tx.updateTable('outbox').set({ state: 'sending', owner, lease_until_ms: nowMs + LEASE_MS, attempts: sql<number>`attempts + 1`, strikes: sql<number>`strikes + 1` }).where('id', 'in', ids).execute()
    const rows = await tx.selectFrom('outbox').select(['id', 'kind', 'message_id', 'to_address', 'facts', 'mime', 'attempts', 'secret']).where('id', 'in', ids).orderBy('next_ms').orderBy('id').execute()
    return rows.map((row) => ({ id: row.id, kind: row.kind, messageId: row.message_id, to: row.to_address, facts: row.facts, mime: row.mime, attempts: row.attempts, secret: row.secret === 1, leaseUntilMs: nowMs + LEASE_MS }))
  })
}

async function anythingDue(db: Db, nowMs: Instant): Promise<boolean> {
  const row = await db.selectFrom('outbox').select('id')
    .where((one) => one.or([one.and([one('state', 'in', UNSENT), one('next_ms', '<=', nowMs)]), one.and([one('state', '=', 'sending'), one('lease_until_ms', '<=', nowMs)])])).limit(1).executeTakeFirst()
  return row !== undefined
}

async function dueIds(tx: Tx, locks: boolean, nowMs: Instant, limit: number): Promise<Id[]> {
  const query = tx.selectFrom('outbox as mail').select('mail.id').where('mail.state', 'in', UNSENT).where('mail.next_ms', '<=', nowMs)
    .where((mail) => mail.not(mail.exists(mail.selectFrom('outbox as earlier').select('earlier.id').whereRef('earlier.fifo_key', '=', 'mail.fifo_key')
      .whereRef('earlier.fifo_number', '<', 'mail.fifo_number').where('earlier.state', 'in', [...UNSENT, 'sending']))))
    .where((mail) => mail.or([mail('mail.kind', '=', 'sign-in'), mail.not(mail.exists(mail.selectFrom('setting').select('setting.key')
      .where((setting) => setting.or([setting('setting.key', '=', 'outbox.paused'), setting('setting.key', '=', sql<string>`'outbox.paused.' || mail.mission_id`)]))))]))
    .orderBy('mail.next_ms').orderBy('mail.id').limit(limit)
  return (await (locks ? query.forUpdate('mail').skipLocked() : query).execute()).map((row) => row.id)
}

/** A lease that ran out: somebody was paused or died between the claim and the outcome, so the message may have arrived. */
async function reapExpired(tx: Tx, nowMs: Instant): Promise<void> {
  await tx.updateTable('outbox').set(abandoned(nowMs)).where('state', '=', 'sending').where('lease_until_ms', '<=', nowMs).execute()
}

function abandoned(nowMs: Instant): { state: string; uncertain: number; owner: null; lease_until_ms: null; next_ms: Instant; last_text: string } {
  return { state: 'retry', uncertain: 1, owner: null, lease_until_ms: null, next_ms: nowMs, last_text: 'Sending was interrupted; it may have arrived' }
}

const ERASED = { facts: sql<string>`case when secret = 1 then '{}' else facts end`, mime: sql<Uint8Array | null>`case when secret = 1 then null else mime end` }

async function giveUp(tx: Tx, nowMs: Instant): Promise<void> {
  await tx.updateTable('outbox').set({ state: 'quarantined', last_text: `Put aside: it was begun ${MOST_STRIKES} times and never finished` })
    .where('state', 'in', UNSENT).where('strikes', '>=', MOST_STRIKES).execute()
  await tx.updateTable('outbox').set({ state: 'failed', last_text: 'Given up: what it is about was over before it could be sent', ...ERASED })
    .where('state', 'in', UNSENT).where('next_ms', '<=', nowMs).where('expires_ms', '<=', nowMs).execute()
  await tx.updateTable('outbox').set({ state: 'failed', last_text: sql<string>`'Given up after 72 hours. ' || last_text`, ...ERASED })
    .where('state', 'in', UNSENT).where('next_ms', '<=', nowMs).where('attempts', '>', 0).where('created_ms', '<=', nowMs - GIVE_UP_MS).execute()
}

/** Keeps the composed bytes before anybody is connected to; returns those whose claim is still ours. */
export async function keepComposed(database: Database, owner: string, composed: readonly { id: Id; mime: Uint8Array }[]): Promise<Set<Id>> {
  return await database.write(async (tx) => {
    const kept = new Set<Id>()
    for (const { id, mime } of composed) {
      const result = await tx.updateTable('outbox').set({ mime }).where('id', '=', id).where('owner', '=', owner).where('state', '=', 'sending').executeTakeFirst()
      if (Number(result.numUpdatedRows) === 1) kept.add(id)
    }
    return kept
  })
}

export type Outcome =
  | { id: Id; kind: 'accepted'; code: number; text: string; erase: boolean }
  | { id: Id; kind: 'refused' | 'broken'; code: number | null; text: string }
  | { id: Id; kind: 'later' | 'unknown'; code: number | null; text: string; nextMs: Instant }
  /** The relay could not be reached, or we stop: as if never claimed. */
  | { id: Id; kind: 'given-back'; text: string }

/** Writes down what became of claimed messages; rows that are no longer ours are left alone. */
export async function recordOutcomes(database: Database, owner: string, nowMs: Instant, outcomes: readonly Outcome[]): Promise<void> {
  await database.write(async (tx) => {
    for (const outcome of outcomes) {
      const free = { owner: null, lease_until_ms: null, strikes: 0, last_text: outcome.text.slice(0, 500) }
      await tx.updateTable('outbox').set({ ...free, ...settled(outcome, nowMs) }).where('id', '=', outcome.id).where('owner', '=', owner).where('state', '=', 'sending').execute()
    }
    const open = outcomes.filter((outcome) => outcome.kind === 'later' || outcome.kind === 'unknown' || outcome.kind === 'given-back').map((outcome) => outcome.id)
    if (open.length > 0) await yieldToNewer(tx, open)
  })
}

function settled(outcome: Outcome, nowMs: Instant) {
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'accepted', accepted_ms: nowMs, last_code: outcome.code, ...(outcome.erase ? ERASED : {}) }
    case 'refused':
      return { state: 'failed', last_code: outcome.code, ...ERASED }
    case 'broken':
      return { state: 'quarantined', last_code: outcome.code }
    case 'later':
      return { state: 'retry', next_ms: outcome.nextMs, last_code: outcome.code }
    case 'unknown':
      return { state: 'retry', next_ms: outcome.nextMs, last_code: outcome.code, uncertain: 1 }
    case 'given-back':
      return { state: sql<string>`case when attempts > 1 then 'retry' else 'queued' end`, attempts: sql<number>`attempts - 1` }
  }
}

/** A newer version was made while this one was on its way out: it goes instead. */
async function yieldToNewer(tx: Tx, ids: readonly Id[]): Promise<void> {
  const newer = sql<string>`(select newer.dispatch_id from outbox as newer where newer.fifo_key = outbox.fifo_key and newer.fifo_number > outbox.fifo_number
    and newer.state in ('queued', 'retry') order by newer.fifo_number limit 1)`
  await tx.updateTable('outbox').set({ state: 'cancelled', superseded_by_id: newer, last_text: 'A newer version takes its place' })
    .where('id', 'in', ids).where('state', 'in', UNSENT).where(sql<boolean>`${newer} is not null`).execute()
}

/** Frees what senders that are gone had claimed, without waiting for their leases. Returns how many. */
export async function freeAbandoned(database: Database, nowMs: Instant, isGone: (owner: string) => boolean): Promise<number> {
  const owners = await database.read.selectFrom('outbox').select('owner').distinct().where('state', '=', 'sending').where('owner', 'is not', null).execute()
  const gone = owners.flatMap(({ owner }) => (owner !== null && isGone(owner) ? [owner] : []))
  if (gone.length === 0) return 0
  const result = await database.write((tx) => tx.updateTable('outbox').set(abandoned(nowMs)).where('state', '=', 'sending').where('owner', 'in', gone).executeTakeFirst())
  return Number(result.numUpdatedRows)
}

/** When the next message may be due; null when none waits. */
export async function nextDueMs(db: Db): Promise<Instant | null> {
  const row = await db.selectFrom('outbox').select((one) => one.fn.min('next_ms').as('at')).where('state', 'in', UNSENT).executeTakeFirst()
  return row?.at ?? null
}

const RELAY = 'outbox.relay'
type RelayTrouble = { sinceMs: Instant; text: string }

/** Notes that the relay cannot be used, for the people who wait for their mail; null when it can again. */
export async function noteRelay(database: Database, trouble: RelayTrouble | null): Promise<void> {
  await database.write(async (tx) => {
    await tx.deleteFrom('setting').where('key', '=', RELAY).execute()
    if (trouble) await tx.insertInto('setting').values({ key: RELAY, value: JSON.stringify({ ...trouble, text: trouble.text.slice(0, 300) }) }).execute()
  })
}

export async function findRelayTrouble(db: Db): Promise<RelayTrouble | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', RELAY).executeTakeFirst()
  return row ? (JSON.parse(row.value) as RelayTrouble) : null
}
