import { ReplyMark, ReplySaid } from '#app/ui/invitations/reply-list.tsx'
import type { ReplyFace } from '#app/ui/invitations/reply-list.tsx'
import { senderWords } from '#app/ui/invitations/reply-words.ts'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

export type ReplyDetail = ReplyFace & {
  sent_ms: number | null; method: string; uid: string; sequence: number | null; stamp_ms: number | null; sent_by: string; body: string; size: number; settled_by: string; settled_ms: number | null; invitation_id: string | null
}

/** Who wrote, when, about what, and what the calendar part claims. */
export function ReplyFacts({ base, mail, clock, source }: { base: string; mail: ReplyDetail; clock: Clock; source: string | undefined }) {
  return (
    <Facts>
      <Fact term="State"><ReplyMark row={mail} />{mail.settled_ms !== null && <span className="under small soft">{mail.settled_by}, <At ms={mail.settled_ms} clock={clock} /></span>}</Fact>
      <Fact term="From"><span className="wrap">{mail.from_name && `${mail.from_name} `}{mail.from_address ? `<${mail.from_address}>` : 'no single sender'}</span>{mail.sample === 1 && <> <SampleMark /></>} <span className="small soft">{mail.channel === 'page' ? 'by the link in their mail' : senderWords(mail.authenticity)}</span></Fact>
      {mail.sent_by !== '' && <Fact term="Sent by"><span className="wrap">{mail.sent_by}</span></Fact>}
      <Fact term="Came in"><At ms={mail.received_ms} clock={clock} /></Fact>
      <Fact term="Meeting">{mail.engagement_id ? <a href={`${base}/engagements/${mail.engagement_id}`}>{mail.engagement_title}</a> : <span className="soft">not known</span>}</Fact>
      {mail.person_id && <Fact term="Invited"><a href={`${base}/people/${mail.person_id}`}>{mail.person_name}</a></Fact>}
      {(mail.answer !== 'none' || mail.kind === 'counter' || mail.word !== '') && <Fact term="It says"><ReplySaid row={{ ...mail, authenticity: 'pass' }} /></Fact>}
      {mail.method !== '' && <Fact term="Calendar part">{mail.method}{mail.sequence !== null && `, version ${mail.sequence + 1}`}{mail.stamp_ms !== null && <>, <At ms={mail.stamp_ms} clock={clock} /></>}</Fact>}
      {mail.uid !== '' && <Fact term="UID"><span className="wrap">{mail.uid}</span></Fact>}
      {mail.channel === 'mail' && <Fact term="The mail">{source ? <a href={source}>as it came in, {kilobytes(mail.size)}</a> : <>{kilobytes(mail.size)}, not kept</>}</Fact>}
    </Facts>
  )
}

function kilobytes(bytes: number): string {
  return bytes < 1_024 ? `${bytes} bytes` : `${Math.round(bytes / 1_024)} KB`
}

/** Its words as they came in: somebody else's, so nothing in them is a link. */
export function ReplyWords({ mail }: { mail: Pick<ReplyDetail, 'body'> }) {
  if (mail.body === '') return null
  return <Section id="words" title="Its words"><pre className="mail-text" tabIndex={0}>{mail.body}</pre></Section>
}
