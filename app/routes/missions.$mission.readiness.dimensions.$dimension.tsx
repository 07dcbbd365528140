import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { DIMENSION_MAX, RenameDimensionInput } from '#app/operations/readiness.input.ts'
import { renameDimension } from '#app/operations/readiness.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listDimensions } from '#db/readiness.server.ts'

export const meta: MetaFunction = () => [{ title: 'Rename a dimension · Caravan' }]

export const loader = inMission('rating.change', async (scope, { params }) => {
  const dimension = (await listDimensions(scope.database.read, scope.mission.id)).find((one) => one.id === params.dimension)
  if (!dimension) throw refuse('gone')
  return { base: inside(scope), dimension: { id: dimension.id, name: dimension.name, revision: dimension.revision } }
})

export const action = inMission('rating.change', async (scope, { request, params }) => {
  const form = await readForm(request, RenameDimensionInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await renameDimension(scope, { ...form.value, dimension: params.dimension ?? '' })
  if (outcome.done) return goTo(inside(scope, '/readiness/dimensions'), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return problemWith(form.typed, {}, 'Not saved: somebody else renamed it meanwhile. Your name is kept here; reload the page to see theirs.')
})

export default function RenameDimension() {
  const { base, dimension } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title={`Rename “${dimension.name}”`} lead="Levels, reasons and findings stay with it." />
      <ErrorSummary problem={problem} />
      <Form hidden={{ dimension: dimension.id, revision: dimension.revision }}>
        <TextField name="name" label="Name" problem={problem} value={dimension.name} maxLength={DIMENSION_MAX} />
        <div className="line"><Button kind="primary">Rename</Button><ButtonLink href={`${base}/readiness/dimensions`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
