/** The mail queue as the drain sees it: claim with lease and fence, commit what was composed, record what became of it. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { cleanLine } from '#app/domain/text.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Database, Db, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { endFarHolds, forgetQuietDomains, noteDomains } from '#db/mail-domains.server.ts'
import { EMPTY_HAND, takeDue } from '#db/outbox-due.server.ts'
import type { Hand } from '#db/outbox-due.server.ts'
import { UNSENT } from '#db/outbox.server.ts'

/** Longer than every SMTP timeout together, so that a slow relay never meets a second sender. */
export const LEASE_MS = 30 * 60_000
const MOST_STRIKES = 8
export const GIVE_UP_MS = 72 * 3_600_000

export type Claimed = { id: Id; kind: string; messageId: string; to: string; domain: string; facts: string; mime: Uint8Array | null; attempts: number; secret: boolean; leaseUntilMs: Instant }

/**
 * Takes up to `limit` due messages for `owner`; the attempt is counted and committed before any work. The earliest
 * unsettled message of a UID goes first and alone, and no domain gets more than its share. What was tried eight times
 * without any outcome is put aside, what is too old or about something over is given up.
 */
export async function claimDue(database: Database, owner: string, nowMs: Instant, limit: number, hand: Hand = EMPTY_HAND): Promise<Claimed[]> {
  if (!(await anythingDue(database.read, nowMs))) return []
  return await database.write(async (tx) => {
    await reapExpired(tx, nowMs)
    await giveUp(tx, nowMs)
    const ids = await takeDue(tx, database.dialect.name === 'postgres', nowMs, limit, hand)
    if (ids.length === 0) return []
    await tx.updateTable('outbox').set({ state: 'sending', owner, lease_until_ms: nowMs + LEASE_MS, attempts: sql<number>`attempts + 1`, strikes: sql<number>`strikes + 1` }).where('id', 'in', ids).execute()
    const rows = await tx.selectFrom('outbox').select(['id', 'kind', 'message_id', 'to_address', 'to_domain', 'facts', 'mime', 'attempts', 'secret']).where('id', 'in', ids).orderBy('next_ms').orderBy('id').execute()
    return rows.map((row) => ({ id: row.id, kind: row.kind, messageId: row.message_id, to: row.to_address, domain: row.to_domain, facts: row.facts, mime: row.mime, attempts: row.attempts, secret: row.secret === 1, leaseUntilMs: nowMs + LEASE_MS }))
  })
}

async function anythingDue(db: Db, nowMs: Instant): Promise<boolean> {
  const row = await db.selectFrom('outbox').select('id')
    .where((one) => one.or([one.and([one('state', 'in', UNSENT), one('next_ms', '<=', nowMs)]), one.and([one('state', '=', 'sending'), one('lease_until_ms', '<=', nowMs)])])).limit(1).executeTakeFirst()
  return row !== undefined
}

/** A lease that ran out: somebody was paused or died between the claim and the outcome, so the message may have arrived. */
async function reapExpired(tx: Tx, nowMs: Instant): Promise<void> {
  await keepInterrupted(tx, nowMs, await tx.updateTable('outbox').set(freed(nowMs)).where('state', '=', 'sending').where('lease_until_ms', '<=', nowMs).returning(['id', 'attempts']).execute())
}

const INTERRUPTED = 'Sending was interrupted; it may have arrived'
const ROWS_AT_ONCE = 200

function freed(nowMs: Instant): { state: string; uncertain: number; owner: null; lease_until_ms: null; next_ms: Instant; last_text: string } {
  return { state: 'retry', uncertain: 1, owner: null, lease_until_ms: null, next_ms: nowMs, last_text: INTERRUPTED }
}

async function keepInterrupted(tx: Tx, nowMs: Instant, rows: readonly { id: Id; attempts: number }[]): Promise<void> {
  const tries = rows.map(({ id, attempts }) => ({ id: newId(nowMs), outbox_id: id, at_ms: nowMs, attempt: attempts, kind: 'interrupted', code: null }))
  for (let at = 0; at < tries.length; at += ROWS_AT_ONCE) await tx.insertInto('outbox_try').values(tries.slice(at, at + ROWS_AT_ONCE)).execute()
}

const ERASED = { facts: sql<string>`case when secret = 1 then '{}' else facts end`, mime: sql<Uint8Array | null>`case when secret = 1 then null else mime end` }

