import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { SettleTaskInput } from '#app/operations/tasks.input.ts'
import { settleTask } from '#app/operations/tasks.server.ts'

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, SettleTaskInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await settleTask(scope, params.task ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, form.value.status === 'open' ? `/tasks/${params.task}` : '/tasks'), outcome.actId)
  if (outcome.because === 'settled-elsewhere') throw refuse('stale', { title: 'This is a guest’s reply.', next: 'Decide it where replies are decided.' })
  throw refuse(outcome.because)
})
