import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDay } from '#app/domain/time.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { draftTask } from '#app/http/task-drafts.server.ts'
import { NewTaskInput } from '#app/operations/tasks.input.ts'
import { createTask } from '#app/operations/tasks.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TaskFields } from '#app/ui/tasks/task-fields.tsx'

export const meta: MetaFunction = () => [{ title: 'Note a task · Caravan' }]

export const loader = inMission('evidence.edit', async (scope, { url }) => {
  const draft = await draftTask(scope, { excerptId: idIn(url, 'excerpt'), engagementId: idIn(url, 'engagement') })
  if (!draft) throw refuse('gone')
  return { base: inside(scope), ...draft }
})

export const action = inMission('evidence.edit', async (scope, { request }) => {
  const form = await readForm(request, NewTaskInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await createTask(scope, form.value)
  if (outcome.done) return goTo(inside(scope, `/tasks/${outcome.taskId}`), outcome.actId)
  if (outcome.because === 'no-such-body') return problemWith(form.typed, { organisation: 'This body was not at the meeting: choose another' })
  throw refuse(outcome.because)
})

export default function NewTask() {
  const { base, values, bodies, owners, dueHint, excerpt, engagement } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const back = excerpt ? `${base}/evidence/${excerpt.id}` : engagement ? `${base}/engagements/${engagement.id}#tasks` : `${base}/tasks`
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/tasks`}>Tasks</a>} title="Note a task" lead={excerpt ? <>Out of “{excerpt.words}”</> : engagement ? <>Out of <a href={back}>{engagement.title}</a></> : undefined} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ excerpt: excerpt?.id, engagement: engagement?.id }} data-keep="task">
        <TaskFields problem={problem} values={values} bodies={bodies} owners={owners} dueHint={dueHint && `${formatDay(values.dueDay)}: ${dueHint}`} />
        <div className="line"><Button kind="primary">Note the task</Button><ButtonLink href={back}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
