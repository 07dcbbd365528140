import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EXITS, asStatus, hasBegun, stepsFrom, isExit } from '#app/domain/meetings/status.ts'
import { count } from '#app/domain/text.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { wordIn } from '#app/http/query.server.ts'
import { BECAUSE_MAX, CancelEngagementInput } from '#app/operations/engagements.input.ts'
import { cancelEngagement } from '#app/operations/statuses.server.ts'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Choices } from '#app/ui/kit/choices.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listHeld } from '#db/participations.server.ts'

const HINTS: Record<(typeof EXITS)[number], string> = {
  declined: 'the other side said no', postponed: 'it shall get another date', cancelled: 'we called it off', 'no-show': 'somebody did not come',
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Call off ${data?.engagement.title ?? 'engagement'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params, url }) => {
  const engagement = await loadAsked(scope, params)
  const exits = stepsFrom(asStatus(engagement.status), hasBegun(engagement, scope.missionNowMs)).flatMap(({ to }) => (isExit(to) ? [to] : []))
  const held = await listHeld(scope.database.read, scope.mission.id, engagement.id)
  return { at: inside(scope, `/engagements/${engagement.id}`), engagement, exits, chosen: wordIn(url, 'status', EXITS) ?? 'cancelled', holders: held.filter((each) => each.sent).map((each) => each.name) }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, CancelEngagementInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await cancelEngagement(scope, id, form.value)
  if (outcome.done) {
    const told = (await listHeld(scope.database.read, scope.mission.id, id)).some((each) => each.sent)
    return goTo(inside(scope, told ? `/invitations?engagement=${id}` : `/engagements/${id}`), outcome.actId)
  }
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'stale') return overtaken(form.typed, 'Somebody else changed this meanwhile. Look at it again, then call it off once more.')
  return problemWith(form.typed, { status: 'It cannot leave that way from where it stands: choose one of these' })
})

export default function CancelEngagement() {
  const { at, engagement, exits, chosen, holders } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const head = <PageHead title="Call it off" eyebrow={<a href={at}>{engagement.title}</a>} lead={<><EngagementWhen at={engagement} /> · <StatusMark status={asStatus(engagement.status)} /></>} />
  if (exits.length === 0) return <>{head}<Empty title="It cannot leave the chain any more" action={<ButtonLink href={at} kind="primary">Back to the engagement</ButtonLink>}>What was held and written about stays held.</Empty></>
  return (
    <>
      {head}
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: engagement.revision }} action={`${at}/cancel`}>
        <Choices name="status" label="What happened" problem={problem} value={exits.includes(chosen) ? chosen : exits[0]} required choices={exits.map((to) => ({ value: to, label: <StatusMark status={to} />, hint: HINTS[to] }))} />
        <TextField name="reason" label="Reason" problem={problem} required maxLength={BECAUSE_MAX} autoComplete="off" hint="For the team; stands in the history" />
        <CommitBar actions={<><ButtonLink href={at}>Keep it</ButtonLink><Button kind="danger">Call it off</Button></>}>
          {holders.length === 0 ? 'Nobody holds an invitation to it.' : `${count(holders.length, 'person holds', 'people hold')} an invitation: ${holders.join(', ')}. They come next; nobody is told before you send.`}
        </CommitBar>
      </Form>
    </>
  )
}
