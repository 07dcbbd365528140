import type { PartCoverage } from '#app/domain/papers/outline-coverage.ts'
import { entryWords } from '#app/domain/papers/outline.ts'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'

const HEADS = [{ label: 'Part' }, { label: 'Sections', num: true }, { label: 'With an owner', num: true }, { label: 'Written', num: true }, { label: 'With findings', num: true }, { label: 'Sentences', num: true }, { label: 'Done', num: true }, { label: 'Missing', num: true }]

/** How far each part of a report is; `here` is the page of the report, where its sections stand. */
export function PartsTable({ parts, here }: { parts: readonly PartCoverage[]; here: string }) {
  return (
    <div className="parts">
      <Table caption="Parts of the report" quiet fold heads={HEADS}>
        {parts.map((part) => (
          <Row key={part.id}>
            <RowHead><a href={`${here}#n-${part.id}`}>{entryWords(part)}</a></RowHead>
            <Cell num label="Sections">{part.sections}</Cell>
            <Cell num label="With an owner"><Share n={part.owned} /></Cell>
            <Cell num label="Written"><Share n={part.written} /></Cell>
            <Cell num label="With findings"><Share n={part.covered} /></Cell>
            <Cell num label="Sentences"><Share n={part.evidence} /></Cell>
            <Cell num label="Done"><Share n={part.done} /></Cell>
            <Cell num label="Missing"><Share n={part.gaps} /></Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}

function Share({ n }: { n: number }) {
  return n === 0 ? <span className="soft">0</span> : <>{n}</>
}
