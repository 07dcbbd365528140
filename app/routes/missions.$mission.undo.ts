import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { backTo, pastGone } from '#app/http/back.server.ts'
import { undo } from '#app/operations/history.server.ts'

export const action = inMission('history.undo', async (scope, { request }) => {
  const form = await request.formData()
  const actId = String(form.get('act') ?? '')
  const outcome = isId(actId) ? await undo(scope, actId) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(pastGone(backTo(request, inside(scope)), outcome.gone), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'not-allowed') throw refuse('not-allowed')
  if (outcome.because === 'not-undoable') throw refuse('stale', { title: 'This cannot be taken back.', next: 'Change it again by hand; the history keeps both.' })
  throw refuse('stale', { title: 'Something newer stands on top of this.', next: 'Undo the newer change first, or change it again by hand. Both stand in the history.' })
})
