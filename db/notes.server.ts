/** Notes of a mission's meetings, their revisions, and the meetings whose note is due. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { NEVER_NOTED, noteDue } from '#app/domain/meetings/notes.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Db, Tx } from '#db/database.server.ts'
import type { Dialect } from '#db/dialect.ts'
import { placeNameOn } from '#db/places.server.ts'
import { NOT_COUNTED } from '#db/shell.server.ts'
import { hashOf } from '#db/tokens.server.ts'

/** Rows on one page of any list of notes and evidence. */
export const LIST_PAGE = 50
const OPENING = 400

function meetings(db: Db, missionId: Id) {
  return db.selectFrom('engagement').innerJoin('stop', 'stop.id', 'engagement.stop_id').innerJoin('place', 'place.id', 'stop.place_id')
    .where('engagement.mission_id', '=', missionId)
    .select(['engagement.id as engagement_id', 'engagement.title', 'engagement.day', 'engagement.start_minute', 'engagement.end_minute', 'engagement.zone', 'engagement.kind as meeting_kind', 'engagement.status as meeting_status', 'stop.id as stop_id'])
    .select(placeNameOn('place', 'engagement.day').as('city'))
}

/** One meeting as a note names it; undefined when it is not of this mission. */
export async function findMeeting(db: Db, missionId: Id, engagementId: Id) {
  return await meetings(db, missionId).where('engagement.id', '=', engagementId).executeTakeFirst()
}

/** Whose eyes: a private note is there for its author alone, and for nobody where no reader is named. */
export type Reader = Id | null

/** The notes that a reader may know of. */
export function readableBy(reader: Reader) {
  return reader === null ? sql<boolean>`note.private = 0` : sql<boolean>`(note.private = 0 or note.author_id = ${reader})`
}

type NoteFilter = { stopId?: Id | undefined; engagementId?: Id | undefined; text?: string; page?: number; reader?: Reader }

/** Notes, the latest meeting first; one more than a page holds when there are more. One query. */
export async function listNotes(db: Db, missionId: Id, { stopId, engagementId, text = '', page = 1, reader = null }: NoteFilter = {}) {
  let query = meetings(db, missionId).innerJoin('note', 'note.engagement_id', 'engagement.id').where('note.mission_id', '=', missionId).where(readableBy(reader))
    .select(['note.id', 'note.author_name', 'note.private', 'note.language', 'note.status', 'note.sample', 'note.changed_ms', 'note.number'])
    .select(sql<string>`substr(note.body, 1, ${sql.lit(OPENING)})`.as('opening'))
    .select((one) => one.selectFrom('excerpt').select((n) => n.fn.countAll<number>().as('n')).whereRef('excerpt.note_id', '=', 'note.id').as('excerpts'))
  if (stopId) query = query.where('engagement.stop_id', '=', stopId)
  if (engagementId) query = query.where('engagement.id', '=', engagementId)
  const key = foldKey(text)
  if (key) query = query.where((one) => one.or([one('note.body_key', 'like', `%${key}%`), one('engagement.title_key', 'like', `%${key}%`)]))
  return await query.orderBy('engagement.day', 'desc').orderBy(sql`coalesce(engagement.start_minute, 0)`, 'desc').orderBy('note.id', 'desc')
    .limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()
}

/** One note with its meeting; undefined when it is not of this mission, or private to somebody else. */
export async function loadNote(db: Db, missionId: Id, noteId: Id, reader: Reader = null) {
  return await meetings(db, missionId).innerJoin('note', 'note.engagement_id', 'engagement.id').where('note.mission_id', '=', missionId).where('note.id', '=', noteId).where(readableBy(reader))
    .select(['note.id', 'note.private', 'note.author_id', 'note.body', 'note.language', 'note.number', 'note.status', 'note.sample', 'note.author_name', 'note.created_ms', 'note.changed_ms', 'note.revision'])
    .executeTakeFirst()
}

/** What was kept of a note, the newest first: every saved text and every text that came too late; one more than a page holds when there are more. */
export async function listRevisions(db: Db, missionId: Id, noteId: Id, page = 1) {
  return await db.selectFrom('note_revision').innerJoin('note', 'note.id', 'note_revision.note_id').where('note.mission_id', '=', missionId).where('note.id', '=', noteId)
    .select(['note_revision.number', 'note_revision.body', 'note_revision.account_name', 'note_revision.at_ms', 'note_revision.aside', 'note_revision.written_ms', 'note_revision.account_id'])
    .orderBy('note_revision.number', 'desc').limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()
}

