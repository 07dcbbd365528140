/** What each person holds and should hold, loaded with a number of queries that does not grow. */
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { EngagementFacts, InvitationFacts, Slot } from '#app/domain/calendar/facts.ts'
import { DEFAULT_LANGUAGE, LANGUAGE_CODES, languageOf } from '#app/domain/calendar/texts/texts.ts'
import type { Language } from '#app/domain/calendar/texts/texts.ts'
import type { Id } from '#app/domain/ids.ts'
import type { InvitationNotice } from '#app/domain/notices.ts'
import type { Db } from '#db/database.server.ts'
import { placeNameIn, placeNameOn } from '#db/places.server.ts'
import { sampleFieldsOf } from '#db/sample-fields.server.ts'
import type { InvitationTable } from '#db/schema.ts'

export type InvitedEngagement = EngagementFacts & { id: Id; stopId: Id; sampleFields: string[] }
type Invitee = { id: Id; name: string; address: string; sampleAddress: boolean; /** That they are written to in. */ language: Language }
export type InvitationRow = Selectable<InvitationTable>

/** One person at one engagement: at least one of `takesPart` and `invitation` is there. */
export type Attendance = {
  engagement: InvitedEngagement
  person: Invitee
  takesPart: { roles: string[]; slots: Slot[] } | null
  invitation: InvitationRow | null
  /** What stands in the person's calendar, and the SEQUENCE an answer was asked for at, before messages that never left. */
  reached: InvitationFacts | null
  askedSequence: number
}

/** Everybody who takes part or holds an invitation, in the order of the engagements and of precedence, those who left last. Five queries. */
export async function loadAttendances(db: Db, missionId: Id, engagementId?: Id): Promise<Attendance[]> {
  const [engagements, parts, slots, invitations, unsent] = [
    await listInvitable(db, missionId, engagementId), await listParts(db, missionId, engagementId), await listSlots(db, missionId, engagementId),
    await listCurrent(db, missionId, engagementId), await listUnsent(db, missionId, engagementId),
  ]
  const byEngagement = new Map(engagements.map((engagement) => [engagement.id, engagement]))
  const found = new Map<string, Attendance>()
  for (const row of invitations) {
    const engagement = byEngagement.get(row.engagement_id)
    const { key, person } = keyed(row, found)
    if (engagement) found.set(key, { engagement, person, takesPart: null, invitation: row, ...reachedBy(row, unsent) })
  }
  for (const row of parts) {
    const engagement = byEngagement.get(row.engagement_id)
    if (!engagement) continue
    const key = `${row.engagement_id} ${row.person_id}`
    const known = found.get(key) ?? { engagement, person: inviteeOf(row), takesPart: null, invitation: null, reached: null, askedSequence: 0 }
    known.takesPart ??= { roles: [], slots: [] }
    known.takesPart.roles.push(row.role)
    const slot = row.agenda_item_id === null ? undefined : slots.get(row.agenda_item_id)
    if (slot) known.takesPart.slots.push(slot)
    found.set(key, known)
  }
  const place = new Map(engagements.map((engagement, at) => [engagement.id, at]))
  const rank = new Map(parts.map((row, at) => [`${row.engagement_id} ${row.person_id}`, at] as const).toReversed())
  const rankOf = ({ engagement, person }: Attendance): number => rank.get(`${engagement.id} ${person.id}`) ?? parts.length
  return [...found.values()].toSorted((a, b) => (place.get(a.engagement.id) ?? 0) - (place.get(b.engagement.id) ?? 0) || rankOf(a) - rankOf(b))
}

/** The city has its own name in `place`; these are the languages in which it may have another. */
const OTHER_LANGUAGES = LANGUAGE_CODES.filter((code) => code !== DEFAULT_LANGUAGE)

/** Engagements as invitations know them, in their order. One query. */
export async function listInvitable(db: Db, missionId: Id, engagementId?: Id, stopId?: Id): Promise<InvitedEngagement[]> {
  let query = db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .leftJoin('place as venue', 'venue.id', 'engagement.venue_id')
    .select(['engagement.id', 'engagement.stop_id', 'engagement.title', 'engagement.kind', 'engagement.status', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.start_ms', 'engagement.end_ms',
      'engagement.zone', 'engagement.venue_text', 'engagement.room', 'engagement.public_text', 'engagement.sample_fields', 'venue.name as venue_name', placeNameOn('place', 'engagement.day').as('city')])
    .select(OTHER_LANGUAGES.map((code) => placeNameIn('place', 'engagement.day', code).as(`city_${code}`)))
    .where('engagement.mission_id', '=', missionId)
  if (engagementId) query = query.where('engagement.id', '=', engagementId)
  if (stopId) query = query.where('engagement.stop_id', '=', stopId)
  const rows = await query.orderBy('engagement.day').orderBy('engagement.start_minute').orderBy('engagement.id').execute()
  return rows.map((row) => ({
    id: row.id, stopId: row.stop_id, title: row.title, kind: row.kind, status: row.status, day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, startMs: row.start_ms, endMs: row.end_ms,
    zone: row.zone, city: row.city, cityNames: Object.fromEntries(OTHER_LANGUAGES.map((code) => [code, row[`city_${code}`] ?? '']).filter(([, name]) => name !== '')), venue: row.venue_text || (row.venue_name ?? ''), room: row.room, about: row.public_text, sampleFields: sampleFieldsOf(row),
  }))
}

