import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDay, formatMinute, wallOf } from '#app/domain/time.ts'
import { stopOfClock } from '#app/domain/roadshow/stops.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { EditMissionInput, MISSION_STATUSES } from '#app/operations/missions.input.ts'
import { editMission } from '#app/operations/missions.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Checkbox } from '#app/ui/kit/choices.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { MissionFields } from '#app/ui/roadshow/mission-fields.tsx'
import { loadMission } from '#db/missions.server.ts'
import { listStopFaces } from '#db/shell.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mission settings · Caravan' }]

export const loader = inMission('mission.manage', async (scope) => {
  const [row, stops] = await Promise.all([loadMission(scope.database.read, scope.mission.id), listStopFaces(scope.database.read, scope.mission.id)])
  if (!row) throw refuse('gone')
  const here = stopOfClock(stops, scope.missionNowMs)
  const wall = wallOf(scope.missionNowMs, here?.zone ?? scope.actor.zone)
  return {
    base: inside(scope), rehearsal: scope.mission.clock !== null, archived: scope.mission.archivedMs !== null,
    clockText: `${formatDay(wall.day)}, ${formatMinute(wall.minute)} ${here?.city ?? scope.actor.zone}`,
    mission: { revision: row.revision, title: row.title, startDay: row.start_day, endDay: row.end_day, programme: row.programme, purpose: row.purpose, languages: row.languages, status: row.status },
  }
})

export const action = inMission('mission.manage', async (scope, { request }) => {
  const form = await readForm(request, EditMissionInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await editMission(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/settings'), outcome.actId)
  const typed = { ...form.value, clockDay: form.value.clockDay, clockTime: '' }
  if (outcome.because === 'no-clock') return problemWith(typed, { clockDay: 'Enter the day and the time that the rehearsal starts at' })
  return problemWith(typed, {}, 'Somebody else changed these settings meanwhile. What you typed is kept here: compare it with the page in a new tab, then save again.')
})

export default function Settings() {
  const { base, mission, rehearsal, archived, clockText } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title="Mission settings" actions={<><ButtonLink href={`${base}/team`}>Team and roles</ButtonLink><ButtonLink href={`${base}/readiness/framework`}>Framework</ButtonLink><ButtonLink href={`${base}/copy`}>Copy with new days…</ButtonLink><ButtonLink href={`${base}/take-out`}>Export the mission…</ButtonLink></>} />
      <ErrorSummary problem={problem} />
      <Form hidden={{ revision: mission.revision }}>
        <MissionFields problem={problem} values={mission} />
        <TextField name="languages" label="Languages" optional problem={problem} value={mission.languages} hint="Working languages of the mission, such as English, Russian, Tajik" />
        <SelectField name="status" label="State of the mission" problem={problem} value={mission.status} options={MISSION_STATUSES.map((value) => ({ value, label: value }))} />
        <Section id="clock" title="Rehearsal clock" aside={rehearsal ? `runs: ${clockText}` : 'off: real time'}>
          <Checkbox name="rehearsal" label="Take it as being another time" checked={rehearsal} problem={problem} hint="What is past, due and next follows this clock; mails and sign-in keep the real one." />
          <div className="line">
            <TextField name="clockDay" label="Start at day" type="date" optional problem={problem} />
            <TextField name="clockTime" label="and time at the stop" type="time" optional problem={problem} />
          </div>
        </Section>
        <div className="line"><Button kind="primary">Save settings</Button></div>
      </Form>
      <Section id="archive" title={archived ? 'Archived' : 'Archive'}>
        <p className="soft">{archived ? 'Nobody can change this mission now.' : 'An archived mission can be read and printed; nothing in it changes. It can be taken out again.'}</p>
        <div className="line"><ActionButton action={`${base}/archive`} hidden={{ archived: archived ? '0' : '1' }}>{archived ? 'Take out of the archive' : 'Archive the mission'}</ActionButton></div>
      </Section>
    </>
  )
}
