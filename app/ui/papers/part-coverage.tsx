import { entryWords } from '#app/domain/papers/outline.ts'
import type { PartCoverage } from '#app/domain/papers/outline-coverage.ts'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'

type Count = Exclude<keyof PartCoverage, 'id' | 'number' | 'title'>
const COLUMNS: readonly { of: Count; label: string; brief?: true }[] = [
  { of: 'sections', label: 'Sections', brief: true }, { of: 'owned', label: 'With an owner' }, { of: 'written', label: 'Written', brief: true }, { of: 'covered', label: 'With findings', brief: true }, { of: 'evidence', label: 'Sentences' },
  { of: 'done', label: 'Done' }, { of: 'gaps', label: 'Missing', brief: true },
]

/** How far each part of a report is; `here` is the page of the report, where its sections stand. `brief` fits beside something else. */
export function PartsTable({ parts, here, brief = false }: { parts: readonly PartCoverage[]; here: string; brief?: boolean }) {
  const columns = COLUMNS.filter((column) => !brief || column.brief)
  return (
    <div className="parts">
      <Table caption="Parts of the report" quiet fold heads={[{ label: 'Part' }, ...columns.map(({ label }) => ({ label, num: true }))]}>
        {parts.map((part) => (
          <Row key={part.id}>
            <RowHead><a href={`${here}#n-${part.id}`}>{entryWords(part)}</a></RowHead>
            {columns.map(({ of, label }) => <Cell key={of} num label={label}>{part[of] === 0 ? <span className="soft">0</span> : part[of]}</Cell>)}
          </Row>
        ))}
      </Table>
    </div>
  )
}
