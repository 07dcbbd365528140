import type { MailState } from '#app/domain/notices.ts'
import { KIND_WORDS } from '#app/ui/invitations/words.ts'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type MailFace = {
  id: string; kind: string; state: MailState; toName: string; toAddress: string; title: string; sequence: number | null; createdMs: number; nextMs: number; acceptedMs: number | null
  attempts: number; lastCode: number | null; lastText: string
}
type MailTableProps = { base: string; mails: readonly MailFace[]; clock: Clock; canSend: boolean; mailbox: boolean }

/** Messages with their state, attempts and what the mail server last said. */
export function MailTable({ base, mails, clock, canSend, mailbox }: MailTableProps) {
  return (
    <Table caption="Messages, the newest first" quiet fold heads={[{ label: 'To' }, { label: 'Message' }, { label: 'State' }, { label: 'Tries', num: true }, { label: 'Last reply' }]}>
      {mails.map((mail) => (
        <Row key={mail.id} state={mail.state === 'failed' || mail.state === 'quarantined' || mail.state === 'bounced' ? 'attention' : undefined}>
          <RowHead>{mail.toName}<span className="under small soft">{mail.toAddress}</span></RowHead>
          <Cell label="Message">
            {KIND_WORDS[mail.kind as keyof typeof KIND_WORDS] ?? mail.kind}: {mailbox && mail.state === 'accepted' ? <a href={`/mailbox/${mail.id}`}>{mail.title}</a> : mail.title}
            <span className="under small soft">{mail.sequence !== null && <>version {mail.sequence + 1}, </>}<At ms={mail.createdMs} clock={clock} /></span>
          </Cell>
          <Cell label="State"><MailMark state={mail.state} /></Cell>
          <Cell label="Tries" num>{mail.attempts}</Cell>
          <Cell label="Last reply"><LastReply mail={mail} base={base} clock={clock} canSend={canSend} /></Cell>
        </Row>
      ))}
    </Table>
  )
}

function LastReply({ mail, base, clock, canSend }: { mail: MailFace; base: string; clock: Clock; canSend: boolean }) {
  const again = mail.state === 'failed' || mail.state === 'quarantined' || mail.state === 'retry' || mail.state === 'bounced'
  return (
    <>
      {mail.lastText !== '' && <span className="wrap">{mail.lastCode !== null && !mail.lastText.startsWith(String(mail.lastCode)) && `${mail.lastCode} `}{mail.lastText}</span>}
      {mail.state === 'retry' && <span className="under small soft">next try <At ms={mail.nextMs} clock={clock} /></span>}
      {again && canSend && <span className="line acts"><ActionButton action={`${base}/mail/retry`} hidden={{ mail: mail.id }} tight aria-label={`Try the mail to ${mail.toName} again`}>Try again</ActionButton></span>}
    </>
  )
}

const STATES = {
  queued: { icon: 'postponed', state: 'postponed', word: 'waits' }, sending: { icon: 'requested', state: 'requested', word: 'being sent' }, retry: { icon: 'postponed', state: 'postponed', word: 'put off' },
  accepted: { icon: 'confirmed', state: 'confirmed', word: 'handed over' }, failed: { icon: 'error', state: 'error', word: 'not delivered' }, quarantined: { icon: 'error', state: 'error', word: 'put aside' },
  cancelled: { icon: 'undo', state: undefined, word: 'taken back' }, bounced: { icon: 'error', state: 'error', word: 'came back' },
} as const

function MailMark({ state }: { state: MailState }) {
  const { icon, state: tone, word } = STATES[state]
  return <Mark icon={icon} {...(tone ? { state: tone } : {})}>{word}</Mark>
}
