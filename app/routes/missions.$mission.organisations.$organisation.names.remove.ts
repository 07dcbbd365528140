import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemoveEntryNameInput } from '#app/operations/directory.input.ts'
import { removeOrganisationName } from '#app/operations/organisations.server.ts'

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const id = params['organisation'] ?? ''
  const form = await readForm(request, RemoveEntryNameInput)
  if (!form.ok || !isId(id)) throw refuse('bad-request')
  const outcome = await removeOrganisationName(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/organisations/${id}/names`), outcome.actId)
  throw refuse(outcome.because)
})
