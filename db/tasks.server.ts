/** Tasks: what was promised, decided and asked for, the rows of the work plan, and replies that wait. */
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { nextMeetingOf } from '#app/domain/meetings/tasks.ts'
import type { MeetingWith, TaskState } from '#app/domain/meetings/tasks.ts'
import { EXITS } from '#app/domain/meetings/status.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Day } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { LIST_PAGE } from '#db/notes.server.ts'
import { placeNameOn } from '#db/places.server.ts'

function tasksOf(db: Db, missionId: Id) {
  return db.selectFrom('task').leftJoin('engagement', 'engagement.id', 'task.engagement_id').leftJoin('organisation as named', 'named.id', 'task.organisation_id')
    .leftJoin('organisation', (join) => join.on(sql<SqlBool>`organisation.id = coalesce(named.merged_into_id, named.id)`)).leftJoin('stop', 'stop.id', 'engagement.stop_id').leftJoin('place', 'place.id', 'stop.place_id')
    .where('task.mission_id', '=', missionId)
    .select(['task.id', 'task.kind', 'task.title', 'task.part', 'task.owner', 'task.months', 'task.due_day', 'task.status', 'task.details', 'task.engagement_id', 'task.excerpt_id',
      'task.sample', 'task.created_ms', 'task.created_by', 'task.settled_ms', 'task.source_line', 'task.revision'])
    .select(['engagement.title as meeting', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', 'engagement.kind as meeting_kind', 'engagement.status as meeting_status',
      'organisation.id as organisation_id', 'organisation.name as organisation', placeNameOn('place', 'engagement.day').as('city')])
}

export type TaskRow = Awaited<ReturnType<typeof listTasks>>[number]

type TaskFilter = { today: Day; state?: TaskState | undefined; kind?: string | undefined; owner?: string | undefined; text?: string; engagementId?: Id; excerptId?: Id; page?: number }

/** Tasks by when they are due, those without a date last; one more than a page holds when there are more. One query. */
export async function listTasks(db: Db, missionId: Id, filter: TaskFilter) {
  const { today, state = 'all', kind, owner, text = '', engagementId, excerptId, page = 1 } = filter
  let query = tasksOf(db, missionId)
  if (state !== 'all') query = query.where('task.status', '=', state === 'late' ? 'open' : state)
  if (state === 'late') query = query.where('task.due_day', '<', today)
  if (kind) query = query.where('task.kind', '=', kind)
  if (owner !== undefined) query = query.where('task.owner', '=', owner)
  if (engagementId) query = query.where('task.engagement_id', '=', engagementId)
  if (excerptId) query = query.where('task.excerpt_id', '=', excerptId)
  const ordered = query.orderBy(sql`coalesce(task.due_day, '9999')`).orderBy('task.kind').orderBy('task.position').orderBy('task.id')
  const key = foldKey(text)
  if (!key) return await ordered.limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()
  const found = (await ordered.limit(MOST_READ).execute()).filter((row) => foldKey(`${row.title} ${row.owner} ${row.details} ${row.part}`).includes(key))
  return found.slice((page - 1) * LIST_PAGE, page * LIST_PAGE + 1)
}

/** Titles have no search column: a search reads at most so many rows. */
const MOST_READ = 5_000

/** One task; undefined when it is not of this mission. */
export async function findTask(db: Db, missionId: Id, taskId: Id) {
  return await tasksOf(db, missionId).where('task.id', '=', taskId).executeTakeFirst()
}

/** Who has tasks, by name. One query. */
export async function listTaskOwners(db: Db, missionId: Id): Promise<string[]> {
  const rows = await db.selectFrom('task').select('owner').distinct().where('mission_id', '=', missionId).where('owner', '<>', '').orderBy('owner').limit(200).execute()
  return rows.map((row) => row.owner)
}

export type TaskCounts = { open: number; late: number; done: number; unowned: number }

/** How many tasks are open, late, done, and open without an owner. One query. */
export async function countTasks(db: Db, missionId: Id, today: Day): Promise<TaskCounts> {
  const row = await db.selectFrom('task').where('mission_id', '=', missionId).select([
    sql<number>`sum(case when status = 'open' then 1 else 0 end)`.as('open'), sql<number>`sum(case when status = 'open' and due_day < ${today} then 1 else 0 end)`.as('late'),
    sql<number>`sum(case when status = 'done' then 1 else 0 end)`.as('done'), sql<number>`sum(case when status = 'open' and owner = '' then 1 else 0 end)`.as('unowned'),
  ]).executeTakeFirstOrThrow()
  return { open: Number(row.open ?? 0), late: Number(row.late ?? 0), done: Number(row.done ?? 0), unowned: Number(row.unowned ?? 0) }
}

