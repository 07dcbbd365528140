import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { ReorderStopInput } from '#app/operations/stops.input.ts'
import { reorderStops } from '#app/operations/stops.server.ts'

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const form = await readForm(request, ReorderStopInput)
  if (!form.ok) throw refuse('bad-request')
  const id = params.stop ?? ''
  const outcome = await reorderStops(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/stops/${id}`), outcome.actId)
  if (outcome.because === 'at-the-end') throw refuse('stale', { title: 'It stands at that end of the route already.', next: 'Nothing was changed.' })
  throw refuse(outcome.because)
})
