import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import { momentWords } from '#app/domain/calendar/wording.ts'
import type { Id } from '#app/domain/ids.ts'
import { instantOf } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'
import type { ProposeTimeInput } from '#app/operations/guest.input.ts'
import { guestNow, guestScope, nameOf, whyNotAnswer } from '#app/operations/guests.server.ts'
import type { CannotAnswer } from '#app/operations/guests.server.ts'
import { perform } from '#app/operations/perform.server.ts'
import { insertPageTask, settleEarlier } from '#app/operations/reply-tasks.server.ts'
import type { Database } from '#db/database.server.ts'
import { factsIn, findInvitation } from '#db/invitations.server.ts'

type Wrong = 'past' | 'gap' | 'same'
type Proposed = { done: true; actId: Id } | { done: false; because: CannotAnswer | Wrong }

/** Another time that a guest would rather have: a task for the team. The invitation and its answer stay as they are. */
export async function proposeTime(database: Database, invitationId: Id, input: ProposeTimeInput, nowMs: Instant): Promise<Proposed> {
  const guest = await findInvitation(database.read, invitationId)
  if (!guest) return { done: false, because: 'gone' }
  return await perform(guestScope(database, guest, nameOf(guest), nowMs), async (tx, begin): Promise<Proposed> => {
    const row = await findInvitation(tx, invitationId)
    const facts = row && factsIn(row)
    if (!row || !facts) return { done: false, because: 'gone' }
    const because = whyNotAnswer(row, input.sequence, nowMs) ?? wrongTime(input, facts, guestNow(row, nowMs))
    if (because) return { done: false, because }
    const { startMs, endMs } = instantsOf(input, facts)
    const proposed = momentWords(startMs, endMs, facts)
    const edit = await begin({ verb: 'propose', noun: 'invitation', subjectId: row.engagement_id, subjectTitle: facts.title, facts: { to: proposed }, undoable: false })
    await settleEarlier(tx, edit, row, 'counter', nowMs)
    await insertPageTask(tx, edit, row, { kind: 'counter', sequence: input.sequence, word: input.word, start_ms: startMs, end_ms: endMs, proposed }, nowMs)
    return { done: true, actId: edit.actId }
  })
}

function instantsOf({ day, start, end }: ProposeTimeInput, { zone }: InvitationFacts): { startMs: Instant; endMs: Instant | null } {
  return { startMs: instantOf(day, start, zone).at, endMs: end === null ? null : instantOf(day, end, zone).at }
}

function wrongTime(input: ProposeTimeInput, facts: InvitationFacts, clockMs: Instant): Wrong | undefined {
  const { startMs, endMs } = instantsOf(input, facts)
  if (instantOf(input.day, input.start, facts.zone).problem === 'gap') return 'gap'
  if (startMs <= clockMs) return 'past'
  return startMs === facts.startMs && endMs === facts.endMs ? 'same' : undefined
}
