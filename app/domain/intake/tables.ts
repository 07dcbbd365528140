/** Finds the tables of a text and what their columns hold: by the words at their head in any language, else by what stands in them. */
import type { ClockContext } from '#app/domain/intake/dates.ts'
import { fieldsByContent } from '#app/domain/intake/columns.ts'
import type { Column } from '#app/domain/intake/columns.ts'
import { labelOf, labelledCells } from '#app/domain/intake/labels.ts'
import type { Line } from '#app/domain/intake/lines.ts'
import { peeled } from '#app/domain/intake/peel.ts'
import { bridged } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'

/** Lines `from` to before `to`; those of the head are no rows. */
export type Table = { from: number; to: number; head: number | null; columns: Column[]; /** Cells of its lines, one per column. */ cells: (line: Line) => Piece[] }

/** So many lines without cells may stand between two rows of a table. */
const MOST_LOOSE = 3
const FEWEST_ROWS = 2
const FEWEST_ALIGNED = 3
/** A column's cells begin within so many characters of each other. */
const ALIGNED_WITHIN = 2

export function tablesOf(lines: readonly Line[], context: ClockContext): Table[] {
  const tables: Table[] = []
  for (let from = 0; from < lines.length;) {
    const to = runEnd(lines, from)
    const table = to > from ? tableOf(lines, from, to, context) : null
    if (table) tables.push(table)
    from = table ? to : Math.max(to, from + 1)
  }
  return tables
}

/** Where the lines that begin at `from` and are set apart in one way end; `from` itself when that line is none. */
function runEnd(lines: readonly Line[], from: number): number {
  const separator = (lines[from] as Line).separator
  if (separator === '' || !isRow(lines[from] as Line)) return from
  let end = from + 1
  for (let at = from + 1; at < lines.length && at - end <= MOST_LOOSE; at++) {
    const line = lines[at] as Line
    if (line.separator === separator && isRow(line)) end = at + 1
    else if (line.separator !== '' && line.separator !== separator && separator !== 'wide') break
  }
  return end
}

function isRow(line: Line): boolean {
  return line.cells.length > 1 && labelledCells(line.cells) === null
}

function tableOf(lines: readonly Line[], from: number, to: number, context: ClockContext): Table | null {
  const rows = lines.slice(from, to).filter(({ cells }) => cells.length > 1)
  const head = headOf(lines, from, to)
  if (head === null && !isRegular(rows)) return null
  const separator = (lines[from] as Line).separator
  const offsets = separator === 'wide' ? offsetsOf(rows) : []
  const cells = separator === 'wide' ? (line: Line) => (line.separator === separator || line.indent >= (offsets[1] ?? 0) - ALIGNED_WITHIN ? byOffset(line, offsets) : [line.body]) : (line: Line) => (line.separator === separator ? line.cells : [line.body])
  const width = separator === 'wide' ? offsets.length : Math.max(...rows.map((row) => row.cells.length))
  if (width < 2) return null
  const body = rows.filter((row) => head === null || row !== lines[head])
  const contents = Array.from({ length: width }, (_, column) => body.slice(0, 200).map((row) => cells(row)[column]).filter((cell) => cell !== undefined && cell.text !== '') as Piece[])
  const names = head === null ? [] : cells(lines[head] as Line).map(({ text }) => text)
  return { from, to, head, cells, columns: fieldsByContent(contents, names, context) }
}

/** The line, among the first three of a table, whose cells are heads of columns: no times, no dates, and at least two words that name a column. */
function headOf(lines: readonly Line[], from: number, to: number): number | null {
  for (let at = from; at < Math.min(to, from + 3); at++) {
    const cells = (lines[at] as Line).cells.filter(({ text }) => text !== '')
    const labels = cells.filter(({ text }) => labelOf(text) !== null)
    const clocks = cells.some((cell) => /\d{1,2}[:.h]\d{2}/.test(cell.text) || peeled(cell, {}).times.length > 0)
    if (cells.length > 1 && !clocks && labels.length > 0 && (labels.length > 1 || labels.length * 3 >= cells.length)) return at
  }
  return null
}

/** Without a head, rows that all have the same number of cells make a table. */
function isRegular(rows: Line[]): boolean {
  if (rows.length < FEWEST_ROWS) return false
  const wide = rows[0]?.separator === 'wide'
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  if (wide) return width > 2 && rows.filter(({ cells }) => cells.length > 2).length >= FEWEST_ALIGNED && offsetsOf(rows).length > 2
  return rows.filter(({ cells }) => cells.length === width).length * 2 >= rows.length
}

/** Where the columns of a table of wide spaces begin: places at which at least a third of its rows have a cell. */
function offsetsOf(rows: Line[]): number[] {
  const counts = new Map<number, number>()
  for (const row of rows) for (const cell of row.cells) counts.set(cell.start - row.start, (counts.get(cell.start - row.start) ?? 0) + 1)
  const offsets: number[] = []
  for (const [offset, count] of [...counts].sort((a, b) => a[0] - b[0])) {
    const last = offsets.at(-1)
    if (last !== undefined && offset - last <= ALIGNED_WITHIN) continue
    if (count * 3 >= rows.length) offsets.push(offset)
  }
  return offsets
}

function byOffset(line: Line, offsets: number[]): Piece[] {
  const cells = offsets.map((offset) => ({ text: '', start: line.start + offset }))
  for (const cell of line.cells) {
    const offset = cell.start - line.start
    const column = Math.max(0, offsets.findLastIndex((at) => offset >= at - ALIGNED_WITHIN))
    const there = cells[column] as Piece
    cells[column] = there.text === '' ? cell : bridged(there, cell)
  }
  return cells
}
