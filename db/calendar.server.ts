/** What stands in calendars of a mission, for files that are made on request. */
import type { Id } from '#app/domain/ids.ts'
import { addressKey } from '#app/domain/people/address.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'

export type Stamp = { revision: number; changedMs: Instant }

/** By engagement: its revision, and when anything was last done to it, or to its mission where nothing was. Two queries. */
export async function loadStamps(db: Db, missionId: Id): Promise<Map<Id, Stamp>> {
  const rows = await db.selectFrom('engagement').leftJoin('act', 'act.subject_id', 'engagement.id').select((one) => ['engagement.id', 'engagement.revision', one.fn.max('act.at_ms').as('changed_ms')])
    .where('engagement.mission_id', '=', missionId).groupBy(['engagement.id', 'engagement.revision']).execute()
  const mission = await db.selectFrom('act').select((one) => one.fn.max('at_ms').as('changed_ms')).where('mission_id', '=', missionId).executeTakeFirst()
  return new Map(rows.map((row) => [row.id, { revision: row.revision, changedMs: Number(row.changed_ms ?? mission?.changed_ms ?? 0) }]))
}

/** The mission of an engagement, or undefined. */
export async function findMissionOf(db: Db, engagementId: Id): Promise<Id | undefined> {
  return (await db.selectFrom('engagement').select('mission_id').where('id', '=', engagementId).executeTakeFirst())?.mission_id
}

/** The people who have an address, and the missions in which they appear. Two queries. */
export async function findPeopleAt(db: Db, address: string): Promise<{ people: Id[]; missions: Id[] }> {
  const rows = await db.selectFrom('person').select('id').where((one) => one(one.fn<string>('lower', ['email']), '=', addressKey(address))).where('merged_into_id', 'is', null).execute()
  const people = rows.map((row) => row.id)
  if (people.length === 0) return { people, missions: [] }
  const missions = await db.selectFrom('participation').innerJoin('person', 'person.id', 'participation.person_id').select('participation.mission_id').distinct()
    .where((one) => one.or([one('person.id', 'in', people), one('person.merged_into_id', 'in', people)])).execute()
  return { people, missions: missions.map((row) => row.mission_id) }
}
