import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { ZONES } from '#app/http/zones.server.ts'
import { CreatePlaceInput } from '#app/operations/directory.input.ts'
import { createPlace } from '#app/operations/places.server.ts'
import { PlaceFields } from '#app/ui/directory/place-fields.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { listCities } from '#db/places.server.ts'

export const meta: MetaFunction = () => [{ title: 'Add a place · Caravan' }]

export const loader = inMission('directory.edit', async (scope) => ({ base: inside(scope), cities: await listCities(scope.database.read), zones: ZONES }))

export const action = inMission('directory.edit', async (scope, { request }) => {
  const form = await readForm(request, CreatePlaceInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await createPlace(scope, form.value)
  if (outcome.done) return goTo(inside(scope, `/places/${outcome.placeId}`), outcome.actId)
  if (outcome.because === 'no-city') return problemWith(form.typed, { city: 'Choose a city of the directory' })
  throw refuse(outcome.because)
})

export default function NewPlace() {
  const { base, cities, zones } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/places`}>Places</a>} title="Add a place" />
      <ErrorSummary problem={problem} />
      <Form data-keep="new place">
        <PlaceFields problem={problem} cities={cities} zones={zones} />
        <div className="line"><Button kind="primary">Add to the directory</Button></div>
      </Form>
    </>
  )
}
