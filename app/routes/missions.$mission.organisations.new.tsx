import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { CreateOrganisationInput } from '#app/operations/directory.input.ts'
import { createOrganisation } from '#app/operations/organisations.server.ts'
import type { SimilarOrganisations } from '#app/operations/organisations.server.ts'
import { KIN_PROBLEMS, OrganisationFields } from '#app/ui/directory/organisation-fields.tsx'
import { SimilarNote } from '#app/ui/directory/similar.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { listOrganisationChoices } from '#db/organisations.server.ts'

export const meta: MetaFunction = () => [{ title: 'Add an organisation · Caravan' }]

export const loader = inMission('directory.edit', async (scope) => ({ base: inside(scope), organisations: await listOrganisationChoices(scope.database.read) }))

export const action = inMission('directory.edit', async (scope, { request }) => {
  const refused = (problem: Problem, similar: SimilarOrganisations['similar'] = []) => json({ problem, similar }, { status: 422 })
  const form = await readForm(request, CreateOrganisationInput)
  if (!form.ok) return refused(form.problem)
  const outcome = await createOrganisation(scope, form.value)
  if (outcome.done) return goTo(inside(scope, `/organisations/${outcome.organisationId}`), outcome.actId)
  if (outcome.because === 'similar') return refused({ values: form.typed, errors: {} }, outcome.similar)
  if (outcome.because === 'stale' || outcome.because === 'gone') throw refuse(outcome.because)
  return refused({ values: form.typed, errors: KIN_PROBLEMS[outcome.because] })
})

export default function NewOrganisation() {
  const { base, organisations } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const problem = refused?.problem
  const similar = refused?.similar ?? []
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/organisations`}>Organisations</a>} title="Add an organisation" />
      {similar.length === 0 && <ErrorSummary problem={problem} />}
      <Form data-keep="new organisation">
        <SimilarNote problem={problem} noun="organisation" similar={similar.map(({ id, name }) => ({ id, href: `${base}/organisations/${id}`, name }))} />
        <OrganisationFields problem={problem} organisations={organisations} />
        <div className="line"><Button kind="primary">Add to the directory</Button></div>
      </Form>
    </>
  )
}
