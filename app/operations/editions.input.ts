import { z } from 'zod'
import { filled, prose, revision } from '#app/operations/fields.ts'

export const REMARK_MAX = 1_000
export const WITHDRAW_REASON_MAX = 300

/** `seen` is the digest of the draft that the person saw, `after` the number of the last edition there was, 0 for none. */
export const IssueInput = z.object({
  remark: prose(REMARK_MAX), seen: z.string({ error: 'Reload the page and try again' }).regex(/^[0-9a-f]{64}$/, 'Reload the page and try again'),
  after: z.coerce.number({ error: 'Reload the page and try again' }).int().min(0).max(1_000_000),
})

export const WithdrawInput = z.object({ revision: revision(), reason: filled(WITHDRAW_REASON_MAX, 'Say why: whoever holds this edition will ask') })

export type IssueInput = z.output<typeof IssueInput>
export type WithdrawInput = z.output<typeof WithdrawInput>
