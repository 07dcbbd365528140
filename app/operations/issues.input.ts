import { z } from 'zod'
import { CHANGE_KINDS, RULE_CODES } from '#app/domain/roadshow/lint-issue.ts'
import type { RuleCode } from '#app/domain/roadshow/lint-issue.ts'
import { choice, filled, id, revision } from '#app/operations/fields.ts'

export const ACCEPT_REASON_MAX = 300

/** An issue is found again by its rule and its id, which stands for what was printed when the person saw it. */
const which = { code: choice(RULE_CODES as [RuleCode, ...RuleCode[]]), issue: id() }

export const RepairIssueInput = z.object({ ...which, repair: choice(CHANGE_KINDS) })
export const AcceptIssueInput = z.object({ ...which, reason: filled(ACCEPT_REASON_MAX, 'Say why it may stand as it is printed') })
export const ReopenIssueInput = z.object({ acceptance: id(), revision: revision() })

export type RepairIssueInput = z.output<typeof RepairIssueInput>
export type AcceptIssueInput = z.output<typeof AcceptIssueInput>
export type ReopenIssueInput = z.output<typeof ReopenIssueInput>
