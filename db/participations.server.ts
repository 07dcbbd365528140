import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import type { Db } from '#db/database.server.ts'
import { prepared } from '#db/prepared.server.ts'

/** One appearance: a person, or whoever represents somebody, in one role of an engagement (`itemId` null) or of one of its items. */
export type Participation = {
  id: Id
  revision: number
  itemId: Id | null
  personId: Id | null
  organisationId: Id | null
  representativeOf: string
  role: string
  /** As printed, else the person's own name, else the body represented. */
  name: string
  honorific: string
  printedName: string
  printedTitle: string
  precedence: number
  attended: number | null
  /** As of `app/domain/people/attendance.ts`; '' while nobody recorded it. */
  attendance: string
  deputyName: string
  deputyTitle: string
  /** Whether the directory has an e-mail address; false for whoever represents somebody. */
  hasEmail: boolean
  sample: boolean
}

const peopleOf = prepared((db, { missionId, engagementId }: { missionId: Id; engagementId: Id }) => db.selectFrom('participation').leftJoin('person', 'person.id', 'participation.person_id')
  .leftJoin('organisation', 'organisation.id', 'participation.organisation_id')
  .select(['participation.id', 'participation.revision', 'participation.agenda_item_id', 'participation.person_id', 'participation.organisation_id',
    'participation.representative_of', 'participation.role', 'participation.printed_name', 'participation.printed_title', 'participation.precedence',
    'participation.attended', 'participation.attendance', 'participation.deputy_name', 'participation.deputy_title', 'participation.sample', 'person.name as person_name', 'person.honorific', 'person.email', 'person.merged_into_id', 'organisation.name as organisation_name'])
  .where('participation.mission_id', '=', missionId).where('participation.engagement_id', '=', engagementId)
  .orderBy('participation.precedence').orderBy(sql`coalesce(participation.source_line, 1000000)`).orderBy('participation.id').limit(2_000))

/** Who appears in an engagement and its items, in protocol order; at most 2,000 rows. One query. */
export async function listParticipations(db: Db, missionId: Id, engagementId: Id): Promise<Participation[]> {
  const rows = await peopleOf(db, { missionId, engagementId })
  return rows.map((row) => ({
    id: row.id, revision: row.revision, itemId: row.agenda_item_id, personId: row.merged_into_id ?? row.person_id, organisationId: row.organisation_id,
    representativeOf: row.representative_of, role: row.role, printedName: row.printed_name, printedTitle: row.printed_title, precedence: row.precedence,
    name: row.printed_name || row.person_name || row.representative_of || (row.organisation_name ?? ''), honorific: row.honorific ?? '',
    attended: row.attended, attendance: row.attendance, deputyName: row.deputy_name, deputyTitle: row.deputy_title, hasEmail: (row.email ?? '') !== '', sample: row.sample === 1,
  }))
}

/** What an invited person holds and answered. */
export type Held = { personId: Id; name: string; sent: boolean; answer: string; deputyName: string; sample: boolean }

/** Who holds an invitation to an engagement that was not cancelled, the latest of each person. One query. */
export async function listHeld(db: Db, missionId: Id, engagementId: Id): Promise<Held[]> {
  const rows = await db.selectFrom('invitation').innerJoin('person', 'person.id', 'invitation.person_id')
    .select(['invitation.person_id', 'person.name', 'person.merged_into_id', 'invitation.sent_ms', 'invitation.state', 'invitation.answer', 'invitation.deputy_name', 'invitation.sample'])
    .where('invitation.mission_id', '=', missionId).where('invitation.engagement_id', '=', engagementId)
    .orderBy('invitation.generation').execute()
  const latest = new Map(rows.map((row) => [row.person_id, row]))
  return [...latest.values()].filter((row) => row.state !== 'cancelled').map((row) => ({
    personId: row.merged_into_id ?? row.person_id, name: row.name, sent: row.sent_ms !== null, answer: row.answer, deputyName: row.deputy_name, sample: row.sample === 1,
  }))
}

export type Holder = { engagementId: Id; personId: Id; name: string; answer: string; /** '' for somebody who was told by other means. */ address: string }

/** Everybody who holds a standing invitation to something at a stop, by name. One query. */
export async function listHoldersAt(db: Db, missionId: Id, stopId: Id): Promise<Holder[]> {
  const rows = await db.selectFrom('invitation').innerJoin('engagement', 'engagement.id', 'invitation.engagement_id').innerJoin('person as named', 'named.id', 'invitation.person_id')
    .innerJoin('person', (join) => join.on((on) => on('person.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .select(['invitation.engagement_id', 'invitation.answer', 'invitation.sent_address', 'person.id as person_id', 'person.name', 'person.honorific'])
    .where('invitation.mission_id', '=', missionId).where('engagement.stop_id', '=', stopId).where('invitation.state', '=', 'invited')
    .orderBy('person.sort_key').orderBy('person.id').orderBy('engagement.day').orderBy((at) => at.fn.coalesce('engagement.start_minute', at.lit(-1))).orderBy('invitation.id').limit(5_000).execute()
  return rows.map((row) => ({ engagementId: row.engagement_id, personId: row.person_id, name: [row.honorific, row.name].filter(Boolean).join(' '), answer: row.answer, address: row.sent_address }))
}
