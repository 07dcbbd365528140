import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { intakeOf } from '#app/operations/intake.server.ts'
import { DecideInput } from '#app/operations/imports.input.ts'
import { decideImport } from '#app/operations/imports.server.ts'

export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, DecideInput)
  if (!form.ok) throw refuse('bad-request')
  const id = idOf(params, 'text')
  const outcome = await decideImport(scope, id, form.value, intakeOf(scope.mission))
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, `/imports/${id}${rowIn(form.typed['at'])}`))
})

/** The row whose button was pressed, so that the page opens there again. */
function rowIn(at: string | string[] | undefined): string {
  return typeof at === 'string' && /^row-[\w-]{1,40}$/.test(at) ? `#${at}` : ''
}
