import type { RequestContext, SignedIn } from '#app/http/context.server.ts'
import type { Config } from '#app/http/config.server.ts'
import { cookieLine, readCookie } from '#app/http/cookies.server.ts'
import { findSession } from '#db/sessions.server.ts'
import { hashOf } from '#db/tokens.server.ts'

const SESSION_SECONDS = 30 * 24 * 3_600

/** Who sent a request with this `Cookie` header, by the session cookie; null when there is none, it is over, or the account is disabled. One query. */
export async function findSignedIn(cookies: string | null | undefined, { app, nowMs, theme }: RequestContext): Promise<SignedIn | null> {
  const secret = readCookie(cookies, 'caravan', app.config)
  if (!secret) return null
  const sessionHash = hashOf(secret)
  const row = await findSession(app.database.read, sessionHash, nowMs)
  if (!row) return null
  return { sessionHash, actor: { accountId: row.id, name: row.name, email: row.email, zone: row.zone, city: row.city || row.zone }, theme }
}

/** The cookies of a session that begins: its secret comes, the one that bound the link to this browser goes. */
export function sessionCookies(secret: string, config: Config): Headers {
  const headers = new Headers()
  headers.append('Set-Cookie', cookieLine('caravan', secret, SESSION_SECONDS, config))
  headers.append('Set-Cookie', cookieLine('caravan-asked', '', 0, config))
  return headers
}
