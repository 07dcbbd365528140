/** A list before it has a form: columns once, rows as values. CSV and Excel are written from this one shape. */
import { formatMinute, formatOffset, offsetOf, wallOf } from '#app/domain/time.ts'
import type { Instant, Zone } from '#app/domain/time.ts'

export const LIST_FORMATS = ['csv', 'xlsx'] as const
export type ListFormat = (typeof LIST_FORMATS)[number]

/** 'minute' is a wall time of the day that stands beside it; 'moment' an instant, which is shown on the clock of a city. */
export type ColumnKind = 'text' | 'number' | 'day' | 'minute' | 'moment'
export type Moment = { ms: Instant; zone: Zone; city: string }
export type ListValue = string | number | null | Moment
export type ListColumn<R> = { label: string; kind: ColumnKind; value(row: R): ListValue }

/** `cut` is how many rows stand here where there are more. */
export type ListFile = { title: string; columns: { label: string; kind: Exclude<ColumnKind, 'moment'> | 'wall' }[]; rows: (string | number | null)[][]; cut: number | null }

/** Rows as a file says them: a moment becomes two columns, the wall time ('2020-02-04 09:30') and whose clock that is ('Dushanbe, UTC+5'). */
export function listFile<R>(title: string, columns: readonly ListColumn<R>[], rows: readonly R[], cut: number | null): ListFile {
  return {
    title, cut,
    columns: columns.flatMap(({ label, kind }): ListFile['columns'] => (kind === 'moment' ? [{ label, kind: 'wall' as const }, { label: `${label}, clock`, kind: 'text' as const }] : [{ label, kind }])),
    rows: rows.map((row) => columns.flatMap((column) => said(column.kind, column.value(row)))),
  }
}

function said(kind: ColumnKind, value: ListValue): (string | number | null)[] {
  if (kind !== 'moment') return [typeof value === 'object' ? null : value]
  if (typeof value !== 'object' || value === null) return [null, null]
  const { day, minute } = wallOf(value.ms, value.zone)
  return [`${day} ${formatMinute(minute)}`, `${value.city}, ${formatOffset(offsetOf(value.ms, value.zone))}`]
}

/** What stands under a list that was cut. */
export function cutWords(rows: number): string {
  return `Only the first ${rows.toLocaleString('en')} rows stand here. Narrow the list to get the rest.`
}
