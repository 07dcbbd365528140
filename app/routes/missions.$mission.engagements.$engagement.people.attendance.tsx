import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasBegun } from '#app/domain/meetings/status.ts'
import { gatherByPerson } from '#app/domain/people/protocol.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { AttendanceInput } from '#app/operations/participations.input.ts'
import { recordAttendance } from '#app/operations/participations.server.ts'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { fullName } from '#app/ui/engagements/people-table.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Choices } from '#app/ui/kit/choices.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { listParticipations } from '#db/participations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Who came to ${data?.engagement.title ?? 'it'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const engagement = await loadAsked(scope, params)
  const groups = gatherByPerson(await listParticipations(scope.database.read, scope.mission.id, engagement.id))
  return {
    at: inside(scope, `/engagements/${engagement.id}`), engagement, begun: hasBegun(engagement, scope.missionNowMs),
    people: groups.flatMap(([row]) => (row ? [{ id: row.id, name: fullName(row), title: row.printedTitle, came: row.attended !== 0 }] : [])),
  }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, AttendanceInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await recordAttendance(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}#who`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return overtaken(form.typed, 'Somebody else changed this meanwhile. Save it once more.')
})

export default function Attendance() {
  const { at, engagement, people, begun } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const head = <PageHead title="Who came" eyebrow={<a href={`${at}#who`}>{engagement.title}</a>} lead={<EngagementWhen at={engagement} />} />
  if (people.length === 0) return <>{head}<Empty title="Nobody appears here yet" action={<ButtonLink href={`${at}/people/new`} kind="primary">Add somebody</ButtonLink>}>Whoever came without being announced can be added as well.</Empty></>
  return (
    <>
      {head}
      <ErrorSummary problem={problem} />
      {!begun && <Note title="It has not begun yet.">What is recorded now can be changed afterwards.</Note>}
      <Form>
        <Choices name="came" label="Tick everybody who came" problem={problem} several value={people.filter((each) => each.came).map((each) => each.id)} choices={people.map(({ id, name, title }) => ({ value: id, label: name, hint: title || undefined }))} />
        <CommitBar actions={<><ButtonLink href={at}>Not now</ButtonLink><Button kind="primary">Save who came</Button></>}>Whoever is not ticked did not come. <a href={`${at}/people/new`}>Add somebody else</a></CommitBar>
      </Form>
    </>
  )
}
