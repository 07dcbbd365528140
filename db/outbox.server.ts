/** The mail queue as operations, pages and the command line see it; `outbox-claims.server.ts` is the drain's side. */
import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, Insertable, SqlBool } from 'kysely'
import { domainOf } from '#app/domain/people/mailbox.ts'
import { queryWords } from '#app/domain/find.ts'
import type { Id } from '#app/domain/ids.ts'
import { isInvitation, isQuestionnaire } from '#app/domain/notices.ts'
import type { InvitationNotice, MailState, Notice, QuestionnaireNotice } from '#app/domain/notices.ts'
import type { Instant } from '#app/domain/time.ts'
import type { Db, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import type { OutboxTable, Schema } from '#db/schema.ts'

export const UNSENT = ['queued', 'retry'] as const
const ROWS_AT_ONCE = 200

export type Queued = { notice: InvitationNotice; missionId: Id; dispatchId: Id; engagementId: Id; personId: Id; leaveMs: Instant; expiresMs: Instant; /** The how manieth repetition of a version it is. */ again?: number }

/** Puts reviewed invitations into the queue; they leave at `leaveMs`, and not at all when `expiresMs` comes first. */
export async function queueInvitations(tx: Tx, mails: readonly Queued[]): Promise<void> {
  const rows = mails.map(({ notice, missionId, dispatchId, engagementId, personId, leaveMs, expiresMs, again = 0 }) => ({
    ...rowOf(notice, notice.facts.organiser.address), mission_id: missionId, dispatch_id: dispatchId, invitation_id: notice.invitationId, engagement_id: engagementId,
    person_id: personId, fifo_key: notice.uid, fifo_number: notice.sequence, dedupe_key: `${notice.uid}|${notice.kind === 'cancel' ? 'CANCEL' : 'REQUEST'}|${notice.sequence}${again > 0 ? `|${again}` : ''}`,
    again, next_ms: leaveMs, expires_ms: expiresMs,
  }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await tx.insertInto('outbox').values(rows.slice(at, at + ROWS_AT_ONCE)).execute()
}

export type SignInMail = { to: string; name: string; link: string; code: string; nowMs: Instant; expiresMs: Instant }

/** A sign-in mail: never held, never stopped by a pause, given up when its link is dead, erased once a real relay has it. */
export async function queueSignInMail(tx: Tx, mail: SignInMail): Promise<void> {
  const notice: Notice = { kind: 'sign-in', stampMs: mail.nowMs, to: { name: mail.name, address: mail.to }, link: mail.link, code: mail.code }
  const row = rowOf(notice, mail.to)
  await tx.insertInto('outbox').values({ ...row, fifo_key: row.id, fifo_number: 0, dedupe_key: row.id, next_ms: mail.nowMs, expires_ms: mail.expiresMs, secret: 1 }).execute()
}

/** A request to an organisation, or a reminder of it: one at a time for each request, stopped by a pause as invitations are. */
export async function queueQuestionnaireMail(tx: Tx, missionId: Id, notice: QuestionnaireNotice, number: number, leaveMs: Instant): Promise<void> {
  const row = rowOf(notice, notice.from.address)
  await tx.insertInto('outbox').values({ ...row, mission_id: missionId, fifo_key: notice.requestId, fifo_number: number, dedupe_key: `${notice.requestId}|${row.id}`, next_ms: leaveMs }).execute()
}

/** Takes what has not left yet of a request out of the queue; returns how many messages. */
export async function dropQuestionnaireMails(tx: Tx, requestId: Id, why: string): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('outbox').set({ state: 'cancelled', last_text: why }).where('fifo_key', '=', requestId).where('state', 'in', UNSENT).executeTakeFirst()
  return Number(numUpdatedRows)
}

type Unplaced = Omit<Insertable<OutboxTable>, 'fifo_key' | 'fifo_number' | 'dedupe_key' | 'next_ms'>

/** The Message-ID is fixed here: every copy that a relay may get carries the same. */
function rowOf(notice: Notice, near: string): Unplaced {
  const id = newId(notice.stampMs)
  return {
    id, kind: notice.kind, message_id: `<${id}@${near.slice(near.lastIndexOf('@') + 1)}>`, to_address: notice.to.address, to_domain: domainOf(notice.to.address), to_name: notice.to.name,
    facts: JSON.stringify(notice), state: 'queued', created_ms: notice.stampMs,
  }
}

/** What a row says; undefined after its content was erased. */
export function noticeOf(facts: string): Notice | undefined {
  const notice = JSON.parse(facts) as Partial<Notice>
  return notice.kind === undefined ? undefined : (notice as Notice)
}

/** Keeps other sendings of a mission, and the drain from its waiting messages, away until this transaction ends. */
export async function lockQueue(tx: Tx, missionId: Id): Promise<void> {
  await tx.updateTable('mission').set({ title: sql<string>`title` }).where('id', '=', missionId).execute()
  await tx.updateTable('outbox').set({ owner: sql<null>`owner` }).where('mission_id', '=', missionId).where('state', 'in', UNSENT).execute()
}

/** Takes unsent messages of these UIDs out of the queue, because this dispatch replaces or withdraws them. */
export async function supersede(tx: Tx, uids: readonly string[], dispatchId: Id): Promise<void> {
  for (let at = 0; at < uids.length; at += ROWS_AT_ONCE) {
    await tx.updateTable('outbox').set({ state: 'cancelled', superseded_by_id: dispatchId, last_text: 'A newer version takes its place' })
      .where('fifo_key', 'in', uids.slice(at, at + ROWS_AT_ONCE)).where('state', 'in', UNSENT).where('dispatch_id', '<>', dispatchId).execute()
  }
}

/**
 * Takes a whole dispatch back: all of its messages, or none once one of them was ever tried. What it had superseded returns to
 * the queue; its own rows keep no claim to a UID and SEQUENCE, since nobody has seen them.
 */
export async function unqueueDispatch(tx: Tx, dispatchId: Id): Promise<boolean> {
  const left = await tx.selectFrom('outbox').select('id').where('dispatch_id', '=', dispatchId)
    .where((row) => row.or([row('state', '<>', 'queued'), row('attempts', '>', 0), row.exists(row.selectFrom('outbox_try').select('outbox_try.id').whereRef('outbox_try.outbox_id', '=', 'outbox.id'))])).limit(1).executeTakeFirst()
  if (left) return false
  const detached = sql<string>`'undone ' || id`
  const undone = { state: 'cancelled', invitation_id: null, fifo_key: detached, dedupe_key: detached, last_text: 'Taken back before it left' }
  await tx.updateTable('outbox').set(undone).where('dispatch_id', '=', dispatchId).where('state', '=', 'queued').execute()
  await tx.updateTable('outbox').set({ state: sql<string>`case when attempts > 0 then 'retry' else 'queued' end`, superseded_by_id: null, last_text: '' })
    .where('superseded_by_id', '=', dispatchId).where('state', '=', 'cancelled').execute()
  return true
}

/** Ends the hold of a dispatch. */
export async function leaveNow(tx: Tx, dispatchId: Id, nowMs: Instant): Promise<void> {
  await tx.updateTable('outbox').set({ next_ms: nowMs }).where('dispatch_id', '=', dispatchId).where('state', '=', 'queued').where('next_ms', '>', nowMs).execute()
}

/** Puts a message that failed or waits back to the front; false when it is not waiting for that or a newer version exists. */
export async function retryMail(tx: Tx, id: Id, nowMs: Instant, missionId?: Id): Promise<boolean> {
  let query = tx.updateTable('outbox').set({ state: 'queued', next_ms: nowMs, created_ms: nowMs, strikes: 0, attempts: 0, last_text: '' })
    .where('id', '=', id).where('state', 'in', ['failed', 'quarantined', 'retry', 'bounced']).where('facts', '<>', '{}')
    .where((row) => row.not(row.exists(row.selectFrom('outbox as newer').select('newer.id').whereRef('newer.fifo_key', '=', 'outbox.fifo_key').whereRef('newer.fifo_number', '>', 'outbox.fifo_number'))))
  if (missionId !== undefined) query = query.where('mission_id', '=', missionId)
  return Number((await query.executeTakeFirst()).numUpdatedRows) === 1
}

/** Ends a message that waits or was put aside, for good unless somebody tries it again; false when it is on its way or settled. */
export async function giveUpMail(tx: Tx, id: Id, byName: string, missionId: Id): Promise<boolean> {
  const result = await tx.updateTable('outbox').set({ state: 'failed', last_code: null, last_text: `Given up by ${byName}` })
    .where('id', '=', id).where('mission_id', '=', missionId).where('state', 'in', [...UNSENT, 'quarantined']).executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** All that failed or was quarantined, of every mission; returns how many are tried again. */
export async function retryAll(tx: Tx, nowMs: Instant): Promise<number> {
  const stuck = await tx.selectFrom('outbox').select('id').where('state', 'in', ['failed', 'quarantined', 'retry']).limit(10_000).execute()
  let count = 0
  for (const { id } of stuck) if (await retryMail(tx, id, nowMs)) count++
  return count
}

const PAUSED = 'outbox.paused'
type Pause = { byName: string; atMs: Instant }

/** Stops or resumes the mail of one mission, or of the installation (`missionId` null). Sign-in mails go on. */
export async function setPaused(tx: Tx, missionId: Id | null, pause: Pause | null): Promise<void> {
  const key = missionId === null ? PAUSED : `${PAUSED}.${missionId}`
  await tx.deleteFrom('setting').where('key', '=', key).execute()
  if (pause) await tx.insertInto('setting').values({ key, value: JSON.stringify(pause) }).execute()
}

/** Who stopped the mail of this mission, or of the whole installation. */
export async function findPause(db: Db, missionId: Id | null): Promise<{ mission: Pause | null; everywhere: Pause | null }> {
  const rows = await db.selectFrom('setting').selectAll().where('key', 'in', [PAUSED, `${PAUSED}.${missionId}`]).execute()
  const read = (key: string): Pause | null => {
    const row = rows.find((candidate) => candidate.key === key)
    return row ? (JSON.parse(row.value) as Pause) : null
  }
  return { mission: read(`${PAUSED}.${missionId}`), everywhere: read(PAUSED) }
}

export type MailRow = {
  id: Id; missionId: Id | null; kind: string; state: MailState; toName: string; toAddress: string; title: string; sequence: number | null; createdMs: Instant; nextMs: Instant
  acceptedMs: Instant | null; attempts: number; lastCode: number | null; lastText: string; secret: boolean; dispatchId: Id | null; engagementId: Id | null
  personId: Id | null; domain: string; uncertain: boolean
}
type MailFilter = { missionIds?: readonly Id[]; dispatchId?: Id; states?: readonly MailState[]; withSecrets?: boolean; text?: string; before?: Id; limit?: number }

/** Messages, newest first; `before` pages on from an id. `text` is looked for in addresses, names and titles, in any spelling. */
export async function listMails(db: Db, { missionIds, dispatchId, states, withSecrets = true, text = '', before, limit = 50 }: MailFilter): Promise<MailRow[]> {
  if (missionIds?.length === 0) return []
  let query = db.selectFrom('outbox')
    .select(['id', 'mission_id', 'kind', 'state', 'to_name', 'to_address', 'facts', 'created_ms', 'next_ms', 'accepted_ms', 'attempts', 'last_code', 'last_text', 'secret', 'dispatch_id', 'engagement_id', 'person_id', 'to_domain', 'uncertain'])
    .where(saying(text))
  if (missionIds) query = query.where('mission_id', 'in', missionIds)
  if (dispatchId) query = query.where('dispatch_id', '=', dispatchId)
  if (states) query = query.where('state', 'in', states)
  if (!withSecrets) query = query.where('secret', '=', 0)
  if (before) query = query.where('id', '<', before)
  return (await query.orderBy('id', 'desc').limit(Math.min(limit, 500)).execute()).map(listed)
}

type Asking = (row: ExpressionBuilder<Schema, 'outbox'>) => Expression<SqlBool>

/** Messages with the text in their address, or all of its words, in any spelling, in the person's name or the engagement's title. */
function saying(text: string): Asking {
  const typed = text.trim().toLowerCase()
  if (typed === '') return (row) => row.and([])
  const inAddress = sql<SqlBool>`lower(outbox.to_address) like ${`%${typed.replace(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`
  const words = queryWords(text).map((word) => {
    const like = `%${word}%`
    return sql<SqlBool>`(exists (select 1 from person p where p.id = outbox.person_id and p.name_key like ${like}) or exists (select 1 from engagement e where e.id = outbox.engagement_id and e.title_key like ${like}))`
  })
  return (row) => (words.length === 0 ? inAddress : row.or([inAddress, row.and(words)]))
}

type Listed = Pick<OutboxTable, 'mission_id' | 'kind' | 'state' | 'to_name' | 'to_address' | 'facts' | 'created_ms' | 'next_ms' | 'accepted_ms' | 'last_code' | 'dispatch_id' | 'engagement_id' | 'person_id'> & { id: Id; attempts: number; last_text: string; secret: number; to_domain: string; uncertain: number }

function listed(row: Listed): MailRow {
  const notice = noticeOf(row.facts)
  const invitation = notice && isInvitation(notice) ? notice : undefined
  return {
    id: row.id, missionId: row.mission_id, kind: row.kind, state: row.state as MailState, toName: row.to_name, toAddress: row.to_address, title: titleOf(notice),
    sequence: invitation?.sequence ?? null, createdMs: row.created_ms, nextMs: row.next_ms, acceptedMs: row.accepted_ms, attempts: row.attempts, lastCode: row.last_code,
    lastText: row.last_text, secret: row.secret === 1, dispatchId: row.dispatch_id, engagementId: row.engagement_id,
    personId: row.person_id, domain: row.to_domain, uncertain: row.uncertain === 1,
  }
}

function titleOf(notice: Notice | undefined): string {
  if (notice && isInvitation(notice)) return notice.facts.title
  return notice && isQuestionnaire(notice) ? notice.title : 'Sign in to Caravan'
}

/** One message with its bytes, which are null until it was composed and after it was erased. */
export async function findMail(db: Db, id: Id): Promise<(MailRow & { mime: Uint8Array | null; facts: string; messageId: string; uid: string; expiresMs: Instant | null }) | undefined> {
  const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...listed(row), mime: row.mime, facts: row.facts, messageId: row.message_id, uid: row.fifo_key, expiresMs: row.expires_ms }
}

/** Messages that failed, came back or were put aside and that nothing newer has taken the place of. One query. */
export async function countStuck(db: Db, missionId: Id): Promise<number> {
  const row = await db.selectFrom('outbox').innerJoin('invitation', 'invitation.id', 'outbox.invitation_id').select((one) => one.fn.countAll<number>().as('n'))
    .where('outbox.mission_id', '=', missionId).where('outbox.state', 'in', ['failed', 'quarantined', 'bounced']).where('invitation.state', '<>', 'replaced')
    .whereRef('invitation.sequence', '=', 'outbox.fifo_number').executeTakeFirstOrThrow()
  return Number(row.n)
}

/** How many messages of these missions stand in these states. One query. */
export async function countMailsOf(db: Db, missionIds: readonly Id[], states: readonly MailState[]): Promise<number> {
  if (missionIds.length === 0) return 0
  const row = await db.selectFrom('outbox').select((one) => one.fn.countAll<number>().as('n')).where('mission_id', 'in', missionIds).where('state', 'in', states).executeTakeFirstOrThrow()
  return Number(row.n)
}

/** How many messages of a mission, or of all, stand in each state; with a text, of those that say it. One query. */
export async function countMails(db: Db, missionId: Id | null, find = ''): Promise<Partial<Record<MailState, number>>> {
  let query = db.selectFrom('outbox').select((row) => ['state', row.fn.countAll<number>().as('n')]).where(saying(find)).groupBy('state')
  if (missionId !== null) query = query.where('mission_id', '=', missionId)
  return Object.fromEntries((await query.execute()).map((row) => [row.state, Number(row.n)]))
}
