import type { Config } from '#app/http/config.server.ts'

type CookieName = 'caravan' | 'caravan-asked' | 'caravan-theme'

const VALUE = /^[A-Za-z0-9_.-]{1,2000}$/

/** The value of a cookie that this server set, or undefined. Under https only the `__Host-` name counts, which no other site can set. */
export function readCookie(header: string | null | undefined, name: CookieName, config: Pick<Config, 'secure'>): string | undefined {
  if (!header) return undefined
  const start = `${nameOf(name, config)}=`
  for (const part of header.split(';')) {
    const pair = part.trim()
    if (!pair.startsWith(start)) continue
    const value = pair.slice(start.length)
    return VALUE.test(value) ? value : undefined
  }
  return undefined
}

/** A `Set-Cookie` line: for this host alone, hidden from scripts, not sent along by other sites' forms. Zero seconds removes the cookie. */
export function cookieLine(name: CookieName, value: string, seconds: number, config: Pick<Config, 'secure'>): string {
  return `${nameOf(name, config)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${config.secure ? '; Secure' : ''}`
}

function nameOf(name: CookieName, { secure }: Pick<Config, 'secure'>): string {
  return secure ? `__Host-${name}` : name
}
