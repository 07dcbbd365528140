import { asksForTask } from '#app/domain/meetings/tasks.ts'
import type { TaskKind } from '#app/domain/meetings/tasks.ts'
import { formatDay } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TaskFields } from '#app/ui/tasks/task-fields.tsx'
import { TaskList } from '#app/ui/tasks/task-line.tsx'
import type { TaskLine } from '#app/ui/tasks/task-line.tsx'

type Draft = { values: { kind: TaskKind; title: string; owner: string; dueDay: string; organisation: string }; bodies: readonly { id: string; name: string }[]; owners: readonly string[]; dueHint?: string | undefined }
type TasksFromWordsProps = { excerpt: { id: string; kind: string }; tasks: readonly TaskLine[]; draft: Draft | undefined; base: string; today: Day }

/** What the words ask somebody to do: noted in one step, with everything filled in that is known. */
export function TasksFromWords({ excerpt, tasks, draft, base, today }: TasksFromWordsProps) {
  if (tasks.length === 0 && !draft) return null
  const likely = asksForTask(excerpt.kind) && tasks.length === 0
  return (
    <Section id="tasks" title="To be done" aside={tasks.length === 0 ? undefined : `${tasks.length}`}>
      {tasks.length > 0 && <TaskList label="Tasks out of these words" tasks={tasks} base={base} today={today} />}
      {draft && (
        <Disclosure words={likely ? `Make this ${excerpt.kind} a task` : 'Make a task out of it'} open={likely}>
          <Form action={`${base}/tasks/new`} hidden={{ excerpt: excerpt.id }}>
            <TaskFields values={draft.values} bodies={draft.bodies} owners={draft.owners} dueHint={draft.dueHint && `${formatDay(draft.values.dueDay)}: ${draft.dueHint}`} />
            <Button>Note the task</Button>
          </Form>
        </Disclosure>
      )}
    </Section>
  )
}