/** The texts of a note without what they say, the newest first, to choose from. */
export async function listRevisionFaces(db: Db, noteId: Id) {
  return await db.selectFrom('note_revision').select(['number', 'account_name', 'at_ms', 'aside']).where('note_id', '=', noteId).orderBy('number', 'desc').limit(1_000).execute()
}

/** How many texts were kept of a note. */
export async function countRevisions(db: Db, noteId: Id): Promise<number> {
  const row = await db.selectFrom('note_revision').select((n) => n.fn.countAll<number>().as('n')).where('note_id', '=', noteId).executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Meetings that are over, were held or may have been, and have no note yet; the longest waiting first. */
export async function listNotesDue(db: Db, missionId: Id, now: Instant) {
  const tomorrow = sql<string>`${new Date(now + 24 * 3_600_000).toISOString().slice(0, 10)}`
  const rows = await meetings(db, missionId).where('engagement.day', '<=', tomorrow)
    .where('engagement.kind', 'not in', NOT_COUNTED).where('engagement.status', 'not in', NEVER_NOTED)
    .where((one) => one.not(one.exists(one.selectFrom('note').select('note.id').whereRef('note.engagement_id', '=', 'engagement.id').where('note.private', '=', 0))))
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, 0)`).orderBy('engagement.id').limit(LIST_PAGE).execute()
  return rows.map((row) => ({ ...row, due: noteDue({ day: row.day, startMinute: row.start_minute, endMinute: row.end_minute, zone: row.zone }, now) }))
    .filter((row) => row.due.state !== 'later')
}

/** Meetings that a note can be written for, in the order of their days. */
export async function listMeetings(db: Db, missionId: Id) {
  return await meetings(db, missionId).where('engagement.kind', 'not in', NOT_COUNTED)
    .orderBy('engagement.day').orderBy(sql`coalesce(engagement.start_minute, 0)`).limit(400).execute()
}

export type Speaker = { name: string; title: string; sourceKind: string; sample: boolean; personId: Id | null; institution: string }

/** Who may have spoken in a meeting: its appearances in protocol order, each once. */
export async function listSpeakers(db: Db, missionId: Id, engagementId: Id): Promise<Speaker[]> {
  const rows = await db.selectFrom('participation').leftJoin('person', 'person.id', 'participation.person_id').leftJoin('organisation', 'organisation.id', 'participation.organisation_id')
    .where('participation.mission_id', '=', missionId).where('participation.engagement_id', '=', engagementId)
    .select(['person.id as person_id', 'person.name', 'participation.printed_name', 'participation.printed_title', 'participation.representative_of', 'participation.sample', 'organisation.kind', 'organisation.name as organisation'])
    .orderBy('participation.precedence').orderBy('participation.id').limit(200).execute()
  const speakers = new Map<string, Speaker>()
  for (const row of rows) {
    const name = row.name ?? (row.printed_name || `Representative of ${row.representative_of || row.organisation}`)
    if (!speakers.has(name)) speakers.set(name, { name, title: row.printed_title || row.organisation || '', sourceKind: row.kind ?? '', sample: row.sample === 1, personId: row.person_id, institution: row.organisation ?? row.representative_of })
  }
  return [...speakers.values()]
}

/** The person's own note of a meeting that goes on being written, the latest; undefined when there is none. */
export async function findOwnNote(db: Db, missionId: Id, asked: { engagementId: Id; authorId: Id; isPrivate: boolean }): Promise<Id | undefined> {
  const row = await db.selectFrom('note').select('id').where('mission_id', '=', missionId).where('engagement_id', '=', asked.engagementId).where('author_id', '=', asked.authorId)
    .where('private', '=', asked.isPrivate ? 1 : 0).where('status', '=', 'saved').orderBy('created_ms', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.id
}

/** Lets one save of a note after another come, whether the note is there yet or not; on SQLite one write waits for another anyway. */
export async function lockNote(tx: Tx, dialect: Dialect, noteId: Id): Promise<void> {
  if (dialect.name === 'postgres') await sql`select pg_advisory_xact_lock(hashtextextended(${noteId}, 10))`.execute(tx)
}

/** True when the id is taken, by whichever mission and whoever may read it. */
export async function isNoteId(db: Db, noteId: Id): Promise<boolean> {
  return (await db.selectFrom('note').select('id').where('id', '=', noteId).executeTakeFirst()) !== undefined
}

/** One kept text of a note. */
export async function findRevision(db: Db, noteId: Id, number: number) {
  return await db.selectFrom('note_revision').selectAll().where('note_id', '=', noteId).where('number', '=', number).executeTakeFirst()
}

/** The number under which this very text was kept aside already. */
export async function findAside(db: Db, noteId: Id, body: string): Promise<number | undefined> {
  const row = await db.selectFrom('note_revision').select('number').where('note_id', '=', noteId).where('aside', '=', 1).where('body', '=', body).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row?.number
}

/** What a save of this very text was answered before; undefined for one that is new. */
export async function findSave(db: Db, noteId: Id, saveId: string, body: string) {
  return await db.selectFrom('note_save').selectAll().where('note_id', '=', noteId).where('id', '=', saveId).where('sent_hash', '=', hashOf(body)).executeTakeFirst()
}

type NewSave = { noteId: Id; id: string; body: string; outcome: 'saved' | 'aside' | 'cleared'; number: number; theirs?: number }

/** Remembers what a save was answered; the id of an earlier one is given to the later text. */
export async function insertSave(tx: Tx, { noteId, id, body, outcome, number, theirs }: NewSave): Promise<void> {
  const answer = { sent_hash: hashOf(body), outcome, number, theirs_number: theirs ?? null }
  await tx.insertInto('note_save').values({ note_id: noteId, id, ...answer }).onConflict((same) => same.columns(['note_id', 'id']).doUpdateSet(answer)).execute()
}

type NewNote = { engagementId: Id; authorId: Id | null; authorName: string; language: string; body: string; atMs: Instant; sample?: number; isPrivate?: boolean; writtenMs?: Instant | null }

/** A note and its first revision. A private one leaves no record but itself: `made` is undefined. */
export async function insertNote(tx: Tx, made: Edit | undefined, missionId: Id, noteId: Id, note: NewNote): Promise<void> {
  const row = {
    id: noteId, mission_id: missionId, engagement_id: note.engagementId, author_id: note.authorId, author_name: note.authorName, language: note.language,
    body: note.body, body_key: foldKey(note.body), number: 1, status: 'saved', private: note.isPrivate ? 1 : 0, sample: note.sample ?? 0, created_ms: note.atMs, changed_ms: note.atMs,
  }
  if (made) await made.insert('note', row)
  else await tx.insertInto('note').values(row).execute()
  await tx.insertInto('note_revision').values({ note_id: noteId, number: 1, body: note.body, account_id: note.authorId, account_name: note.authorName, at_ms: note.atMs, written_ms: note.writtenMs ?? null }).execute()
}

type NewRevision = { body: string; accountId: Id | null; accountName: string; atMs: Instant; aside: boolean; writtenMs?: Instant | null }

/** Keeps a text of a note under the next free number, which it returns; `aside` for one that came too late. */
export async function insertRevision(tx: Tx, noteId: Id, revision: NewRevision): Promise<number> {
  const last = await tx.selectFrom('note_revision').select((n) => n.fn.max('number').as('number')).where('note_id', '=', noteId).executeTakeFirst()
  const number = Number(last?.number ?? 0) + 1
  await tx.insertInto('note_revision').values({
    note_id: noteId, number, body: revision.body, account_id: revision.accountId, account_name: revision.accountName, at_ms: revision.atMs, aside: revision.aside ? 1 : 0, written_ms: revision.writtenMs ?? null,
  }).execute()
  return number
}

/** Lets a note say another of its texts. The texts themselves are the record of it, so that no change record holds them once more. */
export async function setNoteText(tx: Tx, noteId: Id, now: { body: string; language: string; number: number; atMs: Instant }): Promise<void> {
  await tx.updateTable('note').set((n) => ({ body: now.body, body_key: foldKey(now.body), language: now.language, number: now.number, changed_ms: now.atMs, revision: n('revision', '+', 1) }))
    .where('id', '=', noteId).execute()
}
