import { formatDay } from '#app/domain/time.ts'
import { Hours } from '#app/ui/engagements/when.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'

type CallOffRow = { id: string; title: string; status: string; day: string; startMinute: number | null; endMinute: number | null; zone: string; holders: readonly { personId: string; name: string }[] }

/** Engagements of a stop with everybody who holds an invitation to them; the head of the page states the clock. */
export function CallOffTable({ caption, base, rows }: { caption: string; base: string; rows: readonly CallOffRow[] }) {
  return (
    <Table caption={caption} quiet fold heads={[{ label: 'Engagement' }, { label: 'When' }, { label: 'Now' }, { label: 'Invited' }]}>
      {rows.map((row) => (
        <Row key={row.id}>
          <RowHead><a href={`${base}/engagements/${row.id}`}>{row.title}</a></RowHead>
          <Cell label="When"><span className="unbroken">{formatDay(row.day)}</span><span className="under small"><Hours at={{ ...row, city: '' }} /></span></Cell>
          <Cell label="Now"><StatusMark status={row.status as StatusWord} /></Cell>
          <Cell label="Invited">{row.holders.length === 0 ? <span className="soft">nobody</span> : row.holders.map(({ name }) => name).join(', ')}</Cell>
        </Row>
      ))}
    </Table>
  )
}
