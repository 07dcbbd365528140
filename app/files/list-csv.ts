import { stringify } from 'csv-stringify/sync'
import { cutWords } from '#app/domain/lists.ts'
import type { ListFile } from '#app/domain/lists.ts'
import { formatMinute } from '#app/domain/time.ts'

/** UTF-8 with a mark that makes spreadsheets read it as such; text that a spreadsheet would take for a formula begins with an apostrophe. */
export function listCsv({ columns, rows, cut }: ListFile): string {
  const lines = rows.map((row) => row.map((value, at) => (columns[at]?.kind === 'minute' && typeof value === 'number' ? formatMinute(value) : value === null ? '' : String(value))))
  return stringify([columns.map(({ label }) => label), ...lines, ...(cut === null ? [] : [[cutWords(cut)]])], { bom: true, escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/, relax_column_count: true } as Parameters<typeof stringify>[1])
}
