import type { Gathering, Owed, OwedGroup } from '#app/domain/calendar/owed.ts'
import { countKinds, wasPicked } from '#app/domain/calendar/owed.ts'
import { count } from '#app/domain/text.ts'
import { NOTE_MAX } from '#app/operations/invitations.input.ts'
import { OwedGroupTable } from '#app/ui/invitations/owed-table.tsx'
import { sendWords } from '#app/ui/invitations/words.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { valueOf, valuesOf } from '#app/ui/kit/problem.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Tabs } from '#app/ui/kit/tabs.tsx'
import { TextArea } from '#app/ui/kit/text-field.tsx'

export type Half = { groups: OwedGroup[]; left: number }
type DeskProps = { base: string; action: string; by: Gathering; narrowed: boolean; canSend: boolean; mails: Half; others: Half; problem?: Problem | undefined }

/** The same pending changes, gathered in another way. */
export function GatheringChips({ by, here }: { by: Gathering; here: (by: Gathering) => string }) {
  return (
    <Chips label="Gathered by">
      <ChipLink href={here('meeting')} current={by === 'meeting'}>by meeting</ChipLink>
      <ChipLink href={here('person')} current={by === 'person'}>by person</ChipLink>
    </Chips>
  )
}

/** The views of a mission's invitations. */
export function DeskTabs({ base, current }: { base: string; current: 'desk' | 'holdings' | 'replies' | 'mail' }) {
  return <Tabs label="Invitations" tabs={[
    { href: `${base}/invitations`, label: 'To send', current: current === 'desk' },
    { href: `${base}/invitations/holdings`, label: 'Who holds what', current: current === 'holdings' },
    { href: `${base}/invitations/review`, label: 'Replies', current: current === 'replies' },
    { href: `${base}/mail`, label: 'Mail queue', current: current === 'mail' },
  ]} />
}

/** Who would get a mail and why, with a word to all of them; one press sends exactly what is ticked. */
export function MailHalf({ base, action, by, narrowed, canSend, mails, problem }: DeskProps) {
  const rows = mails.groups.flatMap((group) => group.rows)
  const picked = problem && valuesOf(problem, 'pick', [])
  const kinds = countKinds(rows)
  const ticked = rows.filter((row) => wasPicked(row, picked)).length
  if (rows.length === 0) return null
  return (
    <Form action={action}>
      {canSend && (
        <Disclosure words="Add a word to all of them" open={problem !== undefined && valueOf(problem, 'note', '') !== ''}>
          <TextArea name="note" label="What you want to tell all of them" optional rows={3} maxLength={NOTE_MAX} problem={problem} hint="Stands in every mail of this sending and as a comment in the calendar entry. It is no change by itself." />
        </Disclosure>
      )}
      {mails.groups.map((group) => <OwedGroupTable key={group.id} {...{ group, by, base, narrowed, picked }} canPick={canSend} part="mail" />)}
      <Left n={mails.left} />
      {canSend && <CommitBar actions={<Button kind="primary" data-picked={sendWords(kinds, '#')}>{sendWords(kinds, ticked)}</Button>}><CommitWords rows={rows} /></CommitBar>}
    </Form>
  )
}

function CommitWords({ rows }: { rows: readonly Owed[] }) {
  const { people, withdrawn, asksAgain } = countKinds(rows)
  const mails = rows.length - withdrawn
  return (
    <>
      {mails > 0 && <><b>{people === 1 ? 'They get' : 'Everybody ticked gets'} {people === mails ? 'a mail of their own;' : 'one mail for each meeting;'}</b> nobody sees another’s address.</>}
      {withdrawn > 0 && ` ${count(withdrawn, 'mail that has not left is taken back', 'mails that have not left are taken back')}.`}
      {asksAgain && ' Where the time changed, the answer is asked again.'} Held for 60 seconds, so that you can undo.
    </>
  )
}

/** People without an address, whom somebody tells by letter, phone or in person. */
export function OtherHalf({ base, action, by, narrowed, canSend, others }: DeskProps) {
  const rows: Owed[] = others.groups.flatMap((group) => group.rows)
  if (rows.length === 0) return null
  return (
    <Form action={action}>
      <div><h2>To be told by letter, phone or in person</h2><p className="soft">They have no e-mail address. Tick whom you told; their version is then noted as theirs.</p></div>
      {others.groups.map((group) => <OwedGroupTable key={group.id} {...{ group, by, base, narrowed }} canPick={canSend} part="other" />)}
      <Left n={others.left} />
      {canSend && <div className="line acts"><Button data-picked="Note # as told">Note {rows.length} as told</Button></div>}
    </Form>
  )
}

function Left({ n }: { n: number }) {
  return n === 0 ? null : <p className="soft">{count(n, 'more person waits', 'more people wait')}; they show once these are sent.</p>
}
