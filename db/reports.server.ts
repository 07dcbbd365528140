/** What reports are made of: stops, meetings, findings, words that bear on them, and tasks, of a whole mission or of one stop. */
import { sql } from 'kysely'
import { countRelations } from '#app/domain/assessment/evidence.ts'
import type { RelationWord } from '#app/domain/assessment/evidence.ts'
import type { FindingStatus } from '#app/domain/assessment/findings.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Attribution, Confidentiality } from '#app/domain/meetings/attribution.ts'
import { REPORT_MAX } from '#app/domain/papers/report-facts.ts'
import { TASK_KINDS } from '#app/domain/meetings/tasks.ts'
import type { Db } from '#db/database.server.ts'
import { saidFor } from '#db/findings.server.ts'
import { placeNameIn, placeNameOn } from '#db/places.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'
import { NOT_COUNTED } from '#db/shell.server.ts'

/** Narrows to one stop; the whole mission without it. */
type OfStop = { stopId?: Id | undefined; language?: string }

/** Stops in their order, cities by their names on the first day, in a language where that is known. One query. */
export async function listReportStops(db: Db, missionId: Id, { stopId, language = 'en' }: OfStop = {}) {
  let query = db.selectFrom('stop').innerJoin('place', 'place.id', 'stop.place_id').where('stop.mission_id', '=', missionId)
  if (stopId) query = query.where('stop.id', '=', stopId)
  const rows = await query.select(['stop.id', 'place.country', 'place.zone', 'stop.arrive_day', 'stop.depart_day', 'stop.coordinator', 'stop.liaison', 'stop.sample_fields'])
    .select([placeNameOn('place', 'stop.arrive_day').as('city'), placeNameIn('place', 'stop.arrive_day', language).as('city_said')]).orderBy('stop.position').orderBy('stop.id').limit(REPORT_MAX).execute()
  return rows.map((row) => ({
    id: row.id, city: row.city_said ?? row.city, country: row.country, zone: row.zone ?? 'UTC', arriveDay: row.arrive_day, departDay: row.depart_day, coordinator: row.coordinator, liaison: row.liaison, sampleFields: sampleFieldsOf(row),
  }))
}

