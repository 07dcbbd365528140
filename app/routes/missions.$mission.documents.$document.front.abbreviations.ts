import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { AbbreviationInput } from '#app/operations/figures.input.ts'
import { sayAbbreviation } from '#app/operations/figures.server.ts'

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, AbbreviationInput)
  if (!form.ok) throw refuse('bad-request', { title: 'This could not be saved.', next: Object.values(form.problem.errors).join('. ') })
  const document = idOf(params, 'document')
  const outcome = await sayAbbreviation(scope, document, form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${document}/front`), outcome.actId)
  throw refuse(outcome.because, outcome.because === 'stale' ? { title: 'Nothing was changed.', next: 'Write what the abbreviation stands for, then save it.' } : {})
})
