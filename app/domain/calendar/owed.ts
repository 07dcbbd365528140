/** What the invitations desk shows of people who are owed something, gathered by engagement or by person. */
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
  /** Where the last version went, when that is another address; else ''. */
  oldAddress: string
  /** Whose deputy they were named as for this engagement; else ''. */
  deputyOf: string
  /** That they are written to in. */
  language: Language
  plan: MailPlan
  facts: InvitationFacts
  answer: Answer
  /** Of the version that they hold; null before the first. */
  heldVersion: number | null
}

/** What may be wrong with an invitation that somebody holds: its mail did not arrive; the answer to it is for a time that has changed since. */
export const TROUBLES = ['undeliverable', 'old-time'] as const
export type Trouble = (typeof TROUBLES)[number]

export const GATHERINGS = ['meeting', 'person'] as const
export type Gathering = (typeof GATHERINGS)[number]

/** Never empty; its first row names the engagement or the person that all of them share. */
export type OwedGroup = { id: Id; rows: [Owed, ...Owed[]] }

/** The rows gathered, each group where its first row stands; at most `limit` rows, whole groups but for the first. */
export function groupOwed(rows: readonly Owed[], limit: number, by: Gathering = 'meeting'): { groups: OwedGroup[]; left: number } {
  const found = new Map<Id, OwedGroup>()
  for (const row of rows) {
    const id = by === 'meeting' ? row.engagementId : row.personId
    const group = found.get(id)
    if (group) group.rows.push(row)
    else found.set(id, { id, rows: [row] })
  }
  const groups: OwedGroup[] = []
  let shown = 0
  for (const group of found.values()) {
    if (shown >= limit) break
    groups.push(group)
    shown += group.rows.length
  }
  return { groups, left: rows.length - shown }
}

/** How many are written to for the first time, how many hold something that changes, and how many mails never leave. */
export function countKinds(rows: readonly Owed[]): { fresh: number; changed: number; withdrawn: number; people: number; asksAgain: boolean } {
  const fresh = rows.filter(({ plan }) => plan.kind === 'invite' && plan.reason === 'first').length
  const mailed = rows.filter(({ plan }) => plan.kind !== 'withdraw')
  return {
    fresh, changed: rows.length - fresh, withdrawn: rows.length - mailed.length, people: new Set(mailed.map(({ personId }) => personId)).size,
    asksAgain: rows.some(({ plan }) => plan.kind === 'reschedule'),
  }
}

/** True when the form that was sent had this row ticked; whatever was shown of it then. Without a form every row is. */
export function wasPicked(row: Pick<Owed, 'pick'>, sent: readonly string[] | undefined): boolean {
  return sent === undefined || sent.some((pick) => pick.slice(0, pick.lastIndexOf(':')) === row.pick.slice(0, row.pick.lastIndexOf(':')))
}
