import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { forScriptsToo, tell, wantsJson } from '#app/http/told.server.ts'
import { markWhileWriting } from '#app/operations/note-marks.server.ts'
import { MarkWhileWritingInput } from '#app/operations/notes.input.ts'

const UNMARKED = {
  lost: 'These words do not stand in that text of the note, so nothing was marked: choose them again.',
  private: 'A private note holds no evidence. Share it with the team first, then mark its words.',
  'finding-gone': 'This finding is gone, so nothing was marked: choose another.',
}

export const action = forScriptsToo(inMission('evidence.edit', async (scope, { request, params }) => {
  const noteId = params.note ?? ''
  if (!isId(noteId)) throw refuse('gone')
  const form = await readForm(request, MarkWhileWritingInput)
  if (!form.ok) return unmarked(request, Object.values(form.problem.errors)[0] ?? 'This could not be read.')
  const outcome = await markWhileWriting(scope, noteId, form.value)
  if (outcome.done) return wantsJson(request) ? tell(200, { id: outcome.excerptId }) : goTo(inside(scope, `/notes/${noteId}#m-${outcome.excerptId}`), outcome.actId)
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  return unmarked(request, UNMARKED[outcome.because])
}))

function unmarked(request: Request, sentence: string): Response {
  if (wantsJson(request)) return tell(422, { error: sentence })
  throw refuse('bad-request', { title: sentence })
}
