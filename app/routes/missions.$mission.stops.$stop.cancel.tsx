import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { count } from '#app/domain/text.ts'
import { formatDays, formatOffset, offsetOfDay } from '#app/domain/time.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { BECAUSE_MAX, CallOffStopInput } from '#app/operations/engagements.input.ts'
import { callOffStop, planCallOff, stampOf } from '#app/operations/stop-cancels.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { CallOffTable } from '#app/ui/roadshow/call-off-table.tsx'
import { listHoldersAt } from '#db/participations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Call off ${data?.stop.city ?? 'stop'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const db = scope.database.read
  const plan = await planCallOff(db, scope, params.stop ?? '')
  if (!plan) throw refuse('gone')
  const { stop, goes, stays } = plan
  const holders = await listHoldersAt(db, scope.mission.id, stop.id)
  const rowOf = (row: (typeof goes)[number]) => ({ ...row, stamp: stampOf(row), holders: holders.filter(({ engagementId }) => engagementId === row.id) })
  const going = goes.map(rowOf)
  return {
    base: inside(scope), stop, goes: going, stays: stays.map(rowOf), offset: formatOffset(offsetOfDay(stop.arriveDay, stop.zone)),
    people: new Set(going.flatMap((row) => row.holders).map(({ personId }) => personId)).size,
  }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = params.stop ?? ''
  const form = await readForm(request, CallOffStopInput)
  if (!form.ok) return form.problem.errors['reason'] === undefined ? overtaken(form.problem.values, STALE) : invalid(form.problem)
  const held = await listHoldersAt(scope.database.read, scope.mission.id, id)
  const outcome = await callOffStop(scope, id, form.value)
  if (outcome.done) {
    const ids = new Set(form.value.row.map((row) => row.split(':')[0]))
    return goTo(inside(scope, held.some(({ engagementId }) => ids.has(engagementId)) ? `/invitations?stop=${id}` : `/stops/${id}`), outcome.actId)
  }
  if (outcome.because === 'gone') throw refuse('gone')
  return overtaken(form.typed, STALE)
})

const STALE = 'Nothing was called off: something at this stop has changed meanwhile. Below stands what would go now; look at it and call it off again.'

export default function CallOffStop() {
  const { base, stop, goes, stays, people, offset } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const here = `${base}/stops/${stop.id}`
  const head = <PageHead eyebrow={<a href={here}>{stop.city}</a>} title={`Call off the stop ${stop.city}`} lead={`${formatDays(stop.arriveDay, stop.departDay)} ${stop.departDay.slice(0, 4)} · all times ${stop.city}, ${offset}`} />
  if (goes.length === 0) return <>{head}<ErrorSummary problem={problem} /><Empty title="Nothing is ahead at this stop" action={<ButtonLink href={here} kind="primary">Back to the stop</ButtonLink>}>What has begun or was held stays; what is off already stays off.</Empty></>
  return (
    <>
      {head}
      <ErrorSummary problem={problem} />
      <Form action={`${here}/cancel`}>
        {goes.map(({ stamp }) => <input key={stamp} type="hidden" name="row" value={stamp} />)}
        <TextField name="reason" label="Reason" problem={problem} required maxLength={BECAUSE_MAX} autoComplete="off" hint="For the team; stands in the history of each" />
        <Section id="goes" title={`${count(goes.length, 'engagement is', 'engagements are')} called off`} aside="and who holds an invitation"><CallOffTable caption="What is called off, and who holds an invitation to it" base={base} rows={goes} /></Section>
        <CommitBar actions={<><ButtonLink href={here}>Keep the stop</ButtonLink><Button kind="danger">Call off {count(goes.length, 'engagement', 'engagements')}</Button></>}>
          {people === 0 ? 'Nobody holds an invitation to any of them.' : <><b>{count(people, 'person holds', 'people hold')} an invitation,</b> named above. Their cancellations come next; nobody is told before you send.</>} One undo takes all of it back.
        </CommitBar>
      </Form>
      {stays.length > 0 && <Section id="stays" title={`${count(stays.length, 'engagement stays', 'engagements stay')} as it is`} aside="begun, held, or off already"><CallOffTable caption="What stays as it is" base={base} rows={stays} /></Section>}
    </>
  )
}
