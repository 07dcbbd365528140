import type { Owed, OwedGroup } from '#app/domain/calendar/owed.ts'
import { countKinds } from '#app/domain/calendar/owed.ts'
import { count } from '#app/domain/text.ts'
import { OwedGroupTable } from '#app/ui/invitations/owed-table.tsx'
import { sendWords } from '#app/ui/invitations/words.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Tabs } from '#app/ui/kit/tabs.tsx'

export type Half = { groups: OwedGroup[]; left: number }
type DeskProps = { base: string; action: string; narrowed: boolean; canSend: boolean; mails: Half; others: Half }

/** The views of a mission's invitations. */
export function DeskTabs({ base, current }: { base: string; current: 'desk' | 'holdings' | 'replies' | 'mail' }) {
  return <Tabs label="Invitations" tabs={[
    { href: `${base}/invitations`, label: 'To send', current: current === 'desk' },
    { href: `${base}/invitations/holdings`, label: 'Who holds what', current: current === 'holdings' },
    { href: `${base}/invitations/review`, label: 'Replies', current: current === 'replies' },
    { href: `${base}/mail`, label: 'Mail queue', current: current === 'mail' },
  ]} />
}

/** Who would get a mail and why; one press sends exactly what is ticked. */
export function MailHalf({ base, action, narrowed, canSend, mails }: DeskProps) {
  const rows = mails.groups.flatMap((group) => group.rows)
  const kinds = countKinds(rows)
  if (rows.length === 0) return null
  return (
    <Form action={action}>
      {mails.groups.map((group) => <OwedGroupTable key={group.engagementId} group={group} base={base} narrowed={narrowed} canPick={canSend} part="mail" />)}
      <Left n={mails.left} />
      {canSend && (
        <CommitBar actions={<Button kind="primary" data-picked={sendWords(kinds, '#')}>{sendWords(kinds)}</Button>}>
          <b>{count(rows.length, 'person gets a mail', 'people get a mail')},</b> each their own; nobody sees another’s address.{kinds.asksAgain && ' Where the time changed, the answer is asked again.'} Held for 60 seconds, so that you can undo.
        </CommitBar>
      )}
    </Form>
  )
}

/** People without an address, whom somebody tells by letter, phone or in person. */
export function OtherHalf({ base, action, narrowed, canSend, others }: DeskProps) {
  const rows: Owed[] = others.groups.flatMap((group) => group.rows)
  if (rows.length === 0) return null
  return (
    <Form action={action}>
      <div><h2>To be told by letter, phone or in person</h2><p className="soft">They have no e-mail address. Tick whom you told; their version is then noted as theirs.</p></div>
      {others.groups.map((group) => <OwedGroupTable key={group.engagementId} group={group} base={base} narrowed={narrowed} canPick={canSend} part="other" />)}
      <Left n={others.left} />
      {canSend && <div className="line acts"><Button data-picked="Note # as told">Note {rows.length} as told</Button></div>}
    </Form>
  )
}

function Left({ n }: { n: number }) {
  return n === 0 ? null : <p className="soft">{count(n, 'more person waits', 'more people wait')}; they show once these are sent.</p>
}
