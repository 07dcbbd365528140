import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { AddEntryNameInput } from '#app/operations/directory.input.ts'
import { addOrganisationName } from '#app/operations/organisations.server.ts'
import { EntryNames } from '#app/ui/directory/entry-names.tsx'
import { findOrganisation, listOrganisationNames } from '#db/organisations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Names of ${data?.name ?? 'an organisation'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { params }) => {
  const id = params['organisation'] ?? ''
  const row = isId(id) ? await findOrganisation(scope.database.read, id, await missionDay(scope)) : undefined
  if (!row || row.merged_into_id) throw refuse('gone')
  const { names } = await listOrganisationNames(scope.database.read, id)
  return { path: inside(scope, `/organisations/${id}`), name: row.name, names: names.map((each) => ({ ...each, foreign: each.organisation_id !== id })) }
})

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const id = params['organisation'] ?? ''
  const form = await readForm(request, AddEntryNameInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(id) ? await addOrganisationName(scope, id, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/organisations/${id}/names`), outcome.actId)
  throw refuse(outcome.because)
})

export default function OrganisationNames() {
  const data = useLoaderData<typeof loader>()
  return <EntryNames {...data} lead="Short names, other languages, and names that held for a time." problem={useActionData<typeof action>()?.problem} />
}
