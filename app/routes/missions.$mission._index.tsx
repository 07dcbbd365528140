import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { count } from '#app/domain/text.ts'
import { formatDayShort, formatDays } from '#app/domain/time.ts'
import { loadCockpit } from '#app/http/cockpit.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { countPending } from '#app/operations/invitation-plans.server.ts'
import { ActNext } from '#app/ui/cockpit/act-next.tsx'
import { AheadList } from '#app/ui/cockpit/ahead-list.tsx'
import { FirstSteps } from '#app/ui/cockpit/first-steps.tsx'
import { FixNext } from '#app/ui/cockpit/fix-next.tsx'
import { Clocks, NextUp } from '#app/ui/cockpit/next-up.tsx'
import { ReadinessRow, SheetLinks, Threads } from '#app/ui/cockpit/threads.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Route } from '#app/ui/kit/route.tsx'
import { Section } from '#app/ui/kit/section.tsx'

export const meta: MetaFunction = () => [{ title: 'Cockpit · Caravan' }]

export const loader = inMission('mission.read', async (scope, { app }) => {
  const [cockpit, pending] = await Promise.all([loadCockpit(scope), countPending(scope, app.config.mailFrom)])
  const { answers: { none, ...given }, due, counts } = cockpit
  const missing = { missing: none, invited: none + Object.values(given).reduce((sum, n) => sum + n, 0) }
  const late = due.filter((row) => row.due.state === 'late').length
  return {
    ...cockpit, base: inside(scope), pending, answers: missing, waiting: { ...pending, notesLate: late, notesDue: due.length - late, unanswered: none, untimed: counts.untimed },
    title: scope.mission.title, days: `${formatDays(scope.mission.startDay, scope.mission.endDay)} ${scope.mission.endDay.slice(0, 4)}`, sample: scope.mission.demo,
    canEdit: can(scope.role, 'engagement.edit'), canSettle: can(scope.role, 'issue.settle'), canWrite: can(scope.role, 'note.write'),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Cockpit() {
  const data = useLoaderData<typeof loader>()
  const { base, stops, issues, step, coming, canEdit, canSettle } = data
  return (
    <>
      <Head {...data} />
      {stops.length > 0 && <StopRoute {...data} />}
      <Columns>
        <Stack>
          {step && <FirstSteps step={step} base={base} first={coming[0]?.id ?? data.todays[0]?.id} canEdit={canEdit} />}
          {!step && !issues.first && <ActNext waiting={data.waiting} base={base} />}
          <FixNext {...issues} base={base} canSettle={canSettle} />
          <Plan {...data} />
        </Stack>
        <Stack><Aside {...data} /></Stack>
      </Columns>
    </>
  )
}

function Head({ base, title, days, counts, canEdit }: Data) {
  const eyebrow = `Mission · ${days} · ${count(counts.stops, 'stop', 'stops')}, ${count(counts.engagements, 'engagement', 'engagements')}`
  if (counts.stops === 0) return <PageHead eyebrow={eyebrow} title={title} />
  return <PageHead eyebrow={eyebrow} title={title} actions={<><ButtonLink href={`${base}/day-sheets`} icon="print">Day sheets</ButtonLink>{canEdit && <ButtonLink href={`${base}/imports`} icon="document">Paste and import</ButtonLink>}{canEdit && <ButtonLink href={`${base}/engagements/new`} icon="plus">Add engagement</ButtonLink>}</>} />
}

function StopRoute({ base, stops }: Data) {
  return (
    <Route label="Stops" stops={stops.map((stop) => ({
      id: stop.id, name: stop.city, state: stop.state, href: `${base}/stops/${stop.id}`, zone: stop.shift === 0 ? stop.offset : `${stop.offset} (${stop.shift > 0 ? '+' : '−'}${Math.abs(stop.shift) / 60} h)`,
      words: <>{stop.days}<br /><span className="small soft">{count(stop.engagements, 'engagement', 'engagements')}{stop.until && ` · ${stop.until}`}</span></>,
    }))} />
  )
}

/** Today's list, and what comes after it. */
function Plan({ base, todays, coming, today, canEdit, counts }: Data) {
  if (counts.engagements === 0) return null
  return (
    <>
      {todays.length > 0 && <Section id="today" title="Today" aside={formatDayShort(today)}><AheadList label="Engagements of today" rows={todays} base={base} canEdit={canEdit} /></Section>}
      {coming.length > 0 && <Section id="coming" title="Coming up" aside={<a href={`${base}/engagements`}>All meetings</a>}><AheadList label="Engagements that come next" rows={coming} base={base} canEdit={canEdit} /></Section>}
    </>
  )
}

function Aside({ base, clocks, next, pending, answers, due, tasks, lateReplies, counts, faces, sheets, today, sample, canEdit, canWrite }: Data) {
  return (
    <>
      <Clocks {...clocks} />
      <NextUp rows={next} base={base} canEdit={canEdit} />
      {counts.engagements > 0 && <Threads base={base} pending={pending} answers={answers} due={due} tasks={tasks} lateReplies={lateReplies} untimed={{ count: counts.untimed, of: counts.engagements }} sample={sample} canWrite={canWrite} />}
      <ReadinessRow faces={faces} base={base} />
      <SheetLinks sheets={sheets} base={base} today={today} />
    </>
  )
}
