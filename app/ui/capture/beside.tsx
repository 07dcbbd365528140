import { openingOfNote } from '#app/domain/meetings/notes.ts'
import { count } from '#app/domain/text.ts'
import { formatMinute } from '#app/domain/time.ts'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Tabs } from '#app/ui/kit/tabs.tsx'
import type { NoteLine } from '#app/ui/meetings/note-row.tsx'

/** The person's two notes of a meeting, and who reads the one that is open. */
export function WhoReads({ at, isPrivate }: { at: string; isPrivate: boolean }) {
  return (
    <>
      <Tabs label="Your notes of this meeting" tabs={[{ href: `${at}/note`, label: 'For the team', current: !isPrivate }, { href: `${at}/note?private=on`, label: 'Only for you', current: isPrivate }]} />
      {isPrivate && <Note title="Nobody but you reads this note">until you share it on its own page. It stands in nobody else’s lists, searches or history, and no finding rests on it.</Note>}
    </>
  )
}

/** Another note, without the meeting that the page is of. */
function Other({ note, base }: { note: NoteLine; base: string }) {
  return (
    <ListRow mark={note.private === 1 ? <Mark icon="lock" state="info">only you</Mark> : undefined} under={<>{note.author_name} · {count(Number(note.excerpts), 'sentence marked', 'sentences marked')} {note.sample === 1 && <SampleMark />}</>}>
      <a href={`${base}/notes/${note.id}`} lang={note.language}>{openingOfNote(note.opening, 90)}</a>
    </ListRow>
  )
}

type BesideProps = {
  base: string
  questions: string
  notes: readonly NoteLine[]
  speakers: readonly { name: string; title: string; sample: boolean }[]
  items: readonly { id: string; title: string; startMinute: number | null }[]
}

/** What helps while writing: what to ask, who is there and what is on the agenda, and what others wrote of this meeting. */
export function Beside({ base, questions, notes, speakers, items }: BesideProps) {
  return (
    <div className="stack beside">
      {questions !== '' && <Section id="ask" title="To ask"><p className="lines">{questions}</p></Section>}
      {(items.length > 0 || speakers.length > 0) && (
        <Disclosure words="Agenda and people" open>
          {items.length > 0 && <ol className="bare">{items.map(({ id, title, startMinute }) => <li key={id}>{startMinute !== null && <b>{formatMinute(startMinute)}</b>} {title}</li>)}</ol>}
          {speakers.length > 0 && <ul className="bare">{speakers.map(({ name, title, sample }) => <li key={name}>{name} {sample && <SampleMark />}{title !== '' && <span className="under small soft">{title}</span>}</li>)}</ul>}
        </Disclosure>
      )}
      {notes.length > 0 && <Section id="others" title="Other notes of this meeting"><List label="Other notes">{notes.map((note) => <Other key={note.id} note={note} base={base} />)}</List></Section>}
      <Disclosure words="How the text is shown">
        <ul className="bare small">
          <li><code># Heading</code>, <code>- point</code>, <code>1. step</code>, <code>&gt; quote</code></li>
          <li><code>**strong**</code>, <code>*stressed*</code>, <code>[words](https://…)</code></li>
          <li>One thought to a line: each sentence can be marked as evidence.</li>
        </ul>
      </Disclosure>
    </div>
  )
}
