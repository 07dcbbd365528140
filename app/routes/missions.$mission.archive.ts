import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { archiveMission } from '#app/operations/missions.server.ts'

export const action = inMission('mission.manage', async (scope, { request }) => {
  const form = await request.formData()
  const outcome = await archiveMission(scope, form.get('archived') === '1')
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, '/settings'), outcome.actId)
})
