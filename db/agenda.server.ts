import type { Id } from '#app/domain/ids.ts'
import type { Day, Minute } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'

export type AgendaItem = {
  id: Id
  revision: number
  position: number
  kind: string
  title: string
  otherTitle: string
  otherLanguage: string
  day: Day
  startMinute: Minute
  endMinute: Minute | null
  sampleFields: string[]
  sourceLine: number | null
}

/** The agenda of an engagement in its order; at most 500 items. One query. */
export async function listAgendaItems(db: Db, missionId: Id, engagementId: Id): Promise<AgendaItem[]> {
  const rows = await db.selectFrom('agenda_item')
    .select(['id', 'revision', 'position', 'kind', 'title', 'other_title', 'other_language', 'day', 'start_minute', 'end_minute', 'sample_fields', 'source_line'])
    .where('mission_id', '=', missionId).where('engagement_id', '=', engagementId).orderBy('position').orderBy('id').limit(500).execute()
  return rows.map((row) => ({
    id: row.id, revision: row.revision, position: row.position, kind: row.kind, title: row.title, otherTitle: row.other_title, otherLanguage: row.other_language,
    day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, sampleFields: JSON.parse(row.sample_fields) as string[], sourceLine: row.source_line,
  }))
}
