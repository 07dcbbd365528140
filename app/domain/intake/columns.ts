/** What a column of a table holds. */
import type { ClockContext } from '#app/domain/intake/dates.ts'
import { labelOf } from '#app/domain/intake/labels.ts'
import type { Label } from '#app/domain/intake/languages/programme-words.ts'
import { peeled } from '#app/domain/intake/peel.ts'
import { isOrganisation, isPersonLine } from '#app/domain/intake/people.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { findCities } from '#app/domain/intake/places.ts'
import { scriptOf } from '#app/domain/intake/titles.ts'

export type Field = 'time' | 'start' | 'end' | 'duration' | 'date' | 'when' | 'title' | 'other-title' | 'lead' | 'more' | 'people' | 'moderator' | 'organisation' | 'position' | 'venue' | 'city' | 'country' | 'number' | 'note'

/** `name`: room or stream of a column that stands beside others of its kind; '' elsewhere. */
export type Column = { field: Field; name: string }

type Content = { cells: Piece[]; clock: number; date: number; city: number; person: number; body: number; number: number; letters: number; script: string }

const FIELD_OF: Partial<Record<Label, Field>> = {
  date: 'date', time: 'time', when: 'when', venue: 'venue', city: 'city', country: 'country', title: 'title', talks: 'title', people: 'people', moderator: 'moderator', organisation: 'organisation',
  position: 'position', participants: 'people', number: 'number', duration: 'duration', start: 'start', end: 'end', kind: 'note', language: 'note', goal: 'note', contact: 'note', note: 'note', organiser: 'note',
}
/** Shares of cells from which on a column is of one kind. */
const MOST = 0.6
const HALF = 0.5

export function fieldsByContent(contents: Piece[][], names: string[], context: ClockContext): Column[] {
  const all = contents.map((cells) => contentOf(cells, context))
  const columns = all.map((content, i): Column => ({ field: fieldOf(content, labelOf(names[i] ?? ''), names[i] ?? ''), name: '' }))
  const titles = columns.flatMap(({ field }, i) => (field === 'title' ? [i] : []))
  if (titles.length > 1) nameTitles(titles, columns, all, names)
  if (titles.length === 0) promoteTitle(columns, all)
  return columns
}

function contentOf(cells: Piece[], context: ClockContext): Content {
  const share = (is: (cell: Piece) => boolean): number => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length)
  const clocks = cells.map((cell) => peeled(cell, context))
  const count = Math.max(1, cells.length)
  return {
    cells, letters: cells.reduce((sum, { text }) => sum + text.length, 0) / count, script: scriptOf(cells.map(({ text }) => text).join(' ').slice(0, 2_000)),
    clock: clocks.filter(({ times, rest }) => times.length > 0 && rest.text.length < 12).length / count,
    date: clocks.filter(({ dates, rest }) => dates.length > 0 && rest.text.length < 24).length / count,
    city: share(({ text }) => (findCities(text)[0]?.start ?? 9) < 4),
    person: share(({ text }) => isPersonLine(text) >= HALF), body: share(({ text }) => isOrganisation(text) >= MOST), number: share(({ text }) => /^\d{1,3}[.)]?$/.test(text)),
  }
}

function fieldOf(content: Content, label: Label | null, name: string): Field {
  const known = label ? FIELD_OF[label] : undefined
  if (content.cells.length === 0) return known ?? 'note'
  if (content.clock >= HALF && content.letters < 40 && (!known || ['date', 'when', 'time', 'title', 'number'].includes(known))) return content.date >= HALF ? 'when' : 'time'
  if (content.date >= HALF && content.letters < 40 && (!known || ['time', 'when', 'title', 'date', 'number'].includes(known))) return 'date'
  if (known === 'venue' || known === 'city') return content.city >= HALF && content.letters < 40 ? 'city' : known === 'city' && content.letters < 25 && content.person < HALF ? 'city' : 'venue'
  if (known) return known
  if (content.number >= MOST) return 'number'
  if (content.script === 'other') return 'note'
  if (content.city >= MOST && content.letters < 40) return 'city'
  if (name !== '') return 'title'
  return content.person >= HALF ? 'people' : content.body >= MOST ? 'organisation' : 'title'
}

/** Several columns of titles: two languages, parallel rooms, or the part of the event beside the subject. */
function nameTitles(titles: number[], columns: Column[], contents: Content[], names: string[]): void {
  const main = titles.reduce((best, i) => ((contents[i] as Content).letters > (contents[best] as Content).letters ? i : best), titles[0] as number)
  const first = titles[0] as number
  const unknown = titles.filter((i) => (names[i] ?? '') !== '' && labelOf(names[i] ?? '') === null)
  const scripts = new Set(titles.map((i) => (contents[i] as Content).script))
  if (scripts.size > 1 && !scripts.has('other') && titles.length === 2) {
    (columns[titles[1] as number] as Column).field = 'other-title'
  } else if (unknown.length > 1 || (unknown.length === 1 && titles.length === 2 && unknown[0] !== first && labelOf(names[first] ?? '') !== 'title')) {
    for (const i of titles) (columns[i] as Column).name = names[i] ?? ''
  } else {
    for (const i of titles) if (i !== main) (columns[i] as Column).field = i < main ? 'lead' : 'more'
  }
}

function promoteTitle(columns: Column[], contents: Content[]): void {
  const free = columns.flatMap(({ field }, i) => (['note', 'venue', 'organisation', 'people'].includes(field) ? [i] : []))
  const best = free.reduce<number | null>((found, i) => (found === null || (contents[i] as Content).letters > (contents[found] as Content).letters ? i : found), null)
  if (best !== null) (columns[best] as Column).field = 'title'
}
