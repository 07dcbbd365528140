/** Outlines as printed: what can be read off them without changing a word. */

type OutlineEntry = { id: string; number: string; title: string }

/** The title with its number before it, once. */
export function entryWords({ number, title }: Omit<OutlineEntry, 'id'>): string {
  return number === '' || title.startsWith(number) ? title : `${number}. ${title}`
}
