import type { Id } from '#app/domain/ids.ts'
import { can, verbToUndo } from '#app/domain/people/access.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findAct } from '#db/acts.server.ts'
import { StaleWrite, undoAct } from '#db/changes.server.ts'
import type { Undone } from '#db/changes.server.ts'
import { isHeld } from '#db/database.server.ts'
import type { Tx } from '#db/database.server.ts'
import { countAct } from '#db/feeds.server.ts'

/**
 * Takes back everything one act did, when nothing newer stands on its rows or refers to them; an undoing may itself be undone.
 * What takes a coordinator to do takes one to take back, and the last coordinator stays.
 */
export async function undo(scope: Scope, actId: Id): Promise<Undone | { done: false; because: 'not-allowed' }> {
  try {
    return await scope.database.write(async (tx) => {
      const act = await findAct(tx, scope.mission.id, actId)
      if (act && !can(scope.role, verbToUndo(act.noun))) return { done: false as const, because: 'not-allowed' as const }
      const undone = await undoAct(tx, actId, { missionId: scope.mission.id, atMs: scope.nowMs, accountId: scope.actor.accountId, actorName: scope.actor.name })
      if (undone.done && act?.noun === 'membership' && !(await isCoordinated(tx, scope.mission.id))) throw new StaleWrite('membership', act.subject_id)
      if (undone.done) await countAct(tx)
      return undone
    })
  } catch (error) {
    if (error instanceof StaleWrite || isHeld(error)) return { done: false, because: 'stale' }
    throw error
  }
}

async function isCoordinated(tx: Tx, missionId: Id): Promise<boolean> {
  return (await tx.selectFrom('membership').select('id').where('mission_id', '=', missionId).where('role', '=', 'coordinator').limit(1).executeTakeFirst()) !== undefined
}
