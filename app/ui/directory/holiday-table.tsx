import { count } from '#app/domain/text.ts'
import { daysBetween, formatDay, formatDayNumber } from '#app/domain/time.ts'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'

type Line = { id: string; country: string; name: string; kind: string; startDay: string; endDay: string; yearly: boolean; untilYear: number | null; source: string; verified: boolean }

/** '21–24 Mar every year', 'Mon 23 Mar 2020'. */
export function holidayWhen({ startDay, endDay, yearly, untilYear }: Pick<Line, 'startDay' | 'endDay' | 'yearly' | 'untilYear'>): string {
  const length = daysBetween(startDay, endDay) + 1
  if (!yearly) return length === 1 ? formatDay(startDay) : `${formatDay(startDay)} – ${formatDay(endDay)}`
  const span = length === 1 ? formatDayNumber(startDay) : startDay.slice(0, 7) === endDay.slice(0, 7) ? `${Number(startDay.slice(8))}–${formatDayNumber(endDay)}` : `${formatDayNumber(startDay)} – ${formatDayNumber(endDay)}`
  return `${span} every year${untilYear === null ? '' : ` until ${untilYear}`}`
}

/** Rows of the table of one or more countries, with where each is known from and whether somebody checked it. */
export function HolidayTable({ rows, base, canEdit }: { rows: readonly Line[]; base: string; canEdit: boolean }) {
  const heads = [{ label: 'Day' }, { label: 'Called' }, { label: 'Country' }, { label: 'Source' }, { label: 'Checked' }]
  return (
    <Table caption={count(rows.length, 'row', 'rows')} fold heads={heads}>
      {rows.map((row) => (
        <Row key={row.id}>
          <RowHead>{holidayWhen(row)}</RowHead>
          <Cell label="Called">{canEdit ? <a href={`${base}/holidays/${row.id}`}>{row.name}</a> : row.name}{row.kind === 'working' && <span className="under small soft">a working day</span>}</Cell>
          <Cell label="Country">{row.country}</Cell>
          <Cell label="Source">{row.source || <span className="soft">nothing written down</span>}</Cell>
          <Cell label="Checked">{row.verified ? <Mark icon="confirmed" state="ok">checked</Mark> : <Mark icon="warning" state="warning">unverified</Mark>}</Cell>
        </Row>
      ))}
    </Table>
  )
}
