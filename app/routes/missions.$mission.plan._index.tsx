import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { loadByOwner, planGaps } from '#app/domain/papers/plan.ts'
import { count } from '#app/domain/text.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { loadPlan } from '#app/http/plan.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Line } from '#app/ui/kit/columns.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Matrix } from '#app/ui/kit/matrix.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PrintButton } from '#app/ui/kit/print-button.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { PlanChart } from '#app/ui/papers/plan-chart.tsx'
import { PlanGaps } from '#app/ui/papers/plan-gaps.tsx'
import { listReportParts } from '#db/plan.server.ts'

export const meta: MetaFunction = () => [{ title: 'Work plan · Caravan' }]

export const loader = inMission('mission.read', async (scope) => {
  const [plan, outline] = await Promise.all([loadPlan(scope), listReportParts(scope.database.read, scope.mission.id)])
  return { base: inside(scope), canEdit: can(scope.role, 'paper.edit'), ...plan, owners: loadByOwner(plan.rows, plan.columns), gaps: planGaps(plan.rows, plan.frame, outline) }
})

export default function WorkPlan() {
  const { base, canEdit, rows, columns, load, owners, gaps } = useLoaderData<typeof loader>()
  const titles = Object.fromEntries(rows.map((row) => [row.id, row.title]))
  const span = columns.map(({ name, year }) => `${name}${year === null ? '' : ` ${year}`}`)
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/report`}>Report and plan</a>} title="Work plan" lead={rows.length === 0 ? 'Who writes what, and in which months.' : `${count(rows.length, 'activity', 'activities')}, ${span.length === 1 ? span[0] : `${span[0]} to ${span.at(-1)}`}.`}
        actions={<><PrintButton />{canEdit && <ButtonLink href={`${base}/plan/frame`}>Months and year</ButtonLink>}{canEdit && <ButtonLink kind="primary" href={`${base}/plan/rows/new`}>Add an activity</ButtonLink>}</>} />
      {rows.length === 0 ? <Empty title="No plan yet" action={canEdit && <ButtonLink kind="primary" href={`${base}/plan/rows/new`}>Add an activity</ButtonLink>}>The months that the report takes stand here once it has an activity.</Empty> : (
        <>
          <PlanChart rows={rows} columns={columns} load={load} base={base} canEdit={canEdit} />
          {canEdit && <Line><p className="small soft">A month is switched by pressing it. <span hidden data-plan-hint="">Drag a bar to move it, or over empty months to fill them; with the keyboard, arrows go from month to month, Shift and an arrow moves the bar.</span></p></Line>}
          <Section id="gaps" title="What is missing" aside={gaps.length === 0 ? undefined : String(gaps.length)}>{gaps.length === 0 ? <p className="soft">Nothing: every activity has an owner and months, every month an activity.</p> : <PlanGaps gaps={gaps} titles={titles} base={base} canEdit={canEdit} />}</Section>
          <Section id="load" title="Load by owner"><Matrix caption="Activities by owner and month" heads={['Owner', ...columns.map(({ name }) => name)]} rows={owners.map(({ owner, counts }) => ({ id: owner, name: owner || 'nobody yet', counts: counts.map((n) => ({ count: n })) }))} /></Section>
        </>
      )}
    </>
  )
}
