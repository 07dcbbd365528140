/** What the invitations desk shows of people who are owed something, gathered by engagement. */
import type { Answer } from '#app/domain/calendar/answers.ts'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import type { Language } from '#app/domain/calendar/texts/texts.ts'
import type { MailPlan } from '#app/domain/calendar/plan.ts'
import type { Id } from '#app/domain/ids.ts'

export type Owed = {
  pick: string
  engagementId: Id
  engagementTitle: string
  personId: Id
  name: string
  address: string
  sampleAddress: boolean
  /** That they are written to in. */
  language: Language
  plan: MailPlan
  facts: InvitationFacts
  answer: Answer
  /** Of the version that they hold; null before the first. */
  heldVersion: number | null
}

export type OwedGroup = { engagementId: Id; title: string; facts: InvitationFacts; rows: Owed[] }

/** Rows that come in the order of the engagements, gathered; at most `limit` rows, whole engagements but for the first. */
export function groupOwed(rows: readonly Owed[], limit: number): { groups: OwedGroup[]; left: number } {
  const groups: OwedGroup[] = []
  let shown = 0
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.engagementId === row.engagementId) last.rows.push(row)
    else if (shown >= limit) break
    else groups.push({ engagementId: row.engagementId, title: row.engagementTitle, facts: row.facts, rows: [row] })
    shown += 1
  }
  return { groups, left: rows.length - shown }
}

/** How many are written to for the first time, and how many hold something that changes. */
export function countKinds(rows: readonly Owed[]): { fresh: number; changed: number; asksAgain: boolean } {
  const fresh = rows.filter(({ plan }) => plan.kind === 'invite' && plan.reason === 'first').length
  return { fresh, changed: rows.length - fresh, asksAgain: rows.some(({ plan }) => plan.kind === 'reschedule') }
}
