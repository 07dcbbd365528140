import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RestoreTextInput } from '#app/operations/notes.input.ts'
import { restoreText } from '#app/operations/notes.server.ts'

const CLEARED = { title: 'This note is cleared: its text is settled.', next: 'Go back and reopen it first, if another of its texts must come back.' }

export const action = inMission('note.write', async (scope, { request, params }) => {
  const form = await readForm(request, RestoreTextInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await restoreText(scope, params.note ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/notes/${params.note}`), outcome.actId)
  throw outcome.because === 'cleared' ? refuse('stale', CLEARED) : refuse(outcome.because)
})
