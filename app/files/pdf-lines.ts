/** The pieces of text on a page, told by place, put together again: lines from top to bottom, columns of a table apart by tabs. */
import { gridsOf } from '#app/files/pdf-grid.ts'
import type { Edges } from '#app/files/pdf-grid.ts'
import { unwrapped } from '#app/files/pdf-wrap.ts'
import type { CellLine } from '#app/files/pdf-wrap.ts'
import { rowsAsLines } from '#app/files/rows.ts'

/** `y` is the baseline, upwards; `size` the height of the letters. All in points. */
export type Piece = { text: string; x: number; y: number; width: number; size: number }

type Segment = { text: string; from: number; to: number }
type Line = { y: number; size: number; segments: Segment[] }
type Column = { from: number; to: number }
type Region = { columns: Column[]; lines: Line[] }

/** In heights of the letters: from here on a gap parts columns, from here on it is a space, from here on lines are apart. */
const COLUMN_GAP = 1.2
const SPACE_GAP = 0.15
const LINES_APART = 2.2
/** In the smallest distance of two lines: from here on the lines belong to different rows. */
const ROW_GAP = 1.2
/** What at least is left free between the texts of two columns, in points. */
const BETWEEN_COLUMNS = 10

type Block = { y: number; bottom: number; size: number; lines: string[]; grid: boolean }

/** The lines of one page: tables with borders by these, all else by what stands beside and below what. */
export function linesOfPage(pieces: readonly Piece[], edges: Edges): string[] {
  const { grids, rest } = gridsOf(pieces.filter(({ text }) => text.trim() !== ''), edges)
  const blocks: Block[] = [
    ...grids.map((grid) => ({ ...grid, size: 0, grid: true })),
    ...regionsOf(lines(rest), grids.map((grid) => grid.y)).map((region) => ({ ...extentOf(region), lines: textOf(region), grid: false })),
  ].sort((a, b) => b.y - a.y)
  return blocks.flatMap((block, i) => {
    const before = blocks[i - 1]
    const apart = before !== undefined && (block.grid || before.grid || before.bottom - block.y > LINES_APART * Math.max(before.size, block.size))
    return apart ? ['', ...block.lines] : block.lines
  })
}

function extentOf({ lines: all }: Region): { y: number; bottom: number; size: number } {
  return { y: all[0]?.y ?? 0, bottom: all.at(-1)?.y ?? 0, size: Math.max(...all.map((line) => line.size)) }
}

function lines(pieces: readonly Piece[]): Line[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: Piece[][] = []
  for (const piece of sorted) {
    const row = rows.at(-1)
    const [first] = row ?? []
    if (row && first && first.y - piece.y < 0.45 * Math.max(first.size, piece.size)) row.push(piece)
    else rows.push([piece])
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x)
  const starts = columnStarts(rows.map((row) => segmentsOf(row, []).map((segment) => segment.from)))
  return rows.map((row) => ({ y: (row[0] as Piece).y, size: sizeOf(row), segments: segmentsOf(row, starts) }))
}

function sizeOf(row: readonly Piece[]): number {
  return Math.max(...row.map((piece) => piece.size))
}

/** Places where something begins after a wide gap in two lines or more: there a narrow gap parts columns as well. */
function columnStarts(found: readonly (readonly number[])[]): number[] {
  const counts = new Map<number, number>()
  for (const starts of found) for (const start of starts.slice(1)) counts.set(Math.round(start), (counts.get(Math.round(start)) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > 1).map(([start]) => start)
}

const MARK = /^([•●○▪◦·‣*–—-]|\d{1,2}[.)]|[a-zа-я][.)])$/i

