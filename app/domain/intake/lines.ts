/** The lines of a source that say something, each without what only sets it off: indent, bullet, heading marks. */
import { CELL_BREAK } from '#app/domain/intake/markup.ts'
import { part, trimmed } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'

export type Separator = 'tab' | 'pipe' | 'semicolon' | 'wide' | ''

export type Line = {
  /** Counted from 1 in the text as given. */
  number: number
  /** Where it begins in the source. */
  start: number
  /** Spaces before the first character; a tab counts four. */
  indent: number
  bullet: boolean
  /** Level of a markdown heading; 0: none. */
  heading: number
  /** Empty lines and rules above it. */
  blanksBefore: number
  body: Piece
  separator: Separator
  /** The cells of a line of a table or of a line set apart by bars or wide spaces; one cell elsewhere. An empty cell is an empty piece. */
  cells: Piece[]
}

/** Of a longer line only the beginning is read. */
export const LONGEST_LINE = 2_000
const MOST_CELLS = 16
const SAMPLE = 4_000
const SAMPLED_LINES = 40
const BULLETS = '•·▪▫◦●○■□◆◇❖➢➤►▶‣✓✔☑⁃∙'
const DASHES = '-–—*+→'

/** Every line with a letter or a digit in it. O(length). */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  const semicolons = isSetApartBySemicolons(text)
  let blanksBefore = 0
  for (let start = 0, number = 1; start <= text.length; number++) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const line = end > start ? lineAt(text.slice(start, Math.min(end, start + LONGEST_LINE)), start, number, blanksBefore, semicolons) : null
    blanksBefore = line ? 0 : blanksBefore + 1
    if (line) lines.push(line)
    number += breaksIn(line)
    start = end + 1
  }
  return lines
}

function breaksIn(line: Line | null): number {
  return line ? line.body.text.split(CELL_BREAK).length - 1 : 0
}

function lineAt(text: string, start: number, number: number, blanksBefore: number, semicolons: boolean): Line | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return null
  const whole: Piece = { text, start }
  const { indent, at } = indentOf(text)
  const heading = /^#{1,6}(?=[ \t])/.exec(text.slice(at, at + 8))?.[0].length ?? 0
  const bulletLength = heading > 0 ? 0 : bulletOf(text, at)
  const separator = semicolons && text.includes(';') ? 'semicolon' : separatorOf(text)
  const set = separator === 'tab' ? whole : part(whole, at + heading + bulletLength)
  const cells = cellsOf(set, separator)
  if (separator === 'tab' && cells[0]) cells[0] = part(cells[0], bulletOf(cells[0].text, 0))
  const body = trimmed(part(whole, at + heading + bulletLength))
  return { number, start, indent, bullet: bulletLength > 0, heading, blanksBefore, body: heading > 0 ? { ...body, text: body.text.replace(/[ \t]{0,4}#{1,6}$/, '') } : body, separator, cells }
}

/** Most of the first lines have the same number of semicolons: a spreadsheet saved as text. */
function isSetApartBySemicolons(text: string): boolean {
  const counts = text.slice(0, SAMPLE).split('\n', SAMPLED_LINES).filter((line) => line.trim() !== '').map((line) => line.split(';').length - 1)
  const most = Math.max(0, ...counts)
  return most > 1 && counts.length > 2 && counts.filter((count) => count === most).length * 3 >= counts.length * 2
}

function indentOf(text: string): { indent: number; at: number } {
  let indent = 0
  let at = 0
  while (at < text.length && (text[at] === ' ' || text[at] === '\t')) indent += text[at++] === '\t' ? 4 : 1
  return { indent, at }
}

/** The length of a bullet at `at`, with the space behind it. A dash that stands against a digit may be a bullet as well. */
export function bulletOf(text: string, at: number): number {
  let end = at
  for (let marks = 0; marks < 3; marks++) {
    const mark = text[end] ?? ''
    if (mark !== '' && BULLETS.includes(mark)) end++
    else if (mark !== '' && DASHES.includes(mark) && (end === at || text[end - 1] === ' ')) end++
    else if (/^\[[ xX]?\] /.test(text.slice(end, end + 4))) end += 3
    else break
    while (text[end] === ' ') end++
  }
  return end - at
}

function separatorOf(text: string): Separator {
  const bars = text.indexOf('|')
  const tab = text.trimStart().indexOf('\t')
  if (tab >= 0 || /^\t+\S/.test(text.slice(0, MOST_CELLS + 1))) return 'tab'
  if (bars >= 0) return 'pipe'
  return / {3}/.test(text.trim()) ? 'wide' : ''
}

function cellsOf(whole: Piece, separator: Separator): Piece[] {
  if (separator === '') return [whole]
  if (separator === 'wide') return wideCells(whole)
  const mark = { tab: '\t', pipe: '|', semicolon: ';' }[separator]
  const cells: Piece[] = []
  let from = 0
  for (let at = whole.text.indexOf(mark); at >= 0 && cells.length < MOST_CELLS; at = whole.text.indexOf(mark, from)) {
    cells.push(part(whole, from, at))
    from = at + 1
  }
  cells.push(part(whole, from))
  if (separator === 'tab') return cells.map(unquoted)
  if (cells.length > 2 && cells[0]?.text === '') cells.shift()
  if (cells.length > 1 && cells.at(-1)?.text === '' && whole.text.trimEnd().endsWith('|')) cells.pop()
  return cells
}

/** A spreadsheet sets a cell of several lines into quotation marks. */
function unquoted(cell: Piece): Piece {
  return cell.text.startsWith('"') && cell.text.endsWith('"') && cell.text.includes(CELL_BREAK) ? part(cell, 1, cell.text.length - 1) : cell
}

/** Cells set apart by three spaces or more. */
function wideCells(whole: Piece): Piece[] {
  const cells: Piece[] = []
  let from = 0
  for (let at = whole.text.indexOf('   '); at >= 0 && cells.length < MOST_CELLS; at = whole.text.indexOf('   ', from)) {
    const cell = part(whole, from, at)
    if (cell.text !== '') cells.push(cell)
    from = at
    while (whole.text[from] === ' ') from++
  }
  const last = part(whole, from)
  return last.text === '' ? cells : [...cells, last]
}
