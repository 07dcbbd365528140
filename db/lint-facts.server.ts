/** What the lint reads of a mission, with a number of queries that does not grow. */
import { sql } from 'kysely'
import { staleness } from '#app/domain/assessment/ratings.ts'
import type { Id } from '#app/domain/ids.ts'
import { daysOff, workingDays } from '#app/domain/roadshow/days-off.ts'
import type { Holiday } from '#app/domain/roadshow/days-off.ts'
import type { AliasFacts, AppearanceFacts, EngagementFacts, FollowedFacts, ItemFacts, MissionFacts, NodeFacts, RatedFacts, StopFacts, UntranslatedFacts } from '#app/domain/roadshow/lint-facts.ts'
import { stopOfClock } from '#app/domain/roadshow/stops.ts'
import { wallOf } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'
import { listApart } from '#db/apart.server.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import { listStopHolidays } from '#db/holidays.server.ts'
import { listBases, listContradictions, listDimensions, listLatestRatings } from '#db/readiness.server.ts'
import { listStops } from '#db/stops.server.ts'

/** The facts of a whole mission. Eighteen queries. */
export async function loadMissionFacts(db: Db, missionId: Id, now: Instant): Promise<MissionFacts> {
  const [mission, stops, engagements, items, appearances, documents, nodes, tasks, ratings, followed, untranslated, apart, holidays] = await Promise.all([
    loadHead(db, missionId), listStopFacts(db, missionId), listRows(db, missionId), listItems(db, missionId), listAppearances(db, missionId),
    db.selectFrom('document').select(['id', 'title', 'language', 'source_line']).where('mission_id', '=', missionId).where('removed_ms', 'is', null).orderBy('id').execute(),
    listNodes(db, missionId), listTasks(db, missionId), listRated(db, missionId), listFollowed(db, missionId), listUntranslated(db, missionId), listApart(db, missionId), listStopHolidays(db, missionId),
  ])
  return {
    mission, today: todayAt(stops, now), stops, engagements, items, appearances, nodes, tasks, ratings, followed, untranslated, apart, ...offDaysOf(stops, holidays),
    documents: documents.map((row) => ({ id: row.id, title: row.title, language: row.language, sourceLine: row.source_line })),
  }
}

/** The facts that one engagement's page needs: its own and those of the rows under the same printed date. Seven queries. */
export async function loadEngagementFacts(db: Db, missionId: Id, now: Instant, engagementId: Id): Promise<MissionFacts> {
  const [stops, engagements, items, appearances] = await Promise.all([
    listStopFacts(db, missionId), listRows(db, missionId, engagementId), listItems(db, missionId, engagementId), listAppearances(db, missionId, engagementId),
  ])
  const stop = engagements.find((row) => row.id === engagementId)?.stopId
  return {
    mission: { id: missionId, title: '', aliases: [], programme: '', languages: '', sourceLine: null }, today: todayAt(stops, now), stops: stops.filter((each) => each.id === stop),
    engagements, items, appearances, documents: [], nodes: [], tasks: [], ratings: [], followed: [], untranslated: [], apart: new Set(), offDays: [], workingDays: new Set(),
  }
}

/** What the table of holidays says of the days of the mission. */
function offDaysOf(stops: readonly StopFacts[], holidays: readonly Holiday[]): Pick<MissionFacts, 'offDays' | 'workingDays'> {
  const countries = [...new Set(stops.map((stop) => stop.country))]
  const days = stops.flatMap((stop) => [stop.arriveDay, stop.departDay]).toSorted()
  const [from, to] = [days[0] ?? '', days.at(-1) ?? '']
  return from === '' ? { offDays: [], workingDays: new Set() } : { offDays: daysOff(holidays, countries, from, to), workingDays: workingDays(holidays, countries, from, to) }
}

function todayAt(stops: readonly StopFacts[], now: Instant): string {
  return wallOf(now, stopOfClock(stops, now)?.zone ?? 'UTC').day
}

async function loadHead(db: Db, missionId: Id): Promise<MissionFacts['mission']> {
  const row = await db.selectFrom('mission').select(['id', 'title', 'aliases', 'programme', 'languages', 'source_line']).where('id', '=', missionId).executeTakeFirstOrThrow()
  return { id: row.id, title: row.title, aliases: JSON.parse(row.aliases) as string[], programme: row.programme, languages: row.languages, sourceLine: row.source_line }
}

