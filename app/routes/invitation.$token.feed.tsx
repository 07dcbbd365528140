import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { textsOf } from '#app/domain/calendar/texts/texts.ts'
import { refuse } from '#app/http/answers.server.ts'
import { open } from '#app/http/enter.server.ts'
import { enterAsGuest } from '#app/http/guest.server.ts'
import { makeGuestFeed } from '#app/operations/feeds.server.ts'
import { whyNotStanding } from '#app/operations/guests.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { guestFrame, guestHref, languageFound, titleTexts } from '#app/ui/guest/frame.ts'
import { ClosedNote, GuestLone, GuestRefused } from '#app/ui/guest/guest-lone.tsx'
import { FeedAddress } from '#app/ui/invitations/feed-address.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [{ title: `${titleTexts(data, error).feed.title} · Caravan` }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false, lang: languageFound }

export const loader = open(async (entered) => {
  const held = await enterAsGuest(entered)
  const because = whyNotStanding(held)
  return { frame: guestFrame(entered.params['token'] ?? '', entered.url.searchParams, held.language), mission: held.mission_title, closed: because === 'gone' ? undefined : because }
})

export const action = open(async (entered) => {
  const held = await enterAsGuest(entered)
  const outcome = await makeGuestFeed(entered.app.database, held, entered.context.nowMs)
  if (outcome.done) return json({ made: { address: `${entered.app.config.baseUrl}/calendar/${outcome.token}.ics`, subject: outcome.subject }, full: false }, { status: 201 })
  if (outcome.because === 'too-many' || outcome.because === 'closed') return json({ made: null, full: outcome.because === 'too-many' }, { status: 409 })
  throw refuse(outcome.because)
})

/** A guest's calendar as an address: all that they take part in, kept current by the calendar itself. */
export default function GuestFeed() {
  const { frame, mission, closed } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const texts = textsOf(frame.language)
  const { feed } = texts
  return (
    <GuestLone frame={frame} rest="/feed" texts={texts}>
      <header><p className="soft">“{mission}”</p><h1>{feed.title}</h1></header>
      {done?.made && <FeedAddress {...done.made} texts={texts} />}
      {done?.full && <Note kind="warning" title={feed.full}>{feed.fullWhy}</Note>}
      {closed && <ClosedNote closed={closed} texts={texts} />}
      {!done?.made && !closed && <p>{feed.what}</p>}
      {!done?.made && !closed && <Note kind="warning" title={feed.twice}>{feed.twiceWhy}</Note>}
      {!done && !closed && <Form action={guestHref(frame, '/feed')}><Button kind="primary">{feed.make}</Button></Form>}
      <p><a href={guestHref(frame)}>{texts.page.back}</a></p>
    </GuestLone>
  )
}

export function ErrorBoundary() {
  return <GuestRefused error={useRouteError()} />
}
