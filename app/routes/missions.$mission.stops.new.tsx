import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDays } from '#app/domain/time.ts'
import { goTo } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { NewStopInput } from '#app/operations/stops.input.ts'
import { addStop } from '#app/operations/stops.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { StopFields } from '#app/ui/roadshow/stop-fields.tsx'
import { listCities, listStops } from '#db/stops.server.ts'

export const meta: MetaFunction = () => [{ title: 'New stop · Caravan' }]

export const loader = inMission('engagement.edit', async (scope) => {
  const db = scope.database.read
  const [cities, stops] = await Promise.all([listCities(db), listStops(db, scope.mission.id)])
  const last = stops.map((stop) => stop.departDay).sort().at(-1)
  const proposed = last === undefined ? scope.mission.startDay : addDays(last, 1)
  return { base: inside(scope), cities, day: proposed > scope.mission.endDay ? scope.mission.endDay : proposed }
})

export const action = inMission('engagement.edit', async (scope, { request }) => {
  const form = await readForm(request, NewStopInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await addStop(scope, form.value)
  if (outcome.done) return goTo(inside(scope, `/stops/${outcome.stopId}`), outcome.actId)
  return problemWith(form.typed, { city: 'Choose a city from the list: this one is not there any more' })
})

export default function NewStop() {
  const { base, cities, day } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/grid`}>Roadshow grid</a>} title="New stop" lead="A city and its days. Every time at the stop is shown on that city’s clock." />
      <ErrorSummary problem={problem} />
      <Form data-keep="stop-new">
        <StopFields problem={problem} cities={cities} onDay={day} values={{ arriveDay: day, departDay: day }} />
        <div className="line"><Button kind="primary">Add the stop</Button><ButtonLink href={`${base}/grid`} kind="quiet">Not now</ButtonLink></div>
      </Form>
    </>
  )
}
