import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { filesPath } from '#app/http/attachments.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemoveAttachmentInput } from '#app/operations/attachments.input.ts'
import { bringBackAttachment } from '#app/operations/attachments.server.ts'

export const action = inMission('note.write', async (scope, { request, params }) => {
  const form = await readForm(request, RemoveAttachmentInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await bringBackAttachment(scope, idOf(params, 'attachment'), form.value)
  if (outcome.done) return goTo(inside(scope, filesPath(outcome)), outcome.actId)
  if (outcome.because === 'cleared') throw refuse('stale', { title: 'This note is cleared: its files are settled.', next: 'Go back and reopen the note first.' })
  throw refuse(outcome.because)
})
