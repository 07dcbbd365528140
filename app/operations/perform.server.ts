import { StaleWrite, edit } from '#db/changes.server.ts'
import type { Act, Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { countAct } from '#db/feeds.server.ts'
import type { Scope } from '#app/operations/scope.ts'

/** It was done, as the act that can be taken back where acts can. */
export type Done = { done: true; actId: string }

/** What was expected and did not happen; each route answers each reason it can meet. */
export type Refused<Because extends string = never> = { done: false; because: 'stale' | 'gone' | Because }

type Named = Pick<Act, 'verb' | 'noun' | 'subjectId' | 'subjectTitle' | 'facts' | 'undoable'>
export type Begin = (act: Named) => Promise<Edit>

/**
 * One intention, one transaction. `work` reads and decides with `tx`, then calls `begin` once and writes through the
 * edit it gets; a row changed by somebody else meanwhile rolls all of it back and answers 'stale'.
 */
export async function perform<T extends { done: boolean }>(
  scope: Pick<Scope, 'database' | 'actor' | 'nowMs'> & { mission: { id: string } | null },
  work: (tx: Tx, begin: Begin) => Promise<T>,
): Promise<T | { done: false; because: 'stale' }> {
  try {
    return await scope.database.write(async (tx) => {
      let begun = false
      const outcome = await work(tx, (act) => {
        begun = true
        return edit(tx, { ...act, missionId: scope.mission?.id ?? null, atMs: scope.nowMs, accountId: scope.actor.accountId, actorName: scope.actor.name })
      })
      if (begun) await countAct(tx)
      return outcome
    })
  } catch (error) {
    if (error instanceof StaleWrite) return { done: false, because: 'stale' }
    throw error
  }
}
