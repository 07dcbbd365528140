/** Tables with drawn borders: which cell a piece of text stands in is told by the lines around it. */
import type { Piece } from '#app/files/pdf-lines.ts'
import { unwrapped } from '#app/files/pdf-wrap.ts'
import type { CellLine } from '#app/files/pdf-wrap.ts'
import { rowsAsLines } from '#app/files/rows.ts'

/** A drawn line that lies flat, and one that stands. In points, `y` upwards. */
export type Flat = { y: number; from: number; to: number }
export type Upright = { x: number; low: number; high: number }
export type Edges = { flat: Flat[]; upright: Upright[] }

/** A table in the place where it stands on the page. */
export type Grid = { y: number; bottom: number; lines: string[] }
type Cell = { top: number; bottom: number; left: number; right: number; pieces: Piece[] }

const MOST_EDGES = 4_000
const NEAR = 2.5

/** The tables of a page and the pieces that stand in none. */
export function gridsOf(pieces: readonly Piece[], edges: Edges): { grids: Grid[]; rest: Piece[] } {
  const count = edges.flat.length + edges.upright.length
  if (count > MOST_EDGES || edges.flat.length < 2 || edges.upright.length < 3) return { grids: [], rest: [...pieces] }
  const flat = snapped(edges.flat, (edge) => edge.y, (edge, y) => ({ ...edge, y }))
  const upright = snapped(edges.upright, (edge) => edge.x, (edge, x) => ({ ...edge, x }))
  const cells = new Map<string, Cell>()
  const rest: Piece[] = []
  for (const piece of pieces) {
    const around = cellAround(piece, flat, upright)
    if (!around) {
      rest.push(piece)
      continue
    }
    const key = `${around.top} ${around.left}`
    const cell = cells.get(key) ?? { ...around, pieces: [] }
    cell.pieces.push(piece)
    cells.set(key, cell)
  }
  const tables = tablesOf([...cells.values()])
  const grids = tables.filter(isTable)
  rest.push(...tables.filter((table) => !isTable(table)).flat().flatMap((cell) => cell.pieces))
  return { grids: grids.map(gridOf), rest }
}

/** Lines that are meant to be one, drawn a hair apart, get one place. */
function snapped<T>(edges: readonly T[], at: (edge: T) => number, moved: (edge: T, to: number) => T): T[] {
  let place = Number.NEGATIVE_INFINITY
  return [...edges].sort((a, b) => at(a) - at(b)).map((edge) => {
    if (at(edge) - place > NEAR) place = at(edge)
    return moved(edge, place)
  })
}

function cellAround({ x, y, width, size }: Piece, flat: readonly Flat[], upright: readonly Upright[]): Omit<Cell, 'pieces'> | undefined {
  const across = x + Math.min(width / 2, size / 2)
  const middle = y + size * 0.3
  let [top, bottom, left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const edge of flat) {
    if (across < edge.from - NEAR || across > edge.to + NEAR) continue
    if (edge.y >= middle) top = Math.min(top, edge.y)
    else bottom = Math.max(bottom, edge.y)
  }
  for (const edge of upright) {
    if (middle < edge.low - NEAR || middle > edge.high + NEAR) continue
    if (edge.x <= across) left = Math.max(left, edge.x)
    else right = Math.min(right, edge.x)
  }
  return [top, bottom, left, right].every(Number.isFinite) ? { top, bottom, left, right } : undefined
}

/** Cells that touch, from top to bottom, are one table. */
function tablesOf(cells: Cell[]): Cell[][] {
  const tables: { low: number; cells: Cell[] }[] = []
  for (const cell of cells.sort((a, b) => b.top - a.top || a.left - b.left)) {
    const last = tables.at(-1)
    if (last && cell.top >= last.low - NEAR) {
      last.cells.push(cell)
      last.low = Math.min(last.low, cell.bottom)
    } else tables.push({ low: cell.bottom, cells: [cell] })
  }
  return tables.map((table) => table.cells)
}

/** A single row is left to what stands around it: every second row of a table may be shaded, and only those have edges. */
function isTable(cells: readonly Cell[]): boolean {
  return new Set(cells.map((cell) => cell.left)).size > 1 && new Set(cells.map((cell) => cell.top)).size > 1
}

function gridOf(cells: readonly Cell[]): Grid {
  const tops = [...new Set(cells.map((cell) => cell.top))].sort((a, b) => b - a)
  const lefts = [...new Set(cells.map((cell) => cell.left))].sort((a, b) => a - b)
  const rows = tops.map(() => lefts.map(() => ''))
  for (const cell of cells) (rows[tops.indexOf(cell.top)] as string[])[lefts.indexOf(cell.left)] = textOf(cell)
  return { y: Math.max(...tops), bottom: Math.min(...cells.map((cell) => cell.bottom)), lines: rowsAsLines(rows) }
}

/** What Word leaves free beside the border, in points. */
const PADDING = 8

function textOf({ pieces, right }: Cell): string {
  const lines: (CellLine & { y: number; size: number })[] = []
  for (const { text, x, y, width, size } of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = lines.at(-1)
    if (last && last.y - y < 0.45 * Math.max(size, last.size)) {
      last.text += (x - last.to > 0.15 * size && !last.text.endsWith(' ') && !text.startsWith(' ') ? ' ' : '') + text
      last.to = x + width
    } else lines.push({ text, from: x, to: x + width, y, size })
  }
  return unwrapped(lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ') })), right - PADDING)
}
