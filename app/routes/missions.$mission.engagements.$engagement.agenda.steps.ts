import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { StepItemInput } from '#app/operations/agenda.input.ts'
import { stepItem } from '#app/operations/agenda.server.ts'
import { agendaPath } from '#app/ui/agenda/agenda-page.tsx'

/** One place earlier or later; where that brings a conflict, the page that names it and asks for the reason comes first. */
export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, StepItemInput)
  if (!form.ok) throw refuse('bad-request')
  const engagement = idOf(params, 'engagement')
  const here = agendaPath(inside(scope), engagement)
  const outcome = await stepItem(scope, engagement, form.value)
  if (outcome.done) return goTo(`${here}#item-${form.value.earlier ?? form.value.later}`, outcome.actId)
  switch (outcome.because) {
    case 'conflicts': return goTo(`${here}/order?item=${outcome.item}&to=${outcome.to}#panel`)
    case 'unchanged': throw refuse('stale', { title: 'It stands at that end of its day already.', next: 'Nothing was changed.' })
    case 'leaves-day': throw refuse('bad-request', { title: 'The agenda would leave its day.', next: 'Nothing was changed. Give the last items an earlier time first.' })
    default: throw refuse(outcome.because)
  }
})
