import { formatMinute } from '#app/domain/time.ts'
import { EXCERPT_KINDS } from '#app/domain/meetings/excerpts.ts'
import { OUR_TEAM } from '#app/domain/meetings/notes.ts'
import { Beside, WhoReads } from '#app/ui/capture/beside.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Chips } from '#app/ui/kit/chips.tsx'
import { Field, wireField } from '#app/ui/kit/field.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { LanguageField } from '#app/ui/meetings/language-field.tsx'
import type { NoteLine } from '#app/ui/meetings/note-row.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import type { MeetingTime } from '#app/ui/meetings/when.tsx'

type CaptureProps = {
  base: string
  at: string
  save: string
  canMark: boolean
  meeting: MeetingTime & { id: string; title: string }
  note: { id: string; body: string; number: number; language: string; isPrivate: boolean; sample: number; /** When it was saved, in the meeting's city. */ time: string }
  /** For the script that keeps the note on the device: the account, and the paths of the pages of the person's day. */
  device: { person: string; pages: string }
  speakers: readonly { name: string; title: string; sample: boolean }[]
  items: readonly { id: string; title: string; startMinute: number | null }[]
  dimensions: readonly { id: string; name: string }[]
  /** The questions of the brief, and what else was written of this meeting. */
  around: { questions: string; notes: readonly NoteLine[] }
}

/** Where a note is written while people speak: the pad, who is there, what is on the agenda, and what a chosen word is. */
export function Capture(props: CaptureProps) {
  const { base, at, save, note, meeting, canMark, device } = props
  const told = { 'data-capture': '', 'data-note': note.id, 'data-base': note.number, 'data-time': note.time, 'data-zone': meeting.zone, 'data-person': device.person, 'data-pages': device.pages }
  const field = { name: 'body', label: note.sample === 1 ? <>Note <SampleMark /></> : 'Note' }
  return (
    <>
      <PageHead eyebrow={<MeetingWhen meeting={meeting} />} title={<>Note: <a href={at}>{meeting.title}</a></>} actions={<ButtonLink href={note.number === 0 ? at : `${base}/notes/${note.id}`}>Done</ButtonLink>} />
      <WhoReads at={at} isPrivate={note.isPrivate} />
      <div className="writing">
        <Form action={`${base}/notes/${note.id}/save`} {...told} autoComplete="off" hidden={{ engagement: meeting.id, base: note.number, save, private: note.isPrivate ? 'on' : '' }}>
          <Field {...field}>
            <textarea {...wireField(field)} className="pad" rows={16} lang={note.language} defaultValue={note.body} required autoComplete="off" data-capture-text="" />
          </Field>
          <LanguageField value={note.language} />
          <div className="commit acts">
            <p role="status" data-capture-status="" />
            <Button kind="primary">Save the note</Button>
          </div>
        </Form>
        <div className="stack">
          {canMark && !note.isPrivate && <Marks {...props} />}
          <Inserts {...props} />
          <Beside {...props} {...props.around} />
        </div>
      </div>
    </>
  )
}

function Inserts({ speakers, items }: CaptureProps) {
  return (
    <div className="stack tight" data-capture-inserts="" hidden>
      <h2>Put into the note</h2>
      <Chips label="Who speaks" legend>
        {speakers.map(({ name, sample }) => <button key={name} type="button" className="chip" data-insert={`${name}: `}>{name} {sample && <SampleMark />}</button>)}
        <button type="button" className="chip" data-insert={`${OUR_TEAM}: `}>{OUR_TEAM}</button>
      </Chips>
      {items.length > 0 && <Chips label="Agenda" legend>
        {items.map(({ id, title, startMinute }) => <button key={id} type="button" className="chip" data-insert={`## ${title}`}>{startMinute !== null && `${formatMinute(startMinute)} `}{title}</button>)}
      </Chips>}
    </div>
  )
}

function Marks({ speakers, dimensions }: CaptureProps) {
  return (
    <div className="stack tight" data-capture-marks="" hidden>
      <h2>Mark the selected words</h2>
      <Chips label="What it is" legend>{EXCERPT_KINDS.map((kind) => <button key={kind} type="button" className="chip" data-kind={kind} aria-pressed="false">{kind}</button>)}</Chips>
      <Chips label="Who says it" legend>
        {[...speakers.map(({ name }) => name), OUR_TEAM].map((name) => <button key={name} type="button" className="chip" data-speaker={name} aria-pressed="false">{name}</button>)}
      </Chips>
      {dimensions.length > 0 && <Chips label="Dimension" legend>{dimensions.map(({ id, name }) => <button key={id} type="button" className="chip" data-dimension={id} aria-pressed="false">{name}</button>)}</Chips>}
    </div>
  )
}
