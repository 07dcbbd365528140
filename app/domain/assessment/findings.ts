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

/** A superseded finding is kept and no longer counts. */
export function counts(status: string): boolean {
  return status !== 'superseded'
}
