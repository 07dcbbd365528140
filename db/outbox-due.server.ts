/** Which messages may leave now: due, first of their UID, stopped by nobody, within the share of their domain. */
import { sql } from 'kysely'
import { QUIET, afterSending, allowance, latestFreeMs } from '#app/domain/calendar/pace.ts'
import type { DomainState, Pace } from '#app/domain/calendar/pace.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Tx } from '#db/database.server.ts'
import { lockDomains, saveShares } from '#db/mail-domains.server.ts'
import { UNSENT } from '#db/outbox.server.ts'

/** What a sender has in hand, by domain, and the pace that it keeps. */
export type Hand = { pace: Pace; held: ReadonlyMap<string, number> }
export const EMPTY_HAND: Hand = { pace: { perMinute: 0, connections: 0 }, held: new Map() }

type Due = { id: Id; to_domain: string; secret: number }
type Search = { tx: Tx; locks: boolean; nowMs: Instant; pace: Pace }

/** Begun so often without an outcome, a message may be what ends its sender: it goes when all others are through, and alone. */
const SUSPECT_STRIKES = 2
const PER_CONNECTION = 4
const ROUNDS = 6

/** Ids of up to `limit` messages that may be claimed now, and takes them out of the shares of their domains. */
export async function takeDue(tx: Tx, locks: boolean, nowMs: Instant, limit: number, { pace, held }: Hand): Promise<Id[]> {
  const search = { tx, locks, nowMs, pace }
  const inHand = new Map(held)
  const shut = new Set([...held].filter(([, count]) => count >= mostInHand(pace)).map(([domain]) => domain))
  const taken: Id[] = []
  for (let round = 0; round < ROUNDS && taken.length < limit; round++) {
    const found = await findDue(search, limit - taken.length, [...shut], taken)
    const { ids, full } = await share(search, found, inHand)
    taken.push(...ids)
    for (const domain of full) shut.add(domain)
    if (full.size === 0) break
  }
  return taken.length > 0 || inHand.size > 0 ? taken : (await findSuspects(search)).map(({ id }) => id)
}

function mostInHand({ connections }: Pace): number {
  return connections === 0 ? Number.MAX_SAFE_INTEGER : connections * PER_CONNECTION
}

/** Sign-in mails first, because somebody waits before the screen; then what was put off; then what is new. */
async function findDue(search: Search, limit: number, shut: readonly string[], taken: readonly Id[]): Promise<Due[]> {
  const found: Due[] = []
  for (const kind of ['secret', 'retry', 'queued'] as const) {
    if (found.length >= limit) break
    let query = waiting(search, kind === 'secret' ? UNSENT : [kind]).where('mail.strikes', '<', SUSPECT_STRIKES).where('mail.secret', '=', kind === 'secret' ? 1 : 0).limit(limit - found.length)
    if (shut.length > 0 && kind !== 'secret') query = query.where('mail.to_domain', 'not in', shut)
    if (taken.length > 0) query = query.where('mail.id', 'not in', taken)
    found.push(...(await (search.locks ? query.forUpdate('mail').skipLocked() : query).execute()))
  }
  return found
}

async function findSuspects(search: Search): Promise<Due[]> {
  const query = waiting(search, UNSENT).where('mail.strikes', '>=', SUSPECT_STRIKES).limit(1)
  return await (search.locks ? query.forUpdate('mail').skipLocked() : query).execute()
}

function waiting({ tx, nowMs, pace }: Search, states: readonly string[]) {
  return tx.selectFrom('outbox as mail').select(['mail.id', 'mail.to_domain', 'mail.secret']).where('mail.state', 'in', states).where('mail.next_ms', '<=', nowMs)
    .where((mail) => mail.not(mail.exists(mail.selectFrom('outbox as earlier').select('earlier.id').whereRef('earlier.fifo_key', '=', 'mail.fifo_key')
      .whereRef('earlier.fifo_number', '<', 'mail.fifo_number').where('earlier.state', 'in', [...UNSENT, 'sending']))))
    .where((mail) => mail.or([mail('mail.secret', '=', 1), mail.not(mail.exists(mail.selectFrom('setting').select('setting.key')
      .where((setting) => setting.or([setting('setting.key', '=', 'outbox.paused'), setting('setting.key', '=', sql<string>`'outbox.paused.' || mail.mission_id`)]))))]))
    .where((mail) => mail.or([mail('mail.secret', '=', 1), mail.not(mail.exists(mail.selectFrom('mail_domain').select('mail_domain.domain').whereRef('mail_domain.domain', '=', 'mail.to_domain')
      .where((domain) => domain.or([domain('paused_ms', 'is not', null), domain('held_until_ms', '>', nowMs), domain('free_ms', '>', latestFreeMs(pace, nowMs))]))))]))
    .orderBy('mail.next_ms')
}

/** Those of `found` that fit into the shares of their domains; `full` names the domains that had more than fits. */
async function share({ tx, locks, nowMs, pace }: Search, found: readonly Due[], inHand: Map<string, number>): Promise<{ ids: Id[]; full: Set<string> }> {
  const states = await lockDomains(tx, locks, found.filter(({ secret }) => secret === 0).map(({ to_domain }) => to_domain), pace.perMinute > 0)
  const left = new Map<string, number>()
  const changed = new Map<string, DomainState>()
  const ids: Id[] = []
  const full = new Set<string>()
  for (const { id, to_domain: domain, secret } of found) {
    const state = changed.get(domain) ?? states.get(domain) ?? QUIET
    const held = inHand.get(domain) ?? 0
    const may = left.get(domain) ?? Math.min(allowance(state, pace, nowMs, held), mostInHand(pace) - held)
    if (secret === 0 && may <= 0) {
      full.add(domain)
      continue
    }
    ids.push(id)
    inHand.set(domain, held + 1)
    if (secret === 1) continue
    left.set(domain, may - 1)
    if (pace.perMinute > 0) changed.set(domain, afterSending(state, pace, nowMs, 1))
  }
  await saveShares(tx, changed)
  return { ids, full }
}
