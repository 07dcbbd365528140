/** The envelope sender of a message names it, so that whatever comes back says which one it is about (VERP). */
import type { Id } from '#app/domain/ids.ts'
import { isMailable } from '#app/domain/people/mailbox.ts'

const LONGEST_LOCAL = 64
const TAGGED = /\+([0-9a-z]{26})@/

/** 'invites@example.org' → 'invites+<id>@example.org'; as it is where that would be no address (RFC 5321, 4.5.3.1.1). */
export function envelopeSender(address: string, id: Id): string {
  const at = address.lastIndexOf('@')
  const tagged = `${address.slice(0, at)}+${id}${address.slice(at)}`
  return at + 1 + id.length <= LONGEST_LOCAL && isMailable(tagged) ? tagged : address
}

/** The ids that recipients of a message carry. */
export function idsIn(recipients: readonly string[]): Id[] {
  return [...new Set(recipients.flatMap((address) => TAGGED.exec(address)?.[1] ?? []))]
}
