import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { ShareNoteInput } from '#app/operations/notes.input.ts'
import { shareNote } from '#app/operations/notes.server.ts'

export const action = inMission('note.write', async (scope, { request, params }) => {
  const form = await readForm(request, ShareNoteInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await shareNote(scope, params.note ?? '', form.value)
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, `/notes/${params.note}`), outcome.actId)
})
