import { isLate } from '#app/domain/questionnaires/requests.ts'
import { count } from '#app/domain/text.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import { dueWords, stateMark } from '#app/ui/questionnaires/words.ts'

export type RequestLine = {
  id: string; organisation: string; contact_name: string; contact_email: string; language: string; state: string; deadline_ms: number; deadline_zone: string; deadline_city: string; returned_ms: number | null; late: number
  reminders: number; reopen_asked_ms: number | null; reply_id: string | null; entered_by: string; sample: number; answers: number | null; files: number | null; asides: number | null
}

const HEADS = [{ label: 'Organisation' }, { label: 'State' }, { label: 'Answer by' }, { label: 'Answers', num: true }, { label: 'Open', hidden: true, fit: true }]

/** Who is asked, by deadline: how far each has come and how many days are left. */
export function RequestTable({ requests, at, base, now, of }: { requests: readonly RequestLine[]; at: string; base: string; now: number; of: number }) {
  return (
    <Table caption="Organisations by deadline" quiet fold heads={HEADS}>
      {requests.map((request) => (
        <Row key={request.id} id={`r-${request.id}`} {...(isLate(request, now) ? { state: 'attention' as const } : {})}>
          <RowHead>
            <a href={`${at}/${request.id}`}>{request.organisation}</a> {request.sample === 1 && <SampleMark />}
            <span className="under small soft">{[request.contact_name, request.contact_email || 'no e-mail', languageName(request.language)].filter(Boolean).join(' · ')}</span>
          </RowHead>
          <Cell label="State"><RequestState request={request} now={now} /></Cell>
          <Cell label="Answer by"><At ms={request.deadline_ms} clock={{ zone: request.deadline_zone, city: request.deadline_city }} /></Cell>
          <Cell label="Answers" num>{Number(request.answers)} of {of}{Number(request.files) > 0 && <span className="under small soft">{count(Number(request.files), 'file', 'files')}</span>}</Cell>
          <Cell fit>{request.reply_id !== null && <ButtonLink tight {...(request.state === 'returned' ? { kind: 'primary' as const } : {})} href={`${base}/documents/${request.reply_id}`}>Read<span className="vh"> the answers of {request.organisation}</span></ButtonLink>}</Cell>
        </Row>
      ))}
    </Table>
  )
}

/** Mark, days, and what the organisation asks for. */
export function RequestState({ request, now }: { request: RequestLine; now: number }) {
  const { icon, state, word } = stateMark(request)
  const due = dueWords(request, now)
  return (
    <>
      <Mark icon={icon} state={state}>{word}</Mark>
      {due !== '' && <span className="under small">{isLate(request, now) ? <Mark icon="warning" state="warning">{due}</Mark> : <span className="soft">{due}</span>}</span>}
      {request.returned_ms !== null && request.late === 1 && <span className="under small"><Mark icon="warning" state="warning">came late</Mark></span>}
      {request.entered_by !== '' && <span className="under small soft">on paper, entered by {request.entered_by}</span>}
      {request.reminders > 0 && <span className="under small soft">{count(request.reminders, 'reminder', 'reminders')}</span>}
      {request.reopen_asked_ms !== null && <span className="under small"><Mark icon="requested" state="requested">asks to change answers</Mark></span>}
    </>
  )
}
