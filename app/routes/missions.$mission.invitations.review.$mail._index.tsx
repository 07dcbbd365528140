import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { foldKey } from '#app/domain/text.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { textIn } from '#app/http/query.server.ts'
import { seesStrangers } from '#app/http/replies.server.ts'
import { ApplyMailInput } from '#app/operations/review.input.ts'
import { applyMail } from '#app/operations/review.server.ts'
import { ApplyReply } from '#app/ui/invitations/apply-reply.tsx'
import { ReplyActs } from '#app/ui/invitations/reply-acts.tsx'
import { ReplyFacts, ReplyWords } from '#app/ui/invitations/reply-sheet.tsx'
import { replyReason } from '#app/ui/invitations/reply-words.ts'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { findSource, listAnswerable, listReceived } from '#db/received.server.ts'
import type { Answerable } from '#db/received.server.ts'

const NOBODY: Answerable[] = []

export const meta: MetaFunction = () => [{ title: 'Reply · Caravan' }]

export const loader = inMission('answer.record', async (scope, { params, url }) => {
  const db = scope.database.read
  const id = params['mail'] ?? ''
  const [mail] = isId(id) ? await listReceived(db, scope.mission.id, { id, strangers: seesStrangers(scope), limit: 1 }) : []
  if (!mail) throw refuse('gone')
  const find = textIn(url, 'find')
  const applies = mail.kind !== 'bounce' && ['open', 'kept', 'dismissed'].includes(mail.state)
  const [source, choices] = await Promise.all([findSource(db, id), applies ? listAnswerable(db, scope.mission.id, foldKey(find)) : NOBODY])
  return { base: inside(scope), mail, applies, find, choices, hasSource: source !== undefined, clock: { zone: scope.actor.zone, city: scope.actor.city } }
})

export const action = inMission('answer.record', async (scope, { request, params }) => {
  const id = params['mail'] ?? ''
  if (!isId(id)) throw refuse('gone')
  const form = await readForm(request, ApplyMailInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await applyMail(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, '/invitations/review'), outcome.actId)
  if (outcome.because === 'stale') return overtaken(form.typed, 'Somebody else decided about this reply meanwhile. What it says now stands above.')
  throw refuse(outcome.because === 'gone' ? 'gone' : 'stale')
})

export default function Reply() {
  const { base, mail, applies, find, choices, hasSource, clock } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const path = `${base}/invitations/review/${mail.id}`
  const reason = replyReason(mail.reason)
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/invitations/review`}>Replies</a>} title={mail.subject || (mail.channel === 'page' ? `${mail.from_name}, on their page` : 'Reply without a subject')} actions={mail.state === 'open' && <ActionButton action={`${path}/dismiss`} hidden={{ revision: mail.revision }}>Put it aside</ActionButton>} />
      <ErrorSummary problem={problem} />
      {reason !== '' && <Note kind={mail.state === 'open' ? 'warning' : 'info'} title={`${reason}.`}>{mail.state === 'open' && 'It has changed nothing.'}</Note>}
      {mail.state === 'task' && <Note kind="warning" title={mail.kind === 'deputy' ? 'They send somebody else.' : 'They propose another time.'} actions={<ReplyActs base={base} row={mail} />}>{mail.kind === 'deputy' ? 'The deputy is not invited until you add them.' : 'Their answer stays open until you decide.'}</Note>}
      <ReplyFacts base={base} mail={mail} clock={clock} source={hasSource ? `${path}/source` : undefined} />
      <ReplyWords mail={mail} />
      {applies && <ApplyReply path={path} mail={mail} choices={choices} find={find} problem={problem} />}
    </>
  )
}
