import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { PublicationInput } from '#app/operations/published.input.ts'
import { withdrawPublished } from '#app/operations/published.server.ts'

export const action = inMission('paper.issue', async (scope, { request }) => {
  const form = await readForm(request, PublicationInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await withdrawPublished(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/published'), outcome.actId)
  throw refuse(outcome.because)
})
