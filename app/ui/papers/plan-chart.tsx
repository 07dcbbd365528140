import { shifted, switched } from '#app/domain/papers/plan.ts'
import type { PlanMonth } from '#app/domain/papers/plan.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { Hidden } from '#app/ui/kit/form.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Scroll } from '#app/ui/kit/scroll.tsx'
import { TaskMark } from '#app/ui/tasks/task-mark.tsx'

export type ChartRow = { id: string; part: string; title: string; owner: string; months: readonly string[]; status: string; late: boolean; outside: readonly string[]; sample: boolean; sourceLine: number | null; revision: number }

type ChartProps = { rows: readonly ChartRow[]; columns: readonly PlanMonth[]; load: readonly number[]; base: string; canEdit: boolean }

/** Activities by part and month. Each month of a row is a button that switches it; the script lets the bar be dragged and moved by arrow keys. */
export function PlanChart({ rows, columns, load, base, canEdit }: ChartProps) {
  const parts = [...new Set(rows.map((row) => row.part))]
  return (
    <Scroll label="Work plan by month">
      <table className="gantt" data-plan={canEdit ? columns.map(({ name }) => name).join(',') : undefined}>
        <caption className="vh">Work plan by month</caption>
        <thead><tr><th scope="col">Activity and owner</th>{columns.map(({ name, year }) => <th key={name} scope="col" className="month">{name}{year !== null && <span className="under small soft">{year}</span>}</th>)}</tr></thead>
        {parts.map((part) => (
          <tbody key={part}>
            {part !== '' && <tr><th scope="rowgroup" colSpan={columns.length + 1}>{part}</th></tr>}
            {rows.filter((row) => row.part === part).map((row) => <ChartLine key={row.id} row={row} columns={columns} base={base} canEdit={canEdit} />)}
          </tbody>
        ))}
        <tfoot><tr><th scope="row">Active rows</th>{load.map((n, at) => <td key={columns[at]?.name} className="month" data-empty={n === 0 || undefined}>{n}</td>)}</tr></tfoot>
      </table>
    </Scroll>
  )
}

type LineProps = { row: ChartRow; base: string; columns: readonly PlanMonth[]; canEdit: boolean }

function ChartLine({ row, columns, base, canEdit }: LineProps) {
  const form = `months-${row.id}`
  return (
    <tr id={`row-${row.id}`} data-s={row.status === 'open' ? undefined : row.status}>
      <th scope="row">
        <a href={canEdit ? `${base}/plan/rows/${row.id}` : `${base}/tasks/${row.id}`}>{row.title}</a>{' '}
        {(row.late || row.status !== 'open') && <TaskMark standing={row.late ? 'late' : row.status === 'done' ? 'done' : 'dropped'} />}{row.sample && <SampleMark />}
        <span className="under small">{row.owner || <Mark icon="warning" state="warning">no owner</Mark>}{row.outside.length > 0 && <span className="soft"> · also {row.outside.join(', ')}</span>}{row.sourceLine !== null && <span className="soft"> · deck, line {row.sourceLine}</span>}</span>
        {canEdit && <Shifts row={row} columns={columns} form={form} action={`${base}/plan/rows/${row.id}/months`} />}
      </th>
      {columns.map((month, at) => <td key={month.name} className="month">{canEdit ? <MonthButton row={row} month={month} columns={columns} form={form} /> : row.months.includes(month.name) && <span className="on" data-first={isFirst(row, columns, at)}><span className="vh">yes</span></span>}</td>)}
    </tr>
  )
}

function MonthButton({ row, month, columns, form }: { row: ChartRow; month: PlanMonth; columns: readonly PlanMonth[]; form: string }) {
  const on = row.months.includes(month.name)
  return (
    <button type="submit" form={form} name="months" value={switched(row.months, month.name, columns).join(',')} aria-pressed={on} data-month={month.name} className={on ? 'cell on' : 'cell'}>
      <span className="vh">{row.title}: {month.name}</span>
    </button>
  )
}

function isFirst(row: ChartRow, columns: readonly PlanMonth[], at: number): true | undefined {
  return row.months.includes(columns[at - 1]?.name ?? '') ? undefined : true
}

/** The bar a month earlier or later, for those who do not drag. */
function Shifts({ row, columns, form, action }: { row: ChartRow; columns: readonly PlanMonth[]; form: string; action: string }) {
  const [earlier, later] = [shifted(row.months, -1, columns), shifted(row.months, 1, columns)]
  return (
    <form id={form} method="post" action={action} className="shifts">
      <Hidden values={{ revision: row.revision }} />
      {earlier && <Button tight kind="quiet" name="months" value={earlier.join(',')} aria-label={`${row.title}: a month earlier`}>← earlier</Button>}
      {later && <Button tight kind="quiet" name="months" value={later.join(',')} aria-label={`${row.title}: a month later`}>later →</Button>}
    </form>
  )
}
