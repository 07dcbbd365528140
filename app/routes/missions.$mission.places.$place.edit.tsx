import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { count } from '#app/domain/text.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { ZONES } from '#app/http/zones.server.ts'
import { EditPlaceInput } from '#app/operations/directory.input.ts'
import { editPlace } from '#app/operations/places.server.ts'
import { PlaceFields } from '#app/ui/directory/place-fields.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Checkbox } from '#app/ui/kit/choices.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { findPlace, listCities } from '#db/places.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Edit ${data?.values.name ?? 'a place'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { params }) => {
  const id = params['place'] ?? ''
  const row = isId(id) ? await findPlace(scope.database.read, id, await missionDay(scope)) : undefined
  if (!row) throw refuse('gone')
  return {
    path: inside(scope, `/places/${id}`), revision: row.revision, cities: (await listCities(scope.database.read)).filter((city) => city.id !== id), zones: ZONES,
    values: { kind: row.kind, name: row.name, country: row.country, city: row.city_id ?? '', zone: row.zone ?? '', address: row.address },
  }
})

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const id = params['place'] ?? ''
  const form = await readForm(request, EditPlaceInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(id) ? await editPlace(scope, id, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/places/${id}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'clock-shared') return problemWith(form.typed, { zone: `${count(outcome.otherMissions, 'other mission plans', 'other missions plan')} by this clock: make a new city for yours, or leave the zone` })
  if (outcome.because === 'clock-moves') return problemWith(form.typed, { moveClocks: `${count(outcome.engagements, 'engagement keeps its wall time and is', 'engagements keep their wall times and are')} at another moment by the new clock. Whoever holds an invitation is told only when you send it.` }, 'Not saved yet: another clock moves what is planned here.')
  if (outcome.because === 'no-city') return problemWith(form.typed, { city: 'Choose a city of the directory' })
  return problemWith(form.typed, {}, 'Somebody else changed this place meanwhile. What you typed is kept here: compare it with the page in a new tab, then save again.')
})

export default function EditPlace() {
  const { path, revision, cities, zones, values } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={path}>{values.name}</a>} title="Edit the place" lead="Another zone moves what is planned at this place; it is said before it happens." actions={<ButtonLink href={`${path}/names`}>Names over time</ButtonLink>} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision }}>
        {problem?.errors['moveClocks'] !== undefined && <Checkbox name="moveClocks" label="Move them to the new clock" problem={problem} />}
        <PlaceFields problem={problem} values={values} cities={cities} zones={zones} />
        <div className="line"><Button kind="primary">Save the place</Button><ButtonLink href={path}>Cancel</ButtonLink></div>
      </Form>
    </>
  )
}
