import { asAnswer } from '#app/domain/calendar/answers.ts'
import { answerWord } from '#app/ui/invitations/words.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { AnswerMark } from '#app/ui/kit/status-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type HoldingFace = {
  invitationId: string; engagementId: string; engagementTitle: string; personId: string; personName: string; address: string; version: number; state: string; sentMs: number | null; answer: string; earlierAnswer: string
  answerBy: string; answerChannel: string; answerMs: number | null; answerWord: string; deputyName: string; sample: boolean; mailState: string | null; repeats: number; unverified: boolean
}

/** Who was told which version, and what they answered through which channel. */
export function HoldingTable({ base, rows, canRecord, canSend, clock }: { base: string; rows: readonly HoldingFace[]; canRecord: boolean; canSend: boolean; clock: Clock }) {
  return (
    <Table caption="Who holds what, meeting by meeting" quiet fold heads={[{ label: 'Person' }, { label: 'Meeting' }, { label: 'Version', num: true }, { label: 'Told' }, { label: 'Answer' }]}>
      {rows.map((row) => (
        <Row key={row.invitationId}>
          <RowHead><a href={`${base}/people/${row.personId}`}>{row.personName}</a>{row.sample && <> <SampleMark /></>}<span className="under small soft">{row.address || 'by other means'}</span></RowHead>
          <Cell label="Meeting"><a href={`${base}/engagements/${row.engagementId}`}>{row.engagementTitle}</a></Cell>
          <Cell label="Version" num>{row.version}</Cell>
          <Cell label="Told">{row.sentMs === null ? '' : <At ms={row.sentMs} clock={clock} />}{row.repeats > 0 && <span className="under small soft">{row.repeats === 1 ? 'sent again once' : `sent again ${row.repeats} times`}</span>}<MailNote base={base} state={row.mailState} />{canSend && row.mailState === 'accepted' && <span className="under flush"><ButtonLink tight kind="quiet" href={`${base}/invitations/again/${row.invitationId}`}>Send again<span className="vh"> to {row.personName} about {row.engagementTitle}</span></ButtonLink></span>}</Cell>
          <Cell label="Answer"><HeldAnswer row={row} clock={clock} />{canRecord && row.state === 'invited' && <span className="under"><ButtonLink tight href={`${base}/invitations/answers/${row.invitationId}`}>Record an answer<span className="vh"> of {row.personName} about {row.engagementTitle}</span></ButtonLink></span>}</Cell>
        </Row>
      ))}
    </Table>
  )
}

/** Says so where the mail with this version has not arrived. */
function MailNote({ base, state }: { base: string; state: string | null }) {
  if (state === 'bounced') return <span className="under"><Mark icon="error" state="error"><a href={`${base}/mail?state=failed`}>mail came back</a></Mark></span>
  if (state === 'failed' || state === 'quarantined') return <span className="under"><Mark icon="error" state="error"><a href={`${base}/mail?state=failed`}>mail not delivered</a></Mark></span>
  if (state === 'queued' || state === 'retry' || state === 'sending') return <span className="under"><Mark icon="postponed" state="postponed"><a href={`${base}/mail?state=waiting`}>still on its way</a></Mark></span>
  return null
}

const CHANNEL_WORDS: Record<string, string> = { page: 'on their page', phone: 'by phone', letter: 'by letter', 'in person': 'in person', mail: 'by mail' }

/** The answer with who gave or wrote it down, how and when. */
export function HeldAnswer({ row, clock }: { row: Omit<HoldingFace, 'personId'>; clock: Clock }) {
  if (row.state === 'cancelled') return <Mark icon="cancelled" state="cancelled">cancelled</Mark>
  const answer = asAnswer(row.answer)
  return (
    <>
      <AnswerMark answer={answerWord(answer)} />
      {row.deputyName !== '' && answer === 'deputy' && <span className="under">{row.deputyName}</span>}
      {row.answerWord !== '' && answer !== 'none' && <span className="under">“{row.answerWord}”</span>}
      {answer !== 'none' && row.answerMs !== null && <span className="under small soft">{CHANNEL_WORDS[row.answerChannel] ?? row.answerChannel}, {row.answerBy}, <At ms={row.answerMs} clock={clock} /></span>}
      {answer !== 'none' && row.unverified && <span className="under small"><Mark icon="warning" state="warning">sender not proven</Mark></span>}
      {answer === 'none' && asAnswer(row.earlierAnswer) !== 'none' && <span className="under small soft">{answeredLate(row) ? 'answered the earlier time' : 'asked again; before'}: {answerWord(asAnswer(row.earlierAnswer))}</span>}
    </>
  )
}

/** The answer came after the new time was told, and for the old one. */
function answeredLate({ answerMs, sentMs }: Pick<HoldingFace, 'answerMs' | 'sentMs'>): boolean {
  return answerMs !== null && sentMs !== null && answerMs > sentMs
}
