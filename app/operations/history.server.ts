import type { Id } from '#app/domain/ids.ts'
import type { Scope } from '#app/operations/scope.ts'
import { StaleWrite, undoAct } from '#db/changes.server.ts'
import type { Undone } from '#db/changes.server.ts'
import { isHeld } from '#db/database.server.ts'

/** Takes back everything one act did, when nothing newer stands on its rows or refers to them; an undoing may itself be undone. */
export async function undo(scope: Scope, actId: Id): Promise<Undone> {
  try {
    return await scope.database.write((tx) =>
      undoAct(tx, actId, { missionId: scope.mission.id, atMs: scope.nowMs, accountId: scope.actor.accountId, actorName: scope.actor.name }))
  } catch (error) {
    if (error instanceof StaleWrite || isHeld(error)) return { done: false, because: 'stale' }
    throw error
  }
}
