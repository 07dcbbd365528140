import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { backTo } from '#app/http/back.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RenumberInput } from '#app/operations/outline.input.ts'
import { renumberSections } from '#app/operations/outline.server.ts'

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RenumberInput)
  if (!form.ok) throw refuse('bad-request')
  const document = idOf(params, 'document')
  const outcome = await renumberSections(scope, document, form.value)
  if (outcome.done) return goTo(backTo(request, inside(scope, `/documents/${document}`)), outcome.actId)
  if (outcome.because === 'right-already') throw refuse('stale', { title: 'These numbers count on already.', next: 'Nothing was changed.' })
  throw refuse(outcome.because)
})
