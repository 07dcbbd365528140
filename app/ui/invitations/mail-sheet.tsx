import { textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { Language } from '#app/domain/calendar/texts/texts.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import { createElement } from 'react'
import type { ReactNode } from 'react'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Sheet } from '#app/ui/kit/sheet.tsx'
import { datetimeOf, formatDay, formatMinute, wallOf } from '#app/domain/time.ts'

export type MarkupNode = string | { tag: string; href?: string; children: MarkupNode[] }
export type CalendarFacts = {
  method: string; uid: string; sequence: number; title: string; status: string; place: string; description: string; comment: string; startMs: number | null; endMs: number | null; stampMs: number | null
  organiser: (Mailbox & { answer: string }) | null; attendees: (Mailbox & { answer: string })[]
}

type MailSheetProps = {
  headers: { from: Mailbox; to: Mailbox; replyTo: Mailbox | null; subject: string }
  /** That it is written in. */
  language?: Language
  body: MarkupNode[]
  text: string
  calendar: CalendarFacts | null
}

/** A mail as a person would see it, with what its calendar part says. */
export function MailSheet({ headers, language, body, text, calendar }: MailSheetProps) {
  return (
    <>
      <Facts>
        <Fact term="Subject"><b lang={language}>{headers.subject}</b></Fact>
        <Fact term="From">{named(headers.from)}</Fact>
        <Fact term="To">{named(headers.to)}</Fact>
        {headers.replyTo && <Fact term="Reply-To">{named(headers.replyTo)}</Fact>}
        {language && <Fact term="Language"><span lang={language}>{textsOf(language).name}</span></Fact>}
      </Facts>
      <MailBody body={body} language={language} />
      <Disclosure words="The same as plain text"><pre className="mail-text" lang={language}>{text}</pre></Disclosure>
      {calendar && <CalendarPart calendar={calendar} language={language} />}
    </>
  )
}

function named({ name, address }: Mailbox): string {
  return name ? `${name} <${address}>` : address
}

/** The words and rows of the HTML part; nothing of it but its structure is taken over. */
export function MailBody({ body, language }: { body: MarkupNode[]; language?: Language }) {
  return <Sheet label="The mail"><div className="mail" lang={language}>{body.map(shown)}</div></Sheet>
}

/** The headings of a mail stand below those of the page. */
const AS: Record<string, string> = { h1: 'h2', h2: 'h3' }

function shown(node: MarkupNode, key: number): ReactNode {
  if (typeof node === 'string') return node
  if (node.tag === 'br') return <br key={key} />
  const attributes = node.href === undefined ? {} : { href: node.href, rel: 'noreferrer' }
  const tag = node.tag === 'a' && node.href === undefined ? 'span' : (AS[node.tag] ?? node.tag)
  return createElement(tag, { key, ...attributes }, ...node.children.map(shown))
}

/** What a calendar makes of the invitation. */
export function CalendarPart({ calendar, language }: { calendar: CalendarFacts; language?: Language }) {
  return (
    <Section id="calendar" title="In the calendar" aside="decoded from the calendar part">
      <Facts>
        <Fact term="What it does">{METHODS[calendar.method] ?? calendar.method}</Fact>
        <Fact term="Title">{calendar.title}</Fact>
        <Fact term="Starts"><Utc ms={calendar.startMs} /></Fact>
        {calendar.endMs !== null && <Fact term="Ends"><Utc ms={calendar.endMs} /></Fact>}
        {calendar.place && <Fact term="Place">{calendar.place}</Fact>}
        <Fact term="Status">{calendar.status.toLowerCase()}</Fact>
        {calendar.organiser && <Fact term="Organiser">{named(calendar.organiser)}</Fact>}
        {calendar.attendees.map((person) => <Fact key={person.address} term="Asked">{named(person)} <span className="soft">{person.answer.toLowerCase().replace('-', ' ')}</span></Fact>)}
        <Fact term="Version">{calendar.sequence + 1} <span className="soft">SEQUENCE {calendar.sequence}</span></Fact>
        <Fact term="UID"><span className="wrap">{calendar.uid}</span></Fact>
        {calendar.description && <Fact term="Description"><span className="lines" lang={language}>{calendar.description}</span></Fact>}
        {calendar.comment && <Fact term="Comment"><span className="lines" lang={language}>{calendar.comment}</span></Fact>}
      </Facts>
    </Section>
  )
}

const METHODS: Record<string, string> = { REQUEST: 'invites or updates (REQUEST)', CANCEL: 'cancels (CANCEL)', PUBLISH: 'only informs (PUBLISH)' }

function Utc({ ms }: { ms: number | null }) {
  if (ms === null) return <>not said</>
  const wall = wallOf(ms, 'UTC')
  return <><time dateTime={datetimeOf(wall.day, wall.minute, 0)}>{formatDay(wall.day)}, {formatMinute(wall.minute)}</time> <span className="zone">UTC</span></>
}
