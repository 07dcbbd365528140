import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { StopFace } from '#app/domain/roadshow/stops.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import { prepared } from '#db/prepared.server.ts'

type ShellCounts = { engagements: number; notes: number; people: number; organisations: number }
/** Kinds that stand in the grid and are no engagement with anybody: they are not counted as such. */
export const NOT_COUNTED = ['buffer', 'travel', 'meal'] as const

const stopsOf = prepared((db, { missionId }: { missionId: Id }) => db.selectFrom('stop').innerJoin('place', 'place.id', 'stop.place_id')
  .select(['stop.id', 'place.zone', 'stop.arrive_day', 'stop.depart_day', placeNameOn('place', 'stop.arrive_day').as('city')])
  .where('stop.mission_id', '=', missionId).orderBy('stop.position'))

/** The stops of a mission in order, named as of their first day. One query. */
export async function listStopFaces(db: Db, missionId: Id): Promise<StopFace[]> {
  const rows = await stopsOf(db, { missionId })
  return rows.map((row) => ({ id: row.id, city: row.city, zone: row.zone ?? 'UTC', arriveDay: row.arrive_day, departDay: row.depart_day }))
}

const countsOf = prepared((db, { missionId }: { missionId: Id }) => db.selectNoFrom((one) => [
  one.selectFrom('engagement').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).where('kind', 'not in', NOT_COUNTED).as('engagements'),
  one.selectFrom('note').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).where('private', '=', 0).as('notes'),
  one.selectFrom('participation').innerJoin('person', 'person.id', 'participation.person_id').select(sql<number>`count(distinct coalesce(person.merged_into_id, person.id))`.as('n')).where('mission_id', '=', missionId).as('people'),
  one.selectFrom('organisation').select((n) => n.fn.countAll<number>().as('n')).where('merged_into_id', 'is', null).as('organisations'),
]))

/** The numbers beside the navigation. One query. */
export async function countForShell(db: Db, missionId: Id): Promise<ShellCounts> {
  const [row] = await countsOf(db, { missionId })
  if (!row) throw new Error('Nothing was counted')
  return { engagements: Number(row.engagements), notes: Number(row.notes), people: Number(row.people), organisations: Number(row.organisations) }
}
