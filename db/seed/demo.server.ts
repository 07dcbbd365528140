import type { Database } from '#db/database.server.ts'

/** The address of the demo's coordinator. */
export const DEMO_COORDINATOR = 'coordinator@example.org'

/** Loads the roadshow into an installation without missions; returns whether it did. */
export async function seedDemo(database: Database, nowMs: number): Promise<boolean> {
  const known = await database.read.selectFrom('mission').select('id').limit(1).executeTakeFirst()
  if (known) return false
  await database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'demo-coordinator', name: 'Coordinator, sample', email: DEMO_COORDINATOR, email_key: DEMO_COORDINATOR, created_ms: nowMs }).execute()
  })
  return true
}