async function giveUp(tx: Tx, nowMs: Instant): Promise<void> {
  await tx.updateTable('outbox').set({ state: 'quarantined', last_text: `Put aside: it was begun ${MOST_STRIKES} times and never finished` })
    .where('state', '=', 'retry').where('strikes', '>=', MOST_STRIKES).execute()
  await tx.updateTable('outbox').set({ state: 'failed', last_text: 'Given up: what it is about was over before it could be sent', ...ERASED })
    .where('state', 'in', UNSENT).where('next_ms', '<=', nowMs).where('expires_ms', '<=', nowMs).execute()
  const refused = sql<boolean>`(attempts > 0 or exists (select 1 from mail_domain where mail_domain.domain = outbox.to_domain and mail_domain.holds > 0))`
  await tx.updateTable('outbox').set({ state: 'failed', last_text: sql<string>`'Given up after 72 hours. ' || last_text`, ...ERASED })
    .where('state', 'in', UNSENT).where('next_ms', '<=', nowMs).where('created_ms', '<=', nowMs - GIVE_UP_MS).where(refused).execute()
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

/** Writes down what became of claimed messages, each try and what it says of its domain; rows that are no longer ours are left alone. */
export async function recordOutcomes(database: Database, owner: string, nowMs: Instant, outcomes: readonly Outcome[]): Promise<void> {
  await database.write(async (tx) => {
    const ours: Outcome[] = []
    for (const outcome of outcomes) {
      const free = { owner: null, lease_until_ms: null, strikes: 0, last_text: saidBy(outcome) }
      const result = await tx.updateTable('outbox').set({ ...free, ...settled(outcome, nowMs) }).where('id', '=', outcome.id).where('owner', '=', owner).where('state', '=', 'sending').executeTakeFirst()
      if (Number(result.numUpdatedRows) === 1) ours.push(outcome)
    }
    await keepTries(tx, database.dialect.name === 'postgres', nowMs, ours.filter((outcome) => outcome.kind !== 'given-back'))
    const open = ours.filter((outcome) => outcome.kind === 'later' || outcome.kind === 'unknown' || outcome.kind === 'given-back').map((outcome) => outcome.id)
    if (open.length > 0) await yieldToNewer(tx, open)
  })
}

const LONGEST_TEXT = 500

/** A relay may say anything; what is kept can be stored, and shown in a terminal. */
function saidBy({ text }: Outcome): string {
  return cleanLine(text.slice(0, 4 * LONGEST_TEXT)).slice(0, LONGEST_TEXT)
}

async function keepTries(tx: Tx, locks: boolean, nowMs: Instant, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return
  const rows = await tx.selectFrom('outbox').select(['id', 'attempts', 'to_domain']).where('id', 'in', outcomes.map(({ id }) => id)).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  await tx.insertInto('outbox_try').values(outcomes.map((outcome) => ({
    id: newId(nowMs), outbox_id: outcome.id, at_ms: nowMs, attempt: byId.get(outcome.id)?.attempts ?? 0, kind: outcome.kind, code: 'code' in outcome ? outcome.code : null, text: saidBy(outcome),
  }))).execute()
  await noteDomains(tx, locks, nowMs, outcomes.flatMap((outcome) => {
    const domain = byId.get(outcome.id)?.to_domain
    if (domain === undefined || outcome.kind === 'unknown' || outcome.kind === 'broken') return []
    return [{ domain, refusal: outcome.kind === 'later' ? { code: outcome.code ?? 0, text: saidBy(outcome) } : null }]
  }))
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
  return await database.write(async (tx) => {
    await forgetQuietDomains(tx, nowMs)
    if (gone.length === 0) return 0
    const rows = await tx.updateTable('outbox').set(freed(nowMs)).where('state', '=', 'sending').where('owner', 'in', gone).returning(['id', 'attempts']).execute()
    await keepInterrupted(tx, nowMs, rows)
    return rows.length
  })
}

/** Longer than any pause that is chosen for a message. */
const LONGEST_PAUSE_MS = { queued: 2 * 60_000, retry: 2 * 3_600_000 }

/** After the clock was put back: what it had put into the far future comes now, and no lease or hold is longer than it may be. */
export async function pullIn(database: Database, nowMs: Instant): Promise<void> {
  await database.write(async (tx) => {
    for (const state of UNSENT) await tx.updateTable('outbox').set({ next_ms: nowMs }).where('state', '=', state).where('next_ms', '>', nowMs + LONGEST_PAUSE_MS[state]).execute()
    await tx.updateTable('outbox').set({ lease_until_ms: nowMs + LEASE_MS }).where('state', '=', 'sending').where('lease_until_ms', '>', nowMs + LEASE_MS).execute()
    await endFarHolds(tx, nowMs)
  })
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
    if (trouble) await tx.insertInto('setting').values({ key: RELAY, value: JSON.stringify({ ...trouble, text: cleanLine(trouble.text).slice(0, 300) }) }).execute()
  })
}

export async function findRelayTrouble(db: Db): Promise<RelayTrouble | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', RELAY).executeTakeFirst()
  return row ? (JSON.parse(row.value) as RelayTrouble) : null
}
