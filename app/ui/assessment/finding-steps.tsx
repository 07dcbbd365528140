import { nextStatuses } from '#app/domain/assessment/findings.ts'
import type { FindingStatus } from '#app/domain/assessment/findings.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'

type FindingStepsProps = { here: string; status: FindingStatus; revision: number; supported: boolean }

const WORDS: Record<FindingStatus, Partial<Record<FindingStatus, string>>> = {
  draft: { reviewed: 'Mark as reviewed', superseded: 'Supersede' },
  reviewed: { accepted: 'Accept', draft: 'Back to draft', superseded: 'Supersede' },
  accepted: { reviewed: 'Back to reviewed', superseded: 'Supersede' },
  superseded: { draft: 'Take up again as a draft' },
}

/** Where a finding may go from here, the usual step first; accepting waits for support. */
export function FindingSteps({ here, status, revision, supported }: FindingStepsProps) {
  const usual = status === 'draft' || status === 'reviewed'
  return (
    <>
      {nextStatuses(status).map((to, at) => {
        const words = WORDS[status][to] ?? to
        if (to === 'accepted' && !supported) return <span key={to}><Button waits="accept-waits">{words}</Button> <span id="accept-waits" className="small soft">once a sentence supports it</span></span>
        return <ActionButton key={to} action={`${here}/status`} hidden={{ status: to, revision }} kind={at === 0 && usual ? 'primary' : undefined}>{words}</ActionButton>
      })}
    </>
  )
}
