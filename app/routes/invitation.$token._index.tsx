import { json, redirect } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { asAnswer } from '#app/domain/calendar/answers.ts'
import { fill, textsOf, wordIn } from '#app/domain/calendar/texts/texts.ts'
import { hoursWords, placeWords, roleWords, startWords, whenWords } from '#app/domain/calendar/wording.ts'
import { open } from '#app/http/enter.server.ts'
import { enterAsGuest, problemInWords } from '#app/http/guest.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { answerByGuest } from '#app/operations/answers.server.ts'
import { GuestAnswerInput } from '#app/operations/guest.input.ts'
import { whyClosed } from '#app/operations/guests.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { AnswerForm, Answered } from '#app/ui/guest/answer.tsx'
import { guestFrame, guestHref, languageFound, titleTexts, typedLang } from '#app/ui/guest/frame.ts'
import { GuestHandOuts } from '#app/ui/guest/hand-outs.tsx'
import { ClosedNote, GuestLone, GuestRefused } from '#app/ui/guest/guest-lone.tsx'
import { CorrectionNotes, ProposalNote, Requests } from '#app/ui/guest/requests.tsx'
import type { Correction } from '#app/ui/guest/requests.tsx'
import { GuestWhen, OtherSlots, cityOf } from '#app/ui/guest/when.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import { listCorrections } from '#db/corrections.server.ts'
import type { CorrectionFace } from '#db/corrections.server.ts'
import { listHandOuts } from '#db/hand-outs.server.ts'
import { findProposal } from '#db/received.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [{ title: `${titleTexts(data, error).page.title} · Caravan` }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false, lang: languageFound }

/** Shows and changes nothing: mail scanners press links. */
export const loader = open(async (entered) => {
  const { url, params, app, context } = entered
  const held = await enterAsGuest(entered)
  const db = app.database.read
  const because = whyClosed(held, context.nowMs)
  const [proposal, corrections, papers] = await Promise.all([findProposal(db, held.id), listCorrections(db, held.mission_id, held.holder_id), because === 'cancelled' || because === 'replaced' ? [] : listHandOuts(db, held.mission_id, held.engagement_id, 'counterpart')])
  return {
    frame: guestFrame(params['token'] ?? '', url.searchParams, held.language), zones: ZONES, facts: held.facts, name: [held.honorific, held.name].filter(Boolean).join(' '), mission: held.mission_title, proposal, corrections: corrections.map(proposedOf), papers: papers.map(({ id, title, language, itemTitle, files }) => ({ id, title, language, itemTitle, files })),
    sequence: held.sequence, answer: asAnswer(held.answer), earlier: asAnswer(held.earlier_answer), deputy: held.deputy_name, word: held.answer_word, recordedBy: held.answer_channel === 'page' ? undefined : held.answer_by || undefined, closed: because === 'gone' ? undefined : because,
  }
})

/** What they said themselves, and what stood then. */
function proposedOf({ id, honorific, name, title, honorific_before, name_before, title_before }: CorrectionFace): Correction {
  return { id, honorific, name, title, honorific_before, name_before, title_before }
}

