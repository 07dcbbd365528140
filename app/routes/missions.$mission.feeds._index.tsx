import { json } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { formatDay, wallOf } from '#app/domain/time.ts'
import { refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { textIn } from '#app/http/query.server.ts'
import { MakeFeedInput } from '#app/operations/feeds.input.ts'
import { makeFeed } from '#app/operations/feeds.server.ts'
import { FeedAddress } from '#app/ui/invitations/feed-address.tsx'
import { FeedTable } from '#app/ui/invitations/feed-table.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { listFeedPeople, listFeeds } from '#db/feeds.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

export const meta: MetaFunction = () => [{ title: 'Calendar feeds · Caravan' }]

export const loader = inMission('engagement.edit', async (scope, { url }) => {
  const db = scope.database.read
  const [feeds, stops, people] = await Promise.all([listFeeds(db, scope.mission.id), listStopFaces(db, scope.mission.id), listFeedPeople(db, scope.mission.id)])
  return {
    base: inside(scope), title: scope.mission.title, of: textIn(url, 'of'), stops: stops.map(({ id, city }) => ({ id, city })), people, canMake: can(scope.role, 'engagement.edit') && scope.mission.archivedMs === null,
    feeds: feeds.map(({ createdMs, ...feed }) => ({ ...feed, made: formatDay(wallOf(createdMs, scope.actor.zone).day) })),
  }
})

export const action = inMission('engagement.edit', async (scope, { request, context }) => {
  const form = await readForm(request, MakeFeedInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await makeFeed(scope, form.value)
  if (outcome.done) return json({ made: { address: `${context.app.config.baseUrl}/calendar/${outcome.token}.ics`, subject: outcome.subject } }, { status: 201 })
  if (outcome.because === 'too-many') return problemWith(form.typed, { of: 'There are ten feeds of this already. Revoke one that nobody uses, or give one a new address' })
  if (outcome.because === 'gone') return problemWith(form.typed, { of: 'This is not in the mission any more. Choose another' })
  throw refuse(outcome.because)
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Feeds() {
  const data = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const made = done && 'made' in done ? done.made : undefined
  const problem = done && 'problem' in done ? done.problem : undefined
  return (
    <>
      <PageHead eyebrow={<a href={`${data.base}/invitations`}>Invitations</a>} title="Calendar feeds" lead="An address that a calendar asks every hour. It shows what is agreed, as it stands: titles, times and places; never addresses, notes or who answered what." />
      <ErrorSummary problem={problem} />
      {made && <FeedAddress {...made} />}
      <NewFeed {...data} problem={problem} />
      <Section id="feeds" title="Feeds in use" aside={data.feeds.length > 0 ? 'whoever has an address, has the feed' : undefined}>
        {data.feeds.length > 0 ? <FeedTable rows={data.feeds} base={data.base} title={data.title} /> : <Empty title="No feed yet">Make one for the whole mission, a stop or a person, and give its address to whoever needs it. It can be revoked at any time.</Empty>}
      </Section>
    </>
  )
}

function NewFeed({ base, of, title, stops, people, canMake, problem }: Data & { problem: Problem | undefined }) {
  if (!canMake) return null
  const options = [
    { value: 'mission', label: `The whole mission: ${title}` },
    ...stops.map((stop) => ({ value: `stop:${stop.id}`, label: stop.city, group: 'One stop' })), ...people.map((person) => ({ value: `person:${person.id}`, label: person.name, group: 'One person' })),
  ]
  return (
    <Section id="new" title="Make a feed">
      <Form action={`${base}/feeds?index`}>
        <SelectField name="of" label="Of" problem={problem} value={options.some((option) => option.value === of) ? of : 'mission'} options={options} />
        <div className="line"><Button kind="primary">Make the feed</Button></div>
      </Form>
    </Section>
  )
}
