import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { FigureInput } from '#app/operations/figures.input.ts'
import { removeFigure } from '#app/operations/figures.server.ts'

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, FigureInput)
  if (!form.ok) throw refuse('bad-request')
  const document = idOf(params, 'document')
  const outcome = await removeFigure(scope, document, idOf(params, 'figure'), form.value)
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, `/documents/${document}/figures`), outcome.actId)
})
