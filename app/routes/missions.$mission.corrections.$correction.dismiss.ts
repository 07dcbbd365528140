import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { backTo } from '#app/http/back.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DismissCorrectionInput } from '#app/operations/corrections.input.ts'
import { dismissCorrection } from '#app/operations/corrections.server.ts'

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const id = params['correction'] ?? ''
  const form = await readForm(request, DismissCorrectionInput)
  if (!isId(id) || !form.ok) throw refuse('bad-request')
  const outcome = await dismissCorrection(scope, id, form.value)
  if (outcome.done) return goTo(backTo(request, inside(scope, '/invitations')), outcome.actId)
  throw refuse(outcome.because)
})
