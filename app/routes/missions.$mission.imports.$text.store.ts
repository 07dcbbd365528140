import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { intakeOf } from '#app/operations/intake.server.ts'
import { DecideInput } from '#app/operations/imports.input.ts'
import { decideImport, storeImport } from '#app/operations/imports.server.ts'

/** What storing waits for is said on the page of the text, where everything that was chosen and typed is kept. */
export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, DecideInput)
  if (!form.ok) throw refuse('bad-request')
  const id = idOf(params, 'text')
  const outcome = await storeImport(scope, id, form.value, intakeOf(scope.mission))
  if (outcome.done) return goTo(inside(scope, outcome.engagementId === null ? '/grid' : `/engagements/${outcome.engagementId}/agenda`), outcome.actId)
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  if (outcome.because === 'unreadable') throw refuse('stale', { title: 'This text cannot be read any more.', next: 'Paste it once more.' })
  const kept = await decideImport(scope, id, form.value, intakeOf(scope.mission))
  if (!kept.done) throw refuse(kept.because)
  return goTo(inside(scope, `/imports/${id}?wants=${outcome.because}`))
})
