import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemoveItemInput } from '#app/operations/agenda.input.ts'
import { removeItem } from '#app/operations/agenda.server.ts'
import { agendaPath } from '#app/ui/agenda/agenda-page.tsx'

export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RemoveItemInput)
  if (!form.ok) throw refuse('bad-request')
  const engagement = idOf(params, 'engagement')
  const outcome = await removeItem(scope, engagement, idOf(params, 'item'), form.value)
  if (outcome.done) return goTo(agendaPath(inside(scope), engagement), outcome.actId)
  if (outcome.because === 'leaves-day') throw refuse('bad-request', { title: 'The agenda would leave its day.', next: 'Remove the item and leave the gap instead.' })
  throw refuse(outcome.because)
})
