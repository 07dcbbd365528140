import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { intakeOf } from '#app/operations/intake.server.ts'
import { DecideInput } from '#app/operations/imports.input.ts'
import { storeImport } from '#app/operations/imports.server.ts'

const STAYS = 'Nothing was stored, and the text is as it was. '
const NEXT = {
  'no-day': { title: 'No day is known for a row.', next: `${STAYS}Go back and give the text or the row its day.` },
  'no-city': { title: 'No city is known for a new stop.', next: `${STAYS}Go back, choose a stop or give the text its city.` },
  'no-zone': { title: 'The clock of a new city is not known.', next: `${STAYS}Go back and choose its time zone.` },
  'no-title': { title: 'A new engagement needs a title.', next: `${STAYS}Go back and give the text its title.` },
  'no-such-time': { title: 'The clocks there skip a time of this text on that day.', next: `${STAYS}Go back and correct the time.` },
  unreadable: { title: 'This text cannot be read any more.', next: 'Paste it once more.' },
} as const

export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, DecideInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await storeImport(scope, idOf(params, 'text'), form.value, intakeOf(scope.mission))
  if (outcome.done) return goTo(inside(scope, outcome.engagementId === null ? '/grid' : `/engagements/${outcome.engagementId}/agenda`), outcome.actId)
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  throw refuse('stale', NEXT[outcome.because])
})
