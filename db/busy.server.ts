/** What takes people and places on a few days: the rows that a conflict is looked for in. */
import type { Id } from '#app/domain/ids.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'

/** Engagements in these states take nobody's time. */
const FREE = ['declined', 'postponed', 'cancelled', 'no-show'] as const

export type BusyEngagement = {
  id: Id
  title: string
  stopId: Id
  city: string
  zone: Zone
  day: Day
  startMinute: Minute | null
  endMinute: Minute | null
  startMs: Instant
  endMs: Instant | null
  venue: string
  room: string
  fallbackOfId: Id | null
  people: { id: Id; name: string }[]
}

/** Timed engagements of a mission from one day to another, both included, with who appears in them or their items; at most 500. Two queries. */
export async function listBusy(db: Db, missionId: Id, fromDay: Day, toDay: Day): Promise<BusyEngagement[]> {
  const rows = await db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .leftJoin('place as venue', 'venue.id', 'engagement.venue_id')
    .select(['engagement.id', 'engagement.title', 'engagement.stop_id', 'engagement.zone', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute',
      'engagement.start_ms', 'engagement.end_ms', 'engagement.venue_text', 'engagement.room', 'engagement.fallback_of_id', 'venue.name as venue_name', placeNameOn('place', 'engagement.day').as('city')])
    .where('engagement.mission_id', '=', missionId).where('engagement.day', '>=', fromDay).where('engagement.day', '<=', toDay)
    .where('engagement.status', 'not in', [...FREE]).where('engagement.start_ms', 'is not', null).orderBy('engagement.start_ms').limit(500).execute()
  const people = await db.selectFrom('participation').innerJoin('engagement', 'engagement.id', 'participation.engagement_id').innerJoin('person', 'person.id', 'participation.person_id')
    .select(['participation.engagement_id', 'person.id', 'person.name']).distinct()
    .where('participation.mission_id', '=', missionId).where('engagement.day', '>=', fromDay).where('engagement.day', '<=', toDay).execute()
  const byEngagement = new Map<Id, { id: Id; name: string }[]>()
  for (const { engagement_id: at, id, name } of people) byEngagement.set(at, [...(byEngagement.get(at) ?? []), { id, name }])
  return rows.map((row) => ({
    id: row.id, title: row.title, stopId: row.stop_id, city: row.city, zone: row.zone, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute,
    startMs: row.start_ms as Instant, endMs: row.end_ms, venue: row.venue_text || (row.venue_name ?? ''), room: row.room, fallbackOfId: row.fallback_of_id,
    people: byEngagement.get(row.id) ?? [],
  }))
}
