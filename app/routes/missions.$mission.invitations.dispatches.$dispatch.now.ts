import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { sendNow } from '#app/operations/invitations.server.ts'

export const action = inMission('invitation.send', async (scope, { app, params }) => {
  const id = params['dispatch'] ?? ''
  const outcome = await sendNow(scope, id)
  app.wakeDrain()
  if (outcome.done) return goTo(inside(scope, `/invitations/dispatches/${id}`), outcome.actId)
  throw refuse(outcome.because)
})
