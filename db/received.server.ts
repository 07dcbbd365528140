/** Mail that came in, as operations and pages see it. */
import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import { addressKey } from '#app/domain/people/address.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db, Tx } from '#db/database.server.ts'
import type { ReceivedMailTable } from '#db/schema.ts'

export type ReceivedRow = Selectable<ReceivedMailTable>

/** What is to be done about a message: decide, act on what it proposes, nothing. */
export const RECEIVED_STATES = ['open', 'task', 'applied', 'settled', 'kept', 'dismissed'] as const
export type ReceivedState = (typeof RECEIVED_STATES)[number]

/** Where reading goes on: messages of a mailbox are numbered upwards for as long as its UIDVALIDITY is the same (RFC 3501, 2.3.1.1). */
export type Cursor = { validity: string; uid: number }
const CURSOR = 'inbox.cursor'

export async function findCursor(db: Db): Promise<Cursor | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', CURSOR).executeTakeFirst()
  return row && (JSON.parse(row.value) as Cursor)
}

export async function saveCursor(tx: Tx, cursor: Cursor): Promise<void> {
  await keep(tx, CURSOR, cursor)
}

const CONTACT = 'inbox.contact'
/** `sinceMs`: of the present state. */
export type Contact = { up: boolean; sinceMs: Instant; text: string }

/** Notes that the mailbox can be read, or why it cannot. */
export async function noteContact(tx: Tx, contact: Contact): Promise<void> {
  await keep(tx, CONTACT, { ...contact, text: contact.text.slice(0, 300) })
}

export async function findContact(db: Db): Promise<Contact | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', CONTACT).executeTakeFirst()
  return row && (JSON.parse(row.value) as Contact)
}

async function keep(tx: Tx, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await tx.insertInto('setting').values({ key, value: text }).onConflict((clash) => clash.column('key').doUpdateSet({ value: text })).execute()
}

/** Keeps a message with its bytes; false when a copy of it is here already. */
export async function insertReceived(tx: Tx, row: Insertable<ReceivedMailTable>, source: Uint8Array | null): Promise<boolean> {
  const result = await tx.insertInto('received_mail').values(row).onConflict((clash) => clash.column('dedupe_key').doNothing()).executeTakeFirst()
  if (Number(result.numInsertedOrUpdatedRows ?? 0) === 0) return false
  if (source) await tx.insertInto('received_source').values({ mail_id: row.id, bytes: source }).execute()
  return true
}

export async function isReceived(db: Db, dedupeKey: string): Promise<boolean> {
  return (await db.selectFrom('received_mail').select('id').where('dedupe_key', '=', dedupeKey).executeTakeFirst()) !== undefined
}

