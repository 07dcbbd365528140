import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { ReopenIssueInput } from '#app/operations/issues.input.ts'
import { reopenIssue } from '#app/operations/issues.server.ts'

export const action = inMission('issue.settle', async (scope, { request }) => {
  const form = await readForm(request, ReopenIssueInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await reopenIssue(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/issues'), outcome.actId)
  throw refuse(outcome.because)
})
