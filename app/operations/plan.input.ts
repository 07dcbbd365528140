import { z } from 'zod'
import { TASK_TITLE_MAX } from '#app/domain/meetings/tasks.ts'
import { MONTHS } from '#app/domain/papers/plan.ts'
import { choice, filled, line, prose, revision, several } from '#app/operations/fields.ts'

export const PLAN_PART_MAX = 200
export const PLAN_OWNER_MAX = 160
export const PLAN_DETAILS_MAX = 2_000
const WORD_MAX = 40

/** Months by name, from one field or from several; what a document names besides stays. */
const months = () => z.preprocess((value) => several(value).flatMap((each) => String(each).split(',')).map((each) => each.trim()).filter(Boolean), z.array(z.string().max(WORD_MAX)).max(24))

const row = { part: line(PLAN_PART_MAX), title: filled(TASK_TITLE_MAX, 'Say what is to be done'), owner: line(PLAN_OWNER_MAX), months: months(), details: prose(PLAN_DETAILS_MAX) }

export const NewPlanRowInput = z.object(row)
export const EditPlanRowInput = z.object({ ...row, revision: revision() })
export const PlanMonthsInput = z.object({ months: months(), revision: revision() })
export const MovePlanRowInput = z.object({ go: choice(['up', 'down']) })
export const RemovePlanRowInput = z.object({ revision: revision() })
/** `from` and `to` are names of months; a plan that ends before it begins ends in the next year. */
export const PlanFrameInput = z.object({
  from: choice(MONTHS, 'Choose a month'), to: choice(MONTHS, 'Choose a month'),
  year: z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().optional().default('').transform((text) => text.trim()).refine((text) => text === '' || /^(19|20|21)\d\d$/.test(text), 'Enter a year such as 2020, or leave it empty').transform((text) => (text === '' ? null : Number(text)))),
})

export type NewPlanRowInput = z.output<typeof NewPlanRowInput>
export type EditPlanRowInput = z.output<typeof EditPlanRowInput>
export type PlanMonthsInput = z.output<typeof PlanMonthsInput>
export type MovePlanRowInput = z.output<typeof MovePlanRowInput>
export type RemovePlanRowInput = z.output<typeof RemovePlanRowInput>
export type PlanFrameInput = z.output<typeof PlanFrameInput>
