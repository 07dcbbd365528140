import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { prepared } from '#db/prepared.server.ts'

export type Person = { id: Id; name: string; email: string; zone: string; city: string }

const signedInOf = prepared((db, { hash, nowMs }: { hash: string; nowMs: Instant }) => db.selectFrom('session').innerJoin('account', 'account.id', 'session.account_id')
  .select(['account.id', 'account.name', 'account.email', 'account.zone', 'account.city'])
  .where('session.id_hash', '=', hash).where('session.expires_ms', '>', nowMs).where('account.disabled_ms', 'is', null))

/** The account of a session that is not over, or undefined. One query. */
export async function findSession(db: Db, hash: string, nowMs: Instant): Promise<Person | undefined> {
  const [row] = await signedInOf(db, { hash, nowMs })
  return row
}
