/** What is known of the domains that mail goes to: their share of the pace, who says "not now", and who was stopped by hand. */
import { sql } from 'kysely'
import { QUIET, afterRefusal } from '#app/domain/calendar/pace.ts'
import type { DomainState } from '#app/domain/calendar/pace.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { UNSENT } from '#db/outbox.server.ts'

/** A domain without refusals is forgotten when its share has been free again for so long. */
const FORGET_MS = 3_600_000
const LONGEST_TEXT = 300

/**
 * The states of these domains, kept from other senders until the transaction ends, always in the same order. `make` also
 * keeps those that have no row yet.
 */
export async function lockDomains(tx: Tx, locks: boolean, domains: Iterable<string>, make: boolean): Promise<Map<string, DomainState>> {
  const names = [...new Set(domains)].toSorted()
  if (names.length === 0) return new Map()
  if (make) await tx.insertInto('mail_domain').values(names.map((domain) => ({ domain }))).onConflict((known) => known.column('domain').doNothing()).execute()
  const query = tx.selectFrom('mail_domain').select(['domain', 'free_ms', 'refused', 'holds', 'held_until_ms']).where('domain', 'in', names).orderBy('domain')
  const rows = await (locks ? query.forUpdate() : query).execute()
  return new Map(rows.map((row) => [row.domain, { freeMs: row.free_ms, refused: row.refused, holds: row.holds, heldUntilMs: row.held_until_ms }]))
}

/** Keeps what was sent to domains that `lockDomains` made. */
export async function saveShares(tx: Tx, states: ReadonlyMap<string, DomainState>): Promise<void> {
  if (states.size === 0) return
  await tx.insertInto('mail_domain').values([...states].map(([domain, { freeMs }]) => ({ domain, free_ms: freeMs })))
    .onConflict((known) => known.column('domain').doUpdateSet({ free_ms: sql`excluded.free_ms` })).execute()
}

export type DomainOutcome = { domain: string; refusal: { code: number; text: string } | null }

/** Counts temporary refusals, holds a domain when there were enough, and forgets them with the first message that is taken or refused for good. */
export async function noteDomains(tx: Tx, locks: boolean, nowMs: Instant, outcomes: readonly DomainOutcome[]): Promise<void> {
  const refusing = outcomes.filter(({ refusal }) => refusal !== null).map(({ domain }) => domain)
  const states = await lockDomains(tx, locks, refusing, true)
  const answering = [...new Set(outcomes.map(({ domain }) => domain))].toSorted()
  const clear = { refused: 0, holds: 0, held_until_ms: null, last_code: null, last_text: '' }
  for (const { domain, refusal } of outcomes) {
    if (refusal) states.set(domain, afterRefusal(states.get(domain) ?? QUIET, refusal.code, nowMs))
    else if (states.has(domain)) states.set(domain, { ...(states.get(domain) ?? QUIET), refused: 0, holds: 0, heldUntilMs: null })
  }
  const quiet = answering.filter((domain) => !states.has(domain))
  if (quiet.length > 0) await tx.updateTable('mail_domain').set(clear).where('domain', 'in', quiet).where('refused', '>', 0).execute()
  for (const [domain, { refused, holds, heldUntilMs }] of states) {
    const last = outcomes.findLast((outcome) => outcome.domain === domain && outcome.refusal)?.refusal
    const said = refused > 0 && last ? { last_code: last.code, last_text: last.text.slice(0, LONGEST_TEXT) } : clear
    await tx.updateTable('mail_domain').set({ ...said, refused, holds, held_until_ms: heldUntilMs }).where('domain', '=', domain).execute()
  }
}

/** Stops or resumes all mail to one domain, of every mission. Sign-in mails go on. */
export async function setDomainPaused(tx: Tx, domain: string, pause: { byName: string; atMs: Instant } | null): Promise<void> {
  const stopped = { paused_by: pause?.byName ?? '', paused_ms: pause?.atMs ?? null }
  await tx.insertInto('mail_domain').values({ domain, ...stopped }).onConflict((known) => known.column('domain').doUpdateSet(stopped)).execute()
}

/** Ends what a clock that was put back left far ahead. */
export async function endFarHolds(tx: Tx, nowMs: Instant): Promise<void> {
  await tx.updateTable('mail_domain').set({ held_until_ms: nowMs }).where('held_until_ms', '>', nowMs + FORGET_MS).execute()
  await tx.updateTable('mail_domain').set({ free_ms: nowMs }).where('free_ms', '>', nowMs + FORGET_MS).execute()
}

export async function forgetQuietDomains(tx: Tx, nowMs: Instant): Promise<void> {
  await tx.deleteFrom('mail_domain').where('refused', '=', 0).where('paused_ms', 'is', null).where('free_ms', '<', nowMs - FORGET_MS).execute()
}

export type MailDomain = { name: string; freeMs: Instant; refused: number; heldUntilMs: Instant | null; pausedBy: string; lastCode: number | null; lastText: string }
type DomainFilter = { names?: readonly string[]; limit?: number }

/** Domains that were refused or stopped, or those asked for by name. One query. */
export async function listDomains(db: Db, { names, limit = 100 }: DomainFilter = {}): Promise<MailDomain[]> {
  if (names?.length === 0) return []
  let query = db.selectFrom('mail_domain').selectAll()
  if (names) query = query.where('domain', 'in', names)
  else query = query.where((one) => one.or([one('refused', '>', 0), one('paused_ms', 'is not', null)]))
  const rows = await query.orderBy('domain').limit(limit).execute()
  return rows.map((row) => ({ name: row.domain, freeMs: row.free_ms, refused: row.refused, heldUntilMs: row.held_until_ms, pausedBy: row.paused_by, lastCode: row.last_code, lastText: row.last_text }))
}

/** Domains that say "not now" or were stopped by hand, as far as messages of this mission wait for them. One query. */
export async function listWaitedFor(db: Db, missionId: Id, nowMs: Instant): Promise<Pick<MailDomain, 'name' | 'heldUntilMs' | 'pausedBy' | 'lastText'>[]> {
  const rows = await db.selectFrom('mail_domain').select(['domain', 'held_until_ms', 'paused_by', 'last_text'])
    .where((one) => one.or([one('held_until_ms', '>', nowMs), one('paused_ms', 'is not', null)]))
    .where((one) => one.exists(one.selectFrom('outbox').select('outbox.id').whereRef('outbox.to_domain', '=', 'mail_domain.domain').where('outbox.mission_id', '=', missionId).where('outbox.state', 'in', UNSENT)))
    .orderBy('domain').limit(MOST_SHOWN).execute()
  return rows.map((row) => ({ name: row.domain, heldUntilMs: row.held_until_ms, pausedBy: row.paused_by, lastText: row.last_text }))
}

const MOST_SHOWN = 5
