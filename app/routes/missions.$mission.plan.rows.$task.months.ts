import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { PlanMonthsInput } from '#app/operations/plan.input.ts'
import { setPlanMonths } from '#app/operations/plan.server.ts'

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, PlanMonthsInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await setPlanMonths(scope, params.task ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/plan#row-${params.task}`), outcome.actId)
  throw refuse(outcome.because)
})
