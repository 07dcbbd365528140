import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/enter.server.ts'
import { enterMailbox } from '#app/http/mailbox.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { KIND_WORDS } from '#app/ui/invitations/words.ts'
import { Empty } from '#app/ui/kit/empty.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Pager } from '#app/ui/kit/pager.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import { PlainShell } from '#app/ui/shell/plain-shell.tsx'
import { countMailsOf, listMails } from '#db/outbox.server.ts'

const PAGE = 50

export const meta: MetaFunction = () => [{ title: 'Mailbox · Caravan' }]

export const loader = signedIn(async (who, entered) => {
  const missionIds = await enterMailbox(who, entered)
  const before = idIn(entered.url, 'before')
  const db = entered.app.database.read
  const [mails, waiting] = await Promise.all([
    listMails(db, { missionIds, states: ['accepted'], withSecrets: false, ...(before ? { before } : {}), limit: PAGE + 1 }), countMailsOf(db, missionIds, ['queued', 'sending', 'retry']),
  ])
  return {
    mails: mails.slice(0, PAGE), older: mails.length > PAGE ? mails[PAGE - 1]?.id : undefined, newest: before === undefined, waiting,
    person: { name: who.actor.name, role: who.actor.email }, theme: who.theme, clock: { zone: who.actor.zone, city: who.actor.city },
  }
})

export default function Mailbox() {
  const { mails, older, newest, waiting, person, theme, clock } = useLoaderData<typeof loader>()
  return (
    <PlainShell person={person} theme={theme}>
      <PageHead title="Mailbox" lead="No mail server is set, so the mails of your missions arrive here, in the very bytes that would have left." />
      {waiting > 0 && <p className="soft" role="status">{waiting === 1 ? 'One mail is' : `${waiting} mails are`} still held or on the way. <a href="/mailbox">Look again</a></p>}
      <Section id="mails" title="Mails">
        {mails.length === 0 && <Empty title="No mail yet">Send an invitation; it arrives here when its 60 seconds are over.</Empty>}
        <List label="Mails">
          {mails.map((mail) => (
            <ListRow key={mail.id} under={<>To {mail.toName ? `${mail.toName} <${mail.toAddress}>` : mail.toAddress}</>} mark={<span className="small soft"><At ms={mail.acceptedMs ?? mail.createdMs} clock={clock} /></span>}>
              <a href={`/mailbox/${mail.id}`}>{KIND_WORDS[mail.kind as keyof typeof KIND_WORDS] ?? mail.kind}: {mail.title}</a>
            </ListRow>
          ))}
        </List>
        {(older !== undefined || !newest) && <Pager label="Pages of the mailbox" words={newest ? 'The newest mails' : 'Older mails'}
          previous={newest ? undefined : { href: '/mailbox', label: 'Newest' }} next={older === undefined ? undefined : { href: `/mailbox?before=${older}`, label: 'Older' }} />}
      </Section>
    </PlainShell>
  )
}
