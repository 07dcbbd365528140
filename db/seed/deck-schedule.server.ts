/** The mission, its stops, the eighteen engagements and the agenda of the Dushanbe workshop, as printed. */
import { agreedOrder } from '#app/domain/people/protocol.ts'
import { foldKey } from '#app/domain/text.ts'
import { placeSlot } from '#app/domain/meetings/slot.ts'
import { parseMinute } from '#app/domain/time.ts'
import type { MissionClock } from '#app/domain/time.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { PRINTED_VENUE, bodyIn, personIdOf, placeOf } from '#db/seed/deck-directory.server.ts'
import roadshow from '#db/seed/roadshow.json'

export const MISSION_ID = 'roadshow'
export const DEMO_SLUG = 'smart-city-regional-roadshow'
export const stopIdOf = (stop: string): string => `stop-${stop}`

const ENGAGEMENT_KINDS: Record<string, string> = {
  presentation: 'presentation', q_and_a: 'q-and-a', workshop: 'workshop', presentation_and_q_and_a: 'presentation', joint_meeting: 'meeting', meeting: 'meeting', internal_meeting: 'internal',
}
const ITEM_KINDS: Record<string, string> = { break: 'registration', remarks: 'remarks', talk: 'presentation', discussion: 'discussion', meal: 'meal' }
/** The programme's name as the title slide has it, before the dash. */
const PROGRAMME = roadshow.meta.title.verbatim.split(' - ')[0] as string
/** The last remarks of a day are its closing. */
const CLOSING = 'AG09'

/** The mission's row, with the rehearsal clock; returns its title. */
export async function loadMission(tx: Tx, clock: NonNullable<MissionClock>): Promise<string> {
  const { title_verbatim: printed, range_verbatim: dates, start, end, line } = roadshow.programme
  const title = printed.replace(`(${dates})`, '').trim()
  await tx.insertInto('mission').values({
    id: MISSION_ID, slug: DEMO_SLUG, title, title_key: foldKey(title), programme: PROGRAMME, start_day: start, end_day: end, status: 'cleared',
    clock_show_ms: clock.showMs, clock_from_ms: clock.fromMs, demo: 1, printed_dates: dates, source_line: line,
  }).execute()
  return title
}

/** Stops, engagements, agenda and who appears where. */
export async function loadSchedule(made: Edit): Promise<void> {
  for (const stop of roadshow.stops) {
    await made.insert('stop', {
      id: stopIdOf(stop.id), mission_id: MISSION_ID, place_id: placeOf(stop.id), position: stop.order, arrive_day: stop.dates[0], depart_day: stop.dates.at(-1),
      printed_location: stop.location_verbatim, source_line: stop.line,
    })
  }
  for (const activity of roadshow.activities) await loadEngagement(made, activity)
  for (const workshop of roadshow.workshops) if (workshop.items) await loadAgenda(made, workshop)
}

type Activity = (typeof roadshow.activities)[number]
type Workshop = (typeof roadshow.workshops)[number]

async function loadEngagement(made: Edit, activity: Activity): Promise<void> {
  const id = activity.id.toLowerCase()
  const zone = roadshow.stops.find((stop) => stop.id === activity.stop)?.tz_iana_inferred ?? 'UTC'
  await made.insert('engagement', {
    id, mission_id: MISSION_ID, stop_id: stopIdOf(activity.stop), kind: ENGAGEMENT_KINDS[activity.type_inferred] ?? 'meeting', title: activity.activity_verbatim,
    title_key: foldKey(activity.activity_verbatim), day: activity.date, zone, printed_day: activity.date_verbatim, printed_day_group: `line ${activity.date_line}`,
    source_line: activity.line, inferred_fields: JSON.stringify(activity.column_shift ? ['stop', 'day'] : []), ...headerOf(activity, zone),
  })
  for (const [at, counterpart] of counterpartsOf(activity).entries()) {
    await made.insert('participation', {
      id: `${id}-with-${at + 1}`, mission_id: MISSION_ID, engagement_id: id, organisation_id: bodyIn(counterpart)?.id ?? null, representative_of: counterpart,
      role: 'participant', precedence: at + 1, source_line: activity.line,
    })
  }
}

