import { goTo, refuse } from '#app/http/answers.server.ts'
import { backTo } from '#app/http/back.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { pauseMail } from '#app/operations/mail.server.ts'

export const action = inMission('invitation.send', async (scope, { app, request }) => {
  const outcome = await pauseMail(scope)
  if (!outcome.done) throw refuse(outcome.because)
  app.wakeDrain()
  return goTo(backTo(request, inside(scope, '/mail')), outcome.actId)
})
