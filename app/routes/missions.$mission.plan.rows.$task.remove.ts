import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemovePlanRowInput } from '#app/operations/plan.input.ts'
import { removePlanRow } from '#app/operations/plan.server.ts'

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RemovePlanRowInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await removePlanRow(scope, params.task ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, '/plan'), outcome.actId)
  throw refuse(outcome.because)
})
