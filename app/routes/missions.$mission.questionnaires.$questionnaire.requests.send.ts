import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { ChosenRequestsInput } from '#app/operations/questionnaire-requests.input.ts'
import { sendRequests } from '#app/operations/questionnaire-requests.server.ts'

const NOBODY = { title: 'There is nobody to write to.', next: 'What was shown has changed meanwhile, or no address is known. Go back and look.' }

export const action = inMission('invitation.send', async (scope, { app, request, params }) => {
  const form = await readForm(request, ChosenRequestsInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await sendRequests(scope, params.questionnaire ?? '', form.value, app.config.mailFrom)
  if (!outcome.done) throw outcome.because === 'none' ? refuse('stale', NOBODY) : refuse(outcome.because)
  app.wakeDrain()
  return goTo(inside(scope, `/questionnaires/${params.questionnaire}/requests`), outcome.actId)
})
