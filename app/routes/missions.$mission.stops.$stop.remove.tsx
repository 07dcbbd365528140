import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { count } from '#app/domain/text.ts'
import { formatDays } from '#app/domain/time.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { RemoveStopInput } from '#app/operations/stops.input.ts'
import { removeStop } from '#app/operations/stops.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { countAtStop, findStop } from '#db/stops.server.ts'

export const meta: MetaFunction = () => [{ title: 'Remove stop · Caravan' }]

export const loader = inMission('engagement.edit', async (scope, { params }) => {
  const id = params.stop ?? ''
  const [stop, engagements] = await Promise.all([findStop(scope.database.read, scope.mission.id, id), countAtStop(scope.database.read, scope.mission.id, id)])
  if (!stop) throw refuse('gone')
  return { base: inside(scope), stop, engagements }
})

export const action = inMission('engagement.edit', async (scope, { request, params }) => {
  const form = await readForm(request, RemoveStopInput)
  if (!form.ok) throw refuse('bad-request')
  const outcome = await removeStop(scope, params.stop ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, '/grid'), outcome.actId)
  if ('engagements' in outcome) throw refuse('stale', { title: `${count(outcome.engagements, 'engagement stands', 'engagements stand')} at this stop.`, next: 'Move or remove them first; nothing was changed.' })
  throw refuse(outcome.because)
})

export default function RemoveStop() {
  const { base, stop, engagements } = useLoaderData<typeof loader>()
  const here = `${base}/stops/${stop.id}`
  return (
    <>
      <PageHead eyebrow={<a href={here}>{stop.city}</a>} title={`Remove the stop ${stop.city}?`} lead={formatDays(stop.arriveDay, stop.departDay)} />
      {engagements > 0 ? (
        <Empty title={`It cannot be removed: ${count(engagements, 'engagement stands', 'engagements stand')} here`} action={<ButtonLink href={here} kind="primary">To the stop</ButtonLink>}>
          Move or remove them first. An engagement never loses its stop, and with it its clock.
        </Empty>
      ) : (
        <Form hidden={{ revision: stop.revision }}>
          <p>Nothing is planned here. The city stays in the directory, and History can bring the stop back.</p>
          <div className="line"><Button kind="danger">Remove the stop</Button><ButtonLink href={here} kind="quiet">Keep it</ButtonLink></div>
        </Form>
      )}
    </>
  )
}
