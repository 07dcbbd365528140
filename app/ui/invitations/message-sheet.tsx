import type { WaitReason } from '#app/domain/calendar/waiting.ts'
import type { MailState } from '#app/domain/notices.ts'
import { MailMark, ReplyText } from '#app/ui/invitations/mail-table.tsx'
import { eventWord, kindWord, waitWords } from '#app/ui/invitations/mail-words.ts'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type Message = {
  id: string; kind: string; state: MailState; toName: string; toAddress: string; title: string; sequence: number | null; createdMs: number; nextMs: number; acceptedMs: number | null; expiresMs: number | null
  attempts: number; lastCode: number | null; lastText: string; uncertain: boolean; messageId: string; engagementId: string | null; personId: string | null; dispatchId: string | null
}
type MailEvent = { atMs: number; kind: string; by: string; attempt: number; code: number | null; text: string }
type Version = { id: string; version: number; kind: string; state: MailState; again: number }

/** Why a message is still here; nothing for one that is settled. */
export function WhyItWaits({ base, reasons, clock }: { base: string; reasons: readonly WaitReason[]; clock: Clock }) {
  if (reasons.length === 0) return null
  return (
    <Note title="Why it waits">
      {reasons.map((reason) => (
        <span key={reason.why + ('whose' in reason ? reason.whose : '')} className="under wrap">
          {reason.why === 'earlier' ? <a href={`${base}/mail/${reason.id}`}>{waitWords(reason)}</a> : waitWords(reason)}{'untilMs' in reason && <>, until <At ms={reason.untilMs} clock={clock} /></>}{'sinceMs' in reason && <>, since <At ms={reason.sinceMs} clock={clock} /></>}.{'text' in reason && ` It said: ${reason.text}`}
        </span>
      ))}
    </Note>
  )
}

/** To whom, about what, which version, and where it stands. */
export function MessageFacts({ base, mail, clock, mailbox }: { base: string; mail: Message; clock: Clock; mailbox?: string | undefined }) {
  return (
    <Facts>
      <Fact term="State"><MailMark state={mail.state} />{mail.lastText !== '' && <span className="under small soft wrap"><ReplyText code={mail.lastCode} text={mail.lastText} /></span>}</Fact>
      <Fact term="To"><span className="wrap">{mail.personId ? <a href={`${base}/people/${mail.personId}`}>{mail.toName || mail.toAddress}</a> : mail.toName} <span className="soft">{mail.toAddress}</span></span></Fact>
      {mail.engagementId && <Fact term="Meeting"><a href={`${base}/engagements/${mail.engagementId}`}>{mail.title}</a></Fact>}
      <Fact term="Sent">{mail.dispatchId ? <a href={`${base}/invitations/dispatches/${mail.dispatchId}`}>in the sending of <At ms={mail.createdMs} clock={clock} /></a> : <At ms={mail.createdMs} clock={clock} />}</Fact>
      <Fact term="Tries">{mail.attempts}{mail.uncertain && <span className="under small soft">One of them may have arrived: another copy has the same bytes.</span>}</Fact>
      {mail.acceptedMs !== null && <Fact term="Handed over"><At ms={mail.acceptedMs} clock={clock} />{mailbox && <> <a href={mailbox}>Read it in the mailbox</a></>}</Fact>}
      {mail.acceptedMs === null && mail.expiresMs !== null && <Fact term="Of use until"><At ms={mail.expiresMs} clock={clock} /></Fact>}
      <Fact term="Message-ID"><span className="wrap">{mail.messageId}</span></Fact>
    </Facts>
  )
}

/** Everything that happened to it, in its order. */
export function MessageHistory({ events, clock }: { events: readonly MailEvent[]; clock: Clock }) {
  return (
    <Section id="history" title="History">
      {events.length === 0 && <p className="soft">Nothing has happened to it yet.</p>}
      <List label="What happened to this message">
        {events.map((event, at) => (
          <ListRow key={at} under={<><At ms={event.atMs} clock={clock} />{event.text !== '' && <span className="under wrap"><ReplyText code={event.code} text={event.text} /></span>}</>}>
            {event.attempt > 0 && `Try ${event.attempt}: `}{eventWord(event.kind)}{event.by !== '' && <span className="soft">, {event.by}</span>}
          </ListRow>
        ))}
      </List>
    </Section>
  )
}

/** The messages for the same person about the same meeting; they leave in this order. */
export function MessageVersions({ base, id, versions }: { base: string; id: string; versions: readonly Version[] }) {
  if (versions.length < 2) return null
  return (
    <Section id="versions" title="Versions for this person" aside="they leave in this order">
      <List label="Versions">
        {versions.map((version) => (
          <ListRow key={version.id} mark={<MailMark state={version.state} />}>
            {version.id === id ? <b>{versionWords(version)}: this message</b> : <a href={`${base}/mail/${version.id}`}>{versionWords(version)}</a>}
          </ListRow>
        ))}
      </List>
    </Section>
  )
}

function versionWords({ version, kind, again }: Version): string {
  return `Version ${version}, ${kindWord(kind).toLowerCase()}${again > 0 ? ', sent again' : ''}`
}
