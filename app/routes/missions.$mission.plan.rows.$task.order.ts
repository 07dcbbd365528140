import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { MovePlanRowInput } from '#app/operations/plan.input.ts'
import { movePlanRow } from '#app/operations/plan.server.ts'

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, MovePlanRowInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await movePlanRow(scope, params.task ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/plan/rows/${params.task}`), outcome.actId)
  if (outcome.because === 'at-the-end') throw refuse('stale', { title: 'It stands at that end of the plan already.', next: 'Nothing was changed.' })
  throw refuse(outcome.because)
})
