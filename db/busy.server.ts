/** What takes people and places on a few days: the rows that a conflict is looked for in. */
import { EXITS } from '#app/domain/meetings/status.ts'
import { sql } from 'kysely'
import type { BusyEngagement } from '#app/domain/agenda/busy.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Day, Instant } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { placeNameOn } from '#db/places.server.ts'

/** Timed engagements of a mission from one day to another, both included, with who appears in them or their items; at most 500. Two queries. */
export async function listBusy(db: Db, missionId: Id, fromDay: Day, toDay: Day): Promise<BusyEngagement[]> {
  const rows = await timed(db, missionId, fromDay, toDay).orderBy('engagement.start_ms').limit(500).execute()
  const people = await db.selectFrom('participation').innerJoin('engagement', 'engagement.id', 'participation.engagement_id').innerJoin('person as named', 'named.id', 'participation.person_id')
    .innerJoin('person', (join) => join.on((on) => on('person.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .select(['participation.engagement_id', 'person.id', 'person.name']).distinct()
    .where('participation.mission_id', '=', missionId).where('engagement.day', '>=', fromDay).where('engagement.day', '<=', toDay).execute()
  const found = new Map(rows.map((row) => [row.id, busyOf(row)]))
  for (const { engagement_id: at, id, name } of people) found.get(at)?.people.push({ id, name })
  return [...found.values()]
}

/** Looked for among those who appear on the few days, not among all that a person ever appeared in: no index fits this. */
const OF_THE_FEW_DAYS = sql<string>`coalesce(participation.person_id, '')`

const elsewhereOf = prepared((db, { missionId, engagementId, fromDay, toDay }: { missionId: Id; engagementId: Id; fromDay: Day; toDay: Day }) => timed(db, missionId, fromDay, toDay)
  .innerJoin('participation', 'participation.engagement_id', 'engagement.id').innerJoin('person', 'person.id', 'participation.person_id')
  .select(['person.id as person_id', 'person.name as person_name']).distinct()
  .where('engagement.id', '<>', engagementId)
  .where(OF_THE_FEW_DAYS, 'in', (of) => of.selectFrom('participation as here').select('here.person_id').where('here.engagement_id', '=', engagementId).where('here.person_id', 'is not', null))
  .orderBy('engagement.start_ms').orderBy('engagement.id').limit(2_000))

/** Other timed engagements of those days in which somebody of an engagement appears, with those people alone; at most 2,000 rows. One query. */
export async function listElsewhere(db: Db, missionId: Id, engagementId: Id, fromDay: Day, toDay: Day): Promise<BusyEngagement[]> {
  const found = new Map<Id, BusyEngagement>()
  for (const row of await elsewhereOf(db, { missionId, engagementId, fromDay, toDay })) {
    const known = found.get(row.id) ?? busyOf(row)
    known.people.push({ id: row.person_id, name: row.person_name })
    found.set(row.id, known)
  }
  return [...found.values()]
}

function timed(db: Db, missionId: Id, fromDay: Day, toDay: Day) {
  return db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .leftJoin('place as venue', 'venue.id', 'engagement.venue_id')
    .select(['engagement.id', 'engagement.title', 'engagement.stop_id', 'engagement.zone', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute',
      'engagement.start_ms', 'engagement.end_ms', 'engagement.venue_text', 'engagement.room', 'engagement.fallback_of_id', 'venue.name as venue_name', placeNameOn('place', 'engagement.day').as('city')])
    .where('engagement.mission_id', '=', missionId).where('engagement.day', '>=', fromDay).where('engagement.day', '<=', toDay)
    .where('engagement.status', 'not in', [...EXITS]).where('engagement.start_ms', 'is not', null)
}

type TimedRow = Awaited<ReturnType<ReturnType<typeof timed>['execute']>>[number]

function busyOf(row: TimedRow): BusyEngagement {
  return {
    id: row.id, title: row.title, stopId: row.stop_id, city: row.city, zone: row.zone, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute,
    startMs: row.start_ms as Instant, endMs: row.end_ms, venue: row.venue_text || (row.venue_name ?? ''), room: row.room, fallbackOfId: row.fallback_of_id, people: [],
  }
}
