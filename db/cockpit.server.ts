/** What the cockpit counts and lists besides what each noun offers already. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { EXITS } from '#app/domain/meetings/status.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'
import { NOT_COUNTED } from '#db/shell.server.ts'

type AheadRow = {
  id: Id; stopId: Id; city: string; zone: Zone; kind: string; title: string; status: string; day: Day; startMinute: Minute | null; endMinute: Minute | null
  endMs: Instant | null; venue: string; sampleFields: string[]
}

/** What stands in the plan from a day on and is not called off, in the order in which it happens. One query. */
export async function listAhead(db: Db, missionId: Id, fromDay: Day, limit: number): Promise<AheadRow[]> {
  const rows = await db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id').leftJoin('place as venue', 'venue.id', 'engagement.venue_id')
    .select(['engagement.id', 'engagement.stop_id', 'engagement.zone', 'engagement.kind', 'engagement.title', 'engagement.status', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute',
      'engagement.end_ms', 'engagement.venue_text', 'venue.name as venue_name', 'engagement.sample_fields', placeNameOn('place', 'engagement.day').as('city')])
    .where('engagement.mission_id', '=', missionId).where('engagement.day', '>=', fromDay).where('engagement.status', 'not in', [...EXITS])
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy(sql`coalesce(engagement.source_line, 1000000)`).orderBy('engagement.id').limit(limit).execute()
  return rows.map((row) => ({
    id: row.id, stopId: row.stop_id, city: row.city, zone: row.zone, kind: row.kind, title: row.title, status: row.status, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute,
    endMs: row.end_ms, venue: row.venue_text || (row.venue_name ?? ''), sampleFields: sampleFieldsOf(row),
  }))
}

export type StopCount = { engagements: number; untimed: number }

/** Engagements of each stop, meals and travel left out, and how many of them have no time. One query. */
export async function countByStop(db: Db, missionId: Id): Promise<Map<Id, StopCount>> {
  const rows = await db.selectFrom('engagement').select(['stop_id', sql<number>`count(*)`.as('engagements'), sql<number>`sum(case when start_minute is null then 1 else 0 end)`.as('untimed')])
    .where('mission_id', '=', missionId).where('kind', 'not in', NOT_COUNTED).groupBy('stop_id').execute()
  return new Map(rows.map((row) => [row.stop_id, { engagements: Number(row.engagements), untimed: Number(row.untimed) }]))
}

/** How far a new mission has come: who appears in it, and whom it has invited. One query. */
export async function countBeginnings(db: Db, missionId: Id): Promise<{ appearances: number; invitations: number }> {
  const row = await db.selectNoFrom((one) => [
    one.selectFrom('participation').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).as('appearances'),
    one.selectFrom('invitation').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).where('sent_ms', 'is not', null).as('invitations'),
  ]).executeTakeFirstOrThrow()
  return { appearances: Number(row.appearances), invitations: Number(row.invitations) }
}
