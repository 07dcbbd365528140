import writeXlsxFile from 'write-excel-file/node'
import type { CellObject, Row } from 'write-excel-file/node'
import { cutWords } from '#app/domain/lists.ts'
import type { ListFile } from '#app/domain/lists.ts'
import { MINUTES_A_DAY, isDay } from '#app/domain/time.ts'

const LONGEST_CELL = 32_767
const LONGEST_NAME = 31
/** A spreadsheet knows no earlier day. */
const FIRST_DAY = '1900-03-01'
const WIDTHS = { text: 28, number: 10, day: 12, minute: 8, wall: 17 } as const

type Kind = ListFile['columns'][number]['kind']

/** One sheet: days and times as dates, numbers as numbers, everything else as text whatever it begins with. */
export async function listXlsx({ title, columns, rows, cut }: ListFile): Promise<Buffer> {
  const head: Row = columns.map(({ label }): CellObject => ({ value: label, type: String, fontWeight: 'bold' }))
  const body = rows.map((row): Row => row.map((value, at) => cellOf(columns[at]?.kind ?? 'text', value)))
  const foot: Row[] = cut === null ? [] : [[text(cutWords(cut))]]
  return await writeXlsxFile([head, ...body, ...foot], { sheet: sheetName(title), stickyRowsCount: 1, columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })) }).toBuffer()
}

function cellOf(kind: Kind, value: string | number | null): CellObject | null {
  if (value === null || value === '') return null
  if (kind === 'number' && typeof value === 'number') return { value, type: Number }
  if (kind === 'minute' && typeof value === 'number') return { value: value / MINUTES_A_DAY, type: Number, format: 'hh:mm' }
  if (kind === 'day' && typeof value === 'string' && isDay(value) && value >= FIRST_DAY) return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  if (kind === 'wall' && typeof value === 'string' && value >= FIRST_DAY) return { value: new Date(`${value.replace(' ', 'T')}:00Z`), type: Date, format: 'yyyy-mm-dd hh:mm' }
  return text(String(value))
}

function text(value: string): CellObject {
  return { value: escaped(legible(value).slice(0, LONGEST_CELL)), type: String, wrap: true, alignVertical: 'top' }
}

/**
 * Spreadsheets read '_x0041_' in a text as the letter A (ECMA-376, ST_Xstring), so what looks like that is written so that it stays. The library
 * loses words that every object of the language knows, such as 'toString': their first letter is written that way.
 */
function escaped(value: string): string {
  if (Object.hasOwn(Object.prototype, value)) return `_x${value.charCodeAt(0).toString(16).padStart(4, '0')}_${value.slice(1)}`
  return value.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
}

/** XML has no place for most control characters and for halves of characters. */
function legible(value: string): string {
  let kept = ''
  for (const sign of value) {
    const code = sign.codePointAt(0) ?? 0
    if (code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0xd800) || (code > 0xdfff && code !== 0xfffe && code !== 0xffff)) kept += sign
  }
  return kept
}

/** A sheet’s name has no \ / ? * [ ] : and at most 31 characters. */
function sheetName(title: string): string {
  return title.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, LONGEST_NAME).trim() || 'List'
}
