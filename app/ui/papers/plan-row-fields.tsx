import { TASK_TITLE_MAX } from '#app/domain/meetings/tasks.ts'
import type { PlanMonth } from '#app/domain/papers/plan.ts'
import { PLAN_DETAILS_MAX, PLAN_OWNER_MAX, PLAN_PART_MAX } from '#app/operations/plan.input.ts'
import { ChipChoice, Chips } from '#app/ui/kit/chips.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { TextArea, TextField } from '#app/ui/kit/text-field.tsx'

export type PlanRowValues = { part?: string; title?: string; owner?: string; months?: readonly string[]; details?: string }

type RowFieldsProps = { problem: Problem | undefined; values: PlanRowValues; columns: readonly PlanMonth[]; parts: readonly string[]; owners: readonly string[] }

/** An activity of the plan: what, in which part, who, when. */
export function PlanRowFields({ problem, values, columns, parts, owners }: RowFieldsProps) {
  const typed = problem?.values['months']
  const months = typed === undefined ? (values.months ?? []) : [typed].flat()
  const outside = months.filter((month) => !columns.some(({ name }) => name === month))
  return (
    <>
      <TextField name="title" label="Activity" problem={problem} value={values.title} maxLength={TASK_TITLE_MAX} autoComplete="off" />
      <TextField name="part" label="Part" optional problem={problem} value={values.part} maxLength={PLAN_PART_MAX} list="plan-parts" autoComplete="off" />
      <TextField name="owner" label="Owner" optional problem={problem} value={values.owner} maxLength={PLAN_OWNER_MAX} list="plan-owners" autoComplete="off" />
      <datalist id="plan-parts">{parts.map((part) => <option key={part} value={part}>{part}</option>)}</datalist>
      <datalist id="plan-owners">{owners.map((owner) => <option key={owner} value={owner}>{owner}</option>)}</datalist>
      <Chips label="Months" legend>{columns.map(({ name, year }) => <ChipChoice key={name} name="months" value={name} several checked={months.includes(name)}>{name}{year === null ? '' : ` ${year}`}</ChipChoice>)}{outside.map((month) => <ChipChoice key={month} name="months" value={month} several checked>{month}</ChipChoice>)}</Chips>
      <TextArea name="details" label="Details" optional rows={2} problem={problem} value={values.details} maxLength={PLAN_DETAILS_MAX} />
    </>
  )
}
