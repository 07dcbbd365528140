import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { backTo } from '#app/http/back.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RepairNumberInput } from '#app/operations/outline.input.ts'
import { repairNumber } from '#app/operations/outline.server.ts'

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RepairNumberInput)
  if (!form.ok) throw refuse('bad-request')
  const [document, node] = [idOf(params, 'document'), idOf(params, 'node')]
  const outcome = await repairNumber(scope, document, node, form.value)
  if (outcome.done) return goTo(`${backTo(request, inside(scope, `/documents/${document}`))}#n-${node}`, outcome.actId)
  throw refuse(outcome.because)
})
