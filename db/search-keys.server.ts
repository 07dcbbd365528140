/** The folded keys under which documents and their sections are found: made wherever such a row is written, of everything it says. */
import { foldKey } from '#app/domain/text.ts'
import type { Tx } from '#db/database.server.ts'

type Row = Record<string, unknown>

/** What each table's key is made of. */
export const SEARCHED = {
  document: ['title', 'number', 'author', 'recipient', 'intro', 'translation'],
  outline_node: ['number', 'title', 'body', 'translation'],
} as const

const isSearched = (table: string): table is keyof typeof SEARCHED => Object.hasOwn(SEARCHED, table)

/** The key of a row as it will stand; undefined for a table without one. */
export function searchKeyOf(table: string, row: Row): string | undefined {
  return isSearched(table) ? foldKey(SEARCHED[table].map((column) => row[column]).filter((text) => typeof text === 'string' && text !== '').join(' ')) : undefined
}

/** Makes the keys of all rows that have none. */
export async function fillSearchKeys(tx: Tx): Promise<void> {
  for (const { id, ...row } of await tx.selectFrom('document').select(['id', ...SEARCHED.document]).where('search_key', '=', '').execute()) {
    await tx.updateTable('document').set({ search_key: searchKeyOf('document', row) ?? '' }).where('id', '=', id).execute()
  }
  for (const { id, ...row } of await tx.selectFrom('outline_node').select(['id', ...SEARCHED.outline_node]).where('search_key', '=', '').execute()) {
    await tx.updateTable('outline_node').set({ search_key: searchKeyOf('outline_node', row) ?? '' }).where('id', '=', id).execute()
  }
}
