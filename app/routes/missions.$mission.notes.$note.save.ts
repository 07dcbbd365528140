import { isId } from '#app/domain/ids.ts'
import { formatMinute, formatOffset, offsetOf, wallOf } from '#app/domain/time.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { forScriptsToo, tell, wantsJson } from '#app/http/told.server.ts'
import { SaveNoteInput } from '#app/operations/notes.input.ts'
import { saveNote } from '#app/operations/notes.server.ts'
import type { SaveOutcome } from '#app/operations/notes.server.ts'

const WORDS = {
  gone: { title: 'This note is not here.', next: 'It may belong to somebody else. Your text is still in your page: copy it into a new note.' },
  'meeting-gone': { title: 'This meeting is gone.', next: 'Your text is still in your page: copy it into a note of another meeting.' },
  cleared: 'This note was cleared meanwhile, so its text is settled. Yours is kept among its texts; reopen the note to bring it in.',
}

export const action = forScriptsToo(inMission('note.write', async (scope, { request, params }) => {
  const noteId = params.note ?? ''
  if (!isId(noteId)) throw refuse('gone')
  const form = await readForm(request, SaveNoteInput)
  if (!form.ok) {
    const words = { title: Object.values(form.problem.errors)[0] ?? 'This could not be read.' }
    if (wantsJson(request)) return tell(422, { error: words.title })
    throw refuse('bad-request', words)
  }
  const outcome = await saveNote(scope, noteId, form.value)
  return wantsJson(request) ? told(outcome) : shown(inside(scope, `/notes/${noteId}`), outcome)
}))

/** For the script of the page. */
function told(outcome: SaveOutcome): Response {
  if (outcome.done) {
    const { number, atMs, body, merged, zone } = outcome
    return tell(200, { number, at: atMs, time: `${formatMinute(wallOf(atMs, zone).minute)} ${formatOffset(offsetOf(atMs, zone))}`, body, merged })
  }
  if (outcome.because === 'overtaken') {
    const { body, number, by, atMs } = outcome.theirs
    return tell(409, { theirs: { body, number, by, at: atMs }, kept: outcome.kept })
  }
  if (outcome.because === 'cleared') return tell(409, { cleared: true, error: WORDS.cleared, kept: outcome.kept })
  throw refusedFor(outcome.because)
}

/** For a form: to the note, or to both texts side by side. */
function shown(note: string, outcome: SaveOutcome): Response {
  if (outcome.done) return goTo(note)
  if (outcome.because === 'overtaken') return goTo(`${note}/compare?from=${outcome.theirs.number}&to=${outcome.kept}&late`)
  if (outcome.because === 'cleared') return goTo(`${note}/compare?to=${outcome.kept}&late`)
  throw refusedFor(outcome.because)
}

function refusedFor(because: 'gone' | 'meeting-gone' | 'stale'): Response {
  return because === 'stale' ? refuse('stale') : refuse('gone', WORDS[because])
}