/** A merged duplicate counts as the person it was merged into. */
async function listParts(db: Db, missionId: Id, engagementId?: Id) {
  let query = db.selectFrom('participation').innerJoin('person as named', 'named.id', 'participation.person_id')
    .innerJoin('person', (join) => join.on((on) => on('person.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .select(['participation.engagement_id', 'participation.agenda_item_id', 'participation.role', 'person.id as person_id', 'person.name', 'person.honorific', 'person.email', 'person.languages', 'person.sample_fields'])
    .where('participation.mission_id', '=', missionId)
  if (engagementId) query = query.where('participation.engagement_id', '=', engagementId)
  return await query.orderBy('participation.precedence').orderBy('participation.id').execute()
}

async function listSlots(db: Db, missionId: Id, engagementId?: Id): Promise<Map<Id, Slot>> {
  let query = db.selectFrom('agenda_item').select(['id', 'day', 'start_minute', 'end_minute', 'title']).where('mission_id', '=', missionId)
  if (engagementId) query = query.where('engagement_id', '=', engagementId)
  return new Map((await query.execute()).map((row) => [row.id, { day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, title: row.title }]))
}

/** A person's own come before those of duplicates: what stands at their own row decides. */
async function listCurrent(db: Db, missionId: Id, engagementId?: Id) {
  let query = db.selectFrom('invitation').innerJoin('person as named', 'named.id', 'invitation.person_id')
    .innerJoin('person', (join) => join.on((on) => on('person.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .selectAll('invitation').select(['person.id as holder_id', 'person.name', 'person.honorific', 'person.email', 'person.languages', 'person.sample_fields'])
    .where('invitation.mission_id', '=', missionId).where('invitation.state', '<>', 'replaced')
  if (engagementId) query = query.where('invitation.engagement_id', '=', engagementId)
  return await query.orderBy(sql`case when invitation.person_id = person.id then 0 else 1 end`).orderBy('invitation.id').execute()
}

type Unsent = Map<string, Map<number, Pick<InvitationNotice, 'before' | 'askedBefore'>>>

/** Versions that cannot have reached anybody, by UID and SEQUENCE; one whose repetition may have arrived is none of them. */
async function listUnsent(db: Db, missionId: Id, engagementId?: Id): Promise<Unsent> {
  let query = db.selectFrom('outbox').select(['fifo_key', 'fifo_number', 'facts']).where('mission_id', '=', missionId).where('invitation_id', 'is not', null)
    .where('again', '=', 0).where('state', 'in', ['queued', 'retry', 'failed', 'quarantined', 'cancelled', 'bounced']).where((one) => one.or([one('uncertain', '=', 0), one('state', '=', 'bounced')]))
    .where((one) => one.not(one.exists(one.selectFrom('outbox as copy').select('copy.id').whereRef('copy.fifo_key', '=', 'outbox.fifo_key').whereRef('copy.fifo_number', '=', 'outbox.fifo_number').where('copy.again', '>', 0).where('copy.state', 'in', ['sending', 'accepted']))))
  if (engagementId) query = query.where('engagement_id', '=', engagementId)
  const found: Unsent = new Map()
  for (const row of await query.execute()) {
    const bySequence = found.get(row.fifo_key) ?? new Map<number, InvitationNotice>()
    found.set(row.fifo_key, bySequence.set(row.fifo_number, JSON.parse(row.facts) as InvitationNotice))
  }
  return found
}

/** Walks back over the versions that never left to the one that did; each of them kept what stood before it. */
function reachedBy(row: InvitationRow, unsent: Unsent): Pick<Attendance, 'reached' | 'askedSequence'> {
  let reached = row.state === 'invited' ? factsIn(row) : null
  let askedSequence = row.asked_sequence
  const versions = unsent.get(row.uid)
  for (let sequence = row.sequence; versions?.has(sequence); sequence--) {
    const version = versions.get(sequence)
    reached = version?.before ?? null
    askedSequence = version?.askedBefore ?? 0
  }
  return { reached, askedSequence }
}

/** What an invitation last said; null before the first. */
export function factsIn(row: Pick<InvitationRow, 'sent_facts'>): InvitationFacts | null {
  return row.sent_facts === null ? null : (JSON.parse(row.sent_facts) as InvitationFacts)
}

type Named = { name: string; honorific: string; email: string; languages: string; sample_fields: string }

function inviteeOf(row: Named & { person_id: Id }): Invitee {
  return { id: row.person_id, name: [row.honorific, row.name].filter(Boolean).join(' '), address: row.email, sampleAddress: sampleFieldsOf(row).includes('email'), language: languageOf(row.languages) }
}

/** Two invitations of one merged person stay two: the second is nobody's part any more and is cancelled. */
function keyed(row: InvitationRow & Named & { holder_id: Id }, found: Map<string, Attendance>): { key: string; person: Invitee } {
  const person = inviteeOf({ ...row, person_id: row.holder_id })
  const key = `${row.engagement_id} ${row.holder_id}`
  return { key: found.has(key) ? `${key} ${row.id}` : key, person }
}

/** An invitation with its person, engagement and the mission's clock, for the guest's page. One query. */
export async function findInvitation(db: Db, id: Id) {
  return await db.selectFrom('invitation').innerJoin('person as named', 'named.id', 'invitation.person_id').innerJoin('mission', 'mission.id', 'invitation.mission_id')
    .innerJoin('person', (join) => join.on((on) => on('person.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .selectAll('invitation').select(['person.id as holder_id', 'person.name', 'person.honorific', 'person.languages', 'mission.title as mission_title', 'mission.clock_show_ms', 'mission.clock_from_ms', 'mission.archived_ms'])
    .where('invitation.id', '=', id).executeTakeFirst()
}
