/** Outlines and plans as printed: what can be read off them without changing a word. */

type OutlineEntry = { id: string; number: string; title: string }

/** The title with its number before it, once. */
export function entryWords({ number, title }: Omit<OutlineEntry, 'id'>): string {
  return number === '' || title.startsWith(number) ? title : `${number}. ${title}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Every month that a row of the plan names and those between, in the order of the year; names that are no month stand last. */
export function monthsOf(rows: readonly { months: readonly string[] }[]): string[] {
  const named = [...new Set(rows.flatMap((row) => row.months))]
  const places = named.map((month) => MONTHS.indexOf(month)).filter((place) => place >= 0)
  const known = places.length === 0 ? [] : MONTHS.slice(Math.min(...places), Math.max(...places) + 1)
  return [...known, ...named.filter((month) => !MONTHS.includes(month))]
}
