import type { BusyEngagement } from '#app/domain/agenda/busy.ts'
import type { Id } from '#app/domain/ids.ts'
import { addDays } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'
import { listElsewhere } from '#db/busy.server.ts'
import type { Db } from '#db/database.server.ts'
import { findEngagement } from '#db/engagements.server.ts'
import type { Engagement } from '#db/engagements.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import type { Participation } from '#db/participations.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'

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
  /** Talks without a time under it, one a line. */
  details: string
  /** Room or stream of a session beside others; '' elsewhere. */
  track: string
  sampleFields: string[]
  sourceLine: number | null
}

const itemsOf = prepared((db, { missionId, engagementId }: { missionId: Id; engagementId: Id }) => db.selectFrom('agenda_item')
  .select(['id', 'revision', 'position', 'kind', 'title', 'other_title', 'other_language', 'day', 'start_minute', 'end_minute', 'details', 'track', 'sample_fields', 'source_line'])
  .where('mission_id', '=', missionId).where('engagement_id', '=', engagementId).orderBy('position').orderBy('id').limit(500))

/** The agenda of an engagement in its order; at most 500 items. One query. */
export async function listAgendaItems(db: Db, missionId: Id, engagementId: Id): Promise<AgendaItem[]> {
  return (await itemsOf(db, { missionId, engagementId })).map((row) => ({
    id: row.id, revision: row.revision, position: row.position, kind: row.kind, title: row.title, otherTitle: row.other_title, otherLanguage: row.other_language,
    day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, details: row.details, track: row.track, sampleFields: sampleFieldsOf(row), sourceLine: row.source_line,
  }))
}

/** An engagement with its agenda, everybody who appears in it, and where else these people are around that day. */
export type Agenda = { engagement: Engagement; items: AgendaItem[]; people: Participation[]; elsewhere: BusyEngagement[] }

/** Everything that an agenda is built from; undefined when the mission has no such engagement. Four queries. */
export async function loadAgenda(db: Db, missionId: Id, engagementId: Id): Promise<Agenda | undefined> {
  const engagement = await findEngagement(db, missionId, engagementId)
  if (!engagement) return undefined
  const items = await listAgendaItems(db, missionId, engagementId)
  const people = await listParticipations(db, missionId, engagementId)
  const elsewhere = await listElsewhere(db, missionId, engagementId, addDays(engagement.day, -1), addDays(engagement.day, 1))
  return { engagement, items, people, elsewhere }
}
