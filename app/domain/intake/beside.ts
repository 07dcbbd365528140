/** What stands beside each other in one line and is several: labels, dates set off by marks, two halves of a page. */
import type { ClockContext } from '#app/domain/intake/dates.ts'
import { labelOf, labelled } from '#app/domain/intake/labels.ts'
import type { Label } from '#app/domain/intake/languages/programme-words.ts'
import type { Line } from '#app/domain/intake/lines.ts'
import { peeled } from '#app/domain/intake/peel.ts'
import { part, splitAt, stripped } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'

const LONGEST_LABELLED = 400
/** Labels that are no words of a title. */
const BETWEEN_WORDS: ReadonlySet<Label> = new Set(['date', 'time', 'when', 'venue', 'city', 'moderator', 'organiser', 'language'])

/** "Date: … · Place: … · Chair: …": several labels in one line are lines of their own. */
export function besides(line: Line, context: ClockContext): Line[] {
  const labels = atLabels(line.body)
  if (labels.length > 1) return asLines(line, labels)
  for (const mark of [' · ', ' • ', ' | ']) {
    const parts = line.body.text.includes(mark) ? splitAt(line.body, mark) : []
    const isDated = parts.length > 1 && !parts.some((piece) => { const { times, rest } = peeled(piece, context); return times.length > 0 && rest.text === '' }) && parts.slice(1, -1).some((piece) => { const { dates, rest } = peeled(piece, context); return dates.length > 0 && rest.text === '' })
    if (isDated) return asLines(line, parts)
  }
  return [line]
}

/** The parts of "Date: … Time: … Place: …": a label begins each, after a mark or, where it can be nothing else, a space. */
function atLabels(piece: Piece): Piece[] {
  if (!labelled(piece)) return []
  const starts: number[] = []
  for (const colon of piece.text.slice(0, LONGEST_LABELLED).matchAll(/:(?= |\t)/g)) {
    if (colon.index === piece.text.indexOf(':')) continue
    const start = labelStart(piece.text, colon.index)
    if (start > (starts.at(-1) ?? 0) + 1) starts.push(start)
  }
  return starts.length === 0 ? [] : [0, ...starts].map((start, i) => stripped(part(piece, start, starts[i] ?? piece.text.length), '', ' .;,|·•/–—-'))
}

/** Where the label that ends at this colon begins; 0 when there is none. */
function labelStart(text: string, colon: number): number {
  let start = colon
  let found = 0
  for (let words = 0; words < 4 && start > 0; words++) {
    start = text.lastIndexOf(' ', start - 1)
    if (start < 1) break
    const label = labelOf(text.slice(start + 1, colon))
    const isMarked = /[.;,|·•/–—\-\t ]$/.test(text.slice(0, start))
    if (label && /^\p{Lu}/u.test(text.slice(start + 1)) && (isMarked || BETWEEN_WORDS.has(label))) found = start + 1
    else if (isMarked) break
  }
  return found
}

/** Rows of two halves of a page in one line: every cell has a time and a title of its own. */
export function sidesOf(line: Line, context: ClockContext): Piece[] {
  if (line.separator !== 'wide' || line.cells.length < 2) return []
  const isRow = (cell: Piece): boolean => {
    const { where, times, rest } = peeled(cell, context)
    return where === 'start' && rest.text !== '' && times.some(({ from }) => from !== null)
  }
  return line.cells.every(isRow) ? line.cells : []
}

/** Pieces of a line as lines of their own. */
export function asLines(line: Line, parts: Piece[]): Line[] {
  return parts.map((body, i) => ({ ...line, body, cells: [body], separator: '', blanksBefore: i === 0 ? line.blanksBefore : 0 }))
}
