import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FRAMEWORKS, frameworksOf } from '#app/domain/assessment/frameworks.ts'
import { count } from '#app/domain/text.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { chooseFramework } from '#app/operations/frameworks.server.ts'
import { ChooseFrameworkInput } from '#app/operations/readiness.input.ts'
import { FrameworkChoices } from '#app/ui/assessment/framework-choices.tsx'
import { FrameworkList } from '#app/ui/assessment/framework-list.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { listDimensions, listFindingPlaces, listUsedDimensions } from '#db/readiness.server.ts'

export const meta: MetaFunction = () => [{ title: 'Framework · Caravan' }]

export const loader = inMission('rating.change', async (scope) => {
  const db = scope.database.read
  const [dimensions, used] = await Promise.all([listDimensions(db, scope.mission.id), listUsedDimensions(db, scope.mission.id)])
  const places = await listFindingPlaces(db, scope.mission.id, dimensions.map((dimension) => dimension.id))
  return { base: inside(scope), now: frameworksOf(dimensions), framework: dimensions[0]?.framework ?? FRAMEWORKS[0].id, rated: used.rated.size, findings: new Set(places.map((place) => place.findingId)).size }
})

export const action = inMission('rating.change', async (scope, { request }) => {
  const form = await readForm(request, ChooseFrameworkInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await chooseFramework(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/readiness/dimensions'), outcome.actId)
  if (outcome.because === 'nothing-new') return problemWith(form.typed, { framework: 'This is the framework already: choose another one' })
  if (outcome.because === 'rated') throw refuse('stale', { title: 'A level has been given.', next: 'Levels are only comparable within one framework, so it stays as it is. Copy the mission to assess by another one.' })
  throw refuse(outcome.because)
})

export default function FrameworkPage() {
  const { base, now, framework, rated, findings } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/readiness`}>Readiness</a>} title="Framework" lead={now.length === 0 ? 'The mission has no dimensions yet.' : `The mission assesses by: ${now.join('; ')}.`} />
      <ErrorSummary problem={problem} />
      {rated > 0 && <Note kind="info">{count(rated, 'dimension has', 'dimensions have')} a level, so the framework stays: levels are only comparable within one version of it. Every level keeps the version that it was given by.</Note>}
      {rated === 0 && (
        <Form>
          <FrameworkChoices problem={problem} value={framework} hint={findings === 0 ? undefined : `${count(findings, 'finding stands', 'findings stand')} under the dimensions that are there. They stay under those that both have; elsewhere they lose their place, and undo brings it back.`} />
          <div className="line"><Button kind="primary">Take it over</Button><ButtonLink href={`${base}/readiness/dimensions`}>Not now</ButtonLink></div>
        </Form>
      )}
      <Section id="known" title="What each framework asks"><FrameworkList /></Section>
    </>
  )
}
