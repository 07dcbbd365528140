/** Published agendas: their addresses, and each version as it stood. */
import { sql } from 'kysely'
import type { PublishedAgenda, PublishedFacts } from '#app/domain/agenda/published.ts'
import type { Id } from '#app/domain/ids.ts'
import { writtenIn } from '#app/domain/papers/paper-words.ts'
import type { Day, Instant, Zone } from '#app/domain/time.ts'
import { listAgendaItems } from '#db/agenda.server.ts'
import type { Db } from '#db/database.server.ts'
import { findEngagement, listAliases } from '#db/engagements.server.ts'
import { listHandOuts } from '#db/hand-outs.server.ts'
import { listParticipations } from '#db/participations.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import { loadCityNames } from '#db/sheets.server.ts'

/** Agendas that one programme shows at most. */
const MOST = 300

export type Publication = { id: Id; missionId: Id; engagementId: Id | null; generation: number; state: string; revision: number; missionTitle: string; slug: string }

function publications(db: Db) {
  return db.selectFrom('published_agenda').innerJoin('mission', 'mission.id', 'published_agenda.mission_id').select(['published_agenda.id', 'published_agenda.mission_id as missionId',
    'published_agenda.engagement_id as engagementId', 'published_agenda.generation', 'published_agenda.state', 'published_agenda.revision', 'mission.title as missionTitle', 'mission.slug'])
}

/** What an address leads to, whoever asks; the caller checks its secret. One query. */
export async function findPublication(db: Db, id: Id): Promise<Publication | undefined> {
  return await publications(db).where('published_agenda.id', '=', id).executeTakeFirst()
}

/** The publication of an engagement's agenda, or of the whole programme; undefined while there is none. One query. */
export async function findPublicationOf(db: Db, missionId: Id, engagementId: Id | null): Promise<Publication | undefined> {
  return await publications(db).where('published_agenda.mission_id', '=', missionId).where('published_agenda.engagement_id', engagementId === null ? 'is' : '=', engagementId).executeTakeFirst()
}

export type VersionFace = { number: number; atMs: Instant; accountName: string; changes: string[] }

/** The versions of a publication, the latest first; at most 100. One query. */
export async function listVersions(db: Db, missionId: Id, publishedId: Id): Promise<VersionFace[]> {
  const rows = await db.selectFrom('published_version').select(['number', 'at_ms', 'account_name', 'changes']).where('mission_id', '=', missionId).where('published_id', '=', publishedId).orderBy('number', 'desc').limit(100).execute()
  return rows.map((row) => ({ number: row.number, atMs: row.at_ms, accountName: row.account_name, changes: JSON.parse(row.changes) as string[] }))
}

/** One version, or the latest. One query. */
export async function findVersion(db: Db, missionId: Id, publishedId: Id, number?: number): Promise<(VersionFace & { content: PublishedAgenda }) | undefined> {
  let query = db.selectFrom('published_version').select(['number', 'at_ms', 'account_name', 'changes', 'content']).where('mission_id', '=', missionId).where('published_id', '=', publishedId)
  if (number !== undefined) query = query.where('number', '=', number)
  const row = await query.orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row && { number: row.number, atMs: row.at_ms, accountName: row.account_name, changes: JSON.parse(row.changes) as string[], content: JSON.parse(row.content) as PublishedAgenda }
}

export type LatestVersion = { engagementId: Id; number: number; atMs: Instant; content: PublishedAgenda }

/** The latest version of every published agenda of a mission, in the order of the days; at most 300. One query. */
export async function listLatestVersions(db: Db, missionId: Id): Promise<LatestVersion[]> {
  const rows = await db.selectFrom('published_version').innerJoin('published_agenda', 'published_agenda.id', 'published_version.published_id').innerJoin('engagement', 'engagement.id', 'published_agenda.engagement_id')
    .select(['engagement.id', 'published_version.number', 'published_version.at_ms', 'published_version.content']).where('published_version.mission_id', '=', missionId).where('published_agenda.state', '=', 'open')
    .where('published_version.number', '=', (newest) => newest.selectFrom('published_version as other').select(sql<number>`max(other.number)`.as('n')).whereRef('other.published_id', '=', 'published_version.published_id'))
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, 1440)`).orderBy('engagement.id').limit(MOST).execute()
  return rows.map((row) => ({ engagementId: row.id, number: row.number, atMs: row.at_ms, content: JSON.parse(row.content) as PublishedAgenda }))
}

export type PublishedRow = { id: Id; engagementId: Id; title: string; day: Day; generation: number; state: string; number: number; atMs: Instant; accountName: string; zone: Zone; city: string }

/** Every agenda of a mission that was ever published, with its latest number, in the order of the days; at most 300. One query. */
export async function listPublished(db: Db, missionId: Id): Promise<PublishedRow[]> {
  const rows = await db.selectFrom('published_agenda').innerJoin('engagement', 'engagement.id', 'published_agenda.engagement_id').innerJoin('published_version', 'published_version.published_id', 'published_agenda.id')
    .innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id').select(['engagement.zone', placeNameOn('place', 'engagement.day').as('city')])
    .select(['published_agenda.id', 'engagement.id as engagementId', 'engagement.title', 'engagement.day', 'published_agenda.generation', 'published_agenda.state', 'published_version.number', 'published_version.at_ms as atMs', 'published_version.account_name as accountName'])
    .where('published_agenda.mission_id', '=', missionId)
    .where('published_version.number', '=', (newest) => newest.selectFrom('published_version as other').select(sql<number>`max(other.number)`.as('n')).whereRef('other.published_id', '=', 'published_version.published_id'))
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, 1440)`).orderBy('engagement.id').limit(MOST).execute()
  return rows
}

/** What of an engagement may be published as it stands now; undefined when the mission has no such engagement. Seven queries. */
export async function loadPublishable(db: Db, mission: { id: Id; title: string }, engagementId: Id): Promise<PublishedFacts | undefined> {
  const engagement = await findEngagement(db, mission.id, engagementId)
  if (!engagement) return undefined
  const items = await listAgendaItems(db, mission.id, engagementId)
  const people = await listParticipations(db, mission.id, engagementId)
  const aliases = await listAliases(db, mission.id, engagementId)
  const cityNames = await loadCityNames(db, mission.id, engagementId)
  const own = writtenIn(engagement.title)
  return { mission: mission.title, engagement, items, people, cityNames, otherTitles: aliases.map((alias) => alias.title).filter((title) => writtenIn(title) !== own), handOuts: await listHandOuts(db, mission.id, engagementId, 'public') }
}
