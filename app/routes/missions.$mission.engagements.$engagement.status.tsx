import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { STATUSES, asStatus, hasBegun, isExit, stepsFrom, usualNext } from '#app/domain/meetings/status.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { wordIn } from '#app/http/query.server.ts'
import { BECAUSE_MAX, SetStatusInput } from '#app/operations/engagements.input.ts'
import { setStatus } from '#app/operations/statuses.server.ts'
import { ClashList } from '#app/ui/agenda/clashes.tsx'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { stepVerb } from '#app/ui/engagements/steps.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Choices } from '#app/ui/kit/choices.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Status of ${data?.engagement.title ?? 'engagement'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params, url }) => {
  const engagement = await loadAsked(scope, params)
  const status = asStatus(engagement.status)
  const begun = hasBegun(engagement, scope.missionNowMs)
  const steps = stepsFrom(status, begun)
  return { base: inside(scope), at: inside(scope, `/engagements/${engagement.id}`), engagement, status, steps, chosen: wordIn(url, 'status', STATUSES) ?? usualNext(status, begun) ?? steps.find((step) => !step.needsReason)?.to }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, SetStatusInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await setStatus(scope, id, form.value)
  if (outcome.done) return goTo(inside(scope, `/engagements/${id}`), outcome.actId)
  switch (outcome.because) {
    case 'gone': throw refuse('gone')
    case 'stale': return overtaken(form.typed, 'Somebody else changed this meanwhile. Look at its status now, then choose again.')
    case 'not-a-step': return problemWith(form.typed, { status: 'It cannot go there from where it stands: choose one of these' })
    case 'no-reason': return problemWith(form.typed, { reason: 'Enter the reason: it stands in the history' })
    case 'conflicts': return json({ problem: { values: form.typed, errors: { reason: 'Say why it may stand, or move it first' } }, clashes: outcome.clashes }, { status: 422 })
  }
})

export default function StatusPage() {
  const { base, at, engagement, status, steps, chosen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = answer?.problem
  return (
    <>
      <PageHead title="Status" eyebrow={<a href={at}>{engagement.title}</a>} lead={<><EngagementWhen at={engagement} /> · <StatusMark status={status} /></>} />
      <ErrorSummary problem={problem} />
      {answer && 'clashes' in answer && <Note kind="warning" title="Something took its place meanwhile."><ClashList clashes={answer.clashes} base={base} /></Note>}
      <Form hidden={{ revision: engagement.revision }} action={`${at}/status`}>
        <Choices name="status" label="It is now" problem={problem} value={chosen} required choices={steps.map(({ to, needsReason }) => ({
          value: to, label: <StatusMark status={to} />, hint: needsReason ? (isExit(to) ? 'leaves the chain; needs a reason' : 'needs a reason') : undefined,
        }))} />
        <TextField name="reason" label="Reason" problem={problem} maxLength={BECAUSE_MAX} autoComplete="off" hint="Needed where it says so above; stands in the history" />
        <CommitBar actions={<><ButtonLink href={at}>Not now</ButtonLink><Button kind="primary">{steps.length === 1 && steps[0] ? stepVerb(steps[0].to) : 'Set the status'}</Button></>}>Nobody is told before you send.</CommitBar>
      </Form>
    </>
  )
}
