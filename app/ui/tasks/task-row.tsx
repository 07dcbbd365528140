import { standingOfTask } from '#app/domain/meetings/tasks.ts'
import type { Day } from '#app/domain/time.ts'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Cell, Row, RowHead } from '#app/ui/kit/table.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import type { MeetingTime } from '#app/ui/meetings/when.tsx'
import { dueWords, hrefOfTask } from '#app/ui/tasks/task-line.tsx'
import type { TaskLine } from '#app/ui/tasks/task-line.tsx'
import { TaskMark } from '#app/ui/tasks/task-mark.tsx'

export type NextFace = { id: string; title: string } & MeetingTime
type TaskRowProps = { task: TaskLine & { revision: number; part: string; next?: NextFace | undefined }; base: string; today: Day; canEdit: boolean }

export const TASK_HEADS = [{ label: 'Task' }, { label: 'Owner' }, { label: 'Due' }, { label: 'Comes up again' }, { label: 'State' }, { label: 'Settle', hidden: true }]

/** A task in the list: what and out of what, by whom, until when, where it is taken up again. */
export function TaskTableRow({ task, base, today, canEdit }: TaskRowProps) {
  const standing = standingOfTask({ status: task.status, dueDay: task.due_day }, today)
  const due = dueWords(task)
  return (
    <Row state={standing === 'late' ? 'attention' : undefined}>
      <RowHead>
        <a href={hrefOfTask(base, task)}>{task.title}</a>{task.sample === 1 && <> <SampleMark /></>}
        <span className="under small soft">{task.kind === 'work-plan' ? `work plan${task.part === '' ? '' : `, ${task.part}`}` : task.kind}{task.organisation !== null && <> · {task.organisation}</>}{task.engagement_id !== null && <> · from <a href={`${base}/engagements/${task.engagement_id}#tasks`}>{task.meeting}</a></>}</span>
      </RowHead>
      <Cell label="Owner">{task.owner || (task.status === 'open' ? <LintMark severity="warning">no owner</LintMark> : <span className="soft">none</span>)}</Cell>
      <Cell label="Due">{due ?? <span className="soft">no date</span>}</Cell>
      <Cell label="Comes up again">{task.next && <><a href={`${base}/engagements/${task.next.id}#carried`}>{task.next.title}</a><span className="under small"><MeetingWhen meeting={task.next} /></span></>}</Cell>
      <Cell label="State"><TaskMark standing={standing} /></Cell>
      <Cell label="Settle">{canEdit && task.kind !== 'reply' && task.status === 'open' && <ActionButton tight action={`${base}/tasks/${task.id}/status`} hidden={{ status: 'done', revision: task.revision }}>Done<span className="vh">: {task.title}</span></ActionButton>}</Cell>
    </Row>
  )
}
