import type { ReactNode } from 'react'
import { groupWord } from '#app/domain/assessment/sources.ts'
import type { SourceGroup } from '#app/domain/assessment/sources.ts'
import { Said } from '#app/ui/assessment/said.tsx'
import type { SaidFacts } from '#app/ui/assessment/said.tsx'
import { isSample } from '#app/ui/engagements/when.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { List } from '#app/ui/kit/list.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { NoteRow } from '#app/ui/meetings/note-row.tsx'
import type { NoteLine } from '#app/ui/meetings/note-row.tsx'

type WordsOf = { purpose: string; questions: string; brief: string; publicText: string; sampleFields: string[] }

type BriefProps = { of: WordsOf; at: string; canEdit: boolean; /** Questions that empty cells put to it. */ asks: readonly Ask[]; ahead: boolean }

/** What the meeting is for, for the team; and the text that everybody who is invited reads. */
export function Brief({ of, at, canEdit, asks, ahead }: BriefProps) {
  const { purpose, questions, brief, publicText, sampleFields } = of
  const empty = purpose === '' && questions === '' && brief === '' && asks.length === 0
  return (
    <>
      <Section id="brief" title="Brief" aside={canEdit && !empty ? <a href={`${at}/edit#f-purpose`}>Edit<span className="vh"> the brief</span></a> : undefined}>
        {empty && <Empty title="No brief was written" action={canEdit && <ButtonLink href={`${at}/edit#f-brief`}>Write the brief</ButtonLink>}>Purpose, questions and what to know beforehand; the team alone reads it.</Empty>}
        <Part title="Purpose" text={purpose} sample={isSample(sampleFields, 'purpose')} />
        <Part title="Questions" text={questions} sample={isSample(sampleFields, 'questions')} />
        <Asks asks={asks} alone={questions === ''} />
        <Part title="To know beforehand" text={brief} sample={isSample(sampleFields, 'brief')} />
        {canEdit && (ahead || asks.length > 0) && <p className="small"><a href={`${at}/questions`}>{asks.length > 0 ? 'Change the questions from gaps' : 'Questions from gaps'}</a></p>}
      </Section>
      {publicText !== '' && <Section id="public" title="Text in the invitation"><p className="lines">{publicText}</p></Section>}
    </>
  )
}

type Ask = { id: string; body: string; group: SourceGroup }

function Asks({ asks, alone }: { asks: readonly Ask[]; alone: boolean }): ReactNode {
  if (asks.length === 0) return null
  return (
    <div>
      <h3>{alone ? 'Questions, from gaps' : 'From gaps'}</h3>
      <ul className="stack tight">{asks.map((ask) => <li key={ask.id}>{ask.body} <span className="small soft">{groupWord(ask.group)}</span></li>)}</ul>
    </div>
  )
}

function Part({ title, text, sample }: { title: string; text: string; sample: boolean }): ReactNode {
  if (text === '') return null
  return <div><h3>{title}{sample && <> <SampleMark /></>}</h3><p className="lines">{text}</p></div>
}

type NotesProps = { notes: readonly NoteLine[]; base: string; id: string; canWrite: boolean }

/** What was written down. */
export function Notes({ notes, base, id, canWrite }: NotesProps) {
  const write = canWrite && <ButtonLink href={`${base}/engagements/${id}/note`} icon="edit">Write a note</ButtonLink>
  return (
    <Section id="notes" title="Notes">
      {notes.length > 0 && <List label="Notes of this meeting">{notes.map((note) => <NoteRow key={note.id} note={note} base={base} />)}</List>}
      {notes.length === 0 && <p className="soft">No note yet. It is due by the end of the day after the meeting.</p>}
      {write && <div className="line acts">{write}</div>}
    </Section>
  )
}

/** Sentences of those notes that bear on findings. */
export function Evidence({ said, base, more }: { said: readonly SaidFacts[]; base: string; more: boolean }) {
  return (
    <Section id="evidence" title="Evidence of it">
      {said.length === 0 && <p className="soft">No sentence of this meeting is marked as evidence yet.</p>}
      {said.map((each) => <Said key={each.id} said={each} base={base}><p className="small"><a href={`${base}/evidence/${each.id}`}>What it bears on<span className="vh">: {each.body.slice(0, 60)}</span></a></p></Said>)}
      {more && <p className="small soft">More stand on the <a href={`${base}/evidence`}>evidence board</a>.</p>}
    </Section>
  )
}
