import { json, redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { holdsOn } from '#app/domain/people/tenure.ts'
import { open } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { enterAsGuest, problemInWords } from '#app/http/guest.server.ts'
import { proposeCorrection } from '#app/operations/corrections.server.ts'
import { HONORIFIC_MAX, NAME_MAX, ProposeCorrectionInput, TITLE_MAX, WORD_MAX } from '#app/operations/guest.input.ts'
import { whyNotStanding } from '#app/operations/guests.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { guestFrame, guestHref, languageFound, titleTexts, typedLang } from '#app/ui/guest/frame.ts'
import { GuestLone, GuestRefused } from '#app/ui/guest/guest-lone.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listAffiliations } from '#db/people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [{ title: `${titleTexts(data, error).correction.title} · Caravan` }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false, lang: languageFound }

export const loader = open(async (entered) => {
  const held = await enterAsGuest(entered)
  const { day } = held.facts
  const titles = (await listAffiliations(entered.app.database.read, [held.holder_id], day)).filter((title) => holdsOn(title, day) && title.title !== '')
  return {
    frame: guestFrame(entered.params['token'] ?? '', entered.url.searchParams, held.language), honorific: held.honorific, name: held.name, cannot: whyNotStanding(held),
    titles: titles.map(({ id, title, organisation }) => ({ id, title, organisation })),
  }
})

export const action = open(async (entered) => {
  const { app, context, request, url, params } = entered
  const held = await enterAsGuest(entered)
  const texts = textsOf(held.language)
  const form = await readForm(request, ProposeCorrectionInput)
  if (!form.ok) return invalid(problemInWords(form.problem, texts))
  const outcome = await proposeCorrection(app.database, held.id, form.value, context.nowMs)
  if (outcome.done || outcome.because === 'repeated') return redirect(`${guestHref(guestFrame(params['token'] ?? '', url.searchParams, held.language))}#corrected`, 303)
  if (outcome.because === 'nothing') return invalid({ values: form.typed, errors: {}, summary: texts.wrong.nothing } as Problem)
  return json({ problem: { values: form.typed, errors: {}, summary: texts.cannot[outcome.because] } as Problem }, { status: 409 })
})

/** How one's own name and title should read. */
export default function ProposeName() {
  const { frame, cannot } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const texts = textsOf(frame.language)
  const { correction } = texts
  return (
    <GuestLone frame={frame} rest="/name" texts={texts}>
      <header><h1>{correction.title}</h1><p className="soft">{correction.lead}</p></header>
      <ErrorSummary problem={problem} />
      {cannot ? (!problem && <Note kind="warning" title={texts.cannot[cannot]} />) : <NameForm texts={texts} problem={problem} />}
      <p><a href={guestHref(frame)}>{texts.page.back}</a></p>
    </GuestLone>
  )
}

function NameForm({ texts, problem }: { texts: Texts; problem: Problem | undefined }) {
  const { frame, honorific, name, titles } = useLoaderData<typeof loader>()
  const { correction, page } = texts
  const [first] = titles
  const options = [...titles.map(({ id, title, organisation }) => ({ value: id, label: [title, organisation].filter(Boolean).join(', '), lang: typedLang(title, frame.language) })), { value: '', label: correction.newTitle }]
  return (
    <Form action={guestHref(frame, '/name')}>
      <TextField name="honorific" label={correction.honorific} hint={correction.honorificHint} optional={page.optional} problem={problem} value={honorific} maxLength={HONORIFIC_MAX} autoComplete="honorific-prefix" />
      <TextField name="name" label={correction.name} problem={problem} value={name} maxLength={NAME_MAX} autoComplete="name" required />
      {first && <SelectField name="affiliation" label={correction.which} problem={problem} value={first.id} options={options} />}
      <TextField name="title" label={correction.text} hint={correction.titleHint} optional={page.optional} problem={problem} maxLength={TITLE_MAX} autoComplete="organization-title" />
      <TextField name="word" label={correction.word} optional={page.optional} problem={problem} maxLength={WORD_MAX} autoComplete="off" />
      <Button kind="primary">{correction.send}</Button>
    </Form>
  )
}

export function ErrorBoundary() {
  return <GuestRefused error={useRouteError()} />
}
