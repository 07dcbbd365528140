import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemoveParticipationInput } from '#app/operations/participations.input.ts'
import { removeParticipation } from '#app/operations/participations.server.ts'

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, RemoveParticipationInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await removeParticipation(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}#who`), outcome.actId)
  throw refuse(outcome.because)
})
