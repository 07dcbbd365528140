/** Files of missions that wait until somebody has looked at what they would bring. */
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db, Tx } from '#db/database.server.ts'

const PIECE = 1_048_576

/** Keeps the file of an account in pieces; what the account had waiting before, and what anybody had for longer than a day, goes. */
export async function keepMissionFile(tx: Tx, file: { id: Id; accountId: Id; name: string; bytes: Uint8Array; nowMs: Instant }): Promise<void> {
  await tx.deleteFrom('mission_file').where((one) => one.or([one('account_id', '=', file.accountId), one('created_ms', '<', file.nowMs - 86_400_000)])).execute()
  for (let position = 0; position * PIECE < file.bytes.length; position++) {
    await tx.insertInto('mission_file').values({ id: file.id, position, account_id: file.accountId, name: file.name, bytes: Buffer.from(file.bytes.subarray(position * PIECE, (position + 1) * PIECE)), created_ms: file.nowMs }).execute()
  }
}

/** The text of a file that waits, for the account that sent it. One query. */
export async function findMissionFile(db: Db, id: Id, accountId: Id): Promise<{ name: string; text: string } | undefined> {
  const pieces = await db.selectFrom('mission_file').select(['name', 'bytes']).where('id', '=', id).where('account_id', '=', accountId).orderBy('position').execute()
  const [first] = pieces
  return first && { name: first.name, text: Buffer.concat(pieces.map(({ bytes }) => bytes)).toString('utf8') }
}

export async function dropMissionFile(tx: Tx, id: Id, accountId: Id): Promise<void> {
  await tx.deleteFrom('mission_file').where('id', '=', id).where('account_id', '=', accountId).execute()
}
