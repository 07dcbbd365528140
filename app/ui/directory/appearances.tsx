import { List, ListRow } from '#app/ui/kit/list.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import type { MeetingTime } from '#app/ui/meetings/when.tsx'

export type Appearance = MeetingTime & {
  id: string; role: string; printed_name: string; printed_title: string; sample: number; engagement_id: string; title: string; status: string; item: string | null
  mission_id: string; slug: string; mission: string
}

/** Where a person appears in this mission, in which role and under which printed title. */
export function AppearancesTable({ base, rows }: { base: string; rows: readonly Appearance[] }) {
  return (
    <Table caption="As printed then: later titles change nothing here" fold heads={[{ label: 'Engagement' }, { label: 'Role' }, { label: 'Printed as' }]}>
      {rows.map((row) => (
        <Row key={row.id}>
          <RowHead>
            <a href={`${base}/engagements/${row.engagement_id}`}>{row.title}</a>
            {row.item !== null && <span className="under small">{row.item}</span>}
            <span className="under small soft"><MeetingWhen meeting={row} /></span>
          </RowHead>
          <Cell label="Role">{row.role}{row.sample === 1 && <> <SampleMark /></>}</Cell>
          <Cell label="Printed as">{row.printed_name}{row.printed_title !== '' && <span className="under small soft">{row.printed_title}</span>}</Cell>
        </Row>
      ))}
    </Table>
  )
}

/** Meetings of other missions, each once, the latest first. */
export function MetElsewhere({ rows }: { rows: readonly Appearance[] }) {
  const once = [...new Map(rows.map((row) => [row.engagement_id, row])).values()].toReversed()
  return (
    <List label="Meetings in other missions">
      {once.map((row) => (
        <ListRow key={row.id} under={<>{row.mission} · <MeetingWhen meeting={row} />{row.printed_title !== '' && <> · {row.printed_title}</>}</>} mark={<StatusMark status={row.status as StatusWord} />}>
          <a href={`/missions/${row.slug}/engagements/${row.engagement_id}`}>{row.title}</a>
        </ListRow>
      ))}
    </List>
  )
}