export async function nextPlaceOf(db: Db, missionId: Id, kind: string): Promise<number> {
  const row = await db.selectFrom('task').select((one) => one.fn.max('position').as('last')).where('mission_id', '=', missionId).where('kind', '=', kind).executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

/** The bodies that appear at some meetings, by name, for a choice. One query, none for no ids. */
export async function listBodiesAt(db: Db, missionId: Id, engagementIds: readonly Id[]): Promise<{ id: Id; name: string }[]> {
  if (engagementIds.length === 0) return []
  return await db.selectFrom('participation').innerJoin('organisation as printed', 'printed.id', 'participation.organisation_id').innerJoin('organisation', (join) => join.on(sql<SqlBool>`organisation.id = coalesce(printed.merged_into_id, printed.id)`))
    .where('participation.mission_id', '=', missionId).where('participation.engagement_id', 'in', engagementIds).select(['organisation.id', 'organisation.name']).distinct().orderBy('organisation.name').limit(200).execute()
}

/** Ids of the bodies and people who appear at meetings, entries that were merged as those they became. */
function counterpartsIn(db: Db, missionId: Id) {
  return db.selectFrom('participation').leftJoin('organisation', 'organisation.id', 'participation.organisation_id').leftJoin('person', 'person.id', 'participation.person_id').where('participation.mission_id', '=', missionId)
}
const BODY = sql<Id | null>`coalesce(organisation.merged_into_id, organisation.id)`
const PERSON = sql<Id | null>`coalesce(person.merged_into_id, person.id)`

async function counterpartsOf(db: Db, missionId: Id, engagementIds: readonly Id[]): Promise<Map<Id, string[]>> {
  const found = new Map<Id, string[]>()
  if (engagementIds.length === 0) return found
  const rows = await counterpartsIn(db, missionId).where('participation.engagement_id', 'in', [...new Set(engagementIds)]).select(['participation.engagement_id', BODY.as('body'), PERSON.as('person')]).distinct().execute()
  for (const row of rows) found.set(row.engagement_id, [...(found.get(row.engagement_id) ?? []), ...[row.body, row.person].filter((id) => id !== null)])
  return found
}

export type NextMeeting = MeetingWith & { title: string; endMinute: number | null; zone: string; city: string }

/** Meetings from a day on, not called off, at which one of these bodies or people appears. One query, none for no ids. */
async function meetingsWith(db: Db, missionId: Id, ids: readonly string[], fromDay: Day): Promise<NextMeeting[]> {
  if (ids.length === 0) return []
  const rows = await counterpartsIn(db, missionId).innerJoin('engagement', 'engagement.id', 'participation.engagement_id').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .where('engagement.day', '>=', fromDay).where('engagement.status', 'not in', [...EXITS]).where((one) => one.or([one(BODY, 'in', ids), one(PERSON, 'in', ids)]))
    .select(['engagement.id', 'engagement.kind', 'engagement.status', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.title', 'engagement.zone', placeNameOn('place', 'engagement.day').as('city'), BODY.as('body'), PERSON.as('person')])
    .distinct().orderBy('engagement.day').orderBy('engagement.id').limit(MOST_READ).execute()
  const found = new Map<Id, NextMeeting & { counterparts: string[] }>()
  for (const row of rows) {
    const known = found.get(row.id) ?? { id: row.id, kind: row.kind, status: row.status, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, title: row.title, zone: row.zone, city: row.city, counterparts: [] }
    known.counterparts.push(...[row.body, row.person].filter((id) => id !== null))
    found.set(row.id, known)
  }
  return [...found.values()]
}

type Rolling = Pick<TaskRow, 'id' | 'status' | 'engagement_id' | 'organisation_id' | 'meeting_kind' | 'meeting_status' | 'day' | 'start_minute'>

/** For each open task out of a meeting the next one with the same counterpart. Two queries at most. */
export async function describeNextMeetings(db: Db, missionId: Id, tasks: readonly Rolling[], today: Day): Promise<Map<Id, NextMeeting>> {
  const open = tasks.filter((task) => task.status === 'open' && task.engagement_id !== null)
  const origins = await counterpartsOf(db, missionId, open.map((task) => task.engagement_id as Id))
  const ids = open.flatMap((task) => (task.organisation_id === null ? (origins.get(task.engagement_id as Id) ?? []) : [task.organisation_id]))
  const meetings = await meetingsWith(db, missionId, [...new Set(ids)], today)
  return new Map(open.flatMap((task) => {
    const id = task.engagement_id as Id
    const meeting = { id, kind: task.meeting_kind ?? '', status: task.meeting_status ?? '', day: task.day ?? today, startMinute: task.start_minute, counterparts: origins.get(id) ?? [] }
    const next = nextMeetingOf({ meeting, organisationId: task.organisation_id }, meetings, today)
    return next ? [[task.id, next] as const] : []
  }))
}

/** Open tasks of earlier meetings that are taken up at this one: it is the next with the same counterpart. Four queries at most. */
export async function listCarriedTo(db: Db, missionId: Id, engagementId: Id, today: Day): Promise<TaskRow[]> {
  const here = (await counterpartsOf(db, missionId, [engagementId])).get(engagementId) ?? []
  if (here.length === 0) return []
  const rows = await tasksOf(db, missionId).where('task.status', '=', 'open').where('task.kind', '<>', 'reply').where('task.engagement_id', '<>', engagementId)
    .where((one) => one.or([one('organisation.id', 'in', here), one('task.engagement_id', 'in', counterpartsIn(db, missionId).where((each) => each.or([each(BODY, 'in', here), each(PERSON, 'in', here)])).select('participation.engagement_id'))]))
    .orderBy(sql`coalesce(task.due_day, '9999')`).orderBy('task.id').limit(200).execute()
  const next = await describeNextMeetings(db, missionId, rows, today)
  return rows.filter((row) => next.get(row.id)?.id === engagementId)
}
