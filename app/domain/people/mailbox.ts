/** A mailbox as mail headers name it: a person's or system's name, and one ASCII address. */
export type Mailbox = { name: string; address: string }

const ADDRESS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/

/** True when a message can be addressed to it: one mailbox, ASCII, at most 254 characters. */
export function isMailable(address: string): boolean {
  return address.length <= 254 && ADDRESS.test(address) && !address.includes('..')
}
