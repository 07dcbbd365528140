import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { StepSectionInput } from '#app/operations/outline.input.ts'
import { stepSection } from '#app/operations/outline.server.ts'

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, StepSectionInput)
  if (!form.ok) throw refuse('bad-request')
  const document = idOf(params, 'document')
  const outcome = await stepSection(scope, document, form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${document}/sections#n-${outcome.moved}`), outcome.actId)
  if (outcome.because === 'at-the-end') throw refuse('stale', { title: 'It cannot go further that way.', next: 'Nothing was changed.' })
  if (outcome.because === 'too-deep') throw refuse('bad-request', { title: 'Sections go six levels deep at most.', next: 'Nothing was changed.' })
  throw refuse(outcome.because)
})
