import { standingOfTask } from '#app/domain/meetings/tasks.ts'
import { formatDay } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import { ListRow, List } from '#app/ui/kit/list.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { TaskMark } from '#app/ui/tasks/task-mark.tsx'

export type TaskLine = {
  id: string; kind: string; title: string; owner: string; due_day: Day | null; status: string; months: string; sample: number; engagement_id: string | null; meeting: string | null; organisation: string | null
}

/** Where a task leads: a reply is decided on its own page. */
export function hrefOfTask(base: string, { id, kind }: Pick<TaskLine, 'id' | 'kind'>): string {
  return kind === 'reply' ? `${base}/invitations/review` : `${base}/tasks/${id}`
}

/** “due Mon 10 Feb 2020”; the months of a plan where a row has no day. */
export function dueWords({ due_day, months }: Pick<TaskLine, 'due_day' | 'months'>): string | undefined {
  if (due_day !== null) return formatDay(due_day)
  const planned = JSON.parse(months) as string[]
  return planned.length > 0 ? planned.join(', ') : undefined
}

type TaskListProps = { label: string; tasks: readonly TaskLine[]; base: string; today: Day; from?: boolean }

/** Tasks one under the other: what, by whom, until when; `from` names the meeting each comes out of. */
export function TaskList({ label, tasks, base, today, from }: TaskListProps) {
  return (
    <List label={label}>
      {tasks.map((task) => {
        const due = dueWords(task)
        const words = [task.kind, task.organisation, task.owner || 'no owner yet', due ? `due ${due}` : 'no date']
        return (
          <ListRow key={task.id} mark={<TaskMark standing={standingOfTask({ status: task.status, dueDay: task.due_day }, today)} />}
            under={<>{words.filter(Boolean).join(' · ')}{from && task.engagement_id !== null && <> · from <a href={`${base}/engagements/${task.engagement_id}#tasks`}>{task.meeting}</a></>}</>}>
            <a href={hrefOfTask(base, task)}>{task.title}</a>{task.sample === 1 && <> <SampleMark /></>}
          </ListRow>
        )
      })}
    </List>
  )
}
