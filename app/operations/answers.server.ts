import { answerable, asAnswer } from '#app/domain/calendar/answers.ts'
import type { Given } from '#app/domain/calendar/answers.ts'
import type { Id } from '#app/domain/ids.ts'
import { missionNow } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'
import type { GuestAnswerInput, RecordAnswerInput } from '#app/operations/invitations.input.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Refused } from '#app/operations/perform.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Database } from '#db/database.server.ts'
import { factsIn, findInvitation } from '#db/invitations.server.ts'
import type { InvitationRow } from '#db/invitations.server.ts'

type Answered = { done: true; actId: Id }
/** Why a guest cannot answer; `newer` means that the time was changed after the page was opened. */
export type CannotAnswer = 'gone' | 'stale' | 'cancelled' | 'replaced' | 'over' | 'archived' | 'newer'

/** The guest's own answer, as often as they like until it is over. The caller has checked that they hold the link. */
export async function answerByGuest(database: Database, invitationId: Id, input: GuestAnswerInput, nowMs: Instant): Promise<Answered | { done: false; because: CannotAnswer }> {
  const guest = await findInvitation(database.read, invitationId)
  if (!guest) return { done: false, because: 'gone' }
  const scope = { database, nowMs, mission: { id: guest.mission_id }, actor: { accountId: null, name: nameOf(guest), email: '', zone: 'UTC', city: '' } }
  return await perform(scope, async (tx, begin) => {
    const row = await findInvitation(tx, invitationId)
    const because = row ? whyNot(row, input.sequence, nowMs) : 'gone'
    if (!row || because) return { done: false as const, because: because ?? ('gone' as const) }
    const edit = await begin({ verb: 'reply', noun: 'invitation', subjectId: row.engagement_id, subjectTitle: factsIn(row)?.title ?? '', facts: { to: answerWords(input.answer, input.deputy) }, undoable: false })
    await edit.update('invitation', row.id, null, columnsOf(input, { by: nameOf(row), channel: 'page', sequence: input.sequence, nowMs }))
    return { done: true as const, actId: edit.actId }
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/** With their honorific. */
export function nameOf(row: Pick<Found, 'honorific' | 'name'>): string {
  return [row.honorific, row.name].filter(Boolean).join(' ')
}

function whyNot(row: Found, sequence: number, nowMs: Instant): CannotAnswer | undefined {
  if (row.archived_ms !== null) return 'archived'
  if (row.state === 'cancelled' || row.state === 'replaced') return row.state
  if (row.state !== 'invited') return 'gone'
  const clock = row.clock_show_ms === null || row.clock_from_ms === null ? null : { showMs: row.clock_show_ms, fromMs: row.clock_from_ms }
  if (!answerable({ state: row.state, facts: factsIn(row) }, missionNow(clock, nowMs))) return 'over'
  return sequence < row.asked_sequence || sequence > row.sequence ? 'newer' : undefined
}

/** An answer that came by phone, letter, in person or mail: who wrote it down, and when. Also after it is over. */
export async function recordAnswer(scope: Scope, input: RecordAnswerInput): Promise<Answered | Refused<'cancelled'>> {
  return await perform(scope, async (tx, begin) => {
    const row = await findInvitation(tx, input.invitation)
    if (!row || row.mission_id !== scope.mission.id || row.state === 'none' || row.state === 'replaced') return { done: false as const, because: 'gone' as const }
    if (row.state === 'cancelled') return { done: false as const, because: 'cancelled' as const }
    const to = input.answer === 'none' ? 'none yet' : answerWords(input.answer, input.deputy)
    const from = row.answer === 'none' ? '' : answerWords(asAnswer(row.answer) as Given, row.deputy_name)
    const edit = await begin({ verb: 'answer', noun: 'invitation', subjectId: row.engagement_id, subjectTitle: nameOf(row), facts: { from, to, channel: input.channel } })
    await edit.update('invitation', row.id, input.revision, columnsOf(input, { by: scope.actor.name, channel: input.channel, sequence: row.sequence, nowMs: scope.nowMs }))
    return { done: true as const, actId: edit.actId }
  })
}

type Said = { answer: string; word: string; deputy: string; title: string }
type Coming = { by: string; channel: string; sequence: number; nowMs: Instant }

/** What an answer that came by no message of its own writes. */
export function columnsOf({ answer, word, deputy, title }: Said, { by, channel, sequence, nowMs }: Coming): Partial<InvitationRow> {
  const sendsDeputy = answer === 'deputy'
  return {
    answer, answer_ms: nowMs, answer_by: by, answer_channel: channel, answer_sequence: sequence, answer_word: word, earlier_answer: 'none',
    deputy_name: sendsDeputy ? deputy : '', deputy_title: sendsDeputy ? title : '', answer_stamp_ms: null, answer_unverified: 0,
  }
}

const WORDS: Record<Given, string> = { accepted: 'accepted', tentative: 'perhaps', declined: 'declined', deputy: 'a deputy' }

/** 'accepted', 'a deputy, Name'. */
export function answerWords(answer: Given, deputy: string): string {
  return answer === 'deputy' && deputy ? `a deputy, ${deputy}` : WORDS[answer]
}
