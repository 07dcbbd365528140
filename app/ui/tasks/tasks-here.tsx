import type { Day } from '#app/domain/time.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TaskList } from '#app/ui/tasks/task-line.tsx'
import type { TaskLine } from '#app/ui/tasks/task-line.tsx'

type Here = { base: string; today: Day }

/** What came out of this meeting to be done. */
export function TasksOut({ base, today, tasks, id, canWrite }: Here & { tasks: readonly TaskLine[]; id: string; canWrite: boolean }) {
  return (
    <Section id="tasks" title="Tasks out of it">
      {tasks.length > 0 && <TaskList label="Tasks out of this meeting" tasks={tasks} base={base} today={today} />}
      {tasks.length === 0 && <p className="soft">Nothing to be done is noted yet. A sentence that promises, decides or asks becomes a task on its own page.</p>}
      {canWrite && <div className="line acts"><ButtonLink href={`${base}/tasks/new?engagement=${id}`} icon="plus">Note a task</ButtonLink></div>}
    </Section>
  )
}

/** A part of the brief: what earlier meetings with the same counterpart left open. */
export function TasksCarried({ base, today, carried }: Here & { carried: readonly TaskLine[] }) {
  if (carried.length === 0) return null
  return (
    <Section id="carried" title="To take up here" aside="open from earlier meetings with them">
      <TaskList label="Open tasks to take up here" tasks={carried} base={base} today={today} from />
    </Section>
  )
}
