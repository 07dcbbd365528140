import type { Selectable } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Mission } from '#app/domain/roadshow/mission.ts'
import type { Db } from '#db/database.server.ts'
import type { MissionTable } from '#db/schema.ts'

/** The mission as every operation knows it, or undefined. */
export async function findMissionBySlug(db: Db, slug: string): Promise<Mission | undefined> {
  const row = await db.selectFrom('mission')
    .select(['id', 'slug', 'title', 'clock_show_ms', 'clock_from_ms', 'start_day', 'end_day', 'status', 'archived_ms', 'demo', 'revision'])
    .where('slug', '=', slug).executeTakeFirst()
  return row && {
    id: row.id, slug: row.slug, title: row.title, startDay: row.start_day, endDay: row.end_day, status: row.status,
    clock: row.clock_show_ms !== null && row.clock_from_ms !== null ? { showMs: row.clock_show_ms, fromMs: row.clock_from_ms } : null,
    archivedMs: row.archived_ms, demo: row.demo === 1, revision: row.revision,
  }
}

/** The whole row, for the page that edits it. */
export async function loadMission(db: Db, missionId: Id): Promise<Selectable<MissionTable> | undefined> {
  return await db.selectFrom('mission').selectAll().where('id', '=', missionId).executeTakeFirst()
}

/** The role of an account in a mission, or undefined when it is no member. */
export async function findRole(db: Db, missionId: Id, accountId: Id): Promise<string | undefined> {
  const row = await db.selectFrom('membership').select('role').where('mission_id', '=', missionId).where('account_id', '=', accountId).executeTakeFirst()
  return row?.role
}
