import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDay } from '#app/domain/time.ts'
import { can } from '#app/domain/people/access.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, pageIn, paged, textIn } from '#app/http/query.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { ListFiles } from '#app/ui/kit/list-files.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { NoteRow } from '#app/ui/meetings/note-row.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import { LIST_PAGE, listNotes, listNotesDue } from '#db/notes.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

export const meta: MetaFunction = () => [{ title: 'Notes · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const asked = { stopId: idIn(url, 'stop'), text: textIn(url, 'text') }
  const [notes, due, stops] = await Promise.all([
    listNotes(db, scope.mission.id, { ...asked, page: pageIn(url), reader: scope.actor.accountId }), listNotesDue(db, scope.mission.id, scope.missionNowMs), listStopFaces(db, scope.mission.id),
  ])
  return { base: inside(scope), ...paged(url, notes, LIST_PAGE), due, asked, stops: stops.map(({ id, city }) => ({ id, city })), canWrite: can(scope.role, 'note.write') }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Notes() {
  const data = useLoaderData<typeof loader>()
  const { base, rows, paging, due, asked, canWrite } = data
  const narrowed = asked.stopId !== undefined || asked.text !== ''
  const write = canWrite && <ButtonLink href={`${base}/notes/new`} kind="primary">Write a note</ButtonLink>
  return (
    <>
      <PageHead title="Notes" lead="What was said, meeting by meeting. A sentence of a note can be marked as evidence." actions={write || undefined} />
      {due.length > 0 && <Due {...data} />}
      <Section id="all" title="All notes">
        <NoteFilters {...data} />
        <List label="Notes">{rows.map((note) => <NoteRow key={note.id} note={note} base={base} />)}</List>
        {rows.length === 0 && (narrowed
          ? <Empty title="No note matches" action={<ButtonLink href={`${base}/notes`}>Show all notes</ButtonLink>}>Names are found in other spellings too; try fewer words, or all stops.</Empty>
          : <Empty title="No notes yet" action={write || undefined}>A note belongs to a meeting and is due the day after it.</Empty>)}
        <ListFiles base={base} list="notes" asked={{ stop: asked.stopId, text: asked.text }} />
        <Paging label="Pages of notes" paging={paging} />
      </Section>
    </>
  )
}

function Due({ base, due, canWrite }: Data) {
  return (
    <Section id="due" title="Notes due" aside="until the end of the day after the meeting">
      <List label="Meetings that wait for a note">
        {due.map((row) => (
          <ListRow key={row.engagement_id} under={<MeetingWhen meeting={row} />} mark={canWrite ? <ButtonLink tight href={`${base}/engagements/${row.engagement_id}/note`}>Write the note<span className="vh"> on {row.title}</span></ButtonLink> : undefined}>
            <a href={`${base}/engagements/${row.engagement_id}`}>{row.title}</a>{' '}
            {row.due.state === 'late' ? <Mark icon="warning" state="warning">late since {formatDay(row.due.dueDay)}</Mark> : <Mark icon="info" state="info">due {formatDay(row.due.dueDay)}</Mark>}
          </ListRow>
        ))}
      </List>
    </Section>
  )
}

function NoteFilters({ base, stops, asked }: Data) {
  return (
    <Filters action={`${base}/notes`} label="Narrow the notes">
      <SelectField name="stop" label="Stop" value={asked.stopId ?? ''} options={[{ value: '', label: 'All stops' }, ...stops.map(({ id, city }) => ({ value: id, label: city }))]} />
      <TextField name="text" label="Words" type="search" value={asked.text} />
    </Filters>
  )
}
