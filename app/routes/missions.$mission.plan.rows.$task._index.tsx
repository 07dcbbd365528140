import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { monthsIn } from '#app/domain/papers/plan.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, overtaken, readForm } from '#app/http/form.server.ts'
import { EditPlanRowInput } from '#app/operations/plan.input.ts'
import { editPlanRow } from '#app/operations/plan.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { PlanRowFields } from '#app/ui/papers/plan-row-fields.tsx'
import { findPlanFrame, listPlanRows, listReportParts } from '#db/plan.server.ts'
import { listTaskOwners } from '#db/tasks.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.row.title ?? 'Activity'} · Caravan` }]

export const loader = inMission('paper.edit', async (scope, { params }) => {
  const db = scope.database.read
  const rows = await listPlanRows(db, scope.mission.id)
  const row = rows.find(({ id }) => id === params.task)
  if (!row) throw refuse('gone')
  const [frame, outline, owners] = [await findPlanFrame(db, scope.mission.id, rows), await listReportParts(db, scope.mission.id), await listTaskOwners(db, scope.mission.id)]
  return {
    base: inside(scope), columns: monthsIn(frame), parts: [...new Set([...rows.map(({ part }) => part), ...outline])].filter(Boolean), owners, isFirst: row === rows[0], isLast: row === rows.at(-1),
    row: { id: row.id, revision: row.revision, part: row.part, title: row.title, owner: row.owner, months: row.months, details: row.details, sourceLine: row.source_line },
  }
})

export const action = inMission('paper.edit', async (scope, { request, params }) => {
  const form = await readForm(request, EditPlanRowInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await editPlanRow(scope, params.task ?? '', form.value)
  if (outcome.done) return goTo(inside(scope, `/plan#row-${params.task}`), outcome.actId)
  if (outcome.because === 'gone') throw refuse('gone')
  return overtaken(form.typed, 'Not saved: somebody else changed this activity meanwhile. Your words are kept here; look at theirs in a new tab, then save again.')
})

export default function EditPlanRow() {
  const { base, row, columns, parts, owners, isFirst, isLast } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const here = `${base}/plan/rows/${row.id}`
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/plan`}>Work plan</a>{row.sourceLine !== null && ` · deck, line ${row.sourceLine}`}</>} title="Change an activity" actions={<ButtonLink href={`${base}/tasks/${row.id}`}>Done or dropped</ButtonLink>} />
      <ErrorSummary problem={problem} />
      <Form action={`${here}?index`} hidden={{ revision: row.revision }}>
        <PlanRowFields problem={problem} values={row} columns={columns} parts={parts} owners={owners} />
        <div className="line"><Button kind="primary">Save</Button><ButtonLink href={`${base}/plan#row-${row.id}`}>Not now</ButtonLink></div>
      </Form>
      <div className="line">
        {!isFirst && <ActionButton action={`${here}/order`} hidden={{ go: 'up' }}>Move up</ActionButton>}
        {!isLast && <ActionButton action={`${here}/order`} hidden={{ go: 'down' }}>Move down</ActionButton>}
        <ActionButton action={`${here}/remove`} hidden={{ revision: row.revision }} kind="danger">Take it out of the plan</ActionButton>
      </div>
    </>
  )
}
