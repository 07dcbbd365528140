import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDay } from '#app/domain/time.ts'
import { goTo } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { WriteNoteInput } from '#app/operations/notes.input.ts'
import { writeNote } from '#app/operations/notes.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { NoteFields } from '#app/ui/meetings/note-fields.tsx'
import { listMeetings } from '#db/notes.server.ts'

export const meta: MetaFunction = () => [{ title: 'Write a note · Caravan' }]

export const loader = inMission('note.write', async (scope, { url }) => {
  const meetings = await listMeetings(scope.database.read, scope.mission.id)
  return {
    base: inside(scope), mission: scope.mission.id, chosen: idIn(url, 'engagement'),
    meetings: meetings.map((row) => ({ id: row.engagement_id, title: row.title, day: row.day, city: row.city })),
  }
})

export const action = inMission('note.write', async (scope, { request }) => {
  const form = await readForm(request, WriteNoteInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await writeNote(scope, form.value)
  if (outcome.done) return goTo(inside(scope, `/notes/${outcome.noteId}`), outcome.actId)
  return problemWith(form.typed, { engagement: 'This meeting is gone: choose another. Your text is kept.' })
})

export default function WriteNote() {
  const { base, mission, chosen, meetings } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  if (meetings.length === 0) {
    return (
      <>
        <PageHead title="Write a note" />
        <Empty title="There is no meeting to write about yet" action={<ButtonLink href={`${base}/engagements`} kind="primary">To the meetings</ButtonLink>}>A note belongs to a meeting, so that everybody knows who said it, where and when.</Empty>
      </>
    )
  }
  const options = meetings.map(({ id, title, day, city }) => ({ value: id, label: `${formatDay(day)} · ${title}`, group: city }))
  return (
    <>
      <PageHead title="Write a note" lead="Typed text is kept on this device until it is saved." />
      <ErrorSummary problem={problem} />
      <Form data-keep={`${mission}/note/new`}>
        <SelectField name="engagement" label="Meeting" problem={problem} value={chosen} options={options} />
        <NoteFields problem={problem} />
        <CommitBar actions={<><ButtonLink href={`${base}/notes`}>Not now</ButtonLink><Button kind="primary">Save the note</Button></>}>Everybody of this mission can read it.</CommitBar>
      </Form>
    </>
  )
}
