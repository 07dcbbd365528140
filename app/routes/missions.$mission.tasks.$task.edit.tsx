import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TASK_KINDS } from '#app/domain/meetings/tasks.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { EditTaskInput } from '#app/operations/tasks.input.ts'
import { editTask } from '#app/operations/tasks.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TaskFields } from '#app/ui/tasks/task-fields.tsx'
import { findTask, listBodiesAt, listTaskOwners } from '#db/tasks.server.ts'

export const meta: MetaFunction = () => [{ title: 'Edit a task · Caravan' }]

export const loader = inMission('evidence.edit', async (scope, { params }) => {
  const db = scope.database.read
  const task = await findTask(db, scope.mission.id, params.task ?? '')
  if (!task || task.kind === 'reply') throw refuse('gone')
  const [bodies, owners] = await Promise.all([listBodiesAt(db, scope.mission.id, task.engagement_id === null ? [] : [task.engagement_id]), listTaskOwners(db, scope.mission.id)])
  return {
    here: inside(scope, `/tasks/${task.id}`), revision: task.revision, bodies, owners, fixedKind: task.kind === 'work-plan',
    values: { kind: TASK_KINDS.find((kind) => kind === task.kind), title: task.title, owner: task.owner, dueDay: task.due_day ?? '', organisation: task.organisation_id ?? '', details: task.details },
  }
})

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, EditTaskInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await editTask(scope, params.task ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/tasks/${params.task}`), outcome.actId)
  if (outcome.because === 'no-such-body') return problemWith(form.typed, { organisation: 'This body was not at the meeting: choose another' })
  if (outcome.because === 'stale') return problemWith(form.typed, {}, 'Not saved: somebody else changed this task meanwhile. Your words are kept here; look at theirs in a new tab, then save again.')
  throw refuse(outcome.because === 'gone' ? 'gone' : 'stale', outcome.because === 'gone' ? undefined : { title: 'This is a guest’s reply.', next: 'Decide it where replies are decided.' })
})

export default function EditTask() {
  const { here, revision, ...fields } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title="Edit the task" />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision }}>
        <TaskFields problem={problem} {...fields} />
        <div className="line"><Button kind="primary">Save the task</Button><ButtonLink href={here}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