const ZONES = [{ value: 'UTC', label: 'UTC' }, ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/')).map((zone) => ({ value: zone, label: cityOf(zone, textsOf(undefined)), group: zone.slice(0, zone.indexOf('/')) }))]

export const action = open(async (entered) => {
  const { app, context, request, url, params } = entered
  const held = await enterAsGuest(entered)
  const texts = textsOf(held.language)
  const form = await readForm(request, GuestAnswerInput)
  if (!form.ok) return invalid(problemInWords(form.problem, texts))
  const outcome = await answerByGuest(app.database, held.id, form.value, context.nowMs)
  if (outcome.done) return redirect(`${guestHref(guestFrame(params['token'] ?? '', url.searchParams, held.language))}#answered`, 303)
  return json({ problem: { values: {}, errors: {}, summary: texts.cannot[outcome.because] } }, { status: 409 })
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Invitation() {
  const data = useLoaderData<typeof loader>()
  const { frame, facts, name, mission, zones, closed, proposal, corrections } = data
  const texts = textsOf(frame.language)
  const problem = useActionData<typeof action>()?.problem
  const kind = wordIn(texts.kinds, facts.kind)
  const organiser = facts.organiser.name || facts.organiser.address
  return (
    <GuestLone frame={frame} texts={texts}>
      <header><p className="soft" lang={typedLang(name, frame.language)}>{name}</p><h1 lang={typedLang(facts.title, frame.language)}>{facts.title}</h1><p className="soft">{fill(texts.page.from, { kind, organiser, mission })}</p></header>
      <ErrorSummary problem={problem} />
      {closed && <ClosedNote closed={closed} texts={texts} />}
      {!closed && proposal && <ProposalNote proposal={proposal} facts={facts} texts={texts} />}
      {closed !== 'replaced' && <CorrectionNotes corrections={corrections} texts={texts} />}
      <GuestWhen facts={facts} frame={frame} texts={texts} zones={zones} />
      <WhatElse facts={facts} frame={frame} closed={closed} kind={kind} />
      {facts.about && <p className="lines" lang={typedLang(facts.about, frame.language)}>{facts.about}</p>}
      <GuestHandOuts papers={data.papers} frame={frame} texts={texts} />
      <Reply data={data} problem={problem} />
      {closed !== 'cancelled' && closed !== 'replaced' && closed !== 'archived' && <Requests frame={frame} texts={texts} canPropose={!closed} />}
    </GuestLone>
  )
}

function WhatElse({ facts, frame, closed, kind }: Pick<Data, 'facts' | 'frame' | 'closed'> & { kind: string }) {
  const texts = textsOf(frame.language)
  const { terms } = texts
  const [first, ...others] = facts.slots
  const place = placeWords(facts, texts)
  return (
    <Facts>
      {others.length > 0 && <Fact term={terms.slots}><OtherSlots facts={facts} texts={texts} /></Fact>}
      {others.length === 0 && first?.title && <Fact term={terms.slot}><span lang={typedLang(first.title, frame.language)}>{first.title}</span></Fact>}
      {facts.roles.length > 0 && <Fact term={terms.roles}>{roleWords(facts.roles, texts)}</Fact>}
      {first && <Fact term={kind}>{hoursWords(facts)}</Fact>}
      {place && <Fact term={terms.place}><span lang={typedLang(place, frame.language)}>{place}</span></Fact>}
      {closed !== 'cancelled' && <Fact term={terms.status}><StatusMark status={facts.status}>{texts.statusesSaid[facts.status]}</StatusMark></Fact>}
    </Facts>
  )
}

type Wrong = NonNullable<ReturnType<typeof useActionData<typeof action>>>['problem']

function Reply({ data, problem }: { data: Data; problem: Wrong | undefined }) {
  const { answer, closed, frame, facts, sequence, earlier } = data
  const texts = textsOf(frame.language)
  const form = { action: guestHref(frame, '?index'), sequence, texts, problem }
  if (answer !== 'none' && closed !== 'cancelled' && closed !== 'replaced') {
    return <Answered {...form} answer={answer} deputy={answer === 'deputy' ? data.deputy : ''} word={data.word} when={whenWords({ ...facts, ...facts.slots[0] }, texts)} calendar={guestHref({ ...frame, zone: undefined }, '/calendar.ics')} feed={guestHref(frame, '/feed')} recordedBy={data.recordedBy} canChange={closed === undefined} />
  }
  if (closed) return null
  return (
    <section className="sec" aria-labelledby="ask">
      <h2 id="ask">{texts.page.ask}</h2>
      {earlier !== 'none' && <Note kind="warning" title={texts.page.askAgain}>{fill(texts.page.askAgainWhy, { start: startWords(facts, texts) })}</Note>}
      <AnswerForm {...form} />
      <p className="soft small">{texts.page.until}</p>
    </section>
  )
}

export function ErrorBoundary() {
  return <GuestRefused error={useRouteError()} />
}
