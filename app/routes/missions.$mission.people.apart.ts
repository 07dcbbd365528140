import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { KeepApartInput } from '#app/operations/directory.input.ts'
import { keepApart } from '#app/operations/merges.server.ts'

export const action = inMission('directory.edit', async (scope, { request }) => {
  const form = await readForm(request, KeepApartInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await keepApart(scope, 'person', form.value)
  if (outcome.done) return goTo(inside(scope, '/people/duplicates'), outcome.actId)
  throw refuse(outcome.because === 'same' ? 'bad-request' : outcome.because)
})
