/** Lines and rows of tables in one form: the dates and times of a row, and its texts with what they are for. */
import { asLines, besides, sidesOf } from '#app/domain/intake/beside.ts'
import type { Column, Field } from '#app/domain/intake/columns.ts'
import type { ClockContext, DateFound } from '#app/domain/intake/dates.ts'
import { labelled, labelledCells } from '#app/domain/intake/labels.ts'
import type { Labelled } from '#app/domain/intake/labels.ts'
import { ITEM_KIND_WORDS, MEETING_KIND_WORDS } from '#app/domain/intake/languages/programme.ts'
import type { Label } from '#app/domain/intake/languages/programme-words.ts'
import type { Line } from '#app/domain/intake/lines.ts'
import { CELL_BREAK } from '#app/domain/intake/markup.ts'
import { peeled } from '#app/domain/intake/peel.ts'
import type { Peeled } from '#app/domain/intake/peel.ts'
import { splitAt } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { findCities } from '#app/domain/intake/places.ts'
import { tablesOf } from '#app/domain/intake/tables.ts'
import type { Table } from '#app/domain/intake/tables.ts'
import type { TimeFound } from '#app/domain/intake/times.ts'
import { beginsWith } from '#app/domain/intake/vocabulary.ts'

/** `name`: the room or stream whose column it stands in. */
export type Text = { field: Field; piece: Piece; name: string }

/** Positions are those of the source. */
export type Row = {
  line: Line
  table: Table | null
  label: Labelled | null
  dates: DateFound[]
  times: TimeFound[]
  /** Where the times stand; 'cell': in a column of their own. */
  where: 'start' | 'own' | 'end' | 'cell' | null
  inside: TimeFound[]
  insideDates: DateFound[]
  lead: Piece | null
  texts: Text[]
  /** Stood in a cell where it does not belong. */
  slipped: boolean
  /** Head of the half of the page in which the row stands; '' elsewhere. */
  side: string
  /** Says when and where the event or a day takes place. */
  head: boolean
}

/** Stands where a time is not known yet. */
const UNTIMED = /^(?:tbc|tbd|уточняется)$/i

export function rowsOf(lines: readonly Line[], context: ClockContext): Row[] {
  const rows: Row[] = []
  const tables = tablesOf(lines, context)
  let next = 0
  let heads: readonly Piece[] = []
  for (const [at, line] of lines.entries()) {
    while ((tables[next]?.to ?? Infinity) <= at) next++
    const table = tables[next] && at >= (tables[next] as Table).from ? (tables[next] as Table) : null
    if (table && table.head === at) continue
    const cells = table ? table.cells(line) : []
    if (table && cells.length > 1) rows.push(tableRow(line, table, cells, context))
    else {
      const sides = sidesOf(line, context)
      if (sides.length > 0) rows.push(...asLines(line, sides).map((one, i) => ({ ...looseRow(one, table, context), side: heads[i]?.text ?? `${i + 1}` })))
      else rows.push(...besides(line, context).map((one) => looseRow(one, table, context)))
      if (line.separator === 'wide' && sides.length === 0) heads = line.cells
    }
  }
  return withoutRowLabels(rows)
}

/** "Title: …" and "Time: …" for every row: the labels say nothing more. */
function withoutRowLabels(rows: Row[]): Row[] {
  const count = (label: Label): number => rows.filter((row) => row.label?.label === label && (label !== 'time' || row.times.length > 0)).length
  if (count('time') < 2 || count('title') < 2) return rows
  return rows.map((row) => (row.label?.label === 'time' || row.label?.label === 'title' ? { ...row, label: null, texts: row.texts.map((text) => ({ ...text })), line: { ...row.line, body: row.label.rest, cells: [row.label.rest], separator: '' } } : row))
}

/** The text of a field, the first of them. */
export function textOf(row: Row, field: Field): Piece | null {
  return row.texts.find((text) => text.field === field)?.piece ?? null
}

/** "Presentation: Tariffs (25 min)": what looks like a label says what the row is. */
function isKindOfRow({ label }: Labelled, { times, dates }: Peeled, { body }: Line): boolean {
  return (label === 'title' || label === 'talks' || label === 'people') && times.length > 0 && dates.length === 0 && beginsWith(body.text, ITEM_KIND_WORDS) !== null
}

