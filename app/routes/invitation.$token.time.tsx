import { json, redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { fill, textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { whenWords, zoneWords } from '#app/domain/calendar/wording.ts'
import { formatMinute } from '#app/domain/time.ts'
import { open } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { enterAsGuest, problemInWords } from '#app/http/guest.server.ts'
import { ProposeTimeInput, WORD_MAX } from '#app/operations/guest.input.ts'
import { whyNotAnswer } from '#app/operations/guests.server.ts'
import { proposeTime } from '#app/operations/proposals.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { guestFrame, guestHref, languageFound, titleTexts, typedLang } from '#app/ui/guest/frame.ts'
import { GuestLone, GuestRefused } from '#app/ui/guest/guest-lone.tsx'
import { Steady } from '#app/ui/guest/steady.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextField } from '#app/ui/kit/text-field.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [{ title: `${titleTexts(data, error).proposal.title} · Caravan` }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false, lang: languageFound }

export const loader = open(async (entered) => {
  const held = await enterAsGuest(entered)
  const cannot = whyNotAnswer(held, held.sequence, entered.context.nowMs)
  return { frame: guestFrame(entered.params['token'] ?? '', entered.url.searchParams, held.language), facts: held.facts, sequence: held.sequence, cannot }
})

/** Where what is wrong with the time itself is said. */
const FIELDS = { past: 'day', gap: 'start', same: 'start' } as const

export const action = open(async (entered) => {
  const { app, context, request, url, params } = entered
  const held = await enterAsGuest(entered)
  const texts = textsOf(held.language)
  const form = await readForm(request, ProposeTimeInput)
  if (!form.ok) return invalid(problemInWords(form.problem, texts))
  const outcome = await proposeTime(app.database, held.id, form.value, context.nowMs)
  if (outcome.done) return redirect(`${guestHref(guestFrame(params['token'] ?? '', url.searchParams, held.language))}#proposed`, 303)
  const { because } = outcome
  if (because === 'past' || because === 'gap' || because === 'same') return invalid(problemInWords({ values: form.typed, errors: { [FIELDS[because]]: because } }, texts))
  return json({ problem: { values: form.typed, errors: {}, summary: texts.cannot[because] } as Problem }, { status: 409 })
})

/** Another day or time, on the venue's clock. */
export default function ProposeTime() {
  const { frame, facts, cannot } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const texts = textsOf(frame.language)
  const { proposal } = texts
  return (
    <GuestLone frame={frame} rest="/time" texts={texts}>
      <header><p className="soft" lang={typedLang(facts.title, frame.language)}>{facts.title}</p><h1>{proposal.title}</h1><p className="soft">{proposal.lead}</p></header>
      <ErrorSummary problem={problem} />
      <p>{proposal.now}: <b><Steady text={whenWords(facts, texts)} /></b></p>
      {cannot ? (!problem && <Note kind="warning" title={texts.cannot[cannot]} />) : <TimeForm texts={texts} problem={problem} />}
      <p><a href={guestHref(frame)}>{texts.page.back}</a></p>
    </GuestLone>
  )
}

function TimeForm({ texts, problem }: { texts: Texts; problem: Problem | undefined }) {
  const { frame, facts, sequence } = useLoaderData<typeof loader>()
  const { proposal, page } = texts
  return (
    <Form action={guestHref(frame, '/time')} hidden={{ sequence }}>
      <TextField type="date" name="day" label={proposal.day} problem={problem} value={facts.day} required />
      <div className="pair">
        <TextField type="time" name="start" label={proposal.from} problem={problem} value={formatMinute(facts.startMinute)} required />
        <TextField type="time" name="end" label={proposal.to} optional={page.optional} problem={problem} value={facts.endMinute === null ? '' : formatMinute(facts.endMinute)} />
      </div>
      <p className="small soft">{fill(proposal.clock, { zone: zoneWords(facts, texts) })}</p>
      <TextField name="word" label={proposal.word} optional={page.optional} problem={problem} maxLength={WORD_MAX} autoComplete="off" />
      <Button kind="primary">{proposal.send}</Button>
    </Form>
  )
}

export function ErrorBoundary() {
  return <GuestRefused error={useRouteError()} />
}
