import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { openProgramme } from '#app/operations/published.server.ts'

export const action = inMission('paper.issue', async (scope) => {
  const outcome = await openProgramme(scope)
  if (outcome.done) return goTo(inside(scope, '/published'), outcome.actId)
  if (outcome.because === 'same') return goTo(inside(scope, '/published'))
  throw refuse(outcome.because)
})
