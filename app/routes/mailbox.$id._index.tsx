import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { count } from '#app/domain/text.ts'
import { signedIn } from '#app/http/enter.server.ts'
import { enterMail } from '#app/http/mailbox.server.ts'
import { CalendarPart, MailBody } from '#app/ui/invitations/mail-sheet.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { PlainShell } from '#app/ui/shell/plain-shell.tsx'
import { markupTree } from '#emails/markup.server.ts'
import { readMail } from '#emails/reading.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mail · Caravan' }]

export const loader = signedIn(async (who, entered) => {
  const mail = await enterMail(who, entered)
  const { headers, subject, text, html, calendar, parts } = await readMail(mail.mime)
  return { id: mail.id, headers, subject, text, body: markupTree(html), calendar, parts, bytes: mail.mime.byteLength, person: { name: who.actor.name, role: who.actor.email }, theme: who.theme }
})

export default function Mail() {
  const { id, headers, subject, text, body, calendar, parts, bytes, person, theme } = useLoaderData<typeof loader>()
  return (
    <PlainShell person={person} theme={theme}>
      <PageHead eyebrow={<a href="/mailbox">Mailbox</a>} title={subject} actions={<ButtonLink href={`/mailbox/${id}/raw`} icon="download">Raw source, {Math.ceil(bytes / 1024)} KB</ButtonLink>} />
      <Facts>{headers.map(({ name, value }) => <Fact key={name} term={name}><span className="wrap">{value}</span></Fact>)}</Facts>
      <MailBody body={body} />
      <Disclosure words="The same as plain text"><pre className="mail-text">{text}</pre></Disclosure>
      {calendar && <CalendarPart calendar={calendar} />}
      {parts.length > 0 && (
        <Section id="parts" title="Parts" aside={count(parts.length, 'part', 'parts')}>
          <List label="Parts of the mail">{parts.map((part, at) => <ListRow key={at} mark={<span className="small soft">{part.bytes} bytes</span>}>{part.name} <span className="soft">{part.type}</span></ListRow>)}</List>
        </Section>
      )}
    </PlainShell>
  )
}
