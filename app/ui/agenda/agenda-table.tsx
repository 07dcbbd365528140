import type { ReactNode } from 'react'
import { datetimeOf, formatMinute, formatRange } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'
import { Remark } from '#app/ui/agenda/remark.tsx'
import { Details } from '#app/ui/agenda/details.tsx'
import type { AgendaRow } from '#app/ui/agenda/view.ts'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Table } from '#app/ui/kit/table.tsx'
import type { Head } from '#app/ui/kit/table.tsx'

type AgendaTableProps = {
  caption: ReactNode
  quiet?: boolean
  /** The address of the agenda; where it stands, items can be edited and moved. */
  edit?: string | undefined
  rows: readonly AgendaRow[]
  /** What the person sees, for those who move an item. */
  stamp: string
  day: Day
  offsetMinutes: number
  /** The form of one row stands under it; '' is the end of the table. */
  panelUnder?: string | undefined
  panel?: ReactNode
}

const HEADS: Head[] = [{ label: 'No.', num: true }, { label: 'Time' }, { label: 'Min', num: true }, { label: 'Item' }, { label: 'People' }, { label: 'Remarks' }]
const HEADS_TO_MOVE: Head[] = [...HEADS, { label: 'Move', hidden: true }]
/** The timetable of an engagement, as `design/agenda-builder.html`. While the form of a row is open, nothing moves. */
export function AgendaTable({ caption, quiet, edit, rows, stamp, day, offsetMinutes, panelUnder, panel }: AgendaTableProps) {
  const suffix = datetimeOf(day, 0, offsetMinutes).slice(16)
  const moves = edit !== undefined && panel === undefined
  const table = rows.length > 0 && (
    <Table caption={caption} quiet={quiet} fold heads={moves ? HEADS_TO_MOVE : HEADS}>
      {rows.map((row, at) => itemRow({ row, no: at + 1, last: at + 1 === rows.length, edit, moves, day, suffix, panel: panelUnder === row.id ? panel : undefined }))}
    </Table>
  )
  return (
    <div className="sec agenda">
      {moves ? <form method="post" action={`${edit}/steps`} data-agenda={edit}><input type="hidden" name="seen" value={stamp} />{table}</form> : table}
      {panelUnder === '' && <div className="panel" id="panel">{panel}</div>}
    </div>
  )
}

type ItemRowProps = { row: AgendaRow; no: number; last: boolean; edit: string | undefined; moves: boolean; day: Day; suffix: string; panel: ReactNode }

/** A function, not a component: a page of many rows is rendered without an element for each part of them. */
function itemRow({ row, no, last, edit, moves, day, suffix, panel }: ItemRowProps): ReactNode {
  const { id, title, was, other } = row
  const name = edit === undefined ? title : <a href={`${edit}/items/${id}#panel`}>{title}</a>
  const time = <time dateTime={`${day}T${formatMinute(row.start)}${suffix}`}>{formatRange(row.start, row.end)}</time>
  const tr = (
    <tr key={id} role="row" id={`item-${id}`} data-s={was && 'moved'}>
      <td role="cell" className="num no">{no}</td>
      <td role="cell" className="at">{was ? <><span className="vh">now </span><ins>{time}</ins><br /><span className="vh">was </span><del>{formatRange(was.start, was.end)}</del></> : time}</td>
      <td role="cell" className="num" data-label="Minutes">{minutes(row)}{was && minutes(was) !== minutes(row) && <> <del>{minutes(was)}</del></>}</td>
      <th scope="row" role="rowheader">
        {other ? <span className="two"><span>{name}</span><span lang={other.language || undefined}>{other.title}</span></span> : name}
        <small>{row.kind}{row.track && <> · {row.track}</>}{row.sample && <> <SampleMark /></>}</small>
        <Details lines={row.details} />
      </th>
      <td role="cell" data-label="People">{row.people}</td>
      <td role="cell">{row.remarks?.map((remark) => <Remark key={remark.words} remark={remark} />)}</td>
      {moves && (
        <td role="cell" className="fit acts steps">
          <button className="btn tight quiet" name="earlier" value={id} aria-label={`Earlier: ${title}`} disabled={no === 1} />
          <button className="btn tight quiet" name="later" value={id} aria-label={`Later: ${title}`} disabled={last} />
        </td>
      )}
    </tr>
  )
  if (panel === undefined) return tr
  return [tr, <tr key={`${id}-panel`} role="row" id="panel"><td role="cell" colSpan={6} className="panel">{panel}</td></tr>]
}

function minutes({ start, end }: { start: Minute; end: Minute | null }): string {
  return end === null ? 'open' : String(end - start)
}
