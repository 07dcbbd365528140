import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { UnlinkInput } from '#app/operations/evidence.input.ts'
import { unlinkExcerpt } from '#app/operations/evidence.server.ts'

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, UnlinkInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await unlinkExcerpt(scope, form.value)
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, `/evidence/${params.excerpt}`), outcome.actId)
})
