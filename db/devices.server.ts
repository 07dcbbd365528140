import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Tx } from '#db/database.server.ts'

export type Device = { accountId: Id; id: string; secret: string; sessionHash: string; atMs: Instant }

/** The secret of one person's device, or undefined when that person never kept anything there. */
export async function findDeviceSecret(tx: Tx, accountId: Id, id: string): Promise<string | undefined> {
  return (await tx.selectFrom('device').select('secret').where('account_id', '=', accountId).where('id', '=', id).executeTakeFirst())?.secret
}

export async function insertDevice(tx: Tx, { accountId, id, secret, sessionHash, atMs }: Device): Promise<void> {
  await tx.insertInto('device').values({ account_id: accountId, id, secret, session_hash: sessionHash, created_ms: atMs, seen_ms: atMs }).execute()
}

/** From now on the device belongs to this session, and goes with it. */
export async function saveDeviceSeen(tx: Tx, { accountId, id, sessionHash, atMs }: Omit<Device, 'secret'>): Promise<void> {
  await tx.updateTable('device').set({ session_hash: sessionHash, seen_ms: atMs }).where('account_id', '=', accountId).where('id', '=', id).execute()
}

/** Leaves a person the `most` devices that were seen last. */
export async function deleteOldDevices(tx: Tx, accountId: Id, most: number): Promise<void> {
  const kept = tx.selectFrom('device').select('id').where('account_id', '=', accountId).orderBy('seen_ms', 'desc').orderBy('id').limit(most)
  await tx.deleteFrom('device').where('account_id', '=', accountId).where('id', 'not in', kept).execute()
}

export async function deleteDevicesOfSession(tx: Tx, sessionHash: string): Promise<void> {
  await tx.deleteFrom('device').where('session_hash', '=', sessionHash).execute()
}

/** When a session ends by itself, or undefined when there is none. */
export async function findSessionEnd(tx: Tx, sessionHash: string): Promise<Instant | undefined> {
  return (await tx.selectFrom('session').select('expires_ms').where('id_hash', '=', sessionHash).executeTakeFirst())?.expires_ms
}
