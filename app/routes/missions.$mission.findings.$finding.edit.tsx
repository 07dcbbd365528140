import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { EditFindingInput } from '#app/operations/findings.input.ts'
import { editFinding } from '#app/operations/findings.server.ts'
import { FindingFields } from '#app/ui/assessment/finding-fields.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { listReportSections } from '#db/documents.server.ts'
import { loadFinding } from '#db/findings.server.ts'
import { listDimensions } from '#db/readiness.server.ts'

export const meta: MetaFunction = () => [{ title: 'Edit a finding · Caravan' }]

export const loader = inMission('evidence.edit', async (scope, { params }) => {
  const db = scope.database.read
  const [found, dimensions, sections] = await Promise.all([loadFinding(db, scope.mission.id, params.finding ?? ''), listDimensions(db, scope.mission.id), listReportSections(db, scope.mission.id)])
  if (!found) throw refuse('gone')
  const { finding } = found
  return {
    base: inside(scope), finding: { id: finding.id, statement: finding.statement, revision: finding.revision }, dimensions: dimensions.map(({ id, name }) => ({ id, name })), sections,
    chosen: { dimensions: found.dimensions.map(({ id }) => id), nodes: found.nodes.map(({ id }) => id) },
  }
})

export const action = inMission('evidence.edit', async (scope, { request, params }) => {
  const form = await readForm(request, EditFindingInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await editFinding(scope, params.finding ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/findings/${params.finding}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return problemWith(form.typed, {}, 'Not saved: somebody else changed this finding meanwhile. Your words are kept here; look at theirs in a new tab, then save again.')
})

export default function EditFinding() {
  const { base, finding, dimensions, sections, chosen } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title="Edit the finding" />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: finding.revision }}>
        <FindingFields problem={problem} statement={finding.statement} dimensions={dimensions} sections={sections} chosenDimensions={chosen.dimensions} chosenSections={chosen.nodes} />
        <div className="line"><Button kind="primary">Save the finding</Button><ButtonLink href={`${base}/findings/${finding.id}`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