/** Meetings in the order in which they happen, with how many notes the team shares of each. One query. */
export async function listReportMeetings(db: Db, missionId: Id, { stopId, language = 'en' }: OfStop = {}) {
  let query = db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .where('engagement.mission_id', '=', missionId).where('engagement.kind', 'not in', [...NOT_COUNTED])
  if (stopId) query = query.where('engagement.stop_id', '=', stopId)
  const rows = await query.select(['engagement.id', 'engagement.stop_id', 'engagement.zone', 'engagement.kind', 'engagement.title', 'engagement.status', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.sample_fields'])
    .select([placeNameOn('place', 'engagement.day').as('city'), placeNameIn('place', 'engagement.day', language).as('city_said')])
    .select((of) => of.selectFrom('note').select((n) => n.fn.countAll<number>().as('n')).whereRef('note.engagement_id', '=', 'engagement.id').where('note.private', '=', 0).as('notes'))
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy(sql`coalesce(engagement.source_line, 1000000)`).orderBy('engagement.id').limit(REPORT_MAX).execute()
  return rows.map((row) => ({
    id: row.id, stopId: row.stop_id, city: row.city_said ?? row.city, zone: row.zone, kind: row.kind, title: row.title, status: row.status, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, notes: Number(row.notes ?? 0), sampleFields: sampleFieldsOf(row),
  }))
}

/** Words of private notes stand behind no paper. */
const SHARED = sql<boolean>`coalesce(note.private, 0) = 0`

/** Links of findings that count, without those out of private notes; of one stop those of its meetings. */
function links(db: Db, missionId: Id, stopId: Id | undefined) {
  const all = db.selectFrom('evidence_link').innerJoin('finding', 'finding.id', 'evidence_link.finding_id').innerJoin('excerpt', 'excerpt.id', 'evidence_link.excerpt_id').leftJoin('note', 'note.id', 'excerpt.note_id').leftJoin('engagement', 'engagement.id', 'note.engagement_id')
    .where('evidence_link.mission_id', '=', missionId).where('finding.status', '<>', 'superseded').where(SHARED)
  return stopId ? all.where('engagement.stop_id', '=', stopId) : all
}

/** Findings that count, the oldest first, with their dimensions and what bears on them; of one stop those that something said there bears on, of one dimension its own. Three queries. */
export async function listReportFindings(db: Db, missionId: Id, { stopId, dimensionId }: OfStop & { dimensionId?: Id | undefined } = {}) {
  let query = db.selectFrom('finding').select(['id', 'statement', 'status', 'sample']).$narrowType<{ status: FindingStatus }>().where('mission_id', '=', missionId).where('status', '<>', 'superseded')
  if (stopId) query = query.where('id', 'in', links(db, missionId, stopId).select('evidence_link.finding_id'))
  if (dimensionId) query = query.where('id', 'in', db.selectFrom('finding_dimension').select('finding_id').where('mission_id', '=', missionId).where('dimension_id', '=', dimensionId))
  const [findings, places, weights] = await Promise.all([
    query.orderBy('created_ms').orderBy('id').limit(REPORT_MAX).execute(),
    db.selectFrom('finding_dimension').innerJoin('dimension', 'dimension.id', 'finding_dimension.dimension_id').select(['finding_dimension.finding_id', 'finding_dimension.dimension_id']).where('finding_dimension.mission_id', '=', missionId).orderBy('dimension.position').execute(),
    links(db, missionId, undefined).select(['evidence_link.finding_id', 'evidence_link.relation', (n) => n.fn.countAll<number>().as('count')]).groupBy(['evidence_link.finding_id', 'evidence_link.relation']).execute(),
  ])
  const [dimensions, counted] = [gathered(places), gathered(weights)]
  return findings.map(({ id, statement, status, sample }) => ({
    id, statement, status, sample: sample === 1, dimensionIds: (dimensions.get(id) ?? []).map((row) => row.dimension_id),
    counts: countRelations((counted.get(id) ?? []).map((row) => ({ relation: row.relation as RelationWord, sourceKind: '', count: Number(row.count) }))),
  }))
}

/** Which findings something bears on that was said at each stop. One query. */
export async function listFindingStops(db: Db, missionId: Id): Promise<{ stopId: Id; findingId: Id }[]> {
  const rows = await links(db, missionId, undefined).where('evidence_link.relation', '<>', 'context').where('engagement.stop_id', 'is not', null).select(['engagement.stop_id', 'evidence_link.finding_id']).distinct().orderBy('engagement.stop_id').orderBy('evidence_link.finding_id').limit(4 * REPORT_MAX).execute()
  return rows.flatMap((row) => (row.stop_id === null ? [] : [{ stopId: row.stop_id, findingId: row.finding_id }]))
}

function gathered<R extends { finding_id: Id }>(rows: readonly R[]): Map<Id, R[]> {
  const groups = new Map<Id, R[]>()
  for (const row of rows) groups.set(row.finding_id, [...(groups.get(row.finding_id) ?? []), row])
  return groups
}

type QuoteFilter = OfStop & { dimensionId?: Id; relations?: readonly RelationWord[]; confidentialities?: readonly Confidentiality[]; /** Of each relation to each finding. */ each?: number }

/**
 * The words that bear on findings, of each relation the first `each` that were linked, so that a new one displaces none;
 * contradictions first. At most `REPORT_MAX`. One query.
 */
export async function listReportQuotes(db: Db, missionId: Id, { stopId, dimensionId, relations, confidentialities, each = 3, language = 'en' }: QuoteFilter = {}) {
  let chosen = links(db, missionId, stopId)
  if (dimensionId) chosen = chosen.where((one) => one.exists(one.selectFrom('finding_dimension').select('finding_dimension.id').whereRef('finding_dimension.finding_id', '=', 'finding.id').where('finding_dimension.dimension_id', '=', dimensionId)))
  if (relations) chosen = chosen.where('evidence_link.relation', 'in', relations)
  if (confidentialities) chosen = chosen.where('excerpt.confidentiality', 'in', confidentialities)
  const ranked = chosen.select(['evidence_link.id as chosen_id', sql<number>`row_number() over (partition by evidence_link.finding_id, evidence_link.relation order by evidence_link.at_ms, evidence_link.id)`.as('nth')]).as('ranked')
  return await saidFor(db, missionId).innerJoin(ranked, 'ranked.chosen_id', 'evidence_link.id').where('ranked.nth', '<=', each).select(placeNameIn('place', 'engagement.day', language).as('city_said'))
    .orderBy('finding.created_ms').orderBy('finding.id').orderBy(sql`case evidence_link.relation when 'contradicts' then 0 when 'supports' then 1 when 'qualifies' then 2 else 3 end`).orderBy('evidence_link.at_ms').orderBy('evidence_link.id').limit(REPORT_MAX).execute()
}

/** What came out of meetings to be done, by when it is due, with the words that it comes out of. One query. */
export async function listReportTasks(db: Db, missionId: Id, { stopId }: OfStop = {}) {
  let query = db.selectFrom('task').leftJoin('engagement', 'engagement.id', 'task.engagement_id').leftJoin('organisation', 'organisation.id', 'task.organisation_id').leftJoin('excerpt', 'excerpt.id', 'task.excerpt_id').leftJoin('note', 'note.id', 'excerpt.note_id')
    .where('task.mission_id', '=', missionId).where('task.kind', 'in', [...TASK_KINDS]).where(SHARED)
  if (stopId) query = query.where('engagement.stop_id', '=', stopId)
  const rows = await query.select(['task.id', 'task.kind', 'task.title', 'task.owner', 'task.due_day', 'task.status', 'task.sample', 'task.engagement_id', 'organisation.name as organisation', 'engagement.title as meeting', 'engagement.day'])
    .select(['excerpt.id as excerpt_id', 'excerpt.speaker', 'excerpt.institution', 'excerpt.source_kind', 'excerpt.attribution', 'excerpt.confidentiality'])
    .orderBy(sql`coalesce(task.due_day, '9999')`).orderBy('task.kind').orderBy('task.position').orderBy('task.id').limit(REPORT_MAX).execute()
  return rows.map((row) => ({
    id: row.id, kind: row.kind, title: row.title, owner: row.owner, dueDay: row.due_day, status: row.status, organisation: row.organisation ?? '', sample: row.sample === 1, engagementId: row.engagement_id, meeting: row.meeting ?? '', meetingDay: row.day,
    words: row.excerpt_id === null ? null : { id: row.excerpt_id, speaker: row.speaker ?? '', institution: row.institution ?? '', source_kind: row.source_kind ?? '', attribution: (row.attribution ?? 'institution') as Attribution, confidentiality: (row.confidentiality ?? 'team') as Confidentiality },
  }))
}
