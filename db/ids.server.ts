import { randomBytes } from 'node:crypto'
import type { Id } from '#app/domain/ids.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

let latest = { head: '', tail: '' }

/**
 * A new identifier: 10 characters of time (so rows made together lie together), then 16 of chance; those that one
 * process makes in one millisecond ascend, so rows keep the order in which they were made. Never a secret.
 */
export function newId(nowMs: number = Date.now()): Id {
  let head = ''
  for (let rest = nowMs, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) head = ALPHABET[rest % 32] + head
  latest = { head, tail: head === latest.head ? following(latest.tail) : chance() }
  return head + latest.tail
}

function chance(): string {
  let tail = ''
  for (const byte of randomBytes(16)) tail += ALPHABET[byte % 32]
  return tail
}

/** The next tail in the order of letters; a new one of chance after the last of all. */
function following(tail: string): string {
  const rest = tail.replace(/z+$/, '')
  return rest === '' ? chance() : rest.slice(0, -1) + ALPHABET[ALPHABET.indexOf(rest.at(-1) as string) + 1] + '0'.repeat(tail.length - rest.length)
}

/** A secret for an address in a mail or a cookie: 256 bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
