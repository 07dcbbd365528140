import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { missionDay } from '#app/http/mission-day.server.ts'
import { EditOrganisationInput } from '#app/operations/directory.input.ts'
import { editOrganisation } from '#app/operations/organisations.server.ts'
import { KIN_PROBLEMS, OrganisationFields } from '#app/ui/directory/organisation-fields.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { findOrganisation, listOrganisationChoices } from '#db/organisations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Edit ${data?.values.name ?? 'an organisation'} · Caravan` }]

export const loader = inMission('directory.edit', async (scope, { params }) => {
  const id = params['organisation'] ?? ''
  const row = isId(id) ? await findOrganisation(scope.database.read, id, await missionDay(scope)) : undefined
  if (!row || row.merged_into_id) throw refuse('gone')
  return {
    path: inside(scope, `/organisations/${id}`), revision: row.revision, organisations: await listOrganisationChoices(scope.database.read),
    values: { name: row.name, kind: row.kind, country: row.country, parent: row.parent ?? '', successor: row.successor ?? '' },
  }
})

export const action = inMission('directory.edit', async (scope, { request, params }) => {
  const id = params['organisation'] ?? ''
  const form = await readForm(request, EditOrganisationInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = isId(id) ? await editOrganisation(scope, id, form.value) : { done: false as const, because: 'gone' as const }
  if (outcome.done) return goTo(inside(scope, `/organisations/${id}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'stale') return problemWith(form.typed, {}, 'Somebody else changed this organisation meanwhile. What you typed is kept here: compare it with the page in a new tab, then save again.')
  return problemWith(form.typed, KIN_PROBLEMS[outcome.because])
})

export default function EditOrganisation() {
  const { path, revision, organisations, values } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={path}>{values.name}</a>} title="Edit the organisation" actions={<ButtonLink href={`${path}/names`}>Names over time</ButtonLink>} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision }}>
        <OrganisationFields problem={problem} values={values} organisations={organisations} />
        <div className="line"><Button kind="primary">Save the organisation</Button><ButtonLink href={path}>Cancel</ButtonLink></div>
      </Form>
    </>
  )
}
