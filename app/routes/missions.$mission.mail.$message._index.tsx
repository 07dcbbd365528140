import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isFull } from '#app/domain/calendar/pace.ts'
import { whyItWaits } from '#app/domain/calendar/waiting.ts'
import { isId } from '#app/domain/ids.ts'
import { can } from '#app/domain/people/access.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { canTryAgain } from '#app/ui/invitations/mail-table.tsx'
import { kindWord } from '#app/ui/invitations/mail-words.ts'
import { MessageFacts, MessageHistory, MessageVersions, WhyItWaits } from '#app/ui/invitations/message-sheet.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { listDomains } from '#db/mail-domains.server.ts'
import { findRelayTrouble } from '#db/outbox-claims.server.ts'
import { listMailEvents, listVersions } from '#db/outbox-history.server.ts'
import { findMail, findPause } from '#db/outbox.server.ts'

export const meta: MetaFunction = () => [{ title: 'Message · Caravan' }]

export const loader = inMission('mission.read', async (scope, { app, params }) => {
  const db = scope.database.read
  const id = params['message'] ?? ''
  const found = isId(id) ? await findMail(db, id) : undefined
  if (!found || found.missionId !== scope.mission.id) throw refuse('gone')
  const { mime: _mime, facts: _facts, uid, ...mail } = found
  const [events, versions, pause, relay, [domain]] = await Promise.all([listMailEvents(db, mail), listVersions(db, uid), findPause(db, scope.mission.id), findRelayTrouble(db), listDomains(db, { names: [mail.domain] })])
  const earlier = versions.find((version) => version.unsettled && version.version <= (mail.sequence ?? 0)) ?? null
  const { smtpUrl } = app.config
  const reasons = whyItWaits(mail, { pause, relay, earlier, domain: domain ? { ...domain, isFull: smtpUrl !== undefined && isFull(smtpUrl, domain.freeMs, scope.nowMs) } : null }, scope.nowMs)
  return {
    base: inside(scope), mail, events, versions, reasons, canSend: can(scope.role, 'invitation.send'), clock: { zone: scope.actor.zone, city: scope.actor.city },
    mailbox: smtpUrl === undefined && mail.state === 'accepted' && can(scope.role, 'answer.record') ? `/mailbox/${mail.id}` : undefined,
  }
})

export default function Message() {
  const data = useLoaderData<typeof loader>()
  const { base, mail, events, versions, reasons, canSend, clock } = data
  const hidden = { mail: mail.id }
  const ends = mail.state === 'queued' || mail.state === 'retry' || mail.state === 'quarantined'
  const acts = canSend && (
    <>
      {canTryAgain(mail.state) && <ActionButton action={`${base}/mail/retry`} hidden={hidden} kind="primary">Try again now</ActionButton>}
      {ends && <ActionButton action={`${base}/mail/give-up`} hidden={hidden}>Give it up</ActionButton>}
    </>
  )
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/mail`}>Mail queue</a>} title={`${kindWord(mail.kind)}: ${mail.title}`} lead={<>To {mail.toName || mail.toAddress}{mail.sequence !== null && `, version ${mail.sequence + 1}`}</>} actions={acts || undefined} />
      <WhyItWaits base={base} reasons={reasons} clock={clock} />
      <MessageFacts {...data} />
      <MessageHistory events={events} clock={clock} />
      <MessageVersions base={base} id={mail.id} versions={versions} />
    </>
  )
}
