import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { ReorderParticipationInput } from '#app/operations/participations.input.ts'
import { reorderParticipation } from '#app/operations/participations.server.ts'

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, ReorderParticipationInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await reorderParticipation(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}#who`), outcome.actId)
  if (outcome.because === 'at-the-end') throw refuse('stale', { title: 'Nobody stands there to change places with.', next: 'Go back and look at the order as it is now.' })
  throw refuse(outcome.because)
})
