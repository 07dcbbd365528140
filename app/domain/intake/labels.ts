/** Lines of the form "Venue: Hotel Sarez", in any language, also "Date & Time : …", "Место / Venue – …" and the pin before a place. */
import { EVENT_WORDS, LABEL_WORDS, LINK_WORDS, PAPER_WORDS } from '#app/domain/intake/languages/programme.ts'
import type { Label } from '#app/domain/intake/languages/programme-words.ts'
import { part, stripped } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { meaningOf, meaningsIn, tokensOf } from '#app/domain/intake/vocabulary.ts'

export type Labelled = { label: Label; rest: Piece }

const LONGEST_LABEL = 60
const PIN = '\u{1f4cd}'
/** Labels that a dash may follow; the others would take half of "Session – Title" for one. */
const BEFORE_DASH: ReadonlySet<Label> = new Set(['venue', 'date', 'time', 'when', 'language', 'organiser', 'participants', 'start'])

/** The label at the front of a line, and what it says; null when there is none. */
export function labelled(piece: Piece): Labelled | null {
  if (piece.text.startsWith(PIN)) return { label: 'venue', rest: part(piece, PIN.length) }
  const colon = piece.text.slice(0, LONGEST_LABEL).indexOf(':')
  const label = colon > 0 ? labelOf(piece.text.slice(0, colon)) : null
  if (label) return { label, rest: part(piece, colon + 1) }
  const dash = / [-–—] /.exec(piece.text.slice(0, LONGEST_LABEL))
  const dashed = dash ? labelOf(piece.text.slice(0, dash.index)) : null
  return dash && dashed && BEFORE_DASH.has(dashed) ? { label: dashed, rest: part(piece, dash.index + 2) } : null
}

/** A label in the first of two cells: "Date" TAB "14 September". In a line of more cells only one with a colon is a label. */
export function labelledCells(cells: readonly Piece[]): Labelled | null {
  const [first, rest, ...more] = cells.filter(({ text }) => text !== '')
  if (!first || !rest || (more.length > 0 && !first.text.endsWith(':'))) return null
  const label = labelOf(first.text)
  return label ? { label, rest } : null
}

/** Labels that may name the event as well: "Workshop venue:", "Date of the meeting:". */
const OF_EVENT: ReadonlySet<Label> = new Set(['venue', 'date', 'time', 'when', 'city', 'language', 'participants'])

function eventLabel(words: string): Label | null {
  const tokens = tokensOf(words)
  if (tokens.length < 2 || tokens.length > 6) return null
  const [label, ...more] = meaningsIn(tokens, LABEL_WORDS).filter(({ index, words: length }) => [EVENT_WORDS, PAPER_WORDS].every((known) => meaningsIn(tokens.slice(index, index + length), known).length === 0))
  const rest = label ? tokens.filter((_, at) => at < label.index || at >= label.index + label.words) : []
  const events = meaningsIn(rest, EVENT_WORDS)
  const isRest = events.length > 0 && rest.every((token) => events.some(({ start, end }) => token.start >= start && token.end <= end) || meaningsIn([token], LINK_WORDS).length > 0)
  return label && more.length === 0 && OF_EVENT.has(label.meaning) && isRest ? label.meaning : null
}

/** What a label or the head of a column says; several languages of one label may stand beside each other. */
export function labelOf(text: string): Label | null {
  const words = stripped({ text, start: 0 }, ':.,*()[]|–—-').text
  if (words === '' || words.length > LONGEST_LABEL) return null
  const whole = meaningOf(words, LABEL_WORDS)
  const named = whole ?? eventLabel(words)
  if (named) return named
  const parts = words.split(/[/|(),]/).map((word) => word.trim()).filter(Boolean)
  const [first, ...others] = parts.map((word) => meaningOf(word, LABEL_WORDS))
  if (parts.length < 2 || !first) return null
  if (others.includes('time') && first === 'date' || others.includes('date') && first === 'time') return 'when'
  return first
}
