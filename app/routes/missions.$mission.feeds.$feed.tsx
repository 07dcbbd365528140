import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { ChangeFeedInput } from '#app/operations/feeds.input.ts'
import { rotateFeed } from '#app/operations/feeds.server.ts'
import { FeedAddress } from '#app/ui/invitations/feed-address.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { listFeeds } from '#db/feeds.server.ts'

export const meta: MetaFunction = () => [{ title: 'A calendar feed · Caravan' }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const id = params['feed'] ?? ''
  const feed = isId(id) ? (await listFeeds(scope.database.read, scope.mission.id)).find((each) => each.id === id) : undefined
  if (!feed) throw refuse('gone')
  return { path: inside(scope, '/feeds'), feed: { id: feed.id, revision: feed.revision, name: feed.name || scope.mission.title } }
})

export const action = inMission('engagement.edit', async (scope, { request, context }) => {
  const form = await readForm(request, ChangeFeedInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await rotateFeed(scope, form.value)
  if (!outcome.done && outcome.because === 'stale') return goTo(inside(scope, '/feeds'))
  if (!outcome.done) throw refuse(outcome.because)
  return json({ made: { address: `${context.app.config.baseUrl}/calendar/${outcome.token}.ics`, subject: outcome.subject } })
})

export default function ChangeFeed() {
  const { path, feed } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()?.made
  return (
    <>
      <PageHead eyebrow={<a href={path}>Calendar feeds</a>} title={made ? `The new address of ${feed.name}` : `The feed of ${feed.name}`} lead={made ? undefined : 'Either way the address in use stops working at once and for good: calendars that ask it are told that there is nothing.'} />
      {made ? <><FeedAddress {...made} /><div className="line"><ButtonLink href={path}>To the feeds</ButtonLink></div></> : (
        <div className="line">
          <Form hidden={{ feed: feed.id, revision: feed.revision }}><Button kind="primary">Give it a new address</Button></Form>
          <ActionButton action={`${path}/revoke`} hidden={{ feed: feed.id, revision: feed.revision }} kind="danger">Revoke it</ActionButton>
          <ButtonLink href={path}>Leave it as it is</ButtonLink>
        </div>
      )}
    </>
  )
}
