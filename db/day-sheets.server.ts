import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { gatherMeetings, gatherPeople } from '#app/domain/papers/day-sheet.ts'
import type { AppearanceRow, DaySheet, ItemRow, MeetingRow } from '#app/domain/papers/day-sheet.ts'
import { compareClocks } from '#app/domain/roadshow/clocks.ts'
import { whenOf } from '#app/domain/roadshow/grid.ts'
import { daysFromTo, formatOffset, offsetOfDay } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import type { Db } from '#db/database.server.ts'
import { listBlocks } from '#db/roadshow.server.ts'
import type { Block } from '#db/roadshow.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'
import { listStops } from '#db/stops.server.ts'
import type { Stop } from '#db/stops.server.ts'

type SheetOf = { missionId: Id; missionTitle: string; stopId: Id; day: Day; /** Phones are left out unless somebody of the team who may edit asks. */ phones: boolean }
type LoadedSheet = { sheet: DaySheet; stops: Stop[]; blocks: Block[] }

/** The paper of one day of a stop, with all stops and blocks of the mission for the way on; undefined when the stop has no such day. Six queries. */
export async function loadDaySheet(db: Db, { missionId, missionTitle, stopId, day, phones }: SheetOf): Promise<LoadedSheet | undefined> {
  const [stops, blocks, meetings, items, appearances, version] = await Promise.all([
    listStops(db, missionId), listBlocks(db, missionId), listMeetings(db, missionId, stopId, day), listItems(db, missionId, stopId, day),
    listAppearances(db, missionId, stopId, day, phones), planVersion(db, missionId),
  ])
  const at = stops.findIndex((stop) => stop.id === stopId)
  const stop = stops[at]
  if (!stop || !(meetings.length > 0 || daysFromTo(stop.arriveDay, stop.departDay).includes(day))) return undefined
  const offset = offsetOfDay(day, stop.zone)
  const near = [stops[at - 1], stops[at + 1]].filter((each) => each !== undefined)
  const sheet: DaySheet = {
    mission: missionTitle, city: stop.city, day, offset: formatOffset(offset), compared: near.map((each) => compareClocks(offset - offsetOfDay(day, each.zone), each.city)),
    stop: { number: at + 1, of: stops.length }, coordinator: stop.coordinator, liaison: stop.liaison, stopSample: stop.sampleFields.length > 0,
    meetings: gatherMeetings(meetings, items, appearances, (row) => whenOf(row, stops)), people: gatherPeople(meetings, appearances), next: nextDay(blocks, day), version,
  }
  return { sheet, stops, blocks }
}

function nextDay(blocks: readonly Block[], day: Day): DaySheet['next'] {
  const next = blocks.find((block) => block.day > day)?.day
  return next === undefined ? null : { day: next, titles: blocks.filter((block) => block.day === next).map((block) => block.title) }
}

async function listMeetings(db: Db, missionId: Id, stopId: Id, day: Day): Promise<MeetingRow[]> {
  const rows = await db.selectFrom('engagement').leftJoin('place as venue', 'venue.id', 'engagement.venue_id')
    .select(['engagement.id', 'engagement.kind', 'engagement.title', 'engagement.status', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', 'engagement.end_ms',
      'engagement.venue_text', 'venue.name as venue_name', 'engagement.room', 'engagement.team', 'engagement.language', 'engagement.interpretation', 'engagement.sample_fields'])
    .where('engagement.mission_id', '=', missionId).where('engagement.stop_id', '=', stopId).where('engagement.day', '=', day)
    .orderBy(sql`coalesce(engagement.start_minute, 1440)`).orderBy(sql`coalesce(engagement.source_line, 1000000)`).orderBy('engagement.id').limit(200).execute()
  return rows.map((row) => ({
    id: row.id, stopId, kind: row.kind, title: row.title, status: row.status, day, startMinute: row.start_minute, endMinute: row.end_minute, zone: row.zone, endMs: row.end_ms,
    venue: row.venue_text || (row.venue_name ?? ''), room: row.room, team: row.team, language: row.language, interpretation: row.interpretation,
    sampleFields: sampleFieldsOf(row),
  }))
}

async function listItems(db: Db, missionId: Id, stopId: Id, day: Day): Promise<ItemRow[]> {
  const rows = await db.selectFrom('agenda_item').innerJoin('engagement', 'engagement.id', 'agenda_item.engagement_id')
    .select(['agenda_item.id', 'agenda_item.engagement_id', 'agenda_item.title', 'agenda_item.start_minute', 'agenda_item.end_minute'])
    .where('agenda_item.mission_id', '=', missionId).where('engagement.stop_id', '=', stopId).where('engagement.day', '=', day)
    .orderBy('agenda_item.engagement_id').orderBy('agenda_item.position').orderBy('agenda_item.id').limit(500).execute()
  return rows.map((row) => ({ id: row.id, engagementId: row.engagement_id, title: row.title, startMinute: row.start_minute, endMinute: row.end_minute }))
}

async function listAppearances(db: Db, missionId: Id, stopId: Id, day: Day, phones: boolean): Promise<AppearanceRow[]> {
  const rows = await db.selectFrom('participation').innerJoin('engagement', 'engagement.id', 'participation.engagement_id')
    .leftJoin('person', 'person.id', 'participation.person_id').leftJoin('organisation', 'organisation.id', 'participation.organisation_id')
    .select(['participation.id', 'participation.engagement_id', 'participation.agenda_item_id', 'participation.person_id', 'participation.printed_name', 'participation.printed_title',
      'participation.representative_of', 'participation.role', 'participation.sample', 'person.name as person_name', 'person.honorific', 'person.phone', 'person.sample_fields', 'organisation.name as organisation_name'])
    .where('participation.mission_id', '=', missionId).where('engagement.stop_id', '=', stopId).where('engagement.day', '=', day)
    .orderBy('participation.precedence').orderBy(sql`coalesce(participation.source_line, 1000000)`).orderBy('participation.id').limit(2_000).execute()
  return rows.map((row) => ({
    id: row.id, engagementId: row.engagement_id, itemId: row.agenda_item_id, personId: row.person_id, honorific: row.honorific ?? '', title: row.printed_title, role: row.role,
    name: row.printed_name || row.person_name || row.representative_of || (row.organisation_name ?? ''), phone: phones ? (row.phone ?? '') : '',
    samplePhone: (row.sample_fields ?? '').includes('"phone"'), sample: row.sample === 1,
  }))
}

const PLANNING = ['engagement', 'agenda-item', 'participation', 'stop'] as const

/** A number that grows with every change of the plan: two sheets with one number say the same. One query. */
async function planVersion(db: Db, missionId: Id): Promise<number> {
  const row = await db.selectFrom('act').select((n) => n.fn.countAll<number>().as('n')).where('mission_id', '=', missionId).where('noun', 'in', PLANNING).executeTakeFirstOrThrow()
  return Number(row.n) + 1
}
