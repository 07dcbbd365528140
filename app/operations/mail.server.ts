import type { Id } from '#app/domain/ids.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { findMail, giveUpMail as endMail, retryMail as putBack, setPaused } from '#db/outbox.server.ts'

type Done = { done: true; actId: Id }

/** Nothing of this mission leaves until it is resumed; sign-in mails go on. */
export async function pauseMail(scope: Scope): Promise<Done | Refused> {
  return await setPause(scope, true)
}

export async function resumeMail(scope: Scope): Promise<Done | Refused> {
  return await setPause(scope, false)
}

async function setPause(scope: Scope, paused: boolean): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const edit = await begin({ verb: paused ? 'pause-mail' : 'resume-mail', noun: 'mission', subjectId: scope.mission.id, subjectTitle: scope.mission.title, undoable: false })
    await setPaused(tx, scope.mission.id, paused ? { byName: scope.actor.name, atMs: scope.nowMs } : null)
    return { done: true as const, actId: edit.actId }
  })
}

/** Tries a message again that failed, was put aside or waits; one that something newer replaced stays as it is. */
export async function retryMail(scope: Scope, mailId: Id): Promise<Done | Refused> {
  return await settleMail(scope, mailId, 'retry-mail', (tx) => putBack(tx, mailId, scope.nowMs, scope.mission.id))
}

/** Ends a message that waits or was put aside: its person is shown as not reached. */
export async function giveUpMail(scope: Scope, mailId: Id): Promise<Done | Refused> {
  return await settleMail(scope, mailId, 'give-up-mail', (tx) => endMail(tx, mailId, scope.actor.name, scope.mission.id))
}

async function settleMail(scope: Scope, mailId: Id, verb: string, settle: (tx: Tx) => Promise<boolean>): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const mail = await findMail(tx, mailId)
    if (!mail || mail.missionId !== scope.mission.id) return { done: false as const, because: 'gone' as const }
    if (!(await settle(tx))) return { done: false as const, because: 'stale' as const }
    const edit = await begin({ verb, noun: 'mail', subjectId: mailId, subjectTitle: mail.toName || mail.toAddress, undoable: false })
    return { done: true as const, actId: edit.actId }
  })
}
