/** Who was told which version last, what became of its mail, and what was answered. */
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import { TROUBLES } from '#app/domain/calendar/owed.ts'
import type { Trouble } from '#app/domain/calendar/owed.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Db } from '#db/database.server.ts'

/** Its mail failed, was put aside or came back; or the answer that there is was given for a time that has changed since. */
const TROUBLED: Record<Trouble, ReturnType<typeof sql<SqlBool>>> = {
  undeliverable: sql<SqlBool>`outbox.state in ('failed', 'quarantined', 'bounced')`,
  'old-time': sql<SqlBool>`(invitation.state = 'invited' and invitation.answer = 'none' and invitation.earlier_answer not in ('', 'none'))`,
}

/** The latest message that carried the version which is held. */
const carriesIt = () => sql<SqlBool>`outbox.invitation_id = invitation.id and outbox.fifo_number = invitation.sequence
  and not exists (select 1 from outbox as later where later.invitation_id = invitation.id and later.fifo_number = invitation.sequence and later.again > outbox.again)`

type Holding = { invitationId: Id; revision: number; engagementId: Id; engagementTitle: string; personId: Id; personName: string; address: string; version: number; state: string; sentMs: number | null; answer: string; earlierAnswer: string; answerBy: string; answerChannel: string; answerMs: number | null; answerWord: string; deputyName: string; deputyTitle: string; sample: boolean; /** Of the latest message that carried this version; null when none did. */ mailState: string | null; /** How often it was sent again. */ repeats: number; /** The answer came by mail and nobody could prove from whom. */ unverified: boolean }
type HoldingFilter = { invitationId?: Id; engagementId?: Id; personId?: Id; answer?: string; only?: Trouble; limit?: number; offset?: number }

/** Who holds which version, with which answer; engagements in their order. At most 200 at once. One query. */
export async function listHoldings(db: Db, missionId: Id, { invitationId, engagementId, personId, answer, only, limit = 100, offset = 0 }: HoldingFilter = {}): Promise<Holding[]> {
  let query = db.selectFrom('invitation').innerJoin('person', 'person.id', 'invitation.person_id').innerJoin('engagement', 'engagement.id', 'invitation.engagement_id')
    .leftJoin('outbox', (join) => join.on(carriesIt))
    .selectAll('invitation').select(['person.name', 'person.honorific', 'engagement.title', 'outbox.state as mail_state', 'outbox.again'])
    .where('invitation.mission_id', '=', missionId).where('invitation.state', 'in', ['invited', 'cancelled'])
  if (engagementId) query = query.where('invitation.engagement_id', '=', engagementId)
  if (personId) query = query.where('invitation.person_id', '=', personId)
  if (invitationId) query = query.where('invitation.id', '=', invitationId)
  if (answer) query = query.where('invitation.state', '=', 'invited').where('invitation.answer', '=', answer)
  if (only) query = query.where(TROUBLED[only])
  const rows = await query.orderBy('engagement.day').orderBy('engagement.start_minute').orderBy('engagement.id').orderBy('person.sort_key').orderBy('invitation.id').limit(Math.min(limit, 200)).offset(offset).execute()
  return rows.map((row) => ({
    invitationId: row.id, revision: row.revision, engagementId: row.engagement_id, engagementTitle: row.title, personId: row.person_id, personName: [row.honorific, row.name].filter(Boolean).join(' '),
    address: row.sent_address, version: row.sequence + 1, state: row.state, sentMs: row.sent_ms, answer: row.answer, earlierAnswer: row.earlier_answer, answerBy: row.answer_by,
    answerChannel: row.answer_channel, answerMs: row.answer_ms, answerWord: row.answer_word, deputyName: row.deputy_name, deputyTitle: row.deputy_title, sample: row.sample === 1, mailState: row.mail_state, repeats: row.again ?? 0, unverified: row.answer_unverified === 1,
  }))
}

/** How the standing invitations of a mission, or of one engagement, were answered. One query. */
export async function countAnswers(db: Db, missionId: Id, engagementId?: Id): Promise<Record<'none' | 'accepted' | 'tentative' | 'declined' | 'deputy', number>> {
  let query = db.selectFrom('invitation').select((one) => ['answer', one.fn.countAll<number>().as('n')]).where('mission_id', '=', missionId).where('state', '=', 'invited')
  if (engagementId) query = query.where('engagement_id', '=', engagementId)
  return { none: 0, accepted: 0, tentative: 0, declined: 0, deputy: 0, ...Object.fromEntries((await query.groupBy('answer').execute()).map((row) => [row.answer, Number(row.n)])) }
}

/** How many of those who are listed are in each kind of trouble. One query. */
export async function countTroubles(db: Db, missionId: Id, engagementId?: Id): Promise<Record<Trouble, number>> {
  let query = db.selectFrom('invitation').leftJoin('outbox', (join) => join.on(carriesIt))
    .select(TROUBLES.map((name) => sql<number>`sum(case when ${TROUBLED[name]} then 1 else 0 end)`.as(name)))
    .where('invitation.mission_id', '=', missionId).where('invitation.state', 'in', ['invited', 'cancelled'])
  if (engagementId) query = query.where('invitation.engagement_id', '=', engagementId)
  const row = await query.executeTakeFirst()
  return { undeliverable: Number(row?.undeliverable ?? 0), 'old-time': Number(row?.['old-time'] ?? 0) }
}

/** The latest message that carried the version which an invitation stands at, with what the invitation says now. One query. */
export async function findLatestMail(db: Db, missionId: Id, invitationId: Id) {
  return await db.selectFrom('invitation').innerJoin('outbox', (join) => join.on(carriesIt)).innerJoin('engagement', 'engagement.id', 'invitation.engagement_id')
    .innerJoin('person as named', 'named.id', 'invitation.person_id').innerJoin('person', (join) => join.on((on) => on('person.id', '=', on.fn.coalesce('named.merged_into_id', 'named.id'))))
    .select(['invitation.id', 'invitation.answer', 'invitation.generation', 'invitation.engagement_id', 'invitation.sent_address', 'person.id as person_id', 'person.email', 'engagement.title', 'outbox.facts', 'outbox.state', 'outbox.again', 'outbox.expires_ms'])
    .where('invitation.mission_id', '=', missionId).where('invitation.id', '=', invitationId).where('invitation.state', 'in', ['invited', 'cancelled']).executeTakeFirst()
}
