import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { STATES_OF, VIEWS } from '#app/domain/calendar/mail-views.ts'
import type { View } from '#app/domain/calendar/mail-views.ts'
import { can } from '#app/domain/people/access.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, textIn, wordIn } from '#app/http/query.server.ts'
import { DeskTabs } from '#app/ui/invitations/desk.tsx'
import { MailTable } from '#app/ui/invitations/mail-table.tsx'
import { MailTrouble } from '#app/ui/invitations/mail-trouble.tsx'
import { VIEW_WORDS } from '#app/ui/invitations/mail-words.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { ActionButton, Hidden } from '#app/ui/kit/form.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Pager } from '#app/ui/kit/pager.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listWaitedFor } from '#db/mail-domains.server.ts'
import { findRelayTrouble } from '#db/outbox-claims.server.ts'
import { countMails, findPause, listMails } from '#db/outbox.server.ts'

const PAGE = 50
/** They stand in the list only while there are any. */
const NARROW: readonly View[] = ['put-off', 'put-aside', 'came-back']

export const meta: MetaFunction = () => [{ title: 'Mail queue · Caravan' }]

export const loader = inMission('mission.read', async (scope, { app, url }) => {
  const db = scope.database.read
  const [view, before, text] = [wordIn(url, 'state', VIEWS), idIn(url, 'before'), textIn(url, 'text')]
  const [mails, counts, pause, trouble, domains] = await Promise.all([
    listMails(db, { missionIds: [scope.mission.id], text, ...(view ? { states: STATES_OF[view] } : {}), ...(before ? { before } : {}), limit: PAGE + 1 }),
    countMails(db, scope.mission.id, text), findPause(db, scope.mission.id), findRelayTrouble(db), listWaitedFor(db, scope.mission.id, scope.nowMs),
  ])
  const views = VIEWS.map((name) => ({ name, count: STATES_OF[name].reduce((sum, state) => sum + (counts[state] ?? 0), 0) })).filter(({ name, count }) => count > 0 || name === view || !NARROW.includes(name))
  return {
    base: inside(scope), view, views, text, pause, trouble, domains, mails: mails.slice(0, PAGE), older: mails.length > PAGE ? mails[PAGE - 1]?.id : undefined, newest: before === undefined,
    all: Object.values(counts).reduce((sum, count) => sum + count, 0),
    clock: { zone: scope.actor.zone, city: scope.actor.city }, canSend: can(scope.role, 'invitation.send'), mailbox: app.config.smtpUrl === undefined,
  }
})

export default function MailQueue() {
  const data = useLoaderData<typeof loader>()
  const { base, view, views, text, mails, pause, older, newest, all, canSend, mailbox } = data
  const pauses = canSend && !pause.mission && <ActionButton action={`${base}/mail/pause`}>Stop the mail of this mission</ActionButton>
  const here = (asked: { state?: string | undefined; before?: string }): string => {
    const query = new URLSearchParams(Object.entries({ ...asked, text }).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString()
    return `${base}/mail${query ? `?${query}` : ''}`
  }
  return (
    <>
      <PageHead title="Mail queue" lead="Every message of this mission, until the mail server has it." actions={<>{mailbox && <ButtonLink href="/mailbox" icon="mail">Open the built-in mailbox</ButtonLink>}{pauses}</>} />
      <DeskTabs base={base} current="mail" />
      <MailTrouble {...data} />
      <Section id="messages" title="Messages">
        <Filters action={`${base}/mail`} label="Find a message" submit="Find">
          <Hidden values={{ state: view }} />
          <TextField name="text" label="Address, name or title" type="search" value={text} />
        </Filters>
        <Chips label="Which messages">
          <ChipLink href={here({})} current={view === undefined}>all {all}</ChipLink>
          {views.map(({ name, count }) => <ChipLink key={name} href={here({ state: name })} current={view === name}>{VIEW_WORDS[name]} {count}</ChipLink>)}
        </Chips>
        {mails.length === 0 ? <NoMail {...data} /> : <MailTable {...data} />}
        <ListFiles base={base} list="mail" asked={{ state: view, text }} />
        {(older !== undefined || !newest) && <Pager label="Pages of the queue" words={newest ? 'The newest messages' : 'Older messages'}
          previous={newest ? undefined : { href: here({ state: view }), label: 'Newest' }} next={older === undefined ? undefined : { href: here({ state: view, before: older }), label: 'Older' }} />}
      </Section>
    </>
  )
}

function NoMail({ base, text, view }: { base: string; text: string; view?: View | undefined }) {
  if (text !== '') return <Empty title="No message matches" action={<ButtonLink href={`${base}/mail`}>Show all messages</ButtonLink>}>Names and titles are found in other spellings too; addresses as they are written.</Empty>
  if (view) return <Empty title="No such mail" action={<ButtonLink href={`${base}/mail`}>Show all messages</ButtonLink>} />
  return <Empty title="No mail yet" action={<ButtonLink href={`${base}/invitations`}>To the invitations</ButtonLink>}>Messages show here from the moment when you send them.</Empty>
}
