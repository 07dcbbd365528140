import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { undoDispatch } from '#app/operations/invitations.server.ts'

export const action = inMission('invitation.send', async (scope, { app, params }) => {
  const id = params['dispatch'] ?? ''
  const outcome = await undoDispatch(scope, id)
  app.wakeDrain()
  if (outcome.done) return goTo(inside(scope, `/invitations/dispatches/${id}`), outcome.actId)
  if (outcome.because === 'left') throw refuse('stale', { title: 'It is too late to take this back: a message has left.', next: 'Change the meeting back and send again; people then get a correction.' })
  if (outcome.because === 'stale') throw refuse('stale', { title: 'Somebody answered one of these meanwhile, so nothing was taken back.', next: 'Change the meeting back and send again.' })
  throw refuse('gone')
})
