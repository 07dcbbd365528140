import { json, redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { answerable, asAnswer } from '#app/domain/calendar/answers.ts'
import { hoursWords, startWords, whenWords } from '#app/domain/calendar/wording.ts'
import { isZone, missionNow } from '#app/domain/time.ts'
import type { Refusal } from '#app/http/answers.server.ts'
import { open } from '#app/http/enter.server.ts'
import { enterAsGuest } from '#app/http/guest.server.ts'
import type { GuestInvitation } from '#app/http/guest.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { answerByGuest } from '#app/operations/answers.server.ts'
import type { CannotAnswer } from '#app/operations/answers.server.ts'
import { GuestAnswerInput } from '#app/operations/invitations.input.ts'
import type { PageHandle } from '#app/root.tsx'
import { AnswerForm, Answered } from '#app/ui/guest/answer.tsx'
import { GuestWhen, OtherSlots } from '#app/ui/guest/when.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'

export const meta: MetaFunction = () => [{ title: 'Invitation · Caravan' }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false }

/** Shows and changes nothing: mail scanners press links. */
export const loader = open(async (entered) => {
  const { url, params, context } = entered
  const held = await enterAsGuest(entered)
  const zone = url.searchParams.get('zone') ?? ''
  return {
    here: `/invitation/${params['token'] ?? ''}`, own: isZone(zone) ? { zone, city: cityOf(zone) } : undefined, zones: ZONES, facts: held.facts, name: [held.honorific, held.name].filter(Boolean).join(' '), mission: held.mission_title,
    sequence: held.sequence, answer: asAnswer(held.answer), earlier: asAnswer(held.earlier_answer), deputy: held.deputy_name, word: held.answer_word, recordedBy: held.answer_channel === 'page' ? undefined : held.answer_by || undefined, closed: whyClosed(held, context.nowMs),
  }
})

type Closed = 'cancelled' | 'replaced' | 'over' | 'archived' | undefined

function whyClosed(held: GuestInvitation, nowMs: number): Closed {
  if (held.state === 'cancelled' || held.state === 'replaced') return held.state
  if (held.archived_ms !== null) return 'archived'
  const clock = held.clock_show_ms === null || held.clock_from_ms === null ? null : { showMs: held.clock_show_ms, fromMs: held.clock_from_ms }
  return answerable(held, missionNow(clock, nowMs)) ? undefined : 'over'
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

const ZONES = [{ value: 'UTC', label: 'UTC' }, ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/')).map((zone) => ({ value: zone, label: cityOf(zone), group: zone.slice(0, zone.indexOf('/')) }))]

const SENTENCES: Record<CannotAnswer, string> = {
  gone: 'This invitation is not there any more. Nothing was recorded.', stale: 'Another answer came in at the same moment. Look at what stands below and answer again if it is wrong.', cancelled: 'This invitation was cancelled, so there is nothing to answer.',
  replaced: 'A newer invitation has taken the place of this one. Open the link in the newer mail.', over: 'This is over, so it cannot be answered any more.', archived: 'This mission is closed, so it cannot be answered any more.',
  newer: 'The time has changed since you opened this page, so your answer was not recorded. Look at the new time and answer again.',
}

export const action = open(async (entered) => {
  const { app, context, request, url, params } = entered
  const held = await enterAsGuest(entered)
  const form = await readForm(request, GuestAnswerInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await answerByGuest(app.database, held.id, form.value, context.nowMs)
  const zone = url.searchParams.get('zone') ?? ''
  if (outcome.done) return redirect(`/invitation/${params['token'] ?? ''}${isZone(zone) ? `?zone=${encodeURIComponent(zone)}` : ''}#answered`, 303)
  return json({ problem: { values: {}, errors: {}, summary: SENTENCES[outcome.because] } }, { status: 409 })
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Invitation() {
  const data = useLoaderData<typeof loader>()
  const { facts, name, mission, own, zones, here, closed } = data
  const problem = useActionData<typeof action>()?.problem
  const kind = facts.kind.slice(0, 1).toUpperCase() + facts.kind.slice(1)
  return (
    <Lone>
      <header><p className="soft">{name}</p><h1>{facts.title}</h1><p className="soft">{kind} · invitation from {facts.organiser.name || facts.organiser.address}, “{mission}”</p></header>
      <ErrorSummary problem={problem} />
      {closed && <ClosedNote closed={closed} />}
      <GuestWhen facts={facts} own={own} zones={zones} here={here} />
      <Facts>
        {facts.slots.length > 1 && <Fact term="Your slots"><OtherSlots facts={facts} /></Fact>}
        {facts.slots.length === 1 && facts.slots[0]?.title && <Fact term="Your slot">{facts.slots[0].title}</Fact>}
        {facts.roles.length > 0 && <Fact term="Your part">{facts.roles.join(', ')}</Fact>}
        {facts.slots.length > 0 && <Fact term={kind}>{hoursWords(facts)}</Fact>}
        {facts.place && <Fact term="Place">{facts.place}</Fact>}
        {closed !== 'cancelled' && <Fact term="Status">{facts.status === 'confirmed' ? <StatusMark status="confirmed" /> : <StatusMark status="tentative">tentative: it may still move</StatusMark>}</Fact>}
      </Facts>
      {facts.about && <p className="lines">{facts.about}</p>}
      <Reply data={data} problem={problem} />
    </Lone>
  )
}

type Wrong = NonNullable<ReturnType<typeof useActionData<typeof action>>>['problem']

function Reply({ data, problem }: { data: Data; problem: Wrong | undefined }) {
  const { answer, closed, here, facts, sequence, own, earlier } = data
  const form = { action: `${here}?index${own ? `&zone=${encodeURIComponent(own.zone)}` : ''}`, sequence, problem }
  if (answer !== 'none' && closed !== 'cancelled' && closed !== 'replaced') {
    return <Answered {...form} answer={answer} deputy={answer === 'deputy' ? data.deputy : ''} word={data.word} when={whenWords({ ...facts, ...facts.slots[0] })} calendar={`${here}/calendar.ics`} feed={`${here}/feed`} recordedBy={data.recordedBy} canChange={closed === undefined} />
  }
  if (closed) return null
  return (
    <section className="sec" aria-labelledby="ask">
      <h2 id="ask">Will you come?</h2>
      {earlier !== 'none' && <Note kind="warning" title="The time has changed.">You answered for the earlier time; please answer again for {startWords(facts)}.</Note>}
      <AnswerForm {...form} />
      <p className="soft small">You can change your answer on this page until it begins. After accepting you can add it to your calendar.</p>
    </section>
  )
}

const CLOSED: Record<NonNullable<Closed>, { title: string; words: string }> = {
  cancelled: { title: 'This was cancelled.', words: 'You are no longer expected; you need do nothing. Questions reach the organiser by replying to the mail.' },
  replaced: { title: 'A newer invitation has taken the place of this one.', words: 'It was sent to another address of yours. Open the link in that mail.' },
  over: { title: 'This is over.', words: 'It can be read and not answered any more.' },
  archived: { title: 'This mission is closed.', words: 'The invitation can be read and not answered any more.' },
}

function ClosedNote({ closed }: { closed: NonNullable<Closed> }) {
  return <Note kind={closed === 'cancelled' ? 'error' : 'info'} title={CLOSED[closed].title}>{CLOSED[closed].words}</Note>
}

export function ErrorBoundary() {
  const error = useRouteError()
  const refusal = isRouteErrorResponse(error) ? (error.data as Partial<Refusal> | null) : null
  return (
    <Lone>
      <h1>{refusal?.title ?? 'Something went wrong here.'}</h1>
      <p>{refusal?.next ?? 'Nothing was recorded. Go back and try once more, or answer by replying to the mail: a person reads it.'}</p>
    </Lone>
  )
}
