import { z } from 'zod'
import { FINDING_STATUSES, STATEMENT_MAX } from '#app/domain/assessment/findings.ts'
import { choice, filled, ids, revision } from '#app/operations/fields.ts'

const finding = { statement: filled(STATEMENT_MAX, 'Write the finding as one sentence'), dimensions: ids(20), nodes: ids(100) }

export const NewFindingInput = z.object(finding)
export const EditFindingInput = z.object({ ...finding, revision: revision() })
export const FindingStatusInput = z.object({ revision: revision(), status: choice(FINDING_STATUSES) })

export type NewFindingInput = z.output<typeof NewFindingInput>
export type EditFindingInput = z.output<typeof EditFindingInput>
export type FindingStatusInput = z.output<typeof FindingStatusInput>
