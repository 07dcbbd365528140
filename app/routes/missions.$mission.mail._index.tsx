import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, wordIn } from '#app/http/query.server.ts'
import { DeskTabs } from '#app/ui/invitations/desk.tsx'
import { MailTable } from '#app/ui/invitations/mail-table.tsx'
import { MailTrouble } from '#app/ui/invitations/mail-trouble.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Pager } from '#app/ui/kit/pager.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { findRelayTrouble } from '#db/outbox-claims.server.ts'
import { countMails, findPause, listMails } from '#db/outbox.server.ts'

const PAGE = 50
const VIEWS = ['waiting', 'accepted', 'failed', 'cancelled'] as const
const STATES = { waiting: ['queued', 'sending', 'retry'], accepted: ['accepted'], failed: ['failed', 'quarantined', 'bounced'], cancelled: ['cancelled'] } as const
const WORDS = { waiting: 'waiting', accepted: 'handed over', failed: 'not delivered', cancelled: 'taken back' }

export const meta: MetaFunction = () => [{ title: 'Mail queue · Caravan' }]

export const loader = inMission('mission.read', async (scope, { app, url }) => {
  const db = scope.database.read
  const view = wordIn(url, 'state', VIEWS)
  const before = idIn(url, 'before')
  const [mails, counts, pause, trouble] = await Promise.all([
    listMails(db, { missionIds: [scope.mission.id], ...(view ? { states: STATES[view] } : {}), ...(before ? { before } : {}), limit: PAGE + 1 }),
    countMails(db, scope.mission.id), findPause(db, scope.mission.id), findRelayTrouble(db),
  ])
  const views = VIEWS.map((name) => ({ name, count: STATES[name].reduce((sum, state) => sum + (counts[state] ?? 0), 0) }))
  return {
    base: inside(scope), view, views, pause, trouble, mails: mails.slice(0, PAGE), older: mails.length > PAGE ? mails[PAGE - 1]?.id : undefined, newest: before === undefined,
    clock: { zone: scope.actor.zone, city: scope.actor.city || scope.actor.zone }, canSend: can(scope.role, 'invitation.send'), mailbox: app.config.smtpUrl === undefined,
  }
})

export default function MailQueue() {
  const data = useLoaderData<typeof loader>()
  const { base, view, views, mails, pause, older, newest, canSend, mailbox } = data
  const pauses = canSend && !pause.mission && <ActionButton action={`${base}/mail/pause`}>Stop the mail of this mission</ActionButton>
  const all = views.reduce((sum, { count }) => sum + count, 0)
  const here = (query: string): string => `${base}/mail${view || query ? '?' : ''}${[view && `state=${view}`, query].filter(Boolean).join('&')}`
  return (
    <>
      <PageHead title="Mail queue" lead="Every message of this mission, until the mail server has it." actions={<>{mailbox && <ButtonLink href="/mailbox" icon="mail">Open the built-in mailbox</ButtonLink>}{pauses}</>} />
      <DeskTabs base={base} current="mail" />
      <MailTrouble {...data} />
      <Section id="messages" title="Messages">
        <Chips label="Which messages">
          <ChipLink href={`${base}/mail`} current={view === undefined}>all {all}</ChipLink>
          {views.map(({ name, count }) => <ChipLink key={name} href={`${base}/mail?state=${name}`} current={view === name}>{WORDS[name]} {count}</ChipLink>)}
        </Chips>
        {mails.length === 0
          ? <Empty title={all === 0 ? 'No mail yet' : 'No such mail'} action={<ButtonLink href={`${base}/invitations`}>To the invitations</ButtonLink>}>{all === 0 ? 'Messages show here from the moment when you send them.' : undefined}</Empty>
          : <MailTable {...data} />}
        {(older !== undefined || !newest) && <Pager label="Pages of the queue" words={newest ? 'The newest messages' : 'Older messages'}
          previous={newest ? undefined : { href: here(''), label: 'Newest' }} next={older === undefined ? undefined : { href: here(`before=${older}`), label: 'Older' }} />}
      </Section>
    </>
  )
}
