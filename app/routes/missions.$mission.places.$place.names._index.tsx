import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { AddEntryNameInput } from '#app/operations/directory.input.ts'
import { addPlaceName } from '#app/operations/places.server.ts'
import { EntryNames } from '#app/ui/directory/entry-names.tsx'
import { findPlace, listPlaceNames } from '#db/places.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Names of ${data?.name ?? 'a place'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { params }) => {
  const id = params['place'] ?? ''
  const row = isId(id) ? await findPlace(scope.database.read, id, await missionDay(scope)) : undefined
  if (!row) throw refuse('gone')
  const names = await listPlaceNames(scope.database.read, id)
  return { path: inside(scope, `/places/${id}`), name: row.name, names: names.map((each) => ({ ...each, foreign: false })) }
})

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const id = params['place'] ?? ''
  const form = await readForm(request, AddEntryNameInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(id) ? await addPlaceName(scope, id, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/places/${id}/names`), outcome.actId)
  throw refuse(outcome.because)
})

export default function PlaceNames() {
  const data = useLoaderData<typeof loader>()
  return <EntryNames {...data} lead="Names that held for a time, and names in other languages. Every page shows the name that held on its day." problem={useActionData<typeof action>()?.problem} />
}
