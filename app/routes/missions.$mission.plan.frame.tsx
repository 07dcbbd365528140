import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MONTHS, monthsIn } from '#app/domain/papers/plan.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { PlanFrameInput } from '#app/operations/plan.input.ts'
import { setPlanFrame } from '#app/operations/plan.server.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { findPlanFrame, listPlanRows } from '#db/plan.server.ts'

export const meta: MetaFunction = () => [{ title: 'Months and year of the plan · Caravan' }]

export const loader = inMission('paper.edit', async (scope) => {
  const db = scope.database.read
  const frame = await findPlanFrame(db, scope.mission.id, await listPlanRows(db, scope.mission.id))
  const columns = monthsIn(frame)
  return { base: inside(scope), from: columns[0]?.name ?? 'Jan', to: columns.at(-1)?.name ?? 'Jan', year: frame.year === null ? '' : String(frame.year) }
})

export const action = inMission('paper.edit', async (scope, { request }) => {
  const form = await readForm(request, PlanFrameInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await setPlanFrame(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/plan'), outcome.actId)
  if (outcome.because === 'same') return goTo(inside(scope, '/plan'))
  throw refuse(outcome.because)
})

const OPTIONS = MONTHS.map((month) => ({ value: month, label: month }))

export default function PlanSpan() {
  const { base, from, to, year } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead eyebrow={<a href={`${base}/plan`}>Work plan</a>} title="Months and year" lead="The year is said once, for the first month; a plan that ends before it begins ends in the next year. The activities stay in their months." />
      <ErrorSummary problem={problem} />
      <Form>
        <div className="line">
          <SelectField name="from" label="First month" problem={problem} value={from} options={OPTIONS} />
          <SelectField name="to" label="Last month" problem={problem} value={to} options={OPTIONS} />
          <TextField name="year" label="Year" optional problem={problem} value={year} inputMode="numeric" maxLength={4} autoComplete="off" />
        </div>
        <div className="line"><Button kind="primary">Save</Button><ButtonLink href={`${base}/plan`}>Not now</ButtonLink></div>
      </Form>
    </>
  )
}
