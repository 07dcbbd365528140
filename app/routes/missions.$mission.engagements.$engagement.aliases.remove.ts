import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemoveAliasInput } from '#app/operations/engagements.input.ts'
import { removeAlias } from '#app/operations/engagements.server.ts'

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, RemoveAliasInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await removeAlias(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}/aliases`), outcome.actId)
  throw refuse(outcome.because)
})
