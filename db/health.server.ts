import type { Db, Tx } from '#db/database.server.ts'

/** Writes one row, which proves that the database takes writes. */
export async function probeWrite(tx: Tx, nowMs: number): Promise<void> {
  const value = String(nowMs)
  await tx.insertInto('setting').values({ key: 'probe', value }).onConflict((known) => known.column('key').doUpdateSet({ value })).execute()
}

/** When the mail that waits longest was due (epoch ms), or undefined when none is due. */
export async function findOldestDueMail(db: Db, nowMs: number): Promise<number | undefined> {
  const row = await db.selectFrom('outbox').select((of) => of.fn.min('next_ms').as('due'))
    .where('state', 'in', ['queued', 'retry', 'sending']).where('next_ms', '<', nowMs).executeTakeFirst()
  return row?.due === null || row?.due === undefined ? undefined : Number(row.due)
}
