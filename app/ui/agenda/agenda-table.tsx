import type { ReactNode } from 'react'
import { Icon } from '#app/ui/kit/icon.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import type { SeverityWord } from '#app/ui/kit/lint-mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import type { Head } from '#app/ui/kit/table.tsx'

export type AgendaRemark = { severity: SeverityWord; words: string }

/** One item, written out. `was` is what is stored where the page shows a change that is not applied yet. */
export type AgendaRow = {
  id: string
  kind: string
  time: string
  datetime: string
  minutes: string
  title: string
  otherTitle: string
  otherLanguage: string
  people: string[]
  remarks: AgendaRemark[]
  sample: boolean
  was: { time: string; minutes: string } | null
}

type AgendaTableProps = {
  caption: ReactNode
  quiet?: boolean
  /** The address of the agenda; where it stands, items can be edited and moved. */
  edit?: string
  rows: readonly AgendaRow[]
  /** The form of one row stands under it. */
  panelUnder?: string
  panel?: ReactNode
}

const HEADS: Head[] = [{ label: 'No.', num: true }, { label: 'Time' }, { label: 'Min', num: true }, { label: 'Item' }, { label: 'People' }, { label: 'Remarks' }]
const HEADS_TO_EDIT: Head[] = [...HEADS, { label: 'Change', hidden: true }]
/** The form that the Earlier and Later buttons of all rows belong to. */
export const ORDER_FORM = 'order'

/** The timetable of an engagement, as `design/agenda-builder.html`. */
export function AgendaTable({ caption, quiet, edit, rows, panelUnder, panel }: AgendaTableProps) {
  return (
    <div className="sec" data-agenda={edit}>
      {edit !== undefined && <form id={ORDER_FORM} method="post" action={`${edit}/order`} />}
      <Table caption={caption} quiet={quiet} fold heads={edit === undefined ? HEADS : HEADS_TO_EDIT}>
        {rows.map((row, at) => (
          <ItemRow key={row.id} row={row} no={at + 1} last={at + 1 === rows.length} edit={edit} panel={panelUnder === row.id ? panel : undefined} />
        ))}
      </Table>
      {panelUnder === '' && panel}
    </div>
  )
}

type ItemRowProps = { row: AgendaRow; no: number; last: boolean; edit: string | undefined; panel: ReactNode }

function ItemRow({ row, no, last, edit, panel }: ItemRowProps) {
  return (
    <>
      <Row id={`item-${row.id}`} state={row.was ? 'moved' : undefined}>
        <Cell num no>{no}</Cell>
        <Cell at>{row.was && <span className="vh">now </span>}<Now row={row}><time dateTime={row.datetime}>{row.time}</time></Now>
          {row.was && <><br /><span className="vh">was </span><del><time>{row.was.time}</time></del></>}</Cell>
        <Cell num label="Minutes">{row.minutes}{row.was && row.was.minutes !== row.minutes && <> <del>{row.was.minutes}</del></>}</Cell>
        <RowHead>
          {edit === undefined ? row.title : <a href={`${edit}/items/${row.id}#panel`}>{row.title}</a>}
          {row.sample && <> <SampleMark /></>}
          {row.otherTitle !== '' && <div className="small soft" lang={row.otherLanguage || undefined}>{row.otherTitle}</div>}
        </RowHead>
        <Cell label="People">{row.people.join('; ')}</Cell>
        <Cell label={row.remarks.length > 0 ? 'Remarks' : undefined}>{row.remarks.map((remark) => <div key={remark.words}><LintMark severity={remark.severity}>{remark.words}</LintMark></div>)}</Cell>
        {edit !== undefined && <td role="cell" className="fit acts"><Steps row={row} first={no === 1} last={last} /></td>}
      </Row>
      {panel !== undefined && <tr role="row"><td role="cell" colSpan={edit === undefined ? 6 : 7} className="panel">{panel}</td></tr>}
    </>
  )
}

function Now({ row, children }: { row: AgendaRow; children: ReactNode }) {
  return row.was ? <ins>{children}</ins> : <>{children}</>
}

/** Earlier and later by button: what dragging does. */
function Steps({ row, first, last }: { row: AgendaRow; first: boolean; last: boolean }) {
  return (
    <div className="line steps">
      {!first && <button className="btn tight quiet" form={ORDER_FORM} name="earlier" value={row.id} aria-label={`Earlier: ${row.title}`}><Icon name="up" /></button>}
      {!last && <button className="btn tight quiet" form={ORDER_FORM} name="later" value={row.id} aria-label={`Later: ${row.title}`}><Icon name="down" /></button>}
    </div>
  )
}