/** The hours and the venue that an agenda sheet prints; nothing for an engagement without one. */
function headerOf(activity: Activity, zone: string): Record<string, unknown> {
  const sheet = roadshow.workshops.find((workshop) => workshop.activity === activity.id && workshop.header_start)
  const start = parseMinute(sheet?.header_start ?? '') ?? null
  const end = parseMinute(sheet?.header_end ?? '') ?? null
  if (!sheet || start === null) return {}
  const { startMs, endMs } = placeSlot({ day: activity.date, startMinute: start, endMinute: end }, zone)
  return {
    start_minute: start, end_minute: end, start_ms: startMs, end_ms: endMs, header_start_minute: start, header_end_minute: end,
    venue_id: PRINTED_VENUE, venue_text: sheet.venue_verbatim ?? '',
  }
}

/** Whom the row names: an office by its printed words where the deck has them, else the body, without the extraction's remark in brackets. */
function counterpartsOf(activity: Activity): string[] {
  return activity.counterparts_parsed.map((parsed) => {
    const words = parsed.replace(/ \([^)]*\)$/, '')
    const office = roadshow.unnamed_roles.find((role) => role.line === activity.line && role.role_verbatim.includes(words))
    return activity.activity_verbatim.includes(office?.role_verbatim ?? '\n') ? (office?.role_verbatim as string) : words
  })
}

async function loadAgenda(made: Edit, workshop: Workshop): Promise<void> {
  const engagementId = workshop.activity.toLowerCase()
  const [, sheetTitle] = workshop.titles ?? []
  if (sheetTitle) {
    await made.insert('engagement_alias', {
      id: `${engagementId}-alias-1`, mission_id: MISSION_ID, engagement_id: engagementId, title: sheetTitle.verbatim, title_key: foldKey(sheetTitle.verbatim),
      origin: sheetTitle.where, source_line: sheetTitle.line,
    })
  }
  for (const moderator of workshop.moderators ?? []) await loadAppearance(made, engagementId, null, 'moderator', moderator)
  for (const item of workshop.items ?? []) {
    const id = item.id.toLowerCase()
    await made.insert('agenda_item', {
      id, mission_id: MISSION_ID, engagement_id: engagementId, position: item.no, kind: item.id === CLOSING ? 'closing' : (ITEM_KINDS[item.kind_inferred] ?? 'presentation'),
      title: item.title, day: workshop.date, start_minute: parseMinute(item.start), end_minute: item.end === null ? null : parseMinute(item.end), source_line: item.line,
    })
    for (const speaker of item.speakers) await loadAppearance(made, engagementId, id, 'speaker', speaker)
  }
}

type Appearing = { name: string; as_printed: string; as_printed_2?: string; line: number }

async function loadAppearance(made: Edit, engagementId: string, itemId: string | null, role: string, { name, as_printed: first, as_printed_2: second, line }: Appearing): Promise<void> {
  const personId = personIdOf(name)
  await made.insert('participation', {
    id: `${itemId ?? engagementId}-${personId}`, mission_id: MISSION_ID, engagement_id: engagementId, agenda_item_id: itemId, person_id: personId, organisation_id: bodyIn(first)?.id ?? null,
    role, printed_name: name, printed_title: second === undefined ? first : `${first}; ${second}`, precedence: PRECEDENCE.indexOf(personId) + 1, source_line: line,
  })
}

/** Places in the protocol that every list of the agenda sheet agrees with. */
const PRECEDENCE: string[] = agreedOrder(roadshow.workshops.flatMap((workshop) => [workshop.moderators ?? [], ...(workshop.items ?? []).map((item) => item.speakers)].map((list) => list.map((one) => personIdOf(one.name)))))
