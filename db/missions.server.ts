import type { Selectable } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Mission } from '#app/domain/roadshow/mission.ts'
import type { Db } from '#db/database.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { NOT_COUNTED } from '#db/shell.server.ts'
import type { MissionTable } from '#db/schema.ts'

const missionOf = prepared((db, { slug }: { slug: string }) => db.selectFrom('mission')
  .select(['id', 'slug', 'title', 'clock_show_ms', 'clock_from_ms', 'start_day', 'end_day', 'status', 'archived_ms', 'demo', 'revision']).where('slug', '=', slug))

/** The mission as every operation knows it, or undefined. */
export async function findMissionBySlug(db: Db, slug: string): Promise<Mission | undefined> {
  const [row] = await missionOf(db, { slug })
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

const roleOf = prepared((db, { missionId, accountId }: { missionId: Id; accountId: Id }) =>
  db.selectFrom('membership').select('role').where('mission_id', '=', missionId).where('account_id', '=', accountId))

/** The role of an account in a mission, or undefined when it is no member. */
export async function findRole(db: Db, missionId: Id, accountId: Id): Promise<string | undefined> {
  const [row] = await roleOf(db, { missionId, accountId })
  return row?.role
}

type MissionListed = { slug: string; title: string; startDay: string; endDay: string; status: string; role: string; archivedMs: number | null; demo: boolean; stops: number; engagements: number }

/** The missions of an account, the latest first; at most 200. One query. */
export async function listMissionsOf(db: Db, accountId: Id): Promise<MissionListed[]> {
  const rows = await db.selectFrom('membership').innerJoin('mission', 'mission.id', 'membership.mission_id')
    .select((of) => ['slug', 'title', 'start_day', 'end_day', 'status', 'role', 'archived_ms', 'demo',
      of.selectFrom('stop').select((n) => n.fn.countAll<number>().as('n')).whereRef('stop.mission_id', '=', 'mission.id').as('stops'),
      of.selectFrom('engagement').select((n) => n.fn.countAll<number>().as('n')).whereRef('engagement.mission_id', '=', 'mission.id').where('kind', 'not in', NOT_COUNTED).as('engagements')])
    .where('membership.account_id', '=', accountId).orderBy('start_day', 'desc').orderBy('title_key').limit(200).execute()
  return rows.map((row) => ({
    slug: row.slug, title: row.title, startDay: row.start_day, endDay: row.end_day, status: row.status, role: row.role, archivedMs: row.archived_ms,
    demo: row.demo === 1, stops: Number(row.stops), engagements: Number(row.engagements),
  }))
}

/** Every mission of the installation, the latest first; at most 1,000. One query. */
export async function listMissions(db: Db): Promise<{ slug: string; title: string; startDay: string; endDay: string; status: string; archived: boolean }[]> {
  const rows = await db.selectFrom('mission').select(['slug', 'title', 'start_day', 'end_day', 'status', 'archived_ms']).orderBy('start_day', 'desc').orderBy('slug').limit(1_000).execute()
  return rows.map((row) => ({ slug: row.slug, title: row.title, startDay: row.start_day, endDay: row.end_day, status: row.status, archived: row.archived_ms !== null }))
}

/** The missions that an account is a member of, with its role in each; at most 200. One query. */
export async function listRolesOf(db: Db, accountId: Id): Promise<{ missionId: Id; role: string }[]> {
  const rows = await db.selectFrom('membership').select(['mission_id', 'role']).where('account_id', '=', accountId).orderBy('id').limit(200).execute()
  return rows.map((row) => ({ missionId: row.mission_id, role: row.role }))
}

export type Member = { membershipId: string; revision: number; role: string; accountId: string; name: string; email: string }

/** The team of a mission, coordinators first; at most 200. */
export async function listMembers(db: Db, missionId: Id): Promise<Member[]> {
  const rows = await db.selectFrom('membership').innerJoin('account', 'account.id', 'membership.account_id')
    .select(['membership.id', 'membership.revision', 'membership.role', 'account.id as account_id', 'account.name', 'account.email'])
    .where('mission_id', '=', missionId).orderBy('membership.role').orderBy('account.name').limit(200).execute()
  return rows.map((row) => ({ membershipId: row.id, revision: row.revision, role: row.role, accountId: row.account_id, name: row.name, email: row.email }))
}
