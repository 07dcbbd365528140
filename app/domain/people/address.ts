/** The key under which an e-mail address is one: domains and, in practice, local parts ignore case. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase()
}
