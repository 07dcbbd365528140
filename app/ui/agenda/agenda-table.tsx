import type { ReactNode } from 'react'
import { datetimeOf, formatMinute, formatRange } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'
import type { AgendaRow } from '#app/ui/agenda/view.ts'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
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
const HEADS_TO_EDIT: Head[] = [...HEADS, { label: 'Move', hidden: true }]
/** The form that the Earlier and Later buttons of all rows belong to. */
const STEPS = 'steps'

/** The timetable of an engagement, as `design/agenda-builder.html`. */
export function AgendaTable({ caption, quiet, edit, rows, stamp, day, offsetMinutes, panelUnder, panel }: AgendaTableProps) {
  const suffix = datetimeOf(day, 0, offsetMinutes).slice(16)
  return (
    <div className="sec agenda" data-agenda={edit} data-seen={edit && stamp}>
      {edit !== undefined && <form id={STEPS} hidden method="post" action={`${edit}/steps`}><input type="hidden" name="seen" value={stamp} /></form>}
      <Table caption={caption} quiet={quiet} fold heads={edit === undefined ? HEADS : HEADS_TO_EDIT}>
        {rows.map((row, at) => itemRow({ row, no: at + 1, last: at + 1 === rows.length, edit, day, suffix, panel: panelUnder === row.id ? panel : undefined }))}
      </Table>
      {panelUnder === '' && <div className="panel" id="panel">{panel}</div>}
    </div>
  )
}

type ItemRowProps = { row: AgendaRow; no: number; last: boolean; edit: string | undefined; day: Day; suffix: string; panel: ReactNode }

/** A function, not a component: a page of many rows is rendered without an element for each part of them. */
function itemRow({ row, no, last, edit, day, suffix, panel }: ItemRowProps): ReactNode {
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
        <span className="under small soft">{row.kind}{row.sample && <> <SampleMark /></>}</span>
      </th>
      <td role="cell" data-label="People">{row.people}</td>
      <td role="cell" className="remarks">{row.remarks.map((remark) => <LintMark key={remark.words} severity={remark.severity}>{remark.words}</LintMark>)}</td>
      {edit !== undefined && (
        <td role="cell" className="fit acts steps">
          <button className="btn tight quiet" form={STEPS} name="earlier" value={id} aria-label={`Earlier: ${title}`} disabled={no === 1} />
          <button className="btn tight quiet" form={STEPS} name="later" value={id} aria-label={`Later: ${title}`} disabled={last} />
        </td>
      )}
    </tr>
  )
  if (panel === undefined) return tr
  return [tr, <tr key={`${id}-panel`} role="row" id="panel"><td role="cell" colSpan={edit === undefined ? 6 : 7} className="panel">{panel}</td></tr>]
}

function minutes({ start, end }: { start: Minute; end: Minute | null }): string {
  return end === null ? 'open' : String(end - start)
}
