import type { Id } from '#app/domain/ids.ts'
import { asStatus, findStep, hasBegun, isAhead } from '#app/domain/meetings/status.ts'
import type { CallOffStopInput } from '#app/operations/engagements.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { withStatus } from '#app/operations/statuses.server.ts'
import type { Db } from '#db/database.server.ts'
import { listAtStop } from '#db/engagements.server.ts'
import type { AtStop } from '#db/engagements.server.ts'
import { findStop } from '#db/stops.server.ts'
import type { Stop } from '#db/stops.server.ts'

export type CallOff = { stop: Stop; /** What is still ahead and goes. */ goes: AtStop[]; /** What has begun, was held, or is off already. */ stays: AtStop[] }

/** What calling off a whole stop would touch; undefined when there is no such stop. Two queries. */
export async function planCallOff(db: Db, scope: Scope, stopId: Id): Promise<CallOff | undefined> {
  const stop = await findStop(db, scope.mission.id, stopId)
  if (!stop) return undefined
  const rows = await listAtStop(db, scope.mission.id, stopId)
  const goes = rows.filter((row) => leaves(row, scope.missionNowMs))
  return { stop, goes, stays: rows.filter((row) => !goes.includes(row)) }
}

function leaves(row: AtStop, clockMs: number): boolean {
  const begun = hasBegun(row, clockMs)
  return !begun && isAhead(asStatus(row.status)) && findStep(asStatus(row.status), 'cancelled', begun) !== undefined
}

/** Cancels everything at a stop that is still ahead, exactly what was shown, in one act with one undo. Nobody is told by it. */
export async function callOffStop(scope: Scope, stopId: Id, input: CallOffStopInput): Promise<Done | Refused<'nothing'>> {
  return await perform(scope, async (tx, begin) => {
    const plan = await planCallOff(tx, scope, stopId)
    if (!plan) return { done: false as const, because: 'gone' as const }
    if (plan.goes.length === 0) return { done: false as const, because: 'nothing' as const }
    if (plan.goes.map(stampOf).toSorted().join() !== [...new Set(input.row)].toSorted().join()) return { done: false as const, because: 'stale' as const }
    const edit = await begin({ verb: 'call-off', noun: 'stop', subjectId: stopId, subjectTitle: plan.stop.city, facts: { to: 'cancelled', count: plan.goes.length, reason: input.reason } })
    for (const row of plan.goes) {
      await edit.update('engagement', row.id, row.revision, withStatus(row, 'cancelled'))
    }
    return { done: true as const, actId: edit.actId }
  })
}

/** What the form sends back of an engagement that was shown. */
export function stampOf({ id, revision }: Pick<AtStop, 'id' | 'revision'>): string {
  return `${id}:${revision}`
}
