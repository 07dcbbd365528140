import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stopOfClock } from '#app/domain/roadshow/stops.ts'
import { isDay, parseMinute, wallOf } from '#app/domain/time.ts'
import { goTo } from '#app/http/answers.server.ts'
import { stopChoices } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { idIn, textIn } from '#app/http/query.server.ts'
import { FIRST_STATUSES, NewEngagementInput } from '#app/operations/engagements.input.ts'
import { createEngagement } from '#app/operations/engagements.server.ts'
import { KeepBecause } from '#app/ui/agenda/clashes.tsx'
import { SlotFields, TitleAndKind } from '#app/ui/engagements/engagement-fields.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { findEngagement } from '#db/engagements.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

export const meta: MetaFunction = () => [{ title: 'New engagement · Caravan' }]

export const loader = inMission('engagement.edit', async (scope, { url }) => {
  const db = scope.database.read
  const fallbackOf = idIn(url, 'fallback')
  const [stops, first] = await Promise.all([listStopFaces(db, scope.mission.id), fallbackOf === undefined ? undefined : findEngagement(db, scope.mission.id, fallbackOf)])
  const chosen = stops.find((stop) => stop.id === (first?.stopId ?? idIn(url, 'stop'))) ?? stopOfClock(stops, scope.missionNowMs)
  const today = chosen && wallOf(scope.missionNowMs, chosen.zone).day
  const asked = textIn(url, 'day')
  const likely = chosen && today !== undefined && today >= chosen.arriveDay && today <= chosen.departDay ? today : (chosen?.arriveDay ?? '')
  return {
    base: inside(scope), stop: chosen?.id ?? '', day: isDay(asked) ? asked : (first?.day ?? likely), start: timeIn(url, 'start'), end: timeIn(url, 'end'),
    first: first && { id: first.id, title: first.title },
    stops: stopChoices(stops),
  }
})

function timeIn(url: URL, name: string): string {
  const text = textIn(url, name)
  return parseMinute(text) === undefined ? '' : text
}

export const action = inMission('engagement.edit', async (scope, { request }) => {
  const form = await readForm(request, NewEngagementInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await createEngagement(scope, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${outcome.id}`), outcome.actId)
  switch (outcome.because) {
    case 'conflicts': return json({ problem: { values: form.typed, errors: { because: 'Enter another time or place, or say why it may stand' } }, clashes: outcome.clashes }, { status: 422 })
    case 'no-stop': return problemWith(form.typed, { stop: 'This stop is gone: choose another' })
    case 'no-such-time': return problemWith(form.typed, { start: 'The clocks skip this time that night: enter another' })
    default: return problemWith(form.typed, {}, 'Somebody was faster. Send it once more.')
  }
})

export default function NewEngagement() {
  const { base, stop, day, start, end, stops, first } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = answer?.problem
  if (stops.length === 0) {
    return <><PageHead title="New engagement" /><Empty title="There is no stop yet" action={<ButtonLink href={`${base}/stops/new`} kind="primary">Add the first stop</ButtonLink>}>An engagement stands on the clock of its stop, so a stop comes first.</Empty></>
  }
  return (
    <>
      <PageHead title={first ? 'New back-up' : 'New engagement'} lead={first ? `Stands by in case “${first.title}” fails. The two never count as a conflict.` : 'A day is enough to begin with; time, place and people may follow.'} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ fallbackOf: first?.id }}>
        <TitleAndKind problem={problem} title={first ? `Back-up: ${first.title}` : ''} kind={first ? 'buffer' : 'meeting'} />
        <SelectField name="stop" label="Stop" problem={problem} value={stop} options={stops} />
        <SlotFields problem={problem} day={day} start={start} end={end} where="On the clock of the stop" />
        <SelectField name="status" label="Status" problem={problem} value={first ? 'tentative' : 'idea'} options={FIRST_STATUSES.map((value) => ({ value, label: value }))} hint="Invitations go out for what is tentative or confirmed" />
        <TextField name="venue" label="Venue" optional problem={problem} autoComplete="off" />
        <TextField name="room" label="Room" optional problem={problem} autoComplete="off" />
        <TextField name="team" label="Team" optional problem={problem} autoComplete="off" hint="Which part of the mission goes, where it splits" />
        <KeepBecause clashes={answer && 'clashes' in answer ? answer.clashes : []} base={base} problem={problem} />
        <CommitBar actions={<><ButtonLink href={`${base}/engagements`}>Not now</ButtonLink><Button kind="primary">Add the engagement</Button></>}>People are added on its page. Nobody is told before you send.</CommitBar>
      </Form>
    </>
  )
}
