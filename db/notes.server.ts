/** Notes of a mission's meetings, their revisions, and the meetings whose note is due. */
import { sql } from 'kysely'
import type { Id } from '#app/domain/ids.ts'
import { NEVER_NOTED, noteDue } from '#app/domain/meetings/notes.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { placeNameOn } from '#db/places.server.ts'
import { NOT_COUNTED } from '#db/shell.server.ts'

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

type NoteFilter = { stopId?: Id | undefined; engagementId?: Id | undefined; text?: string; page?: number }

/** Notes, the latest meeting first; one more than a page holds when there are more. One query. */
export async function listNotes(db: Db, missionId: Id, { stopId, engagementId, text = '', page = 1 }: NoteFilter = {}) {
  let query = meetings(db, missionId).innerJoin('note', 'note.engagement_id', 'engagement.id').where('note.mission_id', '=', missionId)
    .select(['note.id', 'note.author_name', 'note.language', 'note.status', 'note.sample', 'note.changed_ms', 'note.number'])
    .select(sql<string>`substr(note.body, 1, ${sql.lit(OPENING)})`.as('opening'))
    .select((one) => one.selectFrom('excerpt').select((n) => n.fn.countAll<number>().as('n')).whereRef('excerpt.note_id', '=', 'note.id').as('excerpts'))
  if (stopId) query = query.where('engagement.stop_id', '=', stopId)
  if (engagementId) query = query.where('engagement.id', '=', engagementId)
  const key = foldKey(text)
  if (key) query = query.where((one) => one.or([one('note.body_key', 'like', `%${key}%`), one('engagement.title_key', 'like', `%${key}%`)]))
  return await query.orderBy('engagement.day', 'desc').orderBy(sql`coalesce(engagement.start_minute, 0)`, 'desc').orderBy('note.id', 'desc')
    .limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()
}

/** One note with its meeting; undefined when it is not of this mission. */
export async function loadNote(db: Db, missionId: Id, noteId: Id) {
  return await meetings(db, missionId).innerJoin('note', 'note.engagement_id', 'engagement.id').where('note.mission_id', '=', missionId).where('note.id', '=', noteId)
    .select(['note.id', 'note.body', 'note.language', 'note.number', 'note.status', 'note.sample', 'note.author_name', 'note.created_ms', 'note.changed_ms', 'note.revision'])
    .executeTakeFirst()
}

/** What was kept of a note, the newest first: every saved text and every text that came too late; one more than a page holds when there are more. */
export async function listRevisions(db: Db, missionId: Id, noteId: Id, page = 1) {
  return await db.selectFrom('note_revision').innerJoin('note', 'note.id', 'note_revision.note_id').where('note.mission_id', '=', missionId).where('note.id', '=', noteId)
    .select(['note_revision.number', 'note_revision.body', 'note_revision.account_name', 'note_revision.at_ms', 'note_revision.aside'])
    .orderBy('note_revision.number', 'desc').limit(LIST_PAGE + 1).offset((page - 1) * LIST_PAGE).execute()
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
    .where((one) => one.not(one.exists(one.selectFrom('note').select('note.id').whereRef('note.engagement_id', '=', 'engagement.id'))))
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

type NewNote = { engagementId: Id; authorId: Id | null; authorName: string; language: string; body: string; atMs: Instant; sample?: number }

/** A note and its first revision. */
export async function insertNote(tx: Tx, made: Edit, missionId: Id, noteId: Id, note: NewNote): Promise<void> {
  await made.insert('note', {
    id: noteId, mission_id: missionId, engagement_id: note.engagementId, author_id: note.authorId, author_name: note.authorName, language: note.language,
    body: note.body, body_key: foldKey(note.body), number: 1, status: 'saved', sample: note.sample ?? 0, created_ms: note.atMs, changed_ms: note.atMs,
  })
  await tx.insertInto('note_revision').values({ note_id: noteId, number: 1, body: note.body, account_name: note.authorName, at_ms: note.atMs }).execute()
}

/** Keeps a text of a note under the next free number, which it returns; `aside` for one that came too late. */
export async function insertRevision(tx: Tx, noteId: Id, revision: { body: string; accountName: string; atMs: Instant; aside: boolean }): Promise<number> {
  const last = await tx.selectFrom('note_revision').select((n) => n.fn.max('number').as('number')).where('note_id', '=', noteId).executeTakeFirst()
  const number = Number(last?.number ?? 0) + 1
  await tx.insertInto('note_revision').values({ note_id: noteId, number, body: revision.body, account_name: revision.accountName, at_ms: revision.atMs, aside: revision.aside ? 1 : 0 }).execute()
  return number
}
