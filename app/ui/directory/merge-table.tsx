import type { ReactNode } from 'react'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'

export type MergeRow = { label: string; stays: ReactNode; joins: ReactNode; after: ReactNode }

/** What each of two entries has, and what the one that stays will have. */
export function MergeTable({ stays, joins, rows }: { stays: string; joins: string; rows: readonly MergeRow[] }) {
  return (
    <Table caption="What comes together" fold heads={[{ label: 'What' }, { label: `Stays: ${stays}` }, { label: `Joins it: ${joins}` }, { label: 'Afterwards' }]}>
      {rows.map((row) => (
        <Row key={row.label}>
          <RowHead>{row.label}</RowHead>
          <Cell label="Stays">{row.stays}</Cell>
          <Cell label="Joins it">{row.joins}</Cell>
          <Cell label="Afterwards"><b>{row.after}</b></Cell>
        </Row>
      ))}
    </Table>
  )
}

