/** What the desk and the page of replies both show of mail that came in. */
import type { Scope } from '#app/operations/scope.ts'
import { can } from '#app/domain/people/access.ts'
import { countReceived, findContact, listReceived, listUndeliverable } from '#db/received.server.ts'

const ON_THE_DESK = 5

/** Mail that names no mission of ours is for those who send. */
export function seesStrangers({ role }: Pick<Scope, 'role'>): boolean {
  return can(role, 'invitation.send')
}

/** Proposals, deputies, doubts and dead addresses of a mission, and why replies cannot be read. Four queries. */
export async function replyNews(scope: Scope, imapUrl: string | undefined) {
  const db = scope.database.read
  const [tasks, counts, undeliverable, contact] = await Promise.all([
    listReceived(db, scope.mission.id, { states: ['task'], limit: ON_THE_DESK }), countReceived(db, scope.mission.id, seesStrangers(scope)), listUndeliverable(db, scope.mission.id), findContact(db),
  ])
  return { tasks, moreTasks: (counts.task ?? 0) - tasks.length, open: counts.open ?? 0, undeliverable, trouble: imapUrl !== undefined && contact?.up === false ? contact.text : null }
}
