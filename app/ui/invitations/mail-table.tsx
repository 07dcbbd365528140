import type { MailState } from '#app/domain/notices.ts'
import { STATE_WORDS, kindWord } from '#app/ui/invitations/mail-words.ts'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type MailFace = {
  id: string; kind: string; state: MailState; toName: string; toAddress: string; title: string; sequence: number | null; createdMs: number; nextMs: number; acceptedMs: number | null
  attempts: number; lastCode: number | null; lastText: string
}
type MailTableProps = { base: string; mails: readonly MailFace[]; clock: Clock; canSend: boolean }

/** Messages with their state, attempts and what the mail server last said; each leads to its page. */
export function MailTable({ base, mails, clock, canSend }: MailTableProps) {
  return (
    <Table caption="Messages, the newest first" quiet fold heads={[{ label: 'To' }, { label: 'Message' }, { label: 'State' }, { label: 'Tries', num: true }, { label: 'Last reply' }]}>
      {mails.map((mail) => (
        <Row key={mail.id} state={isStuck(mail.state) ? 'attention' : undefined}>
          <RowHead>{mail.toName}<span className="under small soft">{mail.toAddress}</span></RowHead>
          <Cell label="Message">
            <a href={`${base}/mail/${mail.id}`}>{kindWord(mail.kind)}: {mail.title}</a>
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

function isStuck(state: MailState): boolean {
  return state === 'failed' || state === 'quarantined' || state === 'bounced'
}

/** True where another try by hand makes sense. */
export function canTryAgain(state: MailState): boolean {
  return isStuck(state) || state === 'retry'
}

function LastReply({ mail, base, clock, canSend }: { mail: MailFace; base: string; clock: Clock; canSend: boolean }) {
  return (
    <>
      {mail.lastText !== '' && <span className="wrap"><ReplyText code={mail.lastCode} text={mail.lastText} /></span>}
      {mail.state === 'retry' && <span className="under small soft">next try <At ms={mail.nextMs} clock={clock} /></span>}
      {canTryAgain(mail.state) && canSend && <span className="line acts"><ActionButton action={`${base}/mail/retry`} hidden={{ mail: mail.id }} tight aria-label={`Try the mail to ${mail.toName} again`}>Try again</ActionButton></span>}
    </>
  )
}

/** What a mail server said, with its code once. */
export function ReplyText({ code, text }: { code: number | null; text: string }) {
  return <>{code !== null && !text.includes(String(code)) && `${code} `}{text}</>
}

export function MailMark({ state }: { state: MailState }) {
  const { icon, state: tone, word } = STATE_WORDS[state]
  return <Mark icon={icon} {...(tone ? { state: tone } : {})}>{word}</Mark>
}
