import { formatDay } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { EditionFace } from '#app/ui/papers/edition-list.tsx'
import { PaperFiles } from '#app/ui/papers/paper-files.tsx'

export type PaperSubjectFace = { subject: string; title: string; day: Day | null }

/** Everything that a paper of one kind can be made for. */
export function SubjectTable({ caption, subjects, at, base }: { caption: string; subjects: readonly (PaperSubjectFace & { last?: EditionFace | undefined })[]; at: string; base: string }) {
  return (
    <Table caption={caption} quiet fold heads={[{ label: 'Draft' }, { label: 'Day' }, { label: 'Last edition' }, { label: 'Files', hidden: true }]}>
      {subjects.map(({ subject, title, day, last }) => (
        <Row key={subject}>
          <RowHead><a href={`${at}/${subject}`}>{title}</a></RowHead>
          <Cell label="Day">{day === null ? <span className="soft">no day</span> : formatDay(day)}</Cell>
          <Cell label="Last edition">{last ? <><a href={`${base}/papers/editions/${last.id}`}>Edition {last.number}<span className="vh"> of {title}</span></a> <span className="small soft"><At ms={last.issued_ms} clock={last} /></span></> : <span className="soft">none yet</span>}</Cell>
          <Cell><span className="line acts"><PaperFiles at={`${at}/${subject}`} of={title} /></span></Cell>
        </Row>
      ))}
    </Table>
  )
}
