import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { backTo } from '#app/http/back.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { SettleMailInput } from '#app/operations/review.input.ts'
import { settleMail } from '#app/operations/review.server.ts'

export const action = inMission('answer.record', async (scope, { request, params }) => {
  const id = params['mail'] ?? ''
  const form = await readForm(request, SettleMailInput)
  if (!isId(id) || !form.ok) throw refuse('bad-request')
  const outcome = await settleMail(scope, id, form.value)
  if (outcome.done) return goTo(backTo(request, inside(scope, '/invitations/review')), outcome.actId)
  throw refuse(outcome.because)
})
