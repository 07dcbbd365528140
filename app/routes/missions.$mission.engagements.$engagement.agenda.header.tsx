import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatMinute } from '#app/domain/time.ts'
import { idOf, loadAsked } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { HeaderInput } from '#app/operations/agenda.input.ts'
import { setHeader } from '#app/operations/agenda.server.ts'
import { agendaPath } from '#app/ui/agenda/agenda-page.tsx'
import { agendaView } from '#app/ui/agenda/view.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Hours of the agenda · Caravan' }]

export const loader = inMission('agenda.edit', async (scope, { params }) => {
  const { agenda, accepted } = await loadAsked(scope, params)
  const { headerStartMinute: start, headerEndMinute: end } = agenda.engagement
  const { title, engagement } = agendaView(agenda, accepted)
  return { base: inside(scope), title, engagement, start: start === null ? '' : formatMinute(start), end: end === null ? '' : formatMinute(end) }
})

export const action = inMission('agenda.edit', async (scope, { request, params }) => {
  const form = await readForm(request, HeaderInput)
  if (!form.ok) return invalid(form.problem)
  const engagement = idOf(params, 'engagement')
  const outcome = await setHeader(scope, engagement, form.value)
  if (outcome.done) return goTo(agendaPath(inside(scope), engagement), outcome.actId)
  if (outcome.because === 'stale') return problemWith(form.typed, {}, 'Somebody else changed this engagement meanwhile. What you typed is kept here: look at the agenda in a new tab, then save again from there.')
  throw refuse(outcome.because)
})

export default function Header() {
  const { base, title, engagement, start, end } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const here = agendaPath(base, engagement.id)
  return (
    <>
      <PageHead eyebrow={<a href={here}>{title}</a>} title="Hours of the agenda" lead={`${engagement.dayText} · all times ${engagement.city}, ${engagement.offset}`} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: engagement.revision }}>
        <div className="line times">
          <TextField name="start" label="Start" optional type="time" problem={problem} value={start} />
          <TextField name="end" label="End" optional type="time" problem={problem} value={end} />
        </div>
        <p className="soft">What the head of the agenda says. Left empty, the hours of the engagement hold. Calendars follow the engagement: <a href={`${base}/engagements/${engagement.id}/move`}>move it</a> to change those.</p>
        <div className="line"><Button kind="primary">Save the hours</Button><ButtonLink kind="quiet" href={here}>Back to the agenda</ButtonLink></div>
      </Form>
    </>
  )
}
