import { asAnswer } from '#app/domain/calendar/answers.ts'
import { ReplyActs } from '#app/ui/invitations/reply-acts.tsx'
import { replyReason } from '#app/ui/invitations/reply-words.ts'
import { answerWord } from '#app/ui/invitations/words.ts'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { AnswerMark } from '#app/ui/kit/status-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

export type ReplyFace = {
  id: string; revision: number; kind: string; state: string; channel: string; reason: string; from_name: string; from_address: string; subject: string; received_ms: number; answer: string; word: string; deputy: string; proposed: string
  start_ms: number | null; end_ms: number | null; authenticity: string; sample: number; person_id: string | null; person_name: string | null; engagement_id: string | null; engagement_title: string | null
  zone: string | null; meeting_start_ms: number | null
}
type ReplyTableProps = { base: string; rows: readonly ReplyFace[]; clock: Clock; canSettle: boolean }

/** Messages that came in, the newest first: who wrote, what about, what it says and why it stands where it does. */
export function ReplyTable({ base, rows, clock, canSettle }: ReplyTableProps) {
  return (
    <Table caption="Replies, the newest first" quiet fold heads={[{ label: 'From' }, { label: 'Meeting' }, { label: 'What it says' }, { label: 'State' }]}>
      {rows.map((row) => (
        <Row key={row.id}>
          <RowHead>
            <a className="wrap" href={`${base}/invitations/review/${row.id}`}>{row.from_name || row.from_address || 'without a sender'}<span className="vh">: {row.subject}</span></a>{row.sample === 1 && <> <SampleMark /></>}
            {row.from_name !== '' && <span className="under small soft wrap">{row.channel === 'page' ? 'on their page' : row.from_address}</span>}
            <span className="under small soft"><At ms={row.received_ms} clock={clock} /></span>
          </RowHead>
          <Cell label="Meeting">
            {row.engagement_id ? <a href={`${base}/engagements/${row.engagement_id}`}>{row.engagement_title}</a> : <span className="soft">not known</span>}
            {row.person_name !== null && <span className="under small soft">invitation of {row.person_name}</span>}
          </Cell>
          <Cell label="What it says">
            <ReplySaid row={row} />
            {row.subject !== '' && <span className="under small soft wrap">{row.subject}</span>}
          </Cell>
          <Cell label="State">
            <ReplyMark row={row} />
            {replyReason(row.reason) !== '' && <span className="under small soft">{replyReason(row.reason)}.</span>}
            {canSettle && row.state === 'task' && <ReplyActs base={base} row={row} />}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** What a message says, in the words of this application. */
export function ReplySaid({ row }: { row: Pick<ReplyFace, 'kind' | 'answer' | 'deputy' | 'proposed' | 'word' | 'authenticity' | 'state' | 'channel'> }) {
  return (
    <>
      {row.kind === 'counter' && <><Mark icon="postponed" state="postponed">another time</Mark><span className="under">{row.proposed}</span></>}
      {row.kind === 'bounce' && <Mark icon="error" state="error">{row.state === 'applied' ? 'came back' : 'delivery report'}</Mark>}
      {row.kind !== 'counter' && row.kind !== 'bounce' && row.answer !== 'none' && <AnswerMark answer={answerWord(asAnswer(row.answer))} />}
      {row.deputy !== '' && <span className="under wrap">{row.deputy}</span>}
      {row.word !== '' && <span className="under wrap">“{row.word}”</span>}
      {row.kind !== 'bounce' && row.channel === 'mail' && row.authenticity !== 'pass' && row.answer !== 'none' && <span className="under small soft">sender not proven</span>}
    </>
  )
}

const STATES = {
  open: { icon: 'warning', state: 'warning', word: 'to decide' }, task: { icon: 'warning', state: 'warning', word: 'to settle' }, applied: { icon: 'confirmed', state: 'confirmed', word: 'applied' },
  settled: { icon: 'confirmed', state: 'confirmed', word: 'settled' }, kept: { icon: 'info', state: undefined, word: 'nothing to do' }, dismissed: { icon: 'close', state: undefined, word: 'put aside' },
} as const

export function ReplyMark({ row }: { row: Pick<ReplyFace, 'state'> }) {
  const { icon, state, word } = STATES[row.state as keyof typeof STATES] ?? STATES.kept
  return <Mark icon={icon} {...(state ? { state } : {})}>{word}</Mark>
}
