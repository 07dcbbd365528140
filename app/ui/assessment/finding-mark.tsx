import type { FindingStatus } from '#app/domain/assessment/findings.ts'
import { Mark } from '#app/ui/kit/mark.tsx'
import type { IconName } from '#app/ui/kit/icon.tsx'

const LOOKS: Record<FindingStatus, { icon: IconName; state: string }> = {
  draft: { icon: 'idea', state: 'idea' }, reviewed: { icon: 'noted', state: 'noted' }, accepted: { icon: 'confirmed', state: 'accepted' }, superseded: { icon: 'cancelled', state: 'cancelled' },
}

/** How far a finding has come: draft, reviewed, accepted, superseded. */
export function FindingMark({ status }: { status: FindingStatus }) {
  return <Mark icon={LOOKS[status].icon} state={LOOKS[status].state}>{status}</Mark>
}
