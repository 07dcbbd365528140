/** Calendar feeds: whose calendar a secret opens, and what stands in it. */
import { sql } from 'kysely'
import { DEFAULT_LANGUAGE } from '#app/domain/calendar/texts/texts.ts'
import type { FeedKind, FeedSource } from '#app/domain/calendar/feed.ts'
import type { Id } from '#app/domain/ids.ts'
import type { MissionClock } from '#app/domain/time.ts'
import { loadStamps } from '#db/calendar.server.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { listInvitable, loadAttendances } from '#db/invitations.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import { prepared } from '#db/prepared.server.ts'

/** `acts` is the number of acts so far: while it stands, no feed has changed. */
export type Feed = { id: Id; missionId: Id; kind: FeedKind; subjectId: Id; missionTitle: string; clock: MissionClock; acts: number }

const byToken = prepared((db, { tokenHash }: { tokenHash: string }) => db.selectFrom('feed').innerJoin('mission', 'mission.id', 'feed.mission_id').innerJoin('act_count', (join) => join.on('act_count.id', '=', sql.lit(1)))
  .select(['feed.id', 'feed.mission_id', 'feed.kind', 'feed.subject_id', 'mission.title', 'mission.clock_show_ms', 'mission.clock_from_ms', 'act_count.n']).where('feed.token_hash', '=', tokenHash))

/** The feed that a secret opens; undefined when it was revoked, replaced, or never was. One query. */
export async function findFeed(db: Db, tokenHash: string): Promise<Feed | undefined> {
  const [row] = await byToken(db, { tokenHash })
  return row && {
    id: row.id, missionId: row.mission_id, kind: row.kind as FeedKind, subjectId: row.subject_id, missionTitle: row.title, acts: Number(row.n),
    clock: row.clock_show_ms === null || row.clock_from_ms === null ? null : { showMs: row.clock_show_ms, fromMs: row.clock_from_ms },
  }
}

/** Everything that may stand in a feed, in the order of the days, with the name of its subject; undefined when that is gone. At most eight queries. */
export async function loadFeed(db: Db, { missionId, kind, subjectId }: Pick<Feed, 'missionId' | 'kind' | 'subjectId'>): Promise<{ subject: string; sources: FeedSource[] } | undefined> {
  const subject = await subjectOf(db, missionId, kind, subjectId)
  if (subject === undefined) return undefined
  const stamps = await loadStamps(db, missionId)
  const stamp = (id: Id) => ({ revision: stamps.get(id)?.revision ?? 1, changedMs: stamps.get(id)?.changedMs ?? 0 })
  if (kind !== 'person') {
    const engagements = await listInvitable(db, missionId, undefined, kind === 'stop' ? subjectId : undefined)
    return { subject: subject.name, sources: engagements.map((engagement) => ({ id: engagement.id, engagement, slots: [], roles: [], language: DEFAULT_LANGUAGE, ...stamp(engagement.id) })) }
  }
  const theirs = (await loadAttendances(db, missionId)).filter((each) => each.person.id === subject.id && each.takesPart)
  return { subject: subject.name, sources: theirs.map(({ engagement, person, takesPart }) => ({ id: engagement.id, engagement, slots: takesPart?.slots ?? [], roles: takesPart?.roles ?? [], language: person.language, ...stamp(engagement.id) })) }
}

/** A person who was merged counts as the one they were merged into. */
async function subjectOf(db: Db, missionId: Id, kind: FeedKind, subjectId: Id): Promise<{ id: Id; name: string } | undefined> {
  if (kind === 'mission') return { id: missionId, name: '' }
  if (kind === 'stop') {
    return await db.selectFrom('stop').innerJoin('place', 'place.id', 'stop.place_id').select(['stop.id', placeNameOn('place', 'stop.arrive_day').as('name')]).where('stop.mission_id', '=', missionId).where('stop.id', '=', subjectId).executeTakeFirst()
  }
  return await db.selectFrom('person as named').innerJoin('person', (join) => join.on((on) => on('person.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id')))).select(['person.id', 'person.name']).where('named.id', '=', subjectId).executeTakeFirst()
}

export type FeedRow = { id: Id; kind: FeedKind; subjectId: Id; name: string; madeBy: string; createdMs: number; revision: number; /** Invitations that the person of the feed holds as well: the same events stand in their calendar twice. */ invitations: number }

/** The feeds of a mission by what they are of, with the names; at most 300. One query. */
export async function listFeeds(db: Db, missionId: Id, subjectId?: Id): Promise<FeedRow[]> {
  let query = db.selectFrom('feed').leftJoin('stop', (join) => join.onRef('stop.id', '=', 'feed.subject_id').on('feed.kind', '=', 'stop')).leftJoin('place', 'place.id', 'stop.place_id')
    .leftJoin('person', (join) => join.onRef('person.id', '=', 'feed.subject_id').on('feed.kind', '=', 'person'))
    .select(['feed.id', 'feed.kind', 'feed.subject_id', 'feed.account_name', 'feed.created_ms', 'feed.revision', 'person.name as person', placeNameOn('place', 'stop.arrive_day').as('city')])
    .select((one) => one.selectFrom('invitation').select((n) => n.fn.countAll<number>().as('n')).whereRef('invitation.mission_id', '=', 'feed.mission_id').whereRef('invitation.person_id', '=', 'feed.subject_id').where('invitation.state', '=', 'invited').as('invitations'))
    .where('feed.mission_id', '=', missionId)
  if (subjectId !== undefined) query = query.where('feed.subject_id', '=', subjectId)
  const rows = await query.orderBy('feed.kind').orderBy('stop.position').orderBy('person.sort_key').orderBy('feed.created_ms').orderBy('feed.id').limit(300).execute()
  return rows.map((row) => ({
    id: row.id, kind: row.kind as FeedKind, subjectId: row.subject_id, name: row.person ?? row.city ?? '', madeBy: row.account_name, createdMs: row.created_ms, revision: row.revision, invitations: Number(row.invitations),
  }))
}

/** People who take part in a mission, to make a feed for; at most 500. One query. */
export async function listFeedPeople(db: Db, missionId: Id): Promise<{ id: Id; name: string }[]> {
  return await db.selectFrom('participation').innerJoin('person as named', 'named.id', 'participation.person_id').innerJoin('person', (join) => join.on((on) => on('person.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .select(['person.id', 'person.name', 'person.sort_key']).distinct().where('participation.mission_id', '=', missionId).orderBy('person.sort_key').orderBy('person.id').limit(500).execute()
}

/** Says that something was done; the last statement of its transaction, so that the row is held for no time. */
export async function countAct(tx: Tx): Promise<void> {
  await tx.updateTable('act_count').set({ n: sql<number>`n + 1` }).where('id', '=', 1).execute()
}
