import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDays } from '#app/domain/time.ts'
import { goTo } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { CopyMissionInput, MISSION_TITLE_MAX } from '#app/operations/missions.input.ts'
import { copyMission } from '#app/operations/missions.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Copy the mission · Caravan' }]

export const loader = inMission('mission.manage', async (scope) => ({
  base: inside(scope), title: scope.mission.title, days: `${formatDays(scope.mission.startDay, scope.mission.endDay)} ${scope.mission.endDay.slice(0, 4)}`,
}))

export const action = inMission('mission.manage', async (scope, { request }) => {
  const form = await readForm(request, CopyMissionInput)
  if (!form.ok) return invalid(form.problem)
  const made = await copyMission(scope, form.value)
  return goTo(`/missions/${made.slug}`)
})

export default function Copy() {
  const { base, title, days } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/settings`}>Mission settings</a>} title="Copy with new days"
        lead={`Stops, engagements, agendas and appearances of “${title}” (${days}) are copied, every day shifted alike. Notes, evidence, ratings and answers stay here.`} />
      <ErrorSummary problem={problem} />
      <Form>
        <TextField name="title" label="Title of the copy" problem={problem} maxLength={MISSION_TITLE_MAX} required autoComplete="off" />
        <TextField name="startDay" label="Its first day" type="date" problem={problem} required />
        <div className="line"><Button kind="primary">Copy the mission</Button><ButtonLink href={`${base}/settings`} kind="quiet">Not now</ButtonLink></div>
      </Form>
    </>
  )
}
