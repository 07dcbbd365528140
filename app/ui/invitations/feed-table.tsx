import { count } from '#app/domain/text.ts'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'

type Line = { id: string; kind: string; name: string; madeBy: string; made: string; invitations: number }

/** Feeds in use; what becomes of one is decided on its own page. */
export function FeedTable({ rows, base, title }: { rows: readonly Line[]; base: string; title: string }) {
  return (
    <Table caption={count(rows.length, 'feed', 'feeds')} fold heads={[{ label: 'Of' }, { label: 'Kind' }, { label: 'Made' }, { label: 'Change' }]}>
      {rows.map((row) => (
        <Row key={row.id}>
          <RowHead>
            {row.name || title}
            {row.invitations > 0 && <span className="under small"><Mark icon="warning" state="warning">{`also holds ${count(row.invitations, 'invitation', 'invitations')}: the same events twice in one calendar`}</Mark></span>}
          </RowHead>
          <Cell label="Kind">{row.kind}</Cell>
          <Cell label="Made">{row.made}<span className="under small soft">by {row.madeBy}</span></Cell>
          <Cell label="Change">
            <a href={`${base}/feeds/${row.id}`}>New address, or revoke<span className="vh"> the feed of {row.name || title}</span></a>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
