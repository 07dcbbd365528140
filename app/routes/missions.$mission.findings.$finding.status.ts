import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { FindingStatusInput } from '#app/operations/findings.input.ts'
import { setFindingStatus } from '#app/operations/findings.server.ts'

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, FindingStatusInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await setFindingStatus(scope, params.finding ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/findings/${params.finding}`), outcome.actId)
  if (outcome.because === 'no-evidence') throw refuse('stale', { title: 'Nothing supports this finding yet.', next: 'Link at least one sentence that supports it, then accept it.' })
  throw refuse(outcome.because === 'no-such-step' ? 'stale' : outcome.because)
})
