import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { frameworksOf } from '#app/domain/assessment/frameworks.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { AddDimensionsInput, DIMENSION_MAX } from '#app/operations/readiness.input.ts'
import { addDimensions } from '#app/operations/readiness.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextArea } from '#app/ui/kit/text-field.tsx'
import { listDimensions, listUsedDimensions } from '#db/readiness.server.ts'

export const meta: MetaFunction = () => [{ title: 'Dimensions · Caravan' }]

export const loader = inMission('rating.change', async (scope) => {
  const db = scope.database.read
  const [dimensions, used] = await Promise.all([listDimensions(db, scope.mission.id), listUsedDimensions(db, scope.mission.id)])
  return { base: inside(scope), dimensions: dimensions.map(({ id, name, revision, sourceLine }) => ({ id, name, revision, sourceLine, used: used.placed.has(id) || used.rated.has(id) })), frameworks: frameworksOf(dimensions), rated: used.rated.size > 0 }
})

export const action = inMission('rating.change', async (scope, { request }) => {
  const form = await readForm(request, AddDimensionsInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await addDimensions(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/readiness/dimensions'), outcome.actId)
  if (outcome.because === 'nothing-new') return problemWith(form.typed, { names: 'These names are there already: write another' })
  if (outcome.because === 'too-long') return problemWith(form.typed, { names: `Use at most ${DIMENSION_MAX} characters for each name` })
  throw refuse(outcome.because)
})

export default function Dimensions() {
  const { base, dimensions, frameworks, rated } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const here = `${base}/readiness/dimensions`
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/readiness`}>Readiness</a>} title="Dimensions" lead="What the mission assesses. One that findings or levels use can be renamed, not removed."
        actions={<ButtonLink href={`${base}/readiness/framework`}>{rated || dimensions.length === 0 ? 'Frameworks' : 'Choose another framework'}</ButtonLink>} />
      <ErrorSummary problem={problem} />
      {frameworks.length > 0 && <p className="soft">Framework: {frameworks.join('; ')}.</p>}
      <List label="Dimensions">
        {dimensions.map((dimension) => (
          <ListRow key={dimension.id} under={dimension.used ? 'in use' : 'not used yet'} mark={<div className="line acts">
            <ButtonLink tight icon="edit" href={`${here}/${dimension.id}`}>Rename<span className="vh"> {dimension.name}</span></ButtonLink>
            {!dimension.used && <ActionButton tight icon="trash" action={`${here}/remove`} hidden={{ dimension: dimension.id, revision: dimension.revision }}>Remove<span className="vh"> {dimension.name}</span></ActionButton>}
          </div>}>
            <a href={`${base}/readiness/${dimension.id}`}>{dimension.name}</a>
          </ListRow>
        ))}
      </List>
      <Section id="add" title="Add dimensions">
        <Form action={`${here}?index`}>
          <TextArea name="names" label="Names" problem={problem} rows={4} hint="One to a line" />
          <Button kind="primary">Add</Button>
        </Form>
      </Section>
    </>
  )
}
