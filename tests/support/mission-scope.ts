import type { Scope } from '#app/operations/scope.ts'
import type { Database } from '#db/database.server.ts'
import { findMissionBySlug } from '#db/missions.server.ts'

/** What an operation of a mission is given, for the first account in the database. */
export async function loadMissionScope(database: Database, slug: string, nowMs: number): Promise<Scope> {
  const mission = await findMissionBySlug(database.read, slug)
  const account = await database.read.selectFrom('account').selectAll().orderBy('created_ms').orderBy('id').executeTakeFirstOrThrow()
  if (!mission) throw new Error(`No mission ${slug}`)
  return {
    database, mission, role: 'coordinator', nowMs, missionNowMs: nowMs,
    actor: { accountId: account.id, name: account.name, email: account.email, zone: account.zone, city: account.city },
  }
}
