import { createHash } from 'node:crypto'
import type { RequestContext, SignedIn } from '#app/http/context.server.ts'

const COOKIE = /(?:^|;\s*)(?:__Host-)?caravan=([A-Za-z0-9_-]{43})(?:;|$)/

/** Only the hash of a session's secret is stored. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Who sent the request, by the session cookie; null when there is none, it is over, or the account is disabled. One query. */
export async function findSignedIn(request: Request, { app, nowMs, theme }: RequestContext): Promise<SignedIn | null> {
  const secret = COOKIE.exec(request.headers.get('cookie') ?? '')?.[1]
  if (!secret) return null
  const sessionHash = hashOf(secret)
  const row = await app.database.read.selectFrom('session').innerJoin('account', 'account.id', 'session.account_id')
    .select(['account.id', 'account.name', 'account.email', 'account.zone', 'account.city'])
    .where('session.id_hash', '=', sessionHash).where('session.expires_ms', '>', nowMs).where('account.disabled_ms', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return { sessionHash, actor: { accountId: row.id, name: row.name, email: row.email, zone: row.zone, city: row.city }, theme }
}
