import { randomBytes } from 'node:crypto'
import type { Id } from '#app/domain/ids.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new identifier: 10 characters of time (so rows made together lie together), then 16 of chance. Never a secret. */
export function newId(nowMs: number = Date.now()): Id {
  let head = ''
  for (let rest = nowMs, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) head = ALPHABET[rest % 32] + head
  let tail = ''
  for (const byte of randomBytes(16)) tail += ALPHABET[byte % 32]
  return head + tail
}

/** A secret for an address in a mail or a cookie: 256 bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
