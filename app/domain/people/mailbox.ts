/** A mailbox as mail headers name it: a person's or system's name, and one ASCII address. */
export type Mailbox = { name: string; address: string }

const ADDRESS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/

/** True when a message can be addressed to it: one mailbox, ASCII, at most 254 characters. */
export function isMailable(address: string): boolean {
  return address.length <= 254 && ADDRESS.test(address) && !address.includes('..')
}

/** 'guest@Example.ORG' → 'example.org'. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
