import { AgendaOutline } from '#app/ui/engagements/agenda-outline.tsx'
import type { OutlineItem } from '#app/ui/engagements/agenda-outline.tsx'
import { PeopleTable } from '#app/ui/engagements/people-table.tsx'
import type { Answered, Appearance } from '#app/ui/engagements/people-table.tsx'
import { count } from '#app/domain/text.ts'
import type { Minute, Zone as ZoneName } from '#app/domain/time.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Zone } from '#app/ui/kit/zone-time.tsx'

/** Where an engagement is: its mission's address, its own, and whether the reader may change it. */
export type Here = { base: string; at: string; canEdit: boolean }

/** Who would be written to if somebody sent now. */
export function Owed({ base, id, owed, holding }: Pick<Here, 'base'> & { id: string; owed: number; holding: number }) {
  if (owed === 0) return null
  const words = holding === 0 ? `${count(owed, 'person waits', 'people wait')} for an invitation.` : `${count(owed, 'person does', 'people do')} not know what stands here yet.`
  return <Note title={words} actions={<ButtonLink tight icon="mail" href={`${base}/invitations?engagement=${id}`}>See what they would get</ButtonLink>}>Nobody is told before you send.</Note>
}

type PeopleProps = Here & { id: string; people: readonly Appearance[]; held: readonly Answered[]; starts: Readonly<Record<string, Minute>>; begun: boolean; clock: { city: string; offset: string } }

/** Who appears, and how more are added. */
export function People({ id, base, at, canEdit, people, held, starts, begun, clock }: PeopleProps) {
  const add = <ButtonLink href={`${at}/people/new`} icon="plus">Add somebody</ButtonLink>
  return (
    <Section id="who" title="Counterparts and team, in protocol order" aside={people.some((row) => row.itemId !== null) ? <Zone {...clock} /> : undefined}>
      {people.length > 0 && <PeopleTable rows={people} held={held} starts={starts} base={base} at={at} canEdit={canEdit} />}
      {people.length === 0 && <Empty title="Nobody appears here yet" action={canEdit && add}>Whoever is added with an e-mail address can be invited.</Empty>}
      {canEdit && people.length > 0 && <div className="line acts">{add}{begun && <ButtonLink href={`${at}/people/attendance`}>Who came…</ButtonLink>}<ButtonLink href={`${base}/papers/signature-sheet/${id}`} icon="document">Signature sheet</ButtonLink></div>}
    </Section>
  )
}

/** The agenda, or the way to one. */
export function Agenda({ at, canEdit, items, zone, clock }: Pick<Here, 'at' | 'canEdit'> & { items: readonly OutlineItem[]; zone: ZoneName; clock: { city: string; offset: string } }) {
  return (
    <Section id="agenda" title="Agenda" aside={items.length > 0 ? <><Zone {...clock} /> · <a href={`${at}/agenda`}>{canEdit ? 'Edit' : 'Open'}<span className="vh"> the agenda</span></a></> : undefined}>
      {items.length > 0 && <AgendaOutline items={items} zone={zone} />}
      {items.length === 0 && <Empty title="No agenda yet" action={canEdit && <ButtonLink href={`${at}/agenda`}>Build the agenda</ButtonLink>}>Items with their times and speakers, for those meetings that need one.</Empty>}
    </Section>
  )
}

type OtherTitle = { id: string; title: string; sourceLine: number | null }

/** Titles under which the engagement is known as well. */
export function OtherTitles({ at, canEdit, aliases }: Pick<Here, 'at' | 'canEdit'> & { aliases: readonly OtherTitle[] }) {
  if (aliases.length === 0 && !canEdit) return null
  return (
    <Section id="titles" title="Other titles" aside={canEdit ? <a href={`${at}/aliases`}>{aliases.length > 0 ? 'Change' : 'Add'}<span className="vh"> other titles</span></a> : undefined}>
      {aliases.length === 0 && <p className="soft">It is known under no other title.</p>}
      {aliases.map((alias) => <p key={alias.id}>“{alias.title}”<Line of={alias.sourceLine} /></p>)}
    </Section>
  )
}

function Line({ of }: { of: number | null }) {
  return of === null ? null : <span className="small soft"> line {of} of the deck</span>
}

type HistoryLine = { id: string; who: string; what: string; when: string; undone: boolean }

/** Who changed it, the newest first. */
export function History({ base, lines, of = 'engagement' }: Pick<Here, 'base'> & { lines: readonly HistoryLine[]; of?: 'engagement' | 'task' }) {
  return (
    <Section id="history" title="History" aside={<a href={`${base}/history`}>Of the whole mission</a>}>
      {lines.length === 0 && <p className="soft">Nobody has changed it yet.</p>}
      <List label={`Changes of this ${of}`}>{lines.map((line) => <ListRow key={line.id} under={line.when} mark={line.undone ? <span className="small soft">taken back</span> : undefined}><b>{line.who}</b> {line.what}</ListRow>)}</List>
    </Section>
  )
}
