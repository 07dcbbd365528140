import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { MoveQuestionInput } from '#app/operations/questionnaires.input.ts'
import { moveQuestion } from '#app/operations/questionnaires.server.ts'

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, MoveQuestionInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await moveQuestion(scope, params.questionnaire ?? '', params.node ?? '', form.value)
  if (!outcome.done) throw refuse(outcome.because, outcome.because === 'stale' ? { title: 'It cannot be moved there.', next: 'It stands first or last already, or somebody else changed the order. Go back and look.' } : {})
  return goTo(inside(scope, `/questionnaires/${params.questionnaire}#q-${params.node}`), outcome.actId)
})
