import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatMinute, formatOffset, offsetOfDay } from '#app/domain/time.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { engagementIn, loadAsked, stopChoices } from '#app/http/engagement.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, problemWith, readForm } from '#app/http/form.server.ts'
import { MoveEngagementInput } from '#app/operations/engagements.input.ts'
import { moveEngagement, previewMove } from '#app/operations/moves.server.ts'
import { ClashList, KeepBecause } from '#app/ui/agenda/clashes.tsx'
import { SlotFields } from '#app/ui/engagements/engagement-fields.tsx'
import { MovePreview } from '#app/ui/engagements/move-preview.tsx'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { listHeld } from '#db/participations.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Move ${data?.engagement.title ?? 'engagement'} · Caravan` }]

export const loader = inMission('engagement.edit', async (scope, { params, url }) => {
  const engagement = await loadAsked(scope, params)
  const db = scope.database.read
  const [stops, held] = await Promise.all([listStopFaces(db, scope.mission.id), listHeld(db, scope.mission.id, engagement.id)])
  const typed = Object.fromEntries(['stop', 'day', 'start', 'end'].flatMap((name) => (url.searchParams.has(name) ? [[name, url.searchParams.get(name) ?? '']] : [])))
  const asked = url.searchParams.has('day') ? MoveEngagementInput.safeParse({ ...typed, revision: engagement.revision }) : undefined
  const plan = asked?.success ? await previewMove(scope, engagement.id, asked.data) : undefined
  const errors = asked?.error ? Object.fromEntries(asked.error.issues.map((issue) => [issue.path.join('.'), issue.message])) : plan?.done === false ? wrongWords(plan.because) : {}
  const problem: Problem | undefined = Object.keys(errors).length > 0 ? { values: typed, errors, summary: 'These changes cannot be shown yet.' } : undefined
  return {
    base: inside(scope), at: inside(scope, `/engagements/${engagement.id}`), engagement, held, typed, problem, shown: plan?.done ? plan : undefined,
    stops: stopChoices(stops),
  }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const id = engagementIn(params)
  const form = await readForm(request, MoveEngagementInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await moveEngagement(scope, id, form.value)
  if (outcome.done) {
    const told = (await listHeld(scope.database.read, scope.mission.id, id)).some((each) => each.sent)
    return goTo(inside(scope, told ? `/invitations?engagement=${id}` : `/engagements/${id}`), outcome.actId)
  }
  if (outcome.because === 'gone') throw refuse('gone')
  if (outcome.because === 'stale') return overtaken(form.typed, 'Somebody else changed this meanwhile. Look at its time above, then move it again.')
  if (outcome.because !== 'conflicts') return problemWith(form.typed, wrongWords(outcome.because))
  const plan = await previewMove(scope, id, form.value)
  return json({ problem: { values: form.typed, errors: { because: 'Enter another time, or say why it may stand' } }, clashes: outcome.clashes, shown: plan.done ? plan : undefined }, { status: 422 })
})

function wrongWords(because: 'no-stop' | 'end-before-start' | 'no-such-time' | 'unchanged' | 'gone'): Record<string, string> {
  switch (because) {
    case 'no-stop': return { stop: 'This stop is gone: choose another' }
    case 'end-before-start': return { end: 'Enter an end after the start, on the same day' }
    case 'no-such-time': return { start: 'The clocks skip this time that night: enter another' }
    case 'unchanged': return { start: 'It stands there already: enter another day or time' }
    case 'gone': return { '': 'It is gone.' }
  }
}

export default function MoveEngagement() {
  const { base, at, engagement, held, typed, stops, ...seen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = answer?.problem ?? seen.problem
  const stopped = answer && 'clashes' in answer ? answer : undefined
  const shown = stopped?.shown ?? (answer ? undefined : seen.shown)
  const holding = held.filter((each) => each.sent).length
  const { revision, stopId, day, startMinute, endMinute, title, city, zone } = engagement
  const minute = (at: number | null): string => (at === null ? '' : formatMinute(at))
  const where = stops.length > 1 ? 'On the clock of the stop' : `${city}, ${formatOffset(offsetOfDay(day, zone))}`
  return (
    <>
      <PageHead title="Move" eyebrow={<a href={at}>{title}</a>} lead={<>Stands at <EngagementWhen at={engagement} /></>} />
      <ErrorSummary problem={problem} />
      {shown && <MovePreview from={engagement} shown={shown} held={held} />}
      {!stopped && shown && shown.clashes.length > 0 && <Note kind="warning" title={shown.clashes.length === 1 ? 'One thing stands against it.' : `${shown.clashes.length} things stand against it.`}><ClashList clashes={shown.clashes} base={base} /></Note>}
      <Form hidden={{ revision, ...(stops.length > 1 ? {} : { stop: stopId }) }} action={`${at}/move`}>
        {stops.length > 1 && <SelectField name="stop" label="Stop" problem={problem} value={typed.stop || stopId} options={stops} />}
        <SlotFields problem={problem} day={typed.day ?? day} start={typed.start ?? minute(startMinute)} end={typed.end ?? minute(endMinute)} where={where} hint={`${where}. Leave it, and the length stays.`} />
        <KeepBecause clashes={stopped?.clashes ?? []} base={base} problem={problem} />
        <CommitBar actions={<><ButtonLink href={at}>Not now</ButtonLink><Button formMethod="get" formNoValidate>Show what changes</Button><Button kind="primary">Move</Button></>}>
          {holding === 0 ? 'Nobody holds an invitation to it.' : `${holding === 1 ? '1 person holds' : `${holding} people hold`} an invitation; they come next, and nobody is told before you send.`}
        </CommitBar>
      </Form>
    </>
  )
}
