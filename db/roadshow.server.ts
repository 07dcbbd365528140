import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { GridBlock } from '#app/domain/roadshow/grid.ts'
import type { Db } from '#db/database.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'

export type Block = GridBlock & { printedDay: string | null }

function blocks(db: Db, missionId: Id) {
  return db.selectFrom('engagement').leftJoin('place as venue', 'venue.id', 'engagement.venue_id')
    .select(['engagement.id', 'engagement.stop_id', 'engagement.kind', 'engagement.title', 'engagement.status', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute',
      'engagement.zone', 'engagement.end_ms', 'engagement.venue_text', 'venue.name as venue_name', 'engagement.team', 'engagement.printed_day', 'engagement.sample_fields'])
    .where('engagement.mission_id', '=', missionId)
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy(sql`coalesce(engagement.source_line, 1000000)`).orderBy('engagement.id').limit(2_000)
}

const blocksOfMission = prepared((db, { missionId }: { missionId: Id }) => blocks(db, missionId))
const blocksOfStop = prepared((db, { missionId, stopId }: { missionId: Id; stopId: Id }) => blocks(db, missionId).where('engagement.stop_id', '=', stopId))

/** Everything that stands on the days of a mission or of one stop, in the order in which it happens; at most 2,000. One query. */
export async function listBlocks(db: Db, missionId: Id, stopId?: Id): Promise<Block[]> {
  const rows = stopId === undefined ? await blocksOfMission(db, { missionId }) : await blocksOfStop(db, { missionId, stopId })
  return rows.map((row) => ({
    id: row.id, stopId: row.stop_id, kind: row.kind, title: row.title, status: row.status, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute,
    zone: row.zone, endMs: row.end_ms, venue: row.venue_text || (row.venue_name ?? ''), team: row.team, printedDay: row.printed_day,
    sampleFields: sampleFieldsOf(row),
  }))
}

/** The engagements whose printed weekday somebody let stand although it is not the day's. One query. */
export async function listSettledDays(db: Db, missionId: Id): Promise<Set<Id>> {
  const rows = await db.selectFrom('accepted_warning').innerJoin('engagement', (join) => join.on(sql<boolean>`accepted_warning.subject_id like engagement.id || '-%'`))
    .select('engagement.id').where('accepted_warning.mission_id', '=', missionId).where('accepted_warning.code', '=', 'weekday-mismatch')
    .where('engagement.mission_id', '=', missionId).limit(500).execute()
  return new Set(rows.map((row) => row.id))
}
