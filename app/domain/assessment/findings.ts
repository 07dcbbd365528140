import type { Frozen } from '#app/domain/assessment/ratings.ts'

export const FINDING_STATUSES = ['draft', 'reviewed', 'accepted', 'superseded'] as const
export type FindingStatus = (typeof FINDING_STATUSES)[number]
export const STATEMENT_MAX = 600

const NEXT: Record<FindingStatus, readonly FindingStatus[]> = {
  draft: ['reviewed', 'superseded'],
  reviewed: ['accepted', 'draft', 'superseded'],
  accepted: ['reviewed', 'superseded'],
  superseded: ['draft'],
}

/** Where a finding may go from here, the usual step first. */
export function nextStatuses(status: FindingStatus): readonly FindingStatus[] {
  return NEXT[status]
}

export type StatusRefusal = 'no-such-step' | 'no-evidence'

/** Why a finding may not take a status; undefined when it may. Accepting needs at least one sentence that supports it. */
export function refusesStatus(from: FindingStatus, to: FindingStatus, supporting: number): StatusRefusal | undefined {
  if (!NEXT[from].includes(to)) return 'no-such-step'
  return to === 'accepted' && supporting === 0 ? 'no-evidence' : undefined
}

export type JudgeRefusal = 'no-reason' | 'no-evidence'

/** Why a confidence may not be judged; undefined when it may: it needs a reason, and something to judge. */
export function refusesJudgement(reason: string, linked: number): JudgeRefusal | undefined {
  if (reason.trim() === '') return 'no-reason'
  return linked === 0 ? 'no-evidence' : undefined
}

export type SinceJudged = { contradicts: number; others: number; gone: number }

/** What has come and gone since the confidence was judged: contradictions that its author did not see, other links, links that no longer stand. */
export function sinceJudged(then: readonly Frozen[], now: readonly Frozen[]): SinceJudged {
  const before = new Map(then.map((link) => [link.id, link.relation]))
  const newer = now.filter((link) => before.get(link.id) !== link.relation)
  const contradicts = newer.filter((link) => link.relation === 'contradicts').length
  const standing = new Set(now.map((link) => link.id))
  return { contradicts, others: newer.length - contradicts, gone: then.filter((link) => !standing.has(link.id)).length }
}

/** A superseded finding is kept and no longer counts. */
export function counts(status: string): boolean {
  return status !== 'superseded'
}
