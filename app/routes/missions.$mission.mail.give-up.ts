import { goTo, refuse } from '#app/http/answers.server.ts'
import { backTo } from '#app/http/back.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { MailInput } from '#app/operations/invitations.input.ts'
import { giveUpMail } from '#app/operations/mail.server.ts'

export const action = inMission('invitation.send', async (scope, { request }) => {
  const form = await readForm(request, MailInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await giveUpMail(scope, form.value.mail)
  if (outcome.done) return goTo(backTo(request, inside(scope, '/mail')), outcome.actId)
  if (outcome.because === 'stale') throw refuse('stale', { title: 'This mail cannot be given up.', next: 'It is on its way just now, or it is settled already.' })
  throw refuse('gone')
})
