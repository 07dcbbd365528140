import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { ChangeMemberInput } from '#app/operations/missions.input.ts'
import { changeMember } from '#app/operations/team.server.ts'

export const action = inMission('mission.manage', async (scope, { request }) => {
  const form = await readForm(request, ChangeMemberInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await changeMember(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/team'), outcome.actId)
  if (outcome.because === 'last-coordinator') throw refuse('stale', { title: 'A mission keeps at least one coordinator.', next: 'Make somebody else a coordinator first.' })
  throw refuse(outcome.because)
})
