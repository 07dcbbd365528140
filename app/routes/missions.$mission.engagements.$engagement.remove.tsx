import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { RemoveEngagementInput } from '#app/operations/engagements.input.ts'
import { removeEngagement } from '#app/operations/engagements.server.ts'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { countUses } from '#db/engagements.server.ts'

const IN_USE = 'Only an idea that nobody was invited to and nobody wrote about can be removed.'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Remove ${data?.engagement.title ?? 'engagement'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const engagement = await loadAsked(scope, params)
  const uses = await countUses(scope.database.read, scope.mission.id, engagement.id)
  return { at: inside(scope, `/engagements/${engagement.id}`), engagement, removable: engagement.status === 'idea' && uses === 0 }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RemoveEngagementInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await removeEngagement(scope, engagementIn(params), form.value)
  if (outcome.done) return goTo(inside(scope, '/engagements'), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'stale') return overtaken(form.typed, 'Somebody else changed this meanwhile. Look at it again, then remove it once more.')
  return problemWith(form.typed, {}, `${IN_USE} Call it off instead.`)
})

export default function RemoveEngagement() {
  const { at, engagement, removable } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title="Remove" eyebrow={<a href={at}>{engagement.title}</a>} lead={<EngagementWhen at={engagement} />} />
      <ErrorSummary problem={problem} />
      {removable
        ? <Form hidden={{ revision: engagement.revision }}><CommitBar actions={<><ButtonLink href={at}>Keep it</ButtonLink><Button kind="danger">Remove the idea</Button></>}>It goes with its people, agenda and other titles; undo brings all of it back.</CommitBar></Form>
        : <Empty title="This one stays" action={<ButtonLink href={`${at}/cancel`}>Call it off…</ButtonLink>}>{IN_USE} Whatever was agreed can be called off for a reason.</Empty>}
    </>
  )
}
