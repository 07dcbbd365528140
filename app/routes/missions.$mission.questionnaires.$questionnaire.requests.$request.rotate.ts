import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { loadRequest } from '#app/http/questionnaires.server.ts'
import { RequestRevisionInput } from '#app/operations/questionnaire-requests.input.ts'
import { rotateRequest } from '#app/operations/questionnaire-requests.server.ts'

export const action = inMission('invitation.send', async (scope, { request, params }) => {
  const found = await loadRequest(scope, params)
  const form = await readForm(request, RequestRevisionInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await rotateRequest(scope, found.id, form.value)
  if (!outcome.done) throw refuse(outcome.because === 'gone' ? 'gone' : 'stale')
  return goTo(inside(scope, `/questionnaires/${found.document_id}/requests/${found.id}`), outcome.actId)
})