/** The invitation with this UID, its person and the mission's clock. One query. */
export async function findAskedByUid(db: Db, uid: string) {
  return await db.selectFrom('invitation').innerJoin('person as named', 'named.id', 'invitation.person_id').innerJoin('mission', 'mission.id', 'invitation.mission_id')
    .innerJoin('person', (join) => join.on((on) => on('person.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .selectAll('invitation').select(['person.id as holder_id', 'person.name', 'person.honorific', 'mission.clock_show_ms', 'mission.clock_from_ms', 'mission.archived_ms'])
    .where('invitation.uid', '=', uid).executeTakeFirst()
}

/** Every address that a person, or a duplicate merged into them, has or was written to. Two queries. */
export async function listAddresses(db: Db, personId: Id): Promise<string[]> {
  const people = await db.selectFrom('person').select(['id', 'email']).where((one) => one.or([one('id', '=', personId), one('merged_into_id', '=', personId)])).execute()
  const sent = await db.selectFrom('invitation').select('sent_address').distinct().where('person_id', 'in', people.map(({ id }) => id).concat(personId)).execute()
  return [...new Set([...people.map(({ email }) => email), ...sent.map(({ sent_address }) => sent_address)].map(addressKey))].filter(Boolean)
}

/** The message of ours that one of these ids or Message-IDs names. One query. */
export async function findSent(db: Db, ids: readonly Id[], messageIds: readonly string[]) {
  if (ids.length + messageIds.length === 0) return undefined
  return await db.selectFrom('outbox').select(['id', 'mission_id', 'invitation_id', 'state', 'to_name', 'to_address'])
    .where((one) => one.or([one('id', 'in', ['', ...ids]), one('message_id', 'in', ['', ...messageIds])])).orderBy('id', 'desc').executeTakeFirst()
}

/** Invitations that stand at an address; at most 20. One query. */
export async function listStandingAt(db: Db, address: string): Promise<{ id: Id; mission_id: Id }[]> {
  if (address === '') return []
  return await db.selectFrom('invitation').innerJoin('person', 'person.id', 'invitation.person_id').select(['invitation.id', 'invitation.mission_id']).where('invitation.state', '=', 'invited')
    .where((one) => one.or([one(sql<string>`lower(invitation.sent_address)`, '=', addressKey(address)), one(sql<string>`lower(person.email)`, '=', addressKey(address))])).orderBy('invitation.id', 'desc').limit(20).execute()
}

/** True when a proposal with this UID, SEQUENCE and DTSTAMP is here. */
export async function isProposed(db: Db, uid: string, sequence: number, stampMs: Instant): Promise<boolean> {
  return (await db.selectFrom('received_mail').select('id').where('uid', '=', uid).where('kind', '=', 'counter').where('sequence', '=', sequence).where('stamp_ms', '=', stampMs).executeTakeFirst()) !== undefined
}

/** A message that a relay had taken came back; false when it was settled otherwise before. */
export async function markBounced(tx: Tx, id: Id, code: number | null, text: string): Promise<boolean> {
  const result = await tx.updateTable('outbox').set({ state: 'bounced', owner: null, lease_until_ms: null, strikes: 0, last_code: code, last_text: `Came back: ${text}`.slice(0, 500) })
    .where('id', '=', id).where('state', 'in', ['accepted', 'sending', 'retry']).executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

export async function nextTaskPosition(db: Db, missionId: Id): Promise<number> {
  const row = await db.selectFrom('task').select((one) => one.fn.max('position').as('last')).where('mission_id', '=', missionId).where('kind', '=', 'reply').executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

/** What a guest asked for up to a moment, by whatever way, and nobody has settled, of one kind. One query. */
export async function listOpenTasks(db: Db, invitationId: Id, kind: string, untilMs: Instant): Promise<Pick<ReceivedRow, 'id' | 'revision' | 'task_id'>[]> {
  return await db.selectFrom('received_mail').select(['id', 'revision', 'task_id']).where('invitation_id', '=', invitationId).where('kind', '=', kind).where('state', '=', 'task')
    .where((one) => one(one.fn.coalesce('stamp_ms', 'received_ms'), '<=', untilMs)).orderBy('id').execute()
}

/** The last time that the person of an invitation proposed, by whatever way, and what became of it. One query. */
export async function findProposal(db: Db, invitationId: Id): Promise<Pick<ReceivedRow, 'state' | 'reason' | 'start_ms' | 'end_ms' | 'proposed' | 'word'> | undefined> {
  return await db.selectFrom('received_mail').select(['state', 'reason', 'start_ms', 'end_ms', 'proposed', 'word']).where('invitation_id', '=', invitationId).where('kind', '=', 'counter').where('state', 'in', ['task', 'settled'])
    .orderBy('received_ms', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
}

type Listing = { id?: Id; states?: readonly ReceivedState[]; strangers?: boolean; before?: Id; limit?: number }

/** Messages of a mission, newest first; with `strangers` also those that belong to no mission. At most 200. One query. */
export async function listReceived(db: Db, missionId: Id, { id, states, strangers = false, before, limit = 50 }: Listing = {}) {
  let query = db.selectFrom('received_mail').leftJoin('invitation', 'invitation.id', 'received_mail.invitation_id').leftJoin('person', 'person.id', 'invitation.person_id').leftJoin('engagement', 'engagement.id', 'invitation.engagement_id')
    .selectAll('received_mail').select(['person.id as person_id', 'person.name as person_name', 'person.honorific', 'engagement.id as engagement_id', 'engagement.title as engagement_title', 'engagement.zone', 'engagement.start_ms as meeting_start_ms'])
    .where((one) => (strangers ? one.or([one('received_mail.mission_id', '=', missionId), one('received_mail.mission_id', 'is', null)]) : one('received_mail.mission_id', '=', missionId)))
  if (id) query = query.where('received_mail.id', '=', id)
  if (states) query = query.where('received_mail.state', 'in', states)
  if (before) query = query.where('received_mail.id', '<', before)
  return await query.orderBy('received_mail.id', 'desc').limit(Math.min(limit, 200)).execute()
}


export type Answerable = { id: Id; engagementTitle: string; personName: string; address: string }

/** Invitations that an answer can be given to, of people whose name has these letters; meeting by meeting, at most 200. One query. */
export async function listAnswerable(db: Db, missionId: Id, nameKey = ''): Promise<Answerable[]> {
  let query = db.selectFrom('invitation').innerJoin('person', 'person.id', 'invitation.person_id').innerJoin('engagement', 'engagement.id', 'invitation.engagement_id')
    .select(['invitation.id', 'invitation.sent_address', 'person.name', 'person.honorific', 'engagement.title']).where('invitation.mission_id', '=', missionId).where('invitation.state', '=', 'invited')
  if (nameKey !== '') query = query.where('person.name_key', 'like', `%${nameKey.replace(/[%_]/g, ' ')}%`)
  const rows = await query.orderBy('engagement.day').orderBy('engagement.start_minute').orderBy('engagement.id').orderBy('person.sort_key').orderBy('invitation.id').limit(200).execute()
  return rows.map((row) => ({ id: row.id, engagementTitle: row.title, personName: [row.honorific, row.name].filter(Boolean).join(' '), address: row.sent_address }))
}

/** How many messages stand in each state. One query. */
export async function countReceived(db: Db, missionId: Id, strangers = false): Promise<Partial<Record<ReceivedState, number>>> {
  const rows = await db.selectFrom('received_mail').select((one) => ['state', one.fn.countAll<number>().as('n')])
    .where((one) => (strangers ? one.or([one('mission_id', '=', missionId), one('mission_id', 'is', null)]) : one('mission_id', '=', missionId))).groupBy('state').execute()
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]))
}

/** The same of every mission and of none, for the operator. One query. */
export async function countEveryReceived(db: Db): Promise<Record<ReceivedState, number>> {
  const rows = await db.selectFrom('received_mail').select((one) => ['state', one.fn.countAll<number>().as('n')]).groupBy('state').execute()
  const counts = Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]))
  return Object.fromEntries(RECEIVED_STATES.map((state) => [state, counts[state] ?? 0])) as Record<ReceivedState, number>
}

