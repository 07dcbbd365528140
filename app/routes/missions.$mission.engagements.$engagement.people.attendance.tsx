import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasBegun } from '#app/domain/meetings/status.ts'
import { asAttendance, expectedAttendance } from '#app/domain/people/attendance.ts'
import { gatherByPerson } from '#app/domain/people/protocol.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { AttendanceInput } from '#app/operations/participations.input.ts'
import { recordAttendance } from '#app/operations/participations.server.ts'
import { AttendanceRows, VisitorRows } from '#app/ui/engagements/attendance-form.tsx'
import type { Attendee } from '#app/ui/engagements/attendance-form.tsx'
import { answerOf, fullName } from '#app/ui/engagements/people-table.tsx'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { listHeld, listParticipations } from '#db/participations.server.ts'
import type { Held, Participation } from '#db/participations.server.ts'

/** What one form holds: three fields each. */
const MOST_ROWS = 600

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Who came to ${data?.engagement.title ?? 'it'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const engagement = await loadAsked(scope, params)
  const db = scope.database.read
  const [rows, held] = await Promise.all([listParticipations(db, scope.mission.id, engagement.id), listHeld(db, scope.mission.id, engagement.id)])
  const answers = new Map(held.map((each) => [each.personId, each]))
  const people = gatherByPerson(rows).flatMap(([row]) => (row ? [attendeeOf(row, row.personId === null ? undefined : answers.get(row.personId))] : []))
  return { at: inside(scope, `/engagements/${engagement.id}`), sheet: inside(scope, `/papers/signature-sheet/${engagement.id}`), met: inside(scope, '/report/persons'), engagement, begun: hasBegun(engagement, scope.missionNowMs), people: people.slice(0, MOST_ROWS), more: Math.max(0, people.length - MOST_ROWS) }
})

/** What was recorded, else what the answer lets expect. */
function attendeeOf(row: Participation, held: Held | undefined): Attendee {
  const was = asAttendance(row.attendance) ?? expectedAttendance(held?.answer ?? '')
  return {
    id: row.id, name: fullName(row), title: row.printedTitle, sample: row.sample, was, deputyName: row.deputyName || (was === 'deputy' ? (held?.deputyName ?? '') : ''), deputyTitle: row.deputyTitle,
    answer: held?.sent ? answerOf(held.answer) : null, uninvited: !held?.sent,
  }
}

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, AttendanceInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await recordAttendance(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}#who`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return overtaken(form.typed, 'Somebody else changed this meanwhile. Save it once more.')
})

export default function AttendancePage() {
  const { at, sheet, met, engagement, people, more, begun } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title="Who came" eyebrow={<a href={`${at}#who`}>{engagement.title}</a>} lead={<EngagementWhen at={engagement} />} actions={<ButtonLink href={sheet} icon="document">Signature sheet</ButtonLink>} />
      <ErrorSummary problem={problem} />
      {!begun && <Note title="It has not begun yet.">What is recorded now can be changed afterwards.</Note>}
      <Form>
        <Section id="expected" title="Expected, in protocol order" aside={people.length > 0 ? 'chosen before you look: what they answered, else present' : undefined}>
          {people.length === 0 && <p className="soft">Nobody appears here yet. Whoever came can be added below.</p>}
          {people.length > 0 && <AttendanceRows people={people} problem={problem} />}
          {more > 0 && <p className="soft">{more} more stand further down in the protocol than one form holds; they stay as they are.</p>}
        </Section>
        <Section id="visitors" title="Came without being announced" aside="a visitor is not invited to anything"><VisitorRows problem={problem} /></Section>
        <CommitBar actions={<><ButtonLink href={at}>Not now</ButtonLink><Button kind="primary">Save who came</Button></>}>Present, visitors and deputies count into <a href={met}>persons met</a>.</CommitBar>
      </Form>
    </>
  )
}
