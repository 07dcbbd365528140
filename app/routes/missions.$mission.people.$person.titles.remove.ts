import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemoveTitleInput } from '#app/operations/directory.input.ts'
import { removeTitle } from '#app/operations/people.server.ts'

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const personId = params['person'] ?? ''
  const form = await readForm(request, RemoveTitleInput)
  if (!form.ok || !isId(personId)) throw refuse('bad-request')
  const outcome = await removeTitle(scope, personId, form.value)
  if (outcome.done) return goTo(inside(scope, `/people/${personId}/titles`), outcome.actId)
  throw refuse(outcome.because)
})
