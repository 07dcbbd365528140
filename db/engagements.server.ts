import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'
import { NOT_COUNTED } from '#db/shell.server.ts'
import type { EngagementTable, Schema } from '#db/schema.ts'

/** When and where an engagement is, and how it stands: what every list of engagements shows. */
type EngagementFace = {
  id: Id
  stopId: Id
  city: string
  zone: Zone
  kind: string
  title: string
  status: string
  day: Day
  startMinute: Minute | null
  endMinute: Minute | null
  venue: string
  team: string
  items: number
  sampleFields: string[]
}

const FACE = [
  'engagement.id', 'engagement.stop_id', 'engagement.zone', 'engagement.kind', 'engagement.title', 'engagement.status', 'engagement.day',
  'engagement.start_minute', 'engagement.end_minute', 'engagement.venue_text', 'engagement.team', 'engagement.sample_fields',
] as const
type FaceRow = Pick<Selectable<EngagementTable>, 'id' | 'stop_id' | 'zone' | 'kind' | 'title' | 'status' | 'day' | 'start_minute' | 'end_minute' | 'venue_text' | 'team' | 'sample_fields'> &
  { city: string; venue_name: string | null; items: number | string | bigint | null }

type EngagementFilter = { stopId?: Id; status?: string; kind?: string; withAgenda?: boolean; offset?: number; limit?: number }

/** Engagements of a mission in the order in which they happen, untimed ones first of their day; at most 200 at once. One query. */
export async function listEngagements(db: Db, missionId: Id, { limit = 100, offset = 0, ...filter }: EngagementFilter = {}): Promise<EngagementFace[]> {
  const rows = await faces(db, missionId).where(fitting(filter) as never)
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy(sql`coalesce(engagement.source_line, 1000000)`).orderBy('engagement.id')
    .limit(Math.min(limit, 200)).offset(offset).execute()
  return rows.map(faceOf)
}

function faces(db: Db, missionId: Id) {
  return db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .leftJoin('place as venue', 'venue.id', 'engagement.venue_id')
    .select((of) => [...FACE, placeNameOn('place', 'engagement.day').as('city'), 'venue.name as venue_name',
      of.selectFrom('agenda_item').select((n) => n.fn.countAll<number>().as('n')).whereRef('agenda_item.engagement_id', '=', 'engagement.id').as('items')])
    .where('engagement.mission_id', '=', missionId)
}

type Where = (eb: ExpressionBuilder<Schema, 'engagement'>) => Expression<SqlBool>

function fitting({ stopId, status, kind, withAgenda }: EngagementFilter): Where {
  return (at) => {
    const items = at.exists(at.selectFrom('agenda_item').select('agenda_item.id').whereRef('agenda_item.engagement_id', '=', 'engagement.id'))
    return at.and([
      ...(stopId ? [at('engagement.stop_id', '=', stopId)] : []),
      ...(status ? [at('engagement.status', '=', status)] : []),
      kind ? at('engagement.kind', '=', kind) : at('engagement.kind', 'not in', [...NOT_COUNTED]),
      ...(withAgenda === undefined ? [] : [withAgenda ? items : at.not(items)]),
    ])
  }
}

function faceOf(row: FaceRow): EngagementFace {
  return {
    id: row.id, stopId: row.stop_id, city: row.city, zone: row.zone, kind: row.kind, title: row.title, status: row.status, day: row.day,
    startMinute: row.start_minute, endMinute: row.end_minute, venue: row.venue_text || (row.venue_name ?? ''), team: row.team, items: Number(row.items ?? 0),
    sampleFields: sampleFieldsOf(row),
  }
}

/** One engagement with what its pages and operations ask. */
export type Engagement = Omit<EngagementFace, 'items' | 'venue'> & {
  revision: number
  missionId: Id
  startMs: Instant | null
  endMs: Instant | null
  headerStartMinute: Minute | null
  headerEndMinute: Minute | null
  printedDay: string | null
  venueId: Id | null
  venueText: string
  venue: string
  room: string
  purpose: string
  brief: string
  questions: string
  language: string
  interpretation: string
  publicText: string
  fallbackOfId: Id | null
  fallbackOf: string | null
  sourceLine: number | null
}

const engagementOf = prepared((db, { missionId, id }: { missionId: Id; id: Id }) => db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
  .leftJoin('place as venue', 'venue.id', 'engagement.venue_id').leftJoin('engagement as first', 'first.id', 'engagement.fallback_of_id')
  .selectAll('engagement').select([placeNameOn('place', 'engagement.day').as('city'), 'venue.name as venue_name', 'first.title as fallback_of'])
  .where('engagement.mission_id', '=', missionId).where('engagement.id', '=', id))

/** One engagement of a mission, or undefined. One query. */
export async function findEngagement(db: Db, missionId: Id, id: Id): Promise<Engagement | undefined> {
  const [row] = await engagementOf(db, { missionId, id })
  if (!row) return undefined
  const { items: _items, ...face } = faceOf({ ...row, items: null })
  return {
    ...face, revision: row.revision, missionId, startMs: row.start_ms, endMs: row.end_ms, headerStartMinute: row.header_start_minute,
    headerEndMinute: row.header_end_minute, printedDay: row.printed_day, venueId: row.venue_id, venueText: row.venue_text, room: row.room,
    purpose: row.purpose, brief: row.brief, questions: row.questions, language: row.language, interpretation: row.interpretation,
    publicText: row.public_text, fallbackOfId: row.fallback_of_id, fallbackOf: row.fallback_of, sourceLine: row.source_line,
  }
}

