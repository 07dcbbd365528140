import type { CSSProperties } from 'react'
import { entryWords } from '#app/domain/papers/outline.ts'
import { GAP_WORDS } from '#app/domain/papers/outline-coverage.ts'
import { count } from '#app/domain/text.ts'
import { Cell, Table } from '#app/ui/kit/table.tsx'
import { NumberMarks } from '#app/ui/papers/number-marks.tsx'
import type { OutlineLine } from '#app/domain/papers/outline-lines.ts'
import { SectionStateMark } from '#app/ui/papers/section-state.tsx'

const HEADS = [{ label: 'Section' }, { label: 'Page', num: true }, { label: 'Owner' }, { label: 'State' }, { label: 'Rests on' }, { label: 'Missing' }]

/** The sections of a report with owners, states, what each rests on and what it lacks. `here` is the page of the report. */
export function OutlineTable({ lines, base, here, canEdit }: { lines: readonly OutlineLine[]; base: string; here: string; canEdit: boolean }) {
  return (
    <div className="outline">
      <Table caption="Sections in their order" quiet fold heads={HEADS}>
        {lines.map((line) => (
          <tr key={line.id} role="row" id={`n-${line.id}`} data-level={line.level}>
            <th scope="row" role="rowheader">
              <span className="entry" style={{ '--level': line.level } as CSSProperties}>
                <a href={`${here}/sections/${line.id}`}>{entryWords(line)}</a>
                {line.sourceLine !== null && <span className="from small soft"> line {line.sourceLine}</span>}
                <NumberMarks line={line} here={here} canEdit={canEdit} />
              </span>
            </th>
            <Cell num label="Page">{line.page}</Cell>
            <Cell label="Owner">{line.owner}</Cell>
            <Cell label="State"><SectionStateMark state={line.state} /></Cell>
            <Cell label="Rests on">{line.findings > 0 && <a href={`${base}/findings?node=${line.id}`}>{count(line.findings, 'finding', 'findings')}, {count(line.evidence, 'sentence', 'sentences')}<span className="vh"> at {entryWords(line)}</span></a>}{line.figures > 0 && <span className="under small soft">{count(line.figures, 'figure', 'figures')}</span>}</Cell>
            <Cell label="Missing">{line.gaps.length > 0 && <span className="gaps small">{line.gaps.map((gap) => GAP_WORDS[gap]).join(', ')}</span>}</Cell>
          </tr>
        ))}
      </Table>
    </div>
  )
}
