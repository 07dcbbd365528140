import type { PaperKind } from '#app/domain/papers/kinds.ts'
import type { PaperSubjectFace } from '#app/ui/papers/subject-table.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { EditionFace } from '#app/ui/papers/edition-list.tsx'

type Line = { kind: PaperKind; count: number; next?: PaperSubjectFace | undefined; last?: EditionFace | undefined }

const HEADS = [{ label: 'Paper' }, { label: 'Draft' }, { label: 'Last edition' }]

/** What each kind of paper is, the draft that is needed next, and what was issued last. */
export function KindTable({ caption, lines, base }: { caption: string; lines: readonly Line[]; base: string }) {
  return (
    <Table caption={caption} quiet fold heads={HEADS}>
      {lines.map(({ kind, count, next, last }) => (
        <Row key={kind.id}>
          <RowHead><a href={count === 1 && next ? `${base}/papers/${kind.id}/${next.subject}` : `${base}/papers/${kind.id}`}>{kind.words}</a><br /><span className="small soft">{kind.told}</span></RowHead>
          <Cell label="Draft">{!next ? <span className="soft">nothing to make it for yet</span> : <><a href={`${base}/papers/${kind.id}/${next.subject}`}>{next.title}<span className="vh">, {kind.words}</span></a>{count > 1 && <><br /><a className="small all" href={`${base}/papers/${kind.id}`}>all {count}<span className="vh"> of {kind.words}</span></a></>}</>}</Cell>
          <Cell label="Last edition">{last ? <><a href={`${base}/papers/editions/${last.id}`}>Edition {last.number}<span className="vh"> of {last.title}</span></a><br /><span className="small soft"><At ms={last.issued_ms} clock={last} />, {last.account_name}</span></> : <span className="soft">none yet</span>}</Cell>
        </Row>
      ))}
    </Table>
  )
}
