import type { AddMemberInput, ChangeMemberInput } from '#app/operations/missions.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { addressKey } from '#app/domain/people/address.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'

/** Adds somebody to the team of a mission; an address that is not known yet gets an account, and signs in by mail. */
export async function addMember(scope: Scope, input: AddMemberInput): Promise<Done | Refused<'already'>> {
  return await perform(scope, async (tx, begin) => {
    const accountId = await accountFor(tx, input.name, input.email, scope.nowMs)
    const known = await tx.selectFrom('membership').select('id').where('mission_id', '=', scope.mission.id).where('account_id', '=', accountId).executeTakeFirst()
    if (known) return { done: false as const, because: 'already' as const }
    const made = await begin({ verb: 'add', noun: 'membership', subjectId: accountId, subjectTitle: input.name, facts: { role: input.role } })
    await made.insert('membership', { id: newId(scope.nowMs), mission_id: scope.mission.id, account_id: accountId, role: input.role })
    return { done: true as const, actId: made.actId }
  })
}

/** Changes a role or, with 'none', takes somebody off the team. The last coordinator stays. */
export async function changeMember(scope: Scope, input: ChangeMemberInput): Promise<Done | Refused<'last-coordinator'>> {
  return await perform(scope, async (tx, begin) => {
    const rows = await tx.selectFrom('membership').innerJoin('account', 'account.id', 'membership.account_id')
      .select(['membership.id', 'membership.role', 'account.name', 'account.id as accountId']).where('mission_id', '=', scope.mission.id).execute()
    const row = rows.find((candidate) => candidate.id === input.membership)
    if (!row) return { done: false as const, because: 'gone' as const }
    const lastOne = row.role === 'coordinator' && input.role !== 'coordinator' && rows.filter((other) => other.role === 'coordinator').length === 1
    if (lastOne) return { done: false as const, because: 'last-coordinator' as const }
    const removed = input.role === 'none'
    const made = await begin({ verb: removed ? 'remove' : 'edit', noun: 'membership', subjectId: row.accountId, subjectTitle: row.name, facts: removed ? {} : { from: row.role, to: input.role } })
    if (removed) await made.remove('membership', row.id, input.revision)
    else await made.update('membership', row.id, input.revision, { role: input.role })
    return { done: true as const, actId: made.actId }
  })
}

/** The account of an address, made when it is new. */
export async function accountFor(tx: Tx, name: string, email: string, nowMs: number): Promise<string> {
  const key = addressKey(email)
  const known = await tx.selectFrom('account').select('id').where('email_key', '=', key).executeTakeFirst()
  if (known) return known.id
  const id = newId(nowMs)
  await tx.insertInto('account').values({ id, name, email, email_key: key, created_ms: nowMs }).execute()
  return id
}
