import { CHAIN, isExit } from '#app/domain/meetings/status.ts'
import type { Status, Step } from '#app/domain/meetings/status.ts'
import { Chain } from '#app/ui/kit/chain.tsx'
import type { ChainStep } from '#app/ui/kit/chain.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'

const VERBS: Record<Status, string> = {
  idea: 'Back to idea', requested: 'Mark as requested', tentative: 'Mark as tentative', confirmed: 'Confirm', held: 'Mark as held', noted: 'Mark as noted', cleared: 'Clear',
  declined: 'Mark as declined', postponed: 'Postpone', cancelled: 'Cancel', 'no-show': 'Mark as no-show',
}

/** “Confirm”, “Mark as held”: what the button of a step says. */
export function stepVerb(to: Status): string {
  return VERBS[to]
}

/** When an engagement came to each status that somebody set, as “21 Jan”; its reason where one was given. */
type Reached = { [status in Status]?: { when: string; reason?: string | undefined } | undefined }

type StatusLineProps = { status: Status; reached: Reached; sample: boolean; exits: readonly Step[]; at: string; canEdit: boolean; removable: boolean }

/** The chain, and the ways out of it. */
export function StatusLine({ status, reached, sample, exits, at, canEdit, removable }: StatusLineProps) {
  return (
    <section className="sec" aria-label="Status">
      <Chain steps={CHAIN.map((each): ChainStep => ({ status: each, state: stateOf(each, status, reached), when: stateOf(each, status, reached) === 'next' ? undefined : reached[each]?.when }))} />
      {isExit(status) && <p><StatusMark status={status} />{reached[status]?.when && <> <span className="zone">{reached[status]?.when}</span></>}{reached[status]?.reason && <> because {reached[status]?.reason}</>}</p>}
      <p className="small soft acts">
        {canEdit && exits.length > 0 && <>Or leave the chain: {exits.map(({ to }, n) => <span key={to}>{n > 0 && ', '}<a href={`${at}/cancel?status=${to}`}>{to}</a></span>)}. </>}
        {canEdit && <a href={`${at}/status`}>Any other status…</a>}{canEdit && removable && <> · <a href={`${at}/remove`}>Remove this idea…</a></>}{sample && <> The status is <SampleMark /> data.</>}
      </p>
    </section>
  )
}

function stateOf(step: (typeof CHAIN)[number], status: Status, reached: Reached): ChainStep['state'] {
  if (isExit(status)) return reached[step] ? 'done' : 'next'
  const [at, now] = [CHAIN.indexOf(step), CHAIN.indexOf(status)]
  return at === now ? 'now' : at < now ? 'done' : 'next'
}

type NextActionProps = { at: string; base: string; id: string; revision: number; status: Status; next: Status | undefined; backUps: number; notes: number; canEdit: boolean }

/** The one primary action of an engagement: its next status, or what leads there. */
export function NextAction({ at, base, id, revision, status, next, backUps, notes, canEdit }: NextActionProps) {
  if (!canEdit) return null
  if (next === 'confirmed' && backUps > 0) {
    return (
      <>
        <ActionButton action={`${at}/status`} hidden={{ revision, status: next }}>Confirm only</ActionButton>
        <ActionButton action={`${at}/status`} hidden={{ revision, status: next, release: 'yes' }} kind="primary">{backUps === 1 ? 'Confirm and release the back-up' : `Confirm and release ${backUps} back-ups`}</ActionButton>
      </>
    )
  }
  if (next === 'noted' && notes === 0) return <ButtonLink kind="primary" href={`${base}/engagements/${id}/note`}>Write a note</ButtonLink>
  if (next) return <ActionButton action={`${at}/status`} hidden={{ revision, status: next }} kind="primary">{stepVerb(next)}</ActionButton>
  if (status === 'confirmed') return <ButtonLink kind="primary" href={`${base}/invitations?engagement=${id}`}>Invitations</ButtonLink>
  if (isExit(status)) return <ButtonLink kind="primary" href={`${at}/status`}>Bring it back…</ButtonLink>
  return null
}
