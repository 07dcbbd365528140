import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuse } from '#app/http/answers.server.ts'
import { open } from '#app/http/enter.server.ts'
import { enterAsGuest } from '#app/http/guest.server.ts'
import { makeGuestFeed } from '#app/operations/feeds.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { FeedAddress } from '#app/ui/invitations/feed-address.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'

export const meta: MetaFunction = () => [{ title: 'Your calendar feed · Caravan' }, { name: 'robots', content: 'noindex' }]
export const handle: PageHandle = { script: false }

export const loader = open(async (entered) => {
  const { mission_title, state } = await enterAsGuest(entered)
  return { here: `/invitation/${entered.params['token'] ?? ''}`, mission: mission_title, invited: state === 'invited' }
})

export const action = open(async (entered) => {
  const held = await enterAsGuest(entered)
  const outcome = await makeGuestFeed(entered.app.database, held, entered.context.nowMs)
  if (outcome.done) return json({ made: { address: `${entered.app.config.baseUrl}/calendar/${outcome.token}.ics`, subject: outcome.subject }, full: false }, { status: 201 })
  if (outcome.because === 'too-many') return json({ made: null, full: true }, { status: 409 })
  throw refuse(outcome.because)
})

/** A guest's calendar as an address: all that they take part in, kept current by the calendar itself. */
export default function GuestFeed() {
  const { here, mission, invited } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  return (
    <Lone>
      <header><p className="soft">“{mission}”</p><h1>Your calendar feed</h1></header>
      {done?.made && <FeedAddress {...done.made} />}
      {done?.full && <Note kind="warning" title="There are ten feeds of you already.">Ask the organiser, by replying to the mail, to revoke those that you do not use.</Note>}
      {!done?.made && <p>A feed is an address that your calendar asks every hour. It shows everything that you take part in here, with your own slots, as it stands.</p>}
      {!done?.made && invited && <Note kind="warning" title="You have this invitation in your calendar as well?">Then the same event stands there twice. Use the feed or the invitations, not both.</Note>}
      {!done && <Form action={`${here}/feed`}><Button kind="primary">Make my feed</Button></Form>}
      <p><a href={here}>Back to the invitation</a></p>
    </Lone>
  )
}
