import type { CSSProperties } from 'react'
import { entryWords } from '#app/domain/papers/outline.ts'
import type { OutlineLine } from '#app/domain/papers/outline-lines.ts'
import { FAULT_WORDS } from '#app/domain/papers/outline-words.ts'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { Table } from '#app/ui/kit/table.tsx'

const HEADS = [{ label: 'No.', num: true }, { label: 'Section' }, { label: 'Page', num: true }, { label: 'Move' }, { label: 'Change' }]
const MOVES = [{ name: 'up', word: 'Up' }, { name: 'down', word: 'Down' }, { name: 'in', word: 'In' }, { name: 'out', word: 'Out' }] as const

/** The sections with what moves them: one form, whose buttons name the section; where scripts run, rows are dragged by their number. */
export function ArrangeTable({ lines, here, stamp }: { lines: readonly OutlineLine[]; here: string; stamp: string }) {
  return (
    <form className="outline arrange" method="post" action={`${here}/sections/steps`} data-agenda={`${here}/sections`}>
      <input type="hidden" name="seen" value={stamp} />
      <Table caption="Sections to be moved" quiet heads={HEADS}>
        {lines.map((line, at) => arrangeRow(line, at, here))}
      </Table>
    </form>
  )
}

function arrangeRow(line: OutlineLine, at: number, here: string) {
  const words = entryWords(line)
  return (
    <tr key={line.id} role="row" id={`n-${line.id}`} data-level={line.level}>
      <td role="cell" className="num no">{at + 1}</td>
      <th scope="row" role="rowheader">
        <span className="entry" style={{ '--level': line.level } as CSSProperties}><a href={`${here}/sections/${line.id}/edit`}>{words}</a>{line.marks.map(({ fault }) => <span key={fault} className="under small"><LintMark severity={fault === 'page-back' || fault === 'level-jump' ? 'warning' : 'error'}>{FAULT_WORDS[fault]}</LintMark></span>)}</span>
      </th>
      <td role="cell" className="num">{line.page}</td>
      <td role="cell" className="fit acts moves">{MOVES.map(({ name, word }) => <button key={name} className="btn tight quiet" name={name} value={line.id} aria-label={`${word}: ${words}`} />)}</td>
      <td role="cell" className="fit acts small"><a href={`${here}/sections/new?after=${line.id}`}>Add<span className="vh"> behind or under {words}</span></a> · <a href={`${here}/sections/${line.id}/remove`}>Remove<span className="vh"> {words}</span></a></td>
    </tr>
  )
}
