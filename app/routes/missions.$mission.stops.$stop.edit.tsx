import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { describeZone } from '#app/domain/roadshow/zones.ts'
import { count } from '#app/domain/text.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { EditStopInput } from '#app/operations/stops.input.ts'
import { editStop } from '#app/operations/stops.server.ts'
import type { ClockMove } from '#app/operations/stops.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Checkbox } from '#app/ui/kit/choices.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { StopFields } from '#app/ui/roadshow/stop-fields.tsx'
import { listCities, listStops } from '#db/stops.server.ts'

export const meta: MetaFunction = () => [{ title: 'Edit stop · Caravan' }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const db = scope.database.read
  const [cities, stops] = await Promise.all([listCities(db), listStops(db, scope.mission.id)])
  const at = stops.findIndex((stop) => stop.id === params.stop)
  const stop = stops[at]
  if (!stop) throw refuse('gone')
  return { base: inside(scope), stop, cities, place: at + 1, others: stops.filter((each) => each.id !== stop.id).map((each) => each.city) }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const form = await readForm(request, EditStopInput)
  if (!form.ok) return invalid(form.problem)
  const id = params.stop ?? ''
  const outcome = await editStop(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/stops/${id}`), outcome.actId)
  if ('engagements' in outcome) return problemWith(form.typed, { moveClocks: shiftWords(outcome, form.value.arriveDay) }, 'Not saved yet: another clock moves what is planned here.')
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'no-city') return problemWith(form.typed, { city: 'Choose a city from the list: this one is not there any more' })
  return problemWith(form.typed, {}, 'Somebody else changed this stop meanwhile. What you typed is kept here: compare it with the page in a new tab, then save again.')
})

function shiftWords({ from, to, city, engagements }: ClockMove, day: string): string {
  return `${count(engagements, 'engagement keeps its wall time', 'engagements keep their wall times')} and ${engagements === 1 ? 'moves' : 'move'} from ${describeZone(from, day)} to ${city}, ${describeZone(to, day).split(', ').at(-1)}. Whoever holds an invitation is told only when you send it.`
}

export default function EditStop() {
  const { base, stop, cities, place, others } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const here = `${base}/stops/${stop.id}`
  return (
    <>
      <PageHead eyebrow={<a href={here}>{stop.city}</a>} title={`Edit the stop ${stop.city}`} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: stop.revision }}>
        {problem?.errors['moveClocks'] !== undefined && <Checkbox name="moveClocks" label="Move them to the new clock" problem={problem} />}
        <StopFields problem={problem} cities={cities} onDay={stop.arriveDay} values={{ city: stop.placeId, arriveDay: stop.arriveDay, departDay: stop.departDay, coordinator: stop.coordinator, liaison: stop.liaison }} />
        <SelectField name="place" label="Place in the route" problem={problem} value={String(place)} options={[{ value: '1', label: 'First' }, ...others.map((city, at) => ({ value: String(at + 2), label: `After ${city}` }))]} />
        <div className="line"><Button kind="primary">Save the stop</Button><ButtonLink href={here} kind="quiet">Leave it as it was</ButtonLink><ButtonLink href={`${here}/remove`} kind="quiet" icon="trash">Remove…</ButtonLink></div>
      </Form>
    </>
  )
}
