import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { PlaceFindingInput } from '#app/operations/outline.input.ts'
import { placeFinding } from '#app/operations/outline.server.ts'

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, PlaceFindingInput)
  if (!form.ok) throw refuse('bad-request')
  const [document, node] = [idOf(params, 'document'), idOf(params, 'node')]
  const outcome = await placeFinding(scope, document, node, form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${document}/sections/${node}#findings`), outcome.actId)
  if (outcome.because === 'there-already') throw refuse('stale', { title: 'This finding stands here already.', next: 'Nothing was changed.' })
  throw refuse(outcome.because)
})
