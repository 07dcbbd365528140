import { z } from 'zod'
import { TASK_KINDS, TASK_STATUSES, TASK_TITLE_MAX } from '#app/domain/meetings/tasks.ts'
import { choice, filled, line, optionalDay, optionalId, prose, revision } from '#app/operations/fields.ts'

export const TASK_OWNER_MAX = 160
export const TASK_DETAILS_MAX = 2_000

const task = {
  kind: choice(TASK_KINDS, 'Choose what it is'), title: filled(TASK_TITLE_MAX, 'Say what is to be done'), owner: line(TASK_OWNER_MAX), dueDay: optionalDay(),
  organisation: optionalId(), details: prose(TASK_DETAILS_MAX),
}

/** `excerpt` or `engagement` is what it comes out of; both may be empty. */
export const NewTaskInput = z.object({ ...task, excerpt: optionalId(), engagement: optionalId() })
/** A row of the work plan keeps its kind, which no form sends. */
export const EditTaskInput = z.object({ ...task, kind: task.kind.optional(), revision: revision() })
export const SettleTaskInput = z.object({ revision: revision(), status: choice(TASK_STATUSES) })

export type NewTaskInput = z.output<typeof NewTaskInput>
export type EditTaskInput = z.output<typeof EditTaskInput>
export type SettleTaskInput = z.output<typeof SettleTaskInput>
