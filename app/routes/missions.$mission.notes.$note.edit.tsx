import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { canRewrite } from '#app/domain/meetings/notes.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { EditNoteInput } from '#app/operations/notes.input.ts'
import { editNote } from '#app/operations/notes.server.ts'
import type { Overtaken } from '#app/operations/notes.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { NoteFields } from '#app/ui/meetings/note-fields.tsx'
import { Theirs } from '#app/ui/meetings/theirs.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import { loadNote } from '#db/notes.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Edit the note: ${data?.note.title ?? ''} · Caravan` }]

const CLEARED = { title: 'This note is cleared: its text is settled.', next: 'Go back and reopen it first, if the text must change.' }

export const loader = inMission('note.write', async (scope, { params }) => {
  const note = await loadNote(scope.database.read, scope.mission.id, params.note ?? '', scope.actor.accountId)
  if (!note) throw refuse('gone')
  if (!canRewrite(note.status)) throw refuse('stale', CLEARED)
  return { base: inside(scope), note }
})

type Answer = { problem: Problem; theirs?: Overtaken['theirs'] }

export const action = inMission('note.write', async (scope, { request, params }) => {
  const form = await readForm(request, EditNoteInput)
  if (!form.ok) return json<Answer>({ problem: form.problem }, { status: 422 })
  const outcome = await editNote(scope, params.note ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/notes/${params.note}`), outcome.actId)
  const values = form.typed
  if (outcome.because === 'cleared') return json<Answer>({ problem: { values, errors: {}, summary: 'Not saved: somebody cleared this note meanwhile. Your text is still here; reopen the note in a new tab, then save again.' } }, { status: 409 })
  if (outcome.because !== 'overtaken') throw refuse(outcome.because)
  return json<Answer>({ problem: { values, errors: {}, summary: 'Somebody saved another text before yours. Nothing is lost: yours is kept among the texts of this note, and both stand here.' }, theirs: outcome.theirs }, { status: 409 })
})

export default function EditNote() {
  const { base, note } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const here = `${base}/notes/${note.id}`
  const theirs = answer?.theirs
  return (
    <>
      <PageHead eyebrow={<MeetingWhen meeting={note} />} title={`Edit the note: ${note.title}`} lead="The text before stays among the texts of this note. Marked words keep their place where they still stand." />
      <ErrorSummary problem={answer?.problem} />
      {theirs && <Theirs theirs={theirs} lang={note.language} clock={note} />}
      <Form hidden={{ number: theirs?.number ?? note.number }} data-keep={`edit ${note.number}`}>
        <NoteFields problem={answer?.problem} body={note.body} language={note.language} label={theirs ? 'Your text' : 'Note'} />
        <CommitBar actions={<><ButtonLink href={here}>{theirs ? 'Leave theirs as it is' : 'Not now'}</ButtonLink><Button kind="primary">{theirs ? 'Save this text over theirs' : 'Save the text'}</Button></>}>
          {theirs ? 'Bring into your text what is worth keeping of theirs; theirs stays among the texts either way.' : 'Everybody of this mission can read it.'}
        </CommitBar>
      </Form>
    </>
  )
}
