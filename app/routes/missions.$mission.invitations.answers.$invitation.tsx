import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId } from '#app/domain/ids.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { recordAnswer } from '#app/operations/answers.server.ts'
import { RecordAnswerInput } from '#app/operations/invitations.input.ts'
import { HeldAnswer } from '#app/ui/invitations/holding-table.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Choices } from '#app/ui/kit/choices.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listHoldings } from '#db/holdings.server.ts'

export const meta: MetaFunction = () => [{ title: 'Record an answer · Caravan' }]

export const loader = inMission('answer.record', async (scope, { params }) => {
  const id = params['invitation'] ?? ''
  const [held] = isId(id) ? await listHoldings(scope.database.read, scope.mission.id, { invitationId: id, limit: 1 }) : []
  if (!held || held.state !== 'invited') throw refuse('gone', { title: 'This invitation does not stand any more.', next: 'It was cancelled or replaced by a newer one. Go back to who holds what.' })
  return { base: inside(scope), held, clock: { zone: scope.actor.zone, city: scope.actor.city } }
})

export const action = inMission('answer.record', async (scope, { request }) => {
  const form = await readForm(request, RecordAnswerInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await recordAnswer(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/invitations/holdings'), outcome.actId)
  if (outcome.because === 'stale') return problemWith(form.typed, {}, 'Another answer came in meanwhile. It stands above; save again if yours is the newer one.')
  throw refuse(outcome.because === 'gone' ? 'gone' : 'stale')
})

const CHANNELS = [{ value: 'phone', label: 'by phone' }, { value: 'letter', label: 'by letter' }, { value: 'in person', label: 'in person' }, { value: 'mail', label: 'by mail' }]

export default function RecordAnswer() {
  const { base, held, clock } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/invitations/holdings`}>Who holds what</a>} title={`Answer of ${held.personName}`} lead={<>{held.engagementTitle}, version {held.version}. So far: <HeldAnswer row={held} clock={clock} /></>} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ invitation: held.invitationId, revision: held.revision }}>
        <Choices name="answer" label="What did they say?" value={held.answer === 'none' ? 'accepted' : held.answer} problem={problem} choices={[
          { value: 'accepted', label: 'They come' }, { value: 'tentative', label: 'Perhaps' }, { value: 'declined', label: 'They do not come' }, { value: 'deputy', label: 'Somebody comes in their place', hint: 'Name the person below.' }, { value: 'none', label: 'No answer yet', hint: 'Takes a wrong entry back.' },
        ]} />
        <TextField name="deputy" label="Who comes instead" optional problem={problem} value={held.deputyName} autoComplete="off" />
        <TextField name="title" label="Their title, as it should be printed" optional problem={problem} value={held.deputyTitle} autoComplete="off" />
        <Choices name="channel" label="How did it come?" value="phone" problem={problem} choices={CHANNELS} />
        <TextField name="word" label="In their words" optional problem={problem} value={held.answerWord} autoComplete="off" />
        <div className="line"><Button kind="primary">Record the answer</Button><ButtonLink href={`${base}/invitations/holdings`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
