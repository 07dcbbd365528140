import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { monthsIn } from '#app/domain/papers/plan.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { NewPlanRowInput } from '#app/operations/plan.input.ts'
import { addPlanRow } from '#app/operations/plan.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PlanRowFields } from '#app/ui/papers/plan-row-fields.tsx'
import { findPlanFrame, listPlanRows, listReportParts } from '#db/plan.server.ts'
import { listTaskOwners } from '#db/tasks.server.ts'

export const meta: MetaFunction = () => [{ title: 'Add an activity · Caravan' }]

export const loader = inMission('paper.edit', async (scope) => {
  const db = scope.database.read
  const rows = await listPlanRows(db, scope.mission.id)
  const [frame, outline, owners] = [await findPlanFrame(db, scope.mission.id, rows), await listReportParts(db, scope.mission.id), await listTaskOwners(db, scope.mission.id)]
  return { base: inside(scope), columns: monthsIn(frame), parts: [...new Set([...rows.map(({ part }) => part), ...outline])].filter(Boolean), owners, part: rows.at(-1)?.part ?? '' }
})

export const action = inMission('paper.edit', async (scope, { request }) => {
  const form = await readForm(request, NewPlanRowInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await addPlanRow(scope, form.value)
  if (outcome.done) return goTo(inside(scope, `/plan#row-${outcome.rowId}`), outcome.actId)
  if (outcome.because === 'full') return problemWith(form.typed, {}, 'Not saved: a plan holds two hundred activities. Take out what is done, then add this one.')
  throw refuse(outcome.because)
})

export default function NewPlanRow() {
  const { base, columns, parts, owners, part } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/plan`}>Work plan</a>} title="Add an activity" />
      <ErrorSummary problem={problem} />
      <Form data-keep="plan">
        <PlanRowFields problem={problem} values={{ part }} columns={columns} parts={parts} owners={owners} />
        <div className="line"><Button kind="primary">Add to the plan</Button><ButtonLink href={`${base}/plan`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
