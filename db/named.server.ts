import { foldKey, sortKey } from '#app/domain/text.ts'

/** The columns of a name: as written, as it is found, and as it is sorted. */
export function named(name: string): { name: string; name_key: string; sort_key: string } {
  return { name, name_key: foldKey(name), sort_key: sortKey(name) }
}
