import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { DispatchMark, sentWords } from '#app/ui/invitations/dispatches.tsx'
import { MailTable } from '#app/ui/invitations/mail-table.tsx'
import { MailTrouble } from '#app/ui/invitations/mail-trouble.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import { countDispatches, findDispatch } from '#db/dispatches.server.ts'
import { findRelayTrouble } from '#db/outbox-claims.server.ts'
import { findPause, listMails } from '#db/outbox.server.ts'

const MOST_ROWS = 200

export const meta: MetaFunction = () => [{ title: 'Sending · Caravan' }]

export const loader = inMission('mission.read', async (scope, { params }) => {
  const db = scope.database.read
  const id = params['dispatch'] ?? ''
  const dispatch = isId(id) ? await findDispatch(db, scope.mission.id, id) : undefined
  if (!dispatch) throw refuse('gone')
  const [states, mails, pause, trouble] = await Promise.all([countDispatches(db, [id]), listMails(db, { missionIds: [scope.mission.id], dispatchId: id, limit: MOST_ROWS }), findPause(db, scope.mission.id), findRelayTrouble(db)])
  return {
    base: inside(scope), nowMs: scope.nowMs, clock: { zone: scope.actor.zone, city: scope.actor.city }, canSend: can(scope.role, 'invitation.send'), pause, trouble, mails,
    dispatch: { ...dispatch, states: states.get(id) ?? {} },
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Sending() {
  const data = useLoaderData<typeof loader>()
  const { base, dispatch, nowMs, clock, mails } = data
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/invitations`}>Invitations</a>} title={`${sentWords(dispatch)}: ${dispatch.title}`} lead={<>{dispatch.by}, <At ms={dispatch.atMs} clock={clock} /></>} actions={<span id="state" data-live><DispatchMark dispatch={dispatch} nowMs={nowMs} /></span>} />
      <MailTrouble {...data} />
      <div id="progress" data-live><Progress {...data} /></div>
      {dispatch.note !== '' && <Section id="word" title="A word to all of them"><p className="lines">{dispatch.note}</p></Section>}
      {mails.length > 0 && (
        <Section id="mails" title="Messages" aside={mails.length < dispatch.messageCount ? `the latest ${mails.length} of ${dispatch.messageCount}` : undefined}>
          <div id="how-far" data-live><MailTable base={base} mails={mails} clock={clock} canSend={data.canSend} /></div>
        </Section>
      )}
    </>
  )
}

function Progress({ base, dispatch, nowMs, canSend }: Data) {
  const here = `${base}/invitations/dispatches/${dispatch.id}`
  const { states, messageCount, holdUntilMs, undoneMs } = dispatch
  if (undoneMs !== null) return <Note title="This sending was taken back before it left." actions={<ButtonLink href={`${base}/invitations`}>To what is to be sent</ButtonLink>}>Nobody was written to; everybody holds what they held before.</Note>
  const waiting = (states.queued ?? 0) + (states.retry ?? 0) + (states.sending ?? 0)
  const failed = (states.failed ?? 0) + (states.quarantined ?? 0) + (states.bounced ?? 0)
  if (nowMs < holdUntilMs) {
    const undo = <ActionButton action={`${here}/undo`} kind="primary" icon="undo">Undo</ActionButton>
    return (
      <Note kind="warning" title={<>Nothing has left yet: held for <span data-until={holdUntilMs}>{Math.ceil((holdUntilMs - nowMs) / 1000)}</span> seconds more.</>} actions={canSend ? <>{undo}{messageCount > 0 && <ActionButton action={`${here}/now`}>Send now</ActionButton>}</> : undefined}>
        {messageCount > 0 ? `${count(messageCount, 'mail leaves', 'mails leave')} then, each to one person.` : 'What you noted can be taken back until then.'}
      </Note>
    )
  }
  if (waiting > 0) {
    return (
      <Note role="status" title={`${states.accepted ?? 0} of ${messageCount} handed over, ${waiting} on the way${failed > 0 ? `, ${failed} not delivered` : ''}.`} actions={<ButtonLink href={here}>Look again</ButtonLink>}>
        <progress className="progress" data-again aria-label="Handed over" max={messageCount} value={messageCount - waiting} />
        They leave one after the other; what the mail server puts off is tried again by itself. You need not wait here.
      </Note>
    )
  }
  if (messageCount === 0) return <Note kind="done" title="Noted." actions={<ButtonLink href={`${base}/invitations`}>To the invitations</ButtonLink>}>Their version is up to date.</Note>
  if (failed > 0) return <Note kind="error" title={`${states.accepted ?? 0} of ${messageCount} handed over, ${failed} not delivered.`} actions={<ButtonLink href={`${base}/invitations/holdings?only=undeliverable`}>See whom it did not reach</ButtonLink>}>Correct the address or tell them by other means; the others have theirs.</Note>
  return <Note kind="done" title={`${states.accepted ?? 0} of ${messageCount} handed over.`} actions={<ButtonLink href={`${base}/invitations/holdings`}>See who holds what</ButtonLink>}>Answers show as they come in.</Note>
}
