import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { TakeBackInput } from '#app/operations/documents.input.ts'
import { takeHandOutBack } from '#app/operations/hand-outs.server.ts'

export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, TakeBackInput)
  if (!form.ok) throw refuse('bad-request')
  const engagementId = engagementIn(params)
  const outcome = await takeHandOutBack(scope, engagementId, form.value)
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, `/engagements/${engagementId}/hand-outs`), outcome.actId)
})
