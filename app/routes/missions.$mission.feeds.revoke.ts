import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { ChangeFeedInput } from '#app/operations/feeds.input.ts'
import { revokeFeed } from '#app/operations/feeds.server.ts'

export const action = inMission('engagement.edit', async (scope, { request }) => {
  const form = await readForm(request, ChangeFeedInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await revokeFeed(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/feeds'), outcome.actId)
  throw refuse(outcome.because)
})