function looseRow(line: Line, table: Table | null, context: ClockContext): Row {
  const printed = (line.separator === '' || line.separator === 'pipe' ? null : labelledCells(line.cells)) ?? labelled(line.body)
  const said = peeled(printed ? printed.rest : line.body, context)
  const label = printed && isKindOfRow(printed, said, line) ? null : printed
  const found = label === printed ? said : peeled(line.body, context)
  return { ...clocksOf(found), line, table, label, where: found.where, texts: [...cellsOf(found.rest, line), ...(found.tail && found.tail.text !== '' ? [found.tail] : [])].filter(({ text }, _, all) => all.length < 2 || !UNTIMED.test(text)).map((piece, i) => ({ field: i === 0 ? 'title' : 'more', piece, name: '' })), slipped: false, side: '', head: false }
}

function clocksOf({ dates, times, inside, insideDates, lead }: Peeled): Pick<Row, 'dates' | 'times' | 'inside' | 'insideDates' | 'lead'> {
  return { dates, times, inside, insideDates, lead }
}

function cellsOf(rest: Piece, line: Line): Piece[] {
  const mark = { tab: '\t', pipe: '|', semicolon: ';', wide: '   ', '': '' }[line.separator]
  return (mark === '' ? [rest] : splitAt(rest, mark)).flatMap((cell) => splitAt(cell, CELL_BREAK)).filter(({ text }) => text !== '')
}

const CLOCK_FIELDS: ReadonlySet<Field> = new Set(['time', 'start', 'end', 'duration', 'date', 'when', 'number', 'city', 'country'])

function tableRow(line: Line, table: Table, cells: Piece[], context: ClockContext): Row {
  const row: Row = { line, table, label: null, dates: [], times: [], where: null, inside: [], insideDates: [], lead: null, texts: [], slipped: false, side: '', head: false }
  const hasTitle = table.columns.some(({ field }, i) => field === 'title' && (cells[i]?.text ?? '') !== '')
  for (const [i, cell] of cells.entries()) {
    const column = table.columns[i]
    if (column && cell.text !== '' && CLOCK_FIELDS.has(column.field)) readClockCell(row, cell, column, hasTitle, context)
  }
  for (const [i, cell] of cells.entries()) {
    const column = table.columns[i]
    if (column && cell.text !== '' && !CLOCK_FIELDS.has(column.field)) readTextCell(row, cell, column, context)
  }
  return row
}

/** A cell of a column of dates, times or cities; what else stands in it was set into the wrong cell. */
function readClockCell(row: Row, cell: Piece, { field }: Column, hasTitle: boolean, context: ClockContext): void {
  const found = peeled(cell, context)
  row.dates.push(...found.dates)
  if (found.times.length > 0) {
    row.where = 'cell'
    row.times.push(...found.times)
  }
  const rest = found.rest.text === '' ? [] : splitAt(found.rest, CELL_BREAK)
  for (const piece of rest) {
    if (field === 'number' && /^\d{1,3}[.)]?$/.test(piece.text)) continue
    if (field === 'city' || field === 'country') {
      const isPlace = hasTitle || !isActivity(piece.text)
      row.texts.push({ field: isPlace ? field : 'title', piece, name: '' })
      if (!isPlace) row.slipped = true
    } else if (isCity(piece.text)) row.texts.push({ field: 'city', piece, name: '' })
    else if (!hasTitle) {
      row.texts.push({ field: 'title', piece, name: '' })
      row.slipped = field !== 'number'
    } else row.texts.push({ field: 'lead', piece, name: '' })
  }
}

/** Says what is done, not where. */
function isActivity(text: string): boolean {
  return beginsWith(text, MEETING_KIND_WORDS) !== null || (findCities(text)[0]?.start ?? 1) > 0 && text.split(' ').length > 4
}

export function isCity(text: string): boolean {
  const [city] = findCities(text)
  return city !== undefined && city.start < 4 && text.length - (city.end - city.start) < 24 && beginsWith(text, MEETING_KIND_WORDS) === null
}

function readTextCell(row: Row, cell: Piece, column: Column, context: ClockContext): void {
  const [first, ...others] = splitAt(cell, CELL_BREAK).filter(({ text }) => text !== '')
  if (!first) return
  let piece = first
  if (column.field === 'title') {
    const found = peeled(first, context)
    if (row.times.length > 0) {
      if (found.times.length > 0 && found.times.every(({ from, to }) => from === null && to === null)) {
        row.times.push(...found.times)
        piece = found.rest
      }
    } else if (found.where !== null || found.dates.length > 0 && found.rest.text !== '') {
      row.times.push(...found.times)
      row.dates.push(...found.dates)
      row.where = found.where
      piece = found.rest
    }
  }
  if (piece.text !== '') row.texts.push({ field: column.field, piece, name: column.name })
  for (const other of others) row.texts.push({ field: column.field === 'title' || column.field === 'other-title' ? 'more' : column.field, piece: other, name: column.name })
}
