import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemoveDimensionInput } from '#app/operations/readiness.input.ts'
import { removeDimension } from '#app/operations/readiness.server.ts'

export const action = inMission('rating.change', async (scope, { request }) => {
  const form = await readForm(request, RemoveDimensionInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await removeDimension(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/readiness/dimensions'), outcome.actId)
  if (outcome.because === 'used') throw refuse('stale', { title: 'This dimension is in use.', next: 'Findings or levels stand under it. Rename it, or take the findings from it first; levels are never thrown away.' })
  throw refuse(outcome.because)
})
