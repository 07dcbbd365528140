/** Signing in by a link or a code that works once, within ten minutes. Only hashes are stored. */
import { randomInt } from 'node:crypto'
import type { Id } from '#app/domain/ids.ts'
import { addressKey } from '#app/domain/people/address.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Database, Tx } from '#db/database.server.ts'
import { deleteDevicesOfSession } from '#db/devices.server.ts'
import { newId, newSecret } from '#db/ids.server.ts'
import { queueSignInMail } from '#db/outbox.server.ts'
import { hashOf } from '#db/tokens.server.ts'

export const SIGN_IN_FOR_MS = 10 * 60_000
const SESSION_FOR_MS = 30 * 24 * 3_600_000
const MOST_TRIES = 5
const WINDOW_MS = 15 * 60_000
const DAY_MS = 24 * 3_600_000
/** Six digits can be guessed by whoever has months; the link beside them cannot. */
const CODES_A_DAY = 20
const ASKED_PER_ADDRESS = 5
const ASKED_PER_REMOTE = 40

type Asking = { email: string; remote: string; baseUrl: string; nowMs: Instant }

/**
 * Sends a link and a code when the address has an account, and nothing otherwise; whoever asks gets the same answer
 * either way: the secret that binds both to this browser. 'slow' when too many were asked for.
 */
export async function askToSignIn(database: Database, { email, remote, baseUrl, nowMs }: Asking): Promise<{ done: true; browserSecret: string } | { done: false; because: 'slow' }> {
  return await database.write(async (tx) => {
    const key = addressKey(email)
    const within = (await allowed(tx, `ask ${remote}`, ASKED_PER_REMOTE, nowMs)) && (await allowed(tx, `ask ${key}`, ASKED_PER_ADDRESS, nowMs))
    if (!within) return { done: false as const, because: 'slow' as const }
    const account = await tx.selectFrom('account').select(['id', 'name', 'email']).where('email_key', '=', key).where('disabled_ms', 'is', null).executeTakeFirst()
    const [id, link, code, browserSecret] = [newId(nowMs), newSecret(), String(randomInt(1_000_000)).padStart(6, '0'), newSecret()]
    await tx.insertInto('sign_in').values({
      id, account_id: account?.id ?? null, email_key: key, link_hash: hashOf(link), code_hash: account ? hashOf(`${id} ${code}`) : null, browser_hash: hashOf(browserSecret),
      created_ms: nowMs, expires_ms: nowMs + SIGN_IN_FOR_MS,
    }).execute()
    if (account) await queueSignInMail(tx, { to: account.email, name: account.name, link: `${baseUrl}/sign-in/link/${link}`, code, nowMs, expiresMs: nowMs + SIGN_IN_FOR_MS })
    return { done: true as const, browserSecret }
  })
}

/** A link for the terminal: it works once, in any browser. Undefined when the address has no account. */
export async function makeSignInLink(database: Database, { email, baseUrl, nowMs }: Omit<Asking, 'remote'>): Promise<string | undefined> {
  return await database.write(async (tx) => {
    const account = await tx.selectFrom('account').select(['id', 'email_key']).where('email_key', '=', addressKey(email)).where('disabled_ms', 'is', null).executeTakeFirst()
    if (!account) return undefined
    const link = newSecret()
    await tx.insertInto('sign_in').values({ id: newId(nowMs), account_id: account.id, email_key: account.email_key, link_hash: hashOf(link), created_ms: nowMs, expires_ms: nowMs + SIGN_IN_FOR_MS }).execute()
    return `${baseUrl}/sign-in/link/${link}`
  })
}

type SignedInNow = { done: true; sessionSecret: string } | { done: false; because: 'wrong' | 'over' | 'other-browser' }

/** Uses up a link. 'other-browser': it was asked for elsewhere and works only there. */
export async function signInByLink(database: Database, { link, browserSecret, nowMs }: { link: string; browserSecret: string | undefined; nowMs: Instant }): Promise<SignedInNow> {
  return await database.write(async (tx) => {
    const row = await tx.selectFrom('sign_in').selectAll().where('link_hash', '=', hashOf(link)).executeTakeFirst()
    if (!row) return { done: false as const, because: 'wrong' as const }
    if (row.account_id === null || row.consumed_ms !== null || row.expires_ms <= nowMs) return { done: false as const, because: 'over' as const }
    if (row.browser_hash !== null && (browserSecret === undefined || hashOf(browserSecret) !== row.browser_hash)) return { done: false as const, because: 'other-browser' as const }
    return await begin(tx, row.id, row.account_id, nowMs)
  })
}

/** Uses up a code that this browser asked for; five wrong ones end it. After twenty of one address within a day only links work. */
export async function signInByCode(database: Database, { code, browserSecret, nowMs }: { code: string; browserSecret: string; nowMs: Instant }): Promise<SignedInNow> {
  return await database.write(async (tx) => {
    const row = await tx.selectFrom('sign_in').selectAll().where('browser_hash', '=', hashOf(browserSecret)).orderBy('created_ms', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
    if (!row || row.consumed_ms !== null || row.expires_ms <= nowMs || row.attempts >= MOST_TRIES) return { done: false as const, because: 'over' as const }
    if (!(await allowed(tx, `code ${row.email_key}`, CODES_A_DAY, nowMs, DAY_MS))) return { done: false as const, because: 'over' as const }
    await tx.updateTable('sign_in').set({ attempts: row.attempts + 1 }).where('id', '=', row.id).execute()
    if (row.account_id === null || row.code_hash !== hashOf(`${row.id} ${code}`)) return { done: false as const, because: 'wrong' as const }
    return await begin(tx, row.id, row.account_id, nowMs)
  })
}

/** Ends one session. What the devices that it used last kept sealed cannot be opened again by anybody. */
export async function signOut(database: Database, sessionHash: string): Promise<void> {
  await database.write(async (tx) => {
    await deleteDevicesOfSession(tx, sessionHash)
    await tx.deleteFrom('session').where('id_hash', '=', sessionHash).execute()
  })
}

async function begin(tx: Tx, signInId: Id, accountId: Id, nowMs: Instant): Promise<SignedInNow> {
  await tx.updateTable('sign_in').set({ consumed_ms: nowMs }).where('id', '=', signInId).execute()
  await tx.deleteFrom('session').where('expires_ms', '<=', nowMs).execute()
  await tx.deleteFrom('sign_in').where('expires_ms', '<=', nowMs - 24 * 3_600_000).execute()
  const sessionSecret = newSecret()
  await tx.insertInto('session').values({ id_hash: hashOf(sessionSecret), account_id: accountId, created_ms: nowMs, seen_ms: nowMs, expires_ms: nowMs + SESSION_FOR_MS }).execute()
  return { done: true, sessionSecret }
}

/** Counts one more under a key; false once `most` were counted since the first. */
async function allowed(tx: Tx, key: string, most: number, nowMs: Instant, withinMs = WINDOW_MS): Promise<boolean> {
  await tx.deleteFrom('rate').where('until_ms', '<=', nowMs).execute()
  const known = await tx.selectFrom('rate').select('count').where('key', '=', key).executeTakeFirst()
  if (!known) await tx.insertInto('rate').values({ key, count: 1, until_ms: nowMs + withinMs }).execute()
  else await tx.updateTable('rate').set({ count: known.count + 1 }).where('key', '=', key).execute()
  return (known?.count ?? 0) < most
}
