import type { CSSProperties } from 'react'
import { entryWords } from '#app/domain/papers/outline.ts'
import { count } from '#app/domain/text.ts'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { Cell, Row, Table } from '#app/ui/kit/table.tsx'

type OutlineLine = { id: string; level: number; number: string; title: string; page: number | null; findings: number; evidence: number; twice: boolean }

const HEADS = [{ label: 'Entry' }, { label: 'Page', num: true }, { label: 'Findings and evidence' }]

/** The contents of a report as printed, and how far each entry is covered. */
export function OutlineTable({ lines, base }: { lines: readonly OutlineLine[]; base: string }) {
  return (
    <div className="outline">
      <Table caption="Entries as printed, with their pages" quiet heads={HEADS}>
        {lines.map((line) => (
          <Row key={line.id} id={`n-${line.id}`}>
            <td role="cell" data-level={line.level}>
              <span className="entry" style={{ '--level': line.level } as CSSProperties}>{entryWords(line)}{line.twice && <span className="under"><LintMark severity="note">number printed twice</LintMark></span>}</span>
            </td>
            <Cell num>{line.page}</Cell>
            <Cell>
              {line.findings === 0 ? <span className="soft">none</span> : <a href={`${base}/findings?node=${line.id}`}>{count(line.findings, 'finding', 'findings')}, {count(line.evidence, 'sentence', 'sentences')}<span className="vh"> at {entryWords(line)}</span></a>}
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}