/** The pieces of a line that stand together; a bullet or number belongs to what follows it. */
function segmentsOf(row: readonly Piece[], starts: readonly number[]): Segment[] {
  const size = sizeOf(row)
  const segments: Segment[] = []
  for (const { text, x, width } of row) {
    const last = segments.at(-1)
    const gap = last ? x - last.to : Number.POSITIVE_INFINITY
    const column = gap > SPACE_GAP * size && starts.some((start) => Math.abs(start - x) <= 1)
    if (last && ((gap < COLUMN_GAP * size && !column) || (MARK.test(last.text.trim()) && gap < 5 * size))) {
      const space = gap > SPACE_GAP * size && !last.text.endsWith(' ') && !text.startsWith(' ')
      last.text += (space ? ' ' : '') + text
      last.to = Math.max(last.to, x + width)
    } else segments.push({ text, from: x, to: x + width })
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }))
}

/** Runs of lines that share columns, and between them lines that stand for themselves; `breaks` are heights that no run goes across. */
function regionsOf(all: readonly Line[], breaks: readonly number[]): Region[] {
  const regions: Region[] = []
  for (const line of all) {
    const region = regions.at(-1)
    const before = region?.lines.at(-1)?.y ?? line.y
    if (!region || breaks.some((y) => y < before && y > line.y) || !takes(region, line)) regions.push({ columns: merged(line.segments), lines: [line] })
  }
  return regions
}

function takes(region: Region, line: Line): boolean {
  if (region.columns.length < 2) return false
  const touched = Math.max(...line.segments.map((segment) => columnsUnder(region.columns, segment).length))
  if (line.segments.length === 1 && touched > 1) return false
  const together = merged([...region.columns, ...line.segments])
  if (together.length < 2) return false
  region.lines.push(line)
  if (touched <= 1) region.columns = together
  return true
}

function merged(segments: readonly Column[]): Column[] {
  const columns: Column[] = []
  for (const { from, to } of [...segments].sort((a, b) => a.from - b.from)) {
    const last = columns.at(-1)
    if (last && from < last.to) last.to = Math.max(last.to, to)
    else columns.push({ from, to })
  }
  return columns
}

function columnsUnder(columns: readonly Column[], { from, to }: Column): number[] {
  return [...columns.keys()].filter((at) => from < (columns[at] as Column).to && to > (columns[at] as Column).from)
}

function textOf({ columns, lines: all }: Region): string[] {
  if (columns.length < 2) return all.map((line) => line.segments.map(({ text }) => text).join(' '))
  return rowsAsLines(rowsOf(all, columns).flatMap((row) => {
    const cells = columns.map((_, at) => row.flatMap((line) => cellOf(line, columns, at)))
    const right = (at: number): number => Math.max((columns[at] as Column).to, (columns[at + 1]?.from ?? 0) - BETWEEN_COLUMNS)
    return [cells.map((cell, at) => unwrapped(cell, right(at)))]
  }))
}

function cellOf(line: Line, columns: readonly Column[], at: number): CellLine[] {
  const mine = line.segments.filter((segment) => (columnsUnder(columns, segment)[0] ?? 0) === at)
  const [first] = mine
  return first ? [{ text: mine.map(({ text }) => text).join(' '), from: first.from, to: (mine.at(-1) as Segment).to }] : []
}

/** Between rows is more room than between the lines of one. Where that makes two rows one, as their first cells show, every line is a row. */
function rowsOf(all: readonly Line[], columns: readonly Column[]): Line[][] {
  const gaps = all.slice(1).map((line, i) => (all[i] as Line).y - line.y)
  const closest = Math.min(...gaps)
  const rows: Line[][] = []
  for (const [i, line] of all.entries()) {
    if (i > 0 && (gaps[i - 1] as number) < closest * ROW_GAP) rows.at(-1)?.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => {
    const heads = row.flatMap((line) => cellOf(line, columns, 0)).map(({ text }) => text)
    const one = row.length > 1 && heads.slice(0, -1).every((head) => /[-–—]$/.test(head))
    return one && row.length < all.length ? [row] : row.map((line) => [line])
  })
}
