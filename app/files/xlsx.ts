import readWorkbook from 'read-excel-file/universal'
import { xmlParts } from '#app/files/archive.ts'
import type { Archive } from '#app/files/archive.ts'
import { rowsAsLines } from '#app/files/rows.ts'

type Sheet = { name: string; text: string }

const HIDDEN = /<(?:\w{1,20}:)?sheet\s[^>]{0,1000}\bstate="(?:hidden|veryHidden)"[^>]{0,1000}>/g

/** The sheets of a workbook that are shown and hold something. Values of formulas are those that were last computed. */
export async function readXlsx(archive: Archive): Promise<Sheet[]> {
  const parts = xmlParts(archive, (name, xml) => (name === 'xl/workbook.xml' ? Buffer.from(Buffer.from(xml).toString('utf8').replace(HIDDEN, '')) : xml))
  const sheets = await readWorkbook(Uint8Array.from(parts).buffer)
  return sheets.map(({ sheet, data }) => ({ name: sheet, text: rowsAsLines(data.map((row) => row.map(cellText))).join('\n') })).filter(({ text }) => text.trim() !== '')
}

/** A cell as a person sees it: days as 2020-02-04, times as 09:30. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value)
  return String(value).replaceAll('\r\n', '\n').replaceAll('\r', '\n')
}

/** Before this day a value is a time without a day, counted from the first day that the workbook knows. */
const FIRST_DAY = Date.UTC(1904, 0, 2)
const MINUTE_MS = 60_000

function dateText(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / MINUTE_MS) * MINUTE_MS).toISOString()
  const [day = '', clock = ''] = rounded.split('T')
  const time = clock.slice(0, 5)
  if (date.getTime() < FIRST_DAY) return time
  return time === '00:00' ? day : `${day} ${time}`
}
