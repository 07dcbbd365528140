import { refuse, goTo } from '#app/http/answers.server.ts'
import { backTo } from '#app/http/back.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RepairIssueInput } from '#app/operations/issues.input.ts'
import { repairIssue } from '#app/operations/issues.server.ts'

export const action = inMission('issue.settle', async (scope, { request }) => {
  const form = await readForm(request, RepairIssueInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await repairIssue(scope, form.value)
  if (outcome.done) return goTo(backTo(request, inside(scope, '/issues')), outcome.actId)
  if (outcome.because === 'marked') throw refuse('stale', { title: 'These words are marked as evidence.', next: 'They stay as they were marked. Let the issue stand with that reason instead.' })
  throw refuse(outcome.because, outcome.because === 'gone' ? { title: 'This issue waits no more.', next: 'It was settled meanwhile, or something else is printed there now. Look at the list of issues again.' } : {})
})
