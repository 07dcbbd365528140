import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FRAMEWORKS } from '#app/domain/assessment/frameworks.ts'
import { goTo } from '#app/http/answers.server.ts'
import { signedIn } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { NewMissionInput } from '#app/operations/missions.input.ts'
import { createMission } from '#app/operations/missions.server.ts'
import { FrameworkChoices } from '#app/ui/assessment/framework-choices.tsx'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { MissionFields } from '#app/ui/roadshow/mission-fields.tsx'
import { PlainShell } from '#app/ui/shell/plain-shell.tsx'

export const meta: MetaFunction = () => [{ title: 'New mission · Caravan' }]

export const loader = signedIn(async ({ actor, theme }) => ({ person: { name: actor.name, role: '' }, theme }))

export const action = signedIn(async ({ actor }, { app, context, request }) => {
  const form = await readForm(request, NewMissionInput)
  if (!form.ok) return invalid(form.problem)
  const made = await createMission({ database: app.database, actor, nowMs: context.nowMs }, form.value)
  return goTo(`/missions/${made.slug}`)
})

export default function NewMission() {
  const { person, theme } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <PlainShell person={person} theme={theme}>
      <PageHead eyebrow={<a href="/missions">Missions</a>} title="New mission" lead="You will coordinate it. Stops, engagements and the team come next." />
      <ErrorSummary problem={problem} />
      <Form data-keep="mission-new">
        <MissionFields problem={problem} />
        <FrameworkChoices problem={problem} value={FRAMEWORKS[0].id} hint="What the mission assesses. It can be changed until the first level is given." />
        <div className="line"><Button kind="primary">Make the mission</Button><ButtonLink href="/missions" kind="quiet">Not now</ButtonLink></div>
      </Form>
    </PlainShell>
  )
}
