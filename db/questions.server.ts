/** Engagements that are still ahead with the kinds of source they meet, and the questions that empty cells put to them. */
import { sql } from 'kysely'
import { groupsOf } from '#app/domain/assessment/sources.ts'
import type { SourceGroup } from '#app/domain/assessment/sources.ts'
import type { Id } from '#app/domain/ids.ts'
import { CHAIN, hasBegun, isAhead } from '#app/domain/meetings/status.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'
import { NOT_COUNTED } from '#db/shell.server.ts'

export type AskingRow = { id: Id; title: string; status: string; day: Day; startMinute: Minute | null; endMinute: Minute | null; zone: Zone; city: string; stopId: Id; groups: SourceGroup[]; sampleFields: string[] }

const AHEAD = CHAIN.filter(isAhead)
const NOBODY_THERE = [...NOT_COUNTED, 'internal']
/** Who leads, translates or writes down is not asked. */
const ASIDE = ['moderator', 'interpreter', 'note taker', 'host']

/** Engagements with somebody from outside that have not begun, in the order in which they happen; at most 500. Two queries. */
export async function listAsking(db: Db, missionId: Id, nowMs: Instant): Promise<AskingRow[]> {
  const [rows, met] = await Promise.all([
    db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
      .select(['engagement.id', 'engagement.title', 'engagement.status', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.start_ms', 'engagement.zone', 'engagement.stop_id', 'engagement.sample_fields', placeNameOn('place', 'engagement.day').as('city')])
      .where('engagement.mission_id', '=', missionId).where('engagement.status', 'in', AHEAD).where('engagement.kind', 'not in', NOBODY_THERE)
      .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy('engagement.id').limit(500).execute(),
    kindsMet(db, missionId),
  ])
  return rows.filter((row) => !hasBegun({ day: row.day, startMs: row.start_ms, zone: row.zone }, nowMs)).map((row) => ({
    id: row.id, title: row.title, status: row.status, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, zone: row.zone, city: row.city, stopId: row.stop_id,
    groups: groupsOf(met.filter((one) => one.engagement_id === row.id).map((one) => one.kind)), sampleFields: sampleFieldsOf(row),
  }))
}

/** The kinds of organisation that take part in each engagement ahead; a person without a printed one brings that of the day. */
async function kindsMet(db: Db, missionId: Id): Promise<{ engagement_id: Id; kind: string }[]> {
  return await db.selectFrom('participation').innerJoin('engagement', 'engagement.id', 'participation.engagement_id')
    .leftJoin('affiliation', (on) => on.onRef('affiliation.person_id', '=', 'participation.person_id').on('participation.organisation_id', 'is', null)
      .on(sql<boolean>`coalesce(affiliation.from_day, '') <= engagement.day and coalesce(affiliation.to_day, '9999') >= engagement.day`))
    .innerJoin('organisation', (on) => on.on(sql<boolean>`organisation.id = coalesce(participation.organisation_id, affiliation.organisation_id)`))
    .select(['participation.engagement_id', 'organisation.kind']).distinct()
    .where('participation.mission_id', '=', missionId).where('participation.role', 'not in', ASIDE).where('engagement.status', 'in', AHEAD)
    .orderBy('participation.engagement_id').orderBy('organisation.kind').limit(5_000).execute()
}

export type QuestionRow = { id: Id; engagementId: Id; dimensionId: Id; group: SourceGroup; body: string; by: string; atMs: Instant; revision: number }

function questions(db: Db, missionId: Id) {
  return db.selectFrom('question').select(['question.id', 'question.engagement_id', 'question.dimension_id', 'question.source_group', 'question.body', 'question.account_name', 'question.at_ms', 'question.revision'])
    .$narrowType<{ source_group: SourceGroup }>().where('question.mission_id', '=', missionId)
}

function questionOf(row: { id: Id; engagement_id: Id; dimension_id: Id; source_group: SourceGroup; body: string; account_name: string; at_ms: Instant; revision: number }): QuestionRow {
  return { id: row.id, engagementId: row.engagement_id, dimensionId: row.dimension_id, group: row.source_group, body: row.body, by: row.account_name, atMs: row.at_ms, revision: row.revision }
}

/** The questions of a mission, or of one engagement of it, in the order in which they were taken over, then that of their dimensions; at most 2,000. One query. */
export async function listQuestions(db: Db, missionId: Id, engagementId?: Id): Promise<QuestionRow[]> {
  let query = questions(db, missionId).leftJoin('dimension', 'dimension.id', 'question.dimension_id')
  if (engagementId) query = query.where('question.engagement_id', '=', engagementId)
  return (await query.orderBy('question.at_ms').orderBy(sql`coalesce(dimension.position, 1000)`).orderBy('question.source_group').orderBy('question.id').limit(2_000).execute()).map(questionOf)
}

/** One question of an engagement; undefined when there is none. */
export async function findQuestion(db: Db, missionId: Id, engagementId: Id, questionId: Id): Promise<QuestionRow | undefined> {
  const row = await questions(db, missionId).where('question.engagement_id', '=', engagementId).where('question.id', '=', questionId).executeTakeFirst()
  return row && questionOf(row)
}
