import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { planInvitations } from '#app/operations/invitation-plans.server.ts'
import { noticeFor } from '#app/operations/invitation-steps.server.ts'
import { PreviewInput } from '#app/operations/invitations.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import { MailSheet } from '#app/ui/invitations/mail-sheet.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { writeMail } from '#emails/compose.server.ts'
import type { Sender } from '#emails/compose.server.ts'
import { markupTree } from '#emails/markup.server.ts'
import { readCalendar } from '#emails/reading.server.ts'

export const meta: MetaFunction = () => [{ title: 'Preview · Caravan' }]

/** Composed by the very code that sends; only the link is dead, since whoever holds it can answer for the person. */
const NO_SECRET = 'a preview opens nobody’s page'

export const loader = inMission('invitation.send', async (scope, { app, params }) => await composed(scope, app.config, params, ''))

/** The same with the word that is typed on the desk and sent to nobody yet; changes nothing. */
export const action = inMission('invitation.send', async (scope, { app, params, request }) => {
  const form = await readForm(request, PreviewInput)
  return form.ok ? json({ shown: await composed(scope, app.config, params, form.value.note) }) : invalid(form.problem)
})

async function composed(scope: Scope, { mailFrom, baseUrl }: Pick<Sender, 'mailFrom' | 'baseUrl'>, { engagement = '', person = '' }: Record<string, string | undefined>, note: string) {
  const plans = isId(engagement) && isId(person) ? (await planInvitations(scope.database.read, scope, mailFrom, engagement)).planned : []
  const one = plans.find(({ attendance }) => attendance.person.id === person)
  const notice = one && noticeFor(one, { scope, organiser: mailFrom, dispatchId: '', leaveMs: scope.nowMs, note })
  if (!one || !notice) throw refuse('gone', { title: 'There is no mail to preview.', next: 'Nothing is owed to this person about this meeting any more. Go back to the invitations.' })
  const mail = writeMail(notice, { mailFrom, baseUrl, secret: NO_SECRET })
  return {
    base: inside(scope), engagement, title: one.attendance.engagement.title,
    headers: { from: notice.facts.organiser, to: notice.to, replyTo: notice.replyTo, subject: mail.subject },
    language: notice.language, body: markupTree(mail.html), text: mail.text, calendar: mail.calendar && readCalendar(mail.calendar.content),
  }
}

export default function Preview() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { base, engagement, title, ...mail } = answer && 'shown' in answer ? answer.shown : loaded
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/invitations`}>Invitations</a> · {title}</>} title={`Preview: ${mail.headers.to.name}`} lead="This very mail leaves when you send; its link opens only in the mail itself." actions={<ButtonLink href={`${base}/invitations?engagement=${engagement}`} icon="back">Back</ButtonLink>} />
      <ErrorSummary problem={answer && 'problem' in answer ? answer.problem : undefined} />
      <MailSheet {...mail} />
    </>
  )
}
