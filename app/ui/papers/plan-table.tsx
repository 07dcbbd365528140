import { standingOfTask } from '#app/domain/meetings/tasks.ts'
import { monthsOf } from '#app/domain/papers/outline.ts'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Scroll } from '#app/ui/kit/scroll.tsx'
import { TaskMark } from '#app/ui/tasks/task-mark.tsx'

type PlanLine = { id: string; part: string; title: string; owner: string; months: readonly string[]; sample_fields: string; status: string }

/** The work plan as printed: parts, activities, months, owners. An empty cell stays empty. */
export function PlanTable({ lines, base }: { lines: readonly PlanLine[]; base: string }) {
  const months = monthsOf(lines)
  const parts = [...new Set(lines.map((line) => line.part))]
  return (
    <Scroll label="Work plan by month">
      <table className="plan">
        <caption className="vh">Work plan by month</caption>
        <thead>
          <tr><th scope="col">Activity</th>{months.map((month) => <th key={month} scope="col" className="month">{month}</th>)}<th scope="col">Owner as printed</th></tr>
        </thead>
        {parts.map((part) => (
          <tbody key={part}>
            {part !== '' && <tr><th scope="rowgroup" colSpan={months.length + 2}>{part}</th></tr>}
            {lines.filter((line) => line.part === part).map((line) => <PlanRow key={line.id} line={line} months={months} base={base} />)}
          </tbody>
        ))}
      </table>
    </Scroll>
  )
}

function PlanRow({ line, months, base }: { line: PlanLine; months: readonly string[]; base: string }) {
  return (
    <tr>
      <td><a href={`${base}/tasks/${line.id}`}>{line.title}</a> {line.status !== 'open' && <TaskMark standing={standingOfTask({ status: line.status, dueDay: null }, '')} />} {line.sample_fields !== '[]' && <SampleMark />}</td>
      {months.map((month) => <td key={month} className="month">{line.months.includes(month) && <span className="on"><span className="vh">yes</span></span>}</td>)}
      <td>{line.owner || <span className="soft">none printed</span>}</td>
    </tr>
  )
}
