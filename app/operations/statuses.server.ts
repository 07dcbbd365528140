import type { Id } from '#app/domain/ids.ts'
import { asStatus, findStep, hasBegun, isAhead, isExit } from '#app/domain/meetings/status.ts'
import type { Status } from '#app/domain/meetings/status.ts'
import { clashesOf } from '#app/operations/clashes.server.ts'
import type { Clash } from '#app/operations/clashes.server.ts'
import type { CancelEngagementInput, SetStatusInput } from '#app/operations/engagements.input.ts'
import { askingAsStored, onEngagement, reasonOf } from '#app/operations/engagements.server.ts'
import type { Named } from '#app/operations/engagements.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { listFallbacks } from '#db/engagements.server.ts'
import type { Engagement, Fallback } from '#db/engagements.server.ts'
import { listParticipations } from '#db/participations.server.ts'

type StatusRefused = Refused<'not-a-step' | 'no-reason'> | Named

/**
 * One step of the chain, out of it or back into it. What comes back meets what took its place meanwhile, and a reason
 * lets it stand. A confirmation may release the back-ups that still stand by: they are cancelled in the same act.
 */
export async function setStatus(scope: Scope, id: Id, input: SetStatusInput): Promise<Done | StatusRefused> {
  return await onEngagement(scope, id, async (tx, begin, engagement) => {
    const from = asStatus(engagement.status)
    const step = findStep(from, input.status, hasBegun(engagement, scope.missionNowMs))
    if (!step) return { done: false as const, because: 'not-a-step' as const }
    if (step.needsReason && input.reason === '') return { done: false as const, because: 'no-reason' as const }
    const clashes = isExit(from) ? await clashesBack(tx, scope, engagement, input.status) : []
    if (clashes.length > 0 && input.reason === '') return { done: false as const, because: 'conflicts' as const, clashes }
    const released = input.release && input.status === 'confirmed' ? await listReleasable(tx, scope, id) : []
    const edit = await begin({
      verb: 'set-status', noun: 'engagement', subjectId: id, subjectTitle: engagement.title,
      facts: { from, to: input.status, ...(released.length > 0 ? { released: released.map((each) => each.title).join('”, “') } : {}), ...reasonOf(input.reason) },
    })
    await edit.update('engagement', id, input.revision, withStatus(engagement, input.status))
    for (const each of released) await edit.update('engagement', each.id, each.revision, withStatus(each, 'cancelled'))
    return { done: true as const, actId: edit.actId }
  })
}

/** The columns of a status that somebody gave: it is no sample any more. */
export function withStatus({ sampleFields }: { sampleFields: readonly string[] }, status: Status): { status: Status; sample_fields: string } {
  return { status, sample_fields: JSON.stringify(sampleFields.filter((field) => field !== 'status')) }
}

/** Leaves the chain for a reason that stays in the history. */
export async function cancelEngagement(scope: Scope, id: Id, input: CancelEngagementInput): Promise<Done | StatusRefused> {
  return await setStatus(scope, id, { ...input, release: false })
}

/** Nothing stands against an engagement that takes nobody's time. */
async function clashesBack(tx: Tx, scope: Scope, engagement: Engagement, to: Status): Promise<Clash[]> {
  if (!isAhead(to)) return []
  const people = await listParticipations(tx, scope.mission.id, engagement.id)
  return await clashesOf(tx, scope, { ...askingAsStored(engagement), personIds: [...new Set(people.flatMap((row) => (row.personId === null ? [] : [row.personId])))] })
}

async function listReleasable(tx: Tx, scope: Scope, id: Id): Promise<Fallback[]> {
  return (await listFallbacks(tx, scope.mission.id, id)).filter((each) => isAhead(asStatus(each.status)))
}
