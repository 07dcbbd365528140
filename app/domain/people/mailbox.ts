/** A mailbox as mail headers name it: a person's or system's name, and one ASCII address. */
export type Mailbox = { name: string; address: string }

const ADDRESS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/

/** 'Caravan <invites@example.org>' or a bare address; undefined when it is neither. */
export function parseMailbox(text: string): Mailbox | undefined {
  const found = /^\s*(?:"?([^"<>]*?)"?\s*)<([^<>\s]+)>\s*$/.exec(text)
  const name = (found?.[1] ?? '').trim()
  const address = found?.[2] ?? text.trim()
  return isMailable(address) ? { name, address } : undefined
}

/** True when a message can be addressed to it: one mailbox, ASCII, at most 254 characters. */
export function isMailable(address: string): boolean {
  return address.length <= 254 && ADDRESS.test(address) && !address.includes('..')
}
