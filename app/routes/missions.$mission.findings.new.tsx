import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { idIn } from '#app/http/query.server.ts'
import { NewFindingInput } from '#app/operations/findings.input.ts'
import { createFinding } from '#app/operations/findings.server.ts'
import { FindingFields } from '#app/ui/assessment/finding-fields.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { listReportSections } from '#db/documents.server.ts'
import { listDimensions } from '#db/readiness.server.ts'

export const meta: MetaFunction = () => [{ title: 'Write a finding · Caravan' }]

export const loader = inMission('evidence.edit', async (scope, { url }) => {
  const [dimensions, sections] = await Promise.all([listDimensions(scope.database.read, scope.mission.id), listReportSections(scope.database.read, scope.mission.id)])
  return { base: inside(scope), dimensions: dimensions.map(({ id, name }) => ({ id, name })), sections, chosen: { dimensions: idIn(url, 'dimension'), nodes: idIn(url, 'node') } }
})

export const action = inMission('evidence.edit', async (scope, { request }) => {
  const form = await readForm(request, NewFindingInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await createFinding(scope, form.value)
  if (!outcome.done) throw refuse(outcome.because)
  return goTo(inside(scope, `/findings/${outcome.findingId}`), outcome.actId)
})

export default function NewFinding() {
  const { base, dimensions, sections, chosen } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title="Write a finding" lead="It starts as a draft and rests on nothing until sentences are linked to it." />
      <ErrorSummary problem={problem} />
      <Form data-keep="finding">
        <FindingFields problem={problem} dimensions={dimensions} sections={sections} chosenDimensions={chosen.dimensions ? [chosen.dimensions] : []} chosenSections={chosen.nodes ? [chosen.nodes] : []} />
        <div className="line"><Button kind="primary">Save the finding</Button><ButtonLink href={`${base}/findings`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
