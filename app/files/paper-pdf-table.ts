/** Tables of a PDF: a row is one strip; one that is taller than a page is cut between its lines. */
import { plain } from '#app/domain/papers/paper.ts'
import type { Block, Cell, Row } from '#app/domain/papers/paper.ts'
import { columnWidths } from '#app/files/paper-columns.ts'
import { breakLines } from '#app/files/paper-pdf-lines.ts'
import type { Line } from '#app/files/paper-pdf-lines.ts'
import type { Pen, Tag } from '#app/files/paper-pdf-pen.ts'
import { led, shift } from '#app/files/paper-pdf-strips.ts'
import type { Column, Strip } from '#app/files/paper-pdf-strips.ts'
import { INK, LOOKS, RULE, WASH, faceOf } from '#app/files/paper-pdf-type.ts'

type Table = Extract<Block, { kind: 'table' }>
type Laid = { x: number; width: number; align: 'left' | 'center' | 'right'; /** With the space above each line. */ lines: { line: Line; above: number; tag: Tag }[]; tag: Tag }

const PADS = {
  grid: { left: 5, right: 5, above: 3.2, below: 3.6 },
  lines: { left: 0, right: 10, above: 3.2, below: 3.6 },
  plain: { left: 0, right: 14, above: 2.8, below: 3.2 },
} as const
const BETWEEN_PARAGRAPHS = 1.5
const EDGE = '#827b6e'

/** The strips of a table, each row with the heads that are repeated above it. */
export function tableStrips(table: Table, column: Column, gap: number): Strip[] {
  const tag: Tag = { type: 'Table', parent: null }
  const columns = edgesOf(table, column)
  const strips: Strip[] = []
  const heads: Strip[] = []
  for (const [at, row] of table.rows.entries()) {
    const made = rowStrips(table, row, { column, columns, tag, first: at === 0, last: at === table.rows.length - 1 })
    if (at === 0 && made[0]) made[0].gap = gap
    if (row.head) heads.push(...made.map((strip) => ({ ...strip, gap: 0 })))
    strips.push(...made.map((strip) => ({ ...strip, keep: strip.keep || row.head === true || headsGroup(row, columns), ...(!row.head && heads.length > 0 && { heads: [...heads] }) })))
  }
  return strips
}

/** A row of one cell across says what the rows under it are. */
function headsGroup({ cells }: Row, columns: readonly number[]): boolean {
  return cells.length === 1 && columns.length > 2 && (cells[0]?.span ?? 1) >= columns.length - 1
}

/** Where each column begins and the last one ends. */
function edgesOf(table: Table, { left, width, type }: Column): number[] {
  const pad = PADS[table.look]
  const measure = (word: string, head: boolean): number => {
    const look = head ? LOOKS.head : LOOKS.cell
    return type.widthOf(word, faceOf(look, true, false), look.size)
  }
  let x = left
  return [left, ...columnWidths(table, width, pad.left + pad.right + 1, measure).map((each) => (x += each))]
}

type Place = { column: Column; columns: number[]; tag: Tag; first: boolean; last: boolean }

function rowStrips(table: Table, row: Row, place: Place): Strip[] {
  const pad = padOf(table, row, place)
  const tag: Tag = { type: 'TR', parent: place.tag }
  const cells = layCells(table, row, place, tag)
  const height = Math.max(row.height ?? 0, ...cells.map((cell) => cell.lines.reduce((sum, { line, above }) => sum + line.height + above, pad.above + pad.below)))
  if (height <= place.column.page.depth) return [rowStrip(table, row, place, cells, { height, begins: true, ends: true })]
  const most = Math.max(...cells.map((cell) => cell.lines.length))
  return Array.from({ length: most }, (_, at) => {
    const slice = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(at, at + 1) }))
    const begins = at === 0
    const ends = at === most - 1
    const height = Math.max(0, ...slice.flatMap(({ lines }) => lines.map(({ line, above }) => line.height + above))) + (begins ? pad.above : 0) + (ends ? pad.below : 0)
    return rowStrip(table, row, place, slice, { height, begins, ends })
  })
}

/** A row without lines that begins with an empty cell goes on with the row above it. */
function padOf({ look }: Table, row: Row, { column: { air }, first }: Place): { above: number; below: number } {
  const goesOn = look === 'plain' && !first && row.cells.length > 1 && (row.cells[0]?.text ?? []).every((text) => plain(text) === '')
  return { above: goesOn ? 0 : PADS[look].above * air, below: PADS[look].below * air }
}

function layCells(table: Table, row: Row, { column, columns }: Place, parent: Tag): Laid[] {
  const pad = PADS[table.look]
  let at = 0
  return row.cells.map((cell: Cell): Laid => {
    const span = Math.max(1, cell.span ?? 1)
    const from = columns[Math.min(at, columns.length - 1)] as number
    const to = columns[Math.min(at + span, columns.length - 1)] as number
    at += span
    const tag: Tag = { type: row.head ? 'TH' : 'TD', parent, span }
    const lastColumn = at >= columns.length - 1
    const width = Math.max(12, to - from - pad.left - (lastColumn && table.look !== 'grid' ? 0 : pad.right))
    const lines = cell.text.flatMap((text, number) => {
      const paragraph: Tag = { type: 'P', parent: tag }
      return breakLines(text, led(row.head ? LOOKS.head : LOOKS.cell, column), width, column).map((line, lineAt) => ({ line, tag: paragraph, above: lineAt === 0 && number > 0 ? BETWEEN_PARAGRAPHS : 0 }))
    })
    return { x: from + pad.left, width, align: cell.align ?? 'left', lines, tag }
  })
}

function rowStrip(table: Table, row: Row, place: Place, cells: readonly Laid[], { height, begins, ends }: { height: number; begins: boolean; ends: boolean }): Strip {
  const pad = padOf(table, row, place)
  return {
    height, gap: 0, keep: false,
    draw(pen, top, repeated) {
      drawLines(pen, table, row, place, { top, height, begins, ends })
      for (const cell of cells) {
        let y = top + (begins ? pad.above : 0)
        for (const { line, above, tag } of cell.lines) {
          y += above
          pen.line(line, cell.x + shift(line, cell.width, cell.align), y, repeated ? null : tag)
          y += line.height
        }
      }
    },
  }
}

function drawLines(pen: Pen, { look }: Table, row: Row, { columns, first }: Place, { top, height, begins, ends }: { top: number; height: number; begins: boolean; ends: boolean }): void {
  const left = columns[0] as number
  const right = columns.at(-1) as number
  if (look === 'plain') return
  if (look === 'lines') {
    if (begins && first && !row.head) pen.rule([left, top], [right, top], 0.4, RULE)
    if (ends) pen.rule([left, top + height], [right, top + height], row.head ? 0.8 : 0.4, row.head ? INK : RULE)
    return
  }
  if (row.head) pen.wash(left, top, right - left, height, WASH)
  if (begins) pen.rule([left, top], [right, top], 0.5, EDGE)
  if (ends) pen.rule([left, top + height], [right, top + height], 0.5, EDGE)
  const spans = row.cells.map((cell) => Math.max(1, cell.span ?? 1))
  let at = 0
  for (const x of [left, ...spans.map((span) => columns[Math.min((at += span), columns.length - 1)] as number), right]) pen.rule([x, top], [x, top + height], 0.5, EDGE)
}