/** One message of this mission or, with `strangers`, of none. One query. */
export async function findReceived(db: Db, missionId: Id, id: Id, strangers = false): Promise<ReceivedRow | undefined> {
  return await db.selectFrom('received_mail').selectAll().where('id', '=', id)
    .where((one) => (strangers ? one.or([one('mission_id', '=', missionId), one('mission_id', 'is', null)]) : one('mission_id', '=', missionId))).executeTakeFirst()
}

/** The message as it came in; undefined when it was too large to keep. */
export async function findSource(db: Db, id: Id): Promise<Uint8Array | undefined> {
  return (await db.selectFrom('received_source').select('bytes').where('mail_id', '=', id).executeTakeFirst())?.bytes
}

export type Undeliverable = { personId: Id; name: string; address: string; code: number | null; text: string }

/** People whose present address refused the last message that was tried there, or whose message came back. One query. */
export async function listUndeliverable(db: Db, missionId: Id, personId?: Id): Promise<Undeliverable[]> {
  let query = db.selectFrom('outbox').innerJoin('person', 'person.id', 'outbox.person_id')
    .select(['person.id', 'person.name', 'person.honorific', 'outbox.to_address', 'outbox.last_code', 'outbox.last_text'])
    .where('outbox.mission_id', '=', missionId).where((one) => one.or([one('outbox.state', '=', 'bounced'), one.and([one('outbox.state', '=', 'failed'), one('outbox.last_code', '>=', 500)])]))
    .where(sql<boolean>`lower(outbox.to_address) = lower(person.email)`)
    .where((one) => one.not(one.exists(one.selectFrom('outbox as later').select('later.id').whereRef('later.person_id', '=', 'outbox.person_id').whereRef('later.to_address', '=', 'outbox.to_address').whereRef('later.id', '>', 'outbox.id')
      .where('later.state', 'in', ['accepted', 'bounced', 'failed']))))
  if (personId) query = query.where('person.id', '=', personId)
  const rows = await query.orderBy('person.sort_key').orderBy('person.id').limit(200).execute()
  return rows.map((row) => ({ personId: row.id, name: [row.honorific, row.name].filter(Boolean).join(' '), address: row.to_address, code: row.last_code, text: row.last_text }))
}
