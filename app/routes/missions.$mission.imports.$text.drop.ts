import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DropImportInput } from '#app/operations/imports.input.ts'
import { dropImport } from '#app/operations/imports.server.ts'

export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, DropImportInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await dropImport(scope, idOf(params, 'text'), form.value)
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, '/imports'), outcome.actId)
})
