import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DropQuestionInput } from '#app/operations/questions.input.ts'
import { dropQuestion } from '#app/operations/questions.server.ts'

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, DropQuestionInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await dropQuestion(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}/questions`), outcome.actId)
  throw refuse(outcome.because)
})
