import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { planRepeat, repeatInvitation } from '#app/operations/invitation-repeats.server.ts'
import { NOTE_MAX, RepeatInput } from '#app/operations/invitations.input.ts'
import { MailSheet } from '#app/ui/invitations/mail-sheet.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TextArea } from '#app/ui/kit/text-field.tsx'
import { writeMail } from '#emails/compose.server.ts'
import { markupTree } from '#emails/markup.server.ts'
import { readCalendar } from '#emails/reading.server.ts'

export const meta: MetaFunction = () => [{ title: 'Send again · Caravan' }]

/** Composed by the very code that sends; only the link is dead, since whoever holds it can answer for the person. */
const NO_SECRET = 'a preview opens nobody’s page'

type Because = Exclude<Awaited<ReturnType<typeof planRepeat>>, { done: true }>['because']

function refusal(because: Because): Response {
  switch (because) {
    case 'waiting': return refuse('stale', { title: 'This version is still on its way.', next: 'It leaves by itself; look at it in the mail queue.' })
    case 'not-arrived': return refuse('stale', { title: 'This version has not been delivered.', next: 'Correct the address, or try the message again in the mail queue.' })
    case 'over': return refuse('stale', { title: 'It is over.', next: 'Nobody is written to about what is past.' })
    case 'new-address': return refuse('stale', { title: 'This person has another address now.', next: 'The invitations desk sends a new invitation there.' })
    case 'stale': return refuse('stale')
    case 'gone': return refuse('gone', { title: 'No mail carried this invitation.', next: 'Go back to who holds what.' })
  }
}

export const loader = inMission('invitation.send', async (scope, { app, params }) => {
  const id = params['invitation'] ?? ''
  const plan = isId(id) ? await planRepeat(scope.database.read, scope, id, '') : { done: false as const, because: 'gone' as const }
  if (!plan.done) throw refusal(plan.because)
  const { notice } = plan
  const mail = writeMail(notice, { mailFrom: app.config.mailFrom, baseUrl: app.config.baseUrl, secret: NO_SECRET })
  return {
    base: inside(scope), title: plan.title, version: notice.sequence + 1,
    sheet: {
      headers: { from: notice.facts.organiser, to: notice.to, replyTo: notice.replyTo, subject: mail.subject },
      language: notice.language, body: markupTree(mail.html), text: mail.text, calendar: mail.calendar && readCalendar(mail.calendar.content),
    },
  }
})

export const action = inMission('invitation.send', async (scope, { app, request, params }) => {
  const form = await readForm(request, RepeatInput)
  if (!form.ok) return invalid(form.problem)
  const id = params['invitation'] ?? ''
  const outcome = isId(id) ? await repeatInvitation(scope, id, form.value) : { done: false as const, because: 'gone' as const }
  if (!outcome.done) throw refusal(outcome.because)
  app.wakeDrain()
  return goTo(inside(scope, `/invitations/dispatches/${outcome.dispatchId}`))
})

export default function SendAgain() {
  const { base, title, version, sheet } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const who = sheet.headers.to.name || sheet.headers.to.address
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/invitations/holdings`}>Who holds what</a> · {title}</>} title={`Send version ${version} again to ${who}`} lead="A new mail with the same facts under the same number: their calendar keeps one entry, and an answer that stands is not asked again." />
      <ErrorSummary problem={problem} />
      <Form>
        <TextArea name="note" label="A word to them" optional rows={2} maxLength={NOTE_MAX} problem={problem} hint="Stands above the facts in the mail and as a comment in the calendar entry" />
        <CommitBar actions={<><Button kind="primary">Send it again</Button><ButtonLink href={`${base}/invitations/holdings`}>Not now</ButtonLink></>}><b>{who} gets a mail</b> at {sheet.headers.to.address}, nobody else. Held for 60 seconds, so that you can undo.</CommitBar>
      </Form>
      <MailSheet {...sheet} />
    </>
  )
}
