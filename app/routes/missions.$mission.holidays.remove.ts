import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemoveHolidayInput } from '#app/operations/directory.input.ts'
import { removeHoliday } from '#app/operations/holidays.server.ts'

export const action = inMission('directory.edit', async (scope, { request }) => {
  const form = await readForm(request, RemoveHolidayInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await removeHoliday(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/holidays'), outcome.actId)
  throw refuse(outcome.because)
})