export type Fallback = { id: Id; revision: number; title: string; status: string; sampleFields: string[]; day: Day; startMinute: Minute | null; endMinute: Minute | null; zone: Zone; city: string }

/** The back-ups of an engagement, whatever their status, in the order of their days. One query. */
export async function listFallbacks(db: Db, missionId: Id, engagementId: Id): Promise<Fallback[]> {
  const rows = await db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .select(['engagement.id', 'engagement.revision', 'engagement.title', 'engagement.status', 'engagement.sample_fields', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', placeNameOn('place', 'engagement.day').as('city')])
    .where('engagement.mission_id', '=', missionId).where('engagement.fallback_of_id', '=', engagementId).orderBy('engagement.day').orderBy('engagement.id').limit(50).execute()
  return rows.map((row) => ({ id: row.id, revision: row.revision, title: row.title, status: row.status, sampleFields: sampleFieldsOf(row), day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, zone: row.zone, city: row.city }))
}

export type AtStop = Pick<Engagement, 'id' | 'revision' | 'title' | 'kind' | 'status' | 'day' | 'startMinute' | 'endMinute' | 'startMs' | 'zone' | 'sampleFields'>

/** Everything that stands at a stop, rows of travel too, in its order; at most 500. One query. */
export async function listAtStop(db: Db, missionId: Id, stopId: Id): Promise<AtStop[]> {
  const rows = await db.selectFrom('engagement').select(['id', 'revision', 'title', 'kind', 'status', 'day', 'start_minute', 'end_minute', 'start_ms', 'zone', 'sample_fields'])
    .where('mission_id', '=', missionId).where('stop_id', '=', stopId).orderBy('day').orderBy((at) => at.fn.coalesce('start_minute', at.lit(-1))).orderBy('id').limit(500).execute()
  return rows.map((row) => ({ id: row.id, revision: row.revision, title: row.title, kind: row.kind, status: row.status, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, startMs: row.start_ms, zone: row.zone, sampleFields: sampleFieldsOf(row) }))
}

/** How many engagements a filter leaves, by status. One query. */
export async function countByStatus(db: Db, missionId: Id, filter: Omit<EngagementFilter, 'status'>): Promise<Record<string, number>> {
  const rows = await db.selectFrom('engagement').select((n) => ['engagement.status', n.fn.countAll<number>().as('n')])
    .where('engagement.mission_id', '=', missionId).where(fitting(filter)).groupBy('engagement.status').execute()
  return Object.fromEntries(rows.map((row) => [row.status, Number(row.n)]))
}

export type Venue = { id: Id; name: string; address: string }

/** The places in the city of a stop, cities left out. One query. */
export async function listVenues(db: Db, missionId: Id, stopId: Id): Promise<Venue[]> {
  return await db.selectFrom('place as venue').innerJoin('stop', 'stop.place_id', 'venue.city_id').select(['venue.id', 'venue.name', 'venue.address'])
    .where('stop.mission_id', '=', missionId).where('stop.id', '=', stopId).where('venue.kind', '<>', 'city').orderBy('venue.sort_key').limit(200).execute()
}

/** The name of a place that is no city, or undefined. One query. */
export async function findVenueName(db: Db, id: Id): Promise<string | undefined> {
  return (await db.selectFrom('place').select('name').where('id', '=', id).where('kind', '<>', 'city').executeTakeFirst())?.name
}

type Alias = { id: Id; title: string; origin: string; sourceLine: number | null }

/** Other titles of an engagement, those of the document first. One query. */
export async function listAliases(db: Db, missionId: Id, engagementId: Id): Promise<Alias[]> {
  const rows = await db.selectFrom('engagement_alias').select(['id', 'title', 'origin', 'source_line'])
    .where('mission_id', '=', missionId).where('engagement_id', '=', engagementId).orderBy(sql`coalesce(source_line, 1000000)`).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, title: row.title, origin: row.origin, sourceLine: row.source_line }))
}

/** How many invitations, notes, tasks, files, published agendas and fallbacks hang on an engagement. One query. */
export async function countUses(db: Db, missionId: Id, engagementId: Id): Promise<number> {
  const counted = (table: 'invitation' | 'note' | 'task' | 'attachment' | 'published_agenda') =>
    sql<number>`(select count(*) from ${sql.table(table)} where mission_id = ${missionId} and engagement_id = ${engagementId})`
  const row = await db.selectNoFrom([
    counted('invitation').as('invitations'), counted('note').as('notes'), counted('task').as('tasks'), counted('attachment').as('attachments'), counted('published_agenda').as('published'),
    sql<number>`(select count(*) from engagement where mission_id = ${missionId} and fallback_of_id = ${engagementId})`.as('fallbacks'),
  ]).executeTakeFirstOrThrow()
  return Object.values(row).reduce((sum, n) => sum + Number(n), 0)
}