async function listStopFacts(db: Db, missionId: Id): Promise<StopFacts[]> {
  const [stops, names] = await Promise.all([
    listStops(db, missionId),
    db.selectFrom('place_name').innerJoin('place', 'place.id', 'place_name.place_id').select(['place.id', 'place_name.name'])
      .where('place.id', 'in', (of) => of.selectFrom('stop').select('stop.place_id').where('stop.mission_id', '=', missionId)).orderBy('place_name.id').execute(),
  ])
  const known = new Map<Id, string[]>()
  for (const row of names) known.set(row.id, [...(known.get(row.id) ?? []), row.name])
  return stops.map((stop) => ({
    id: stop.id, placeId: stop.placeId, city: stop.city, cityNow: stop.cityNow, names: known.get(stop.placeId) ?? [], country: stop.country, zone: stop.zone,
    arriveDay: stop.arriveDay, departDay: stop.departDay, printedLocation: stop.printedLocation, sourceLine: stop.sourceLine,
  }))
}

async function listRows(db: Db, missionId: Id, engagementId?: Id): Promise<EngagementFacts[]> {
  let rows = db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id').leftJoin('place as venue', 'venue.id', 'engagement.venue_id')
    .select(['engagement.id', 'engagement.stop_id', 'engagement.kind', 'engagement.title', 'engagement.status', 'engagement.day', 'engagement.zone', 'engagement.start_minute', 'engagement.end_minute', 'engagement.start_ms', 'engagement.end_ms', 'engagement.room', 'engagement.team', 'engagement.fallback_of_id', 'engagement.inferred_fields',
      'engagement.header_start_minute', 'engagement.header_end_minute', 'engagement.printed_day', 'engagement.printed_day_group', 'engagement.venue_text', 'venue.name as venue_name',
      'engagement.language', 'engagement.interpretation', 'engagement.source_line', placeNameOn('place', 'engagement.day').as('city')])
    .where('engagement.mission_id', '=', missionId)
  let aliases = db.selectFrom('engagement_alias').select(['id', 'engagement_id', 'title', 'origin', 'source_line']).where('mission_id', '=', missionId)
  if (engagementId !== undefined) {
    const asked = (column: 'printed_day_group' | 'printed_day' | 'stop_id') => sql<string>`(select ${sql.ref(`asked.${column}`)} from engagement asked where asked.id = ${engagementId})`
    rows = rows.where((at) => at.or([
      at('engagement.id', '=', engagementId), at('engagement.printed_day_group', '=', asked('printed_day_group')),
      at.and([at('engagement.printed_day', '=', asked('printed_day')), at('engagement.stop_id', '=', asked('stop_id'))]),
    ]))
    aliases = aliases.where('engagement_id', '=', engagementId)
  }
  const [found, others] = await Promise.all([
    rows.orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, -1)`).orderBy(sql`coalesce(engagement.source_line, 1000000)`).orderBy('engagement.id').execute(),
    aliases.orderBy('id').execute(),
  ])
  const aliasesOf = new Map<Id, AliasFacts[]>()
  for (const row of others) aliasesOf.set(row.engagement_id, [...(aliasesOf.get(row.engagement_id) ?? []), { id: row.id, title: row.title, origin: row.origin, sourceLine: row.source_line }])
  return found.map((row) => ({
    id: row.id, stopId: row.stop_id, city: row.city, kind: row.kind, title: row.title, status: row.status, day: row.day, zone: row.zone, startMinute: row.start_minute, endMinute: row.end_minute,
    startMs: row.start_ms, endMs: row.end_ms, room: row.room, team: row.team, fallbackOfId: row.fallback_of_id, inferred: JSON.parse(row.inferred_fields) as string[],
    headerStartMinute: row.header_start_minute, headerEndMinute: row.header_end_minute, printedDay: row.printed_day, printedDayGroup: row.printed_day_group,
    venue: row.venue_text || (row.venue_name ?? ''), venueText: row.venue_text, language: row.language, interpretation: row.interpretation, aliases: aliasesOf.get(row.id) ?? [], sourceLine: row.source_line,
  }))
}

async function listItems(db: Db, missionId: Id, engagementId?: Id): Promise<ItemFacts[]> {
  let query = db.selectFrom('agenda_item').select(['id', 'engagement_id', 'kind', 'title', 'day', 'start_minute', 'end_minute', 'track', 'details', 'source_line']).where('mission_id', '=', missionId)
  if (engagementId !== undefined) query = query.where('engagement_id', '=', engagementId)
  const rows = await query.orderBy('engagement_id').orderBy('position').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, engagementId: row.engagement_id, kind: row.kind, title: row.title, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, track: row.track, talks: row.details.includes('\n'), sourceLine: row.source_line,
  }))
}

async function listAppearances(db: Db, missionId: Id, engagementId?: Id): Promise<AppearanceFacts[]> {
  let query = db.selectFrom('participation').leftJoin('person', 'person.id', 'participation.person_id').leftJoin('organisation', 'organisation.id', 'participation.organisation_id')
    .select(['participation.id', 'participation.engagement_id', 'participation.agenda_item_id', 'participation.role', 'participation.printed_name', 'participation.representative_of', 'participation.person_id', 'participation.printed_title', 'person.name', 'person.honorific', 'person.merged_into_id', 'organisation.name as body'])
    .where('participation.mission_id', '=', missionId)
  if (engagementId !== undefined) query = query.where('participation.engagement_id', '=', engagementId)
  const rows = await query.orderBy('participation.engagement_id').orderBy('participation.precedence').orderBy('participation.id').execute()
  return rows.map((row) => ({
    engagementId: row.engagement_id, itemId: row.agenda_item_id, role: row.role, person: row.merged_into_id ?? row.person_id ?? row.id, personId: row.merged_into_id ?? row.person_id,
    name: row.name ?? (row.printed_name || row.representative_of), honorific: row.honorific ?? '', printedTitle: row.printed_title, body: row.body ?? '',
  }))
}

async function listNodes(db: Db, missionId: Id): Promise<NodeFacts[]> {
  const rows = await db.selectFrom('outline_node').select(['id', 'document_id', 'position', 'level', 'number', 'title', 'source_line']).where('mission_id', '=', missionId)
    .orderBy('document_id').orderBy('position').execute()
  return rows.map((row) => ({ id: row.id, documentId: row.document_id, position: row.position, level: row.level, number: row.number, title: row.title, sourceLine: row.source_line }))
}

async function listTasks(db: Db, missionId: Id): Promise<MissionFacts['tasks']> {
  const rows = await db.selectFrom('task').select(['id', 'kind', 'part', 'title', 'owner', 'source_line']).where('mission_id', '=', missionId).orderBy('kind').orderBy('position').execute()
  return rows.map((row) => ({ id: row.id, kind: row.kind, part: row.part, title: row.title, owner: row.owner, sourceLine: row.source_line }))
}

async function listRated(db: Db, missionId: Id): Promise<RatedFacts[]> {
  const [dimensions, ratings, against, bases] = await Promise.all([listDimensions(db, missionId), listLatestRatings(db, missionId), listContradictions(db, missionId), listBases(db, missionId)])
  return dimensions.flatMap(({ id, name }) => {
    const latest = ratings.get(id)?.latest
    if (!latest) return []
    const { level, certain, asPrinted, evidence, printedColumn, printedHeader, sourceLine } = latest
    return [{ dimensionId: id, name, level, certain, asPrinted, evidence: evidence.length, printedColumn, printedHeader, stale: staleness(latest, against.get(id) ?? []), ...(bases.get(id) ?? { meetings: 0, sourceKinds: 0 }), sourceLine }]
  })
}

/** Organisations that appear in the mission and that another one has followed since. */
async function listFollowed(db: Db, missionId: Id): Promise<FollowedFacts[]> {
  const rows = await db.selectFrom('organisation').innerJoin('organisation as successor', 'successor.id', 'organisation.successor_id').select(['organisation.id', 'organisation.name', 'successor.name as successor'])
    .where('organisation.id', 'in', (of) => of.selectFrom('participation').select('participation.organisation_id').where('participation.mission_id', '=', missionId).where('participation.organisation_id', 'is not', null))
    .orderBy('organisation.sort_key').orderBy('organisation.id').limit(100).execute()
  return rows.map(({ id, name, successor }) => ({ id, name, successor }))
}

/** Linked passages that are in no language of the report and have no translation. */
async function listUntranslated(db: Db, missionId: Id): Promise<UntranslatedFacts[]> {
  const rows = await db.selectFrom('excerpt').select(['id', 'body', 'language']).where('mission_id', '=', missionId).where('translation', '=', '').where('language', 'not in', ['', 'en'])
    .where('id', 'in', (of) => of.selectFrom('evidence_link').select('evidence_link.excerpt_id').where('evidence_link.mission_id', '=', missionId)).orderBy('at_ms').orderBy('id').limit(200).execute()
  return rows.map(({ id, body, language }) => ({ id, body, language }))
}
