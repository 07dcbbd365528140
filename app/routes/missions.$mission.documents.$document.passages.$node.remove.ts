import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemovePassageInput } from '#app/operations/documents.input.ts'
import { removePassage } from '#app/operations/passages.server.ts'

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RemovePassageInput)
  if (!form.ok) throw refuse('bad-request')
  const documentId = idOf(params, 'document')
  const outcome = await removePassage(scope, documentId, idOf(params, 'node'), form.value)
  if (outcome.done) return goTo(inside(scope, `/documents/${documentId}#text`), outcome.actId)
  if (outcome.because === 'marked') throw refuse('stale', { title: 'Words of this passage are marked, or a finding stands at it.', next: 'Go back and take them away first.' })
  throw refuse(outcome.because)
})
