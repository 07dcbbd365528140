import { answerable, asAnswer } from '#app/domain/calendar/answers.ts'
import { decideBounce } from '#app/domain/calendar/bounces.ts'
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import type { Letter, LetterTime } from '#app/domain/calendar/letter.ts'
import { decideReply, eventOf } from '#app/domain/calendar/replies.ts'
import type { Asked, Verdict } from '#app/domain/calendar/replies.ts'
import { momentWords } from '#app/domain/calendar/wording.ts'
import type { Id } from '#app/domain/ids.ts'
import { addressKey } from '#app/domain/people/address.ts'
import { missionNow } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'
import { answerWords, nameOf } from '#app/operations/guests.server.ts'
import { replyTask, settleEarlier } from '#app/operations/reply-tasks.server.ts'
import { edit } from '#db/changes.server.ts'
import type { Database, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { factsIn } from '#db/invitations.server.ts'
import { findAskedByUid, findSent, insertReceived, isProposed, isReceived, listAddresses, listStandingAt, markBounced, saveCursor } from '#db/received.server.ts'
import type { Cursor, ReceivedRow } from '#db/received.server.ts'

/** A message as the inbox hands it in. `key` is one for all of its copies; `sentIds` are ids of ours that its recipients carry. */
export type Arrived = { letter: Letter; source: Uint8Array | null; key: string; sentIds: Id[]; cursor: Cursor }
export type Received = 'known' | 'answer' | 'deputy' | 'counter' | 'bounce' | 'review' | 'idle'

/**
 * One message, one transaction: what it changes, its row, and the mark from which reading goes on. A copy of one that is here
 * moves only the mark. Nothing that the message claims beyond the decision table has any effect.
 */
export async function receiveLetter(database: Database, arrived: Arrived, nowMs: Instant): Promise<Received> {
  return await database.write(async (tx) => {
    await saveCursor(tx, arrived.cursor)
    if (await isReceived(tx, arrived.key)) return 'known'
    return arrived.letter.report ? await receiveReport(tx, arrived, nowMs) : await receiveReply(tx, arrived, nowMs)
  })
}

/** Matched by the envelope alone: its sender's address and its id are ours. What a report says in words has no effect. */
async function receiveReport(tx: Tx, arrived: Arrived, nowMs: Instant): Promise<Received> {
  const { report } = arrived.letter
  if (!report) return 'idle'
  const bounce = decideBounce(report)
  const sent = await findSent(tx, [...arrived.sentIds, ...(report.envelopeId ? [report.envelopeId] : [])], [])
  const about = { outbox_id: sent?.id ?? null, mission_id: sent?.mission_id ?? null, invitation_id: sent?.invitation_id ?? null, kind: 'bounce', word: bounce.text }
  const counts = sent !== undefined && bounce.kind === 'bounced'
  const row = rowOf(arrived, nowMs, { ...about, state: counts ? 'applied' : 'kept', reason: sent ? bounce.kind : 'unknown-report' })
  if (!(await insertReceived(tx, row, arrived.source))) return 'known'
  if (counts) await markBounced(tx, sent.id, bounce.code, bounce.text)
  return counts ? 'bounce' : 'idle'
}

async function receiveReply(tx: Tx, arrived: Arrived, nowMs: Instant): Promise<Received> {
  const { letter } = arrived
  const event = eventOf(letter)
  const found = event ? await findAskedByUid(tx, event.uid) : undefined
  const near = found ? { mission_id: found.mission_id, invitation_id: found.id, outbox_id: null } : await nearestOf(tx, arrived)
  const verdict = decideReply(letter, found ? await askedOf(tx, found, nowMs) : null, near.mission_id !== null, nowMs)
  if (!found || verdict.kind === 'review' || verdict.kind === 'idle') {
    const because = verdict.kind === 'review' || verdict.kind === 'idle' ? verdict.because : 'unknown'
    const state = verdict.kind === 'idle' ? 'kept' : 'open'
    const kept = because === 'nobody' ? null : arrived.source
    return (await insertReceived(tx, rowOf(arrived, nowMs, { ...near, state, reason: because }), kept)) ? (state === 'kept' ? 'idle' : 'review') : 'known'
  }
  if (verdict.kind === 'counter' && (await isProposed(tx, found.uid, verdict.sequence, verdict.stampMs))) {
    return (await insertReceived(tx, rowOf(arrived, nowMs, { ...near, state: 'kept', reason: 'repeated' }), arrived.source)) ? 'idle' : 'known'
  }
  return await apply(tx, arrived, found, verdict, nowMs)
}

type Found = NonNullable<Awaited<ReturnType<typeof findAskedByUid>>>
type Applies = Exclude<Verdict, { kind: 'review' | 'idle' }>

async function askedOf(tx: Tx, row: Found, nowMs: Instant): Promise<Asked> {
  const facts = factsIn(row)
  const clock = row.clock_show_ms === null || row.clock_from_ms === null ? null : { showMs: row.clock_show_ms, fromMs: row.clock_from_ms }
  const byMail = row.answer_stamp_ms !== null
  return {
    state: row.state, sequence: row.sequence, askedSequence: row.asked_sequence, organiser: addressKey(facts?.organiser.address ?? ''), addresses: await listAddresses(tx, row.holder_id),
    answer: asAnswer(row.answer), earlierAnswer: asAnswer(row.earlier_answer), archived: row.archived_ms !== null,
    over: !answerable({ state: 'invited', facts }, missionNow(clock, nowMs)),
    onFile: row.answer_sequence === null || row.answer_ms === null ? null : { sequence: row.answer_sequence, atMs: row.answer_stamp_ms ?? row.answer_ms, byMail },
  }
}

/** Which of our messages, or else whose only mission, a message belongs to that names no invitation of ours. */
async function nearestOf(tx: Tx, { letter, sentIds }: Arrived): Promise<Pick<ReceivedRow, 'mission_id' | 'invitation_id' | 'outbox_id'>> {
  const sent = await findSent(tx, sentIds, letter.answersTo.map((id) => `<${id}>`))
  if (sent?.mission_id) return { mission_id: sent.mission_id, invitation_id: sent.invitation_id, outbox_id: sent.id }
  const standing = await listStandingAt(tx, letter.from?.address ?? '')
  const missions = new Set(standing.map((one) => one.mission_id))
  const [first] = standing
  return { mission_id: missions.size === 1 && first ? first.mission_id : null, invitation_id: standing.length === 1 && first ? first.id : null, outbox_id: null }
}

async function apply(tx: Tx, arrived: Arrived, row: Found, verdict: Applies, nowMs: Instant): Promise<Received> {
  const facts = factsIn(row)
  const proposal = verdict.kind === 'counter' ? proposalWords(verdict.start, verdict.end, facts) : ''
  const deputy = verdict.kind === 'deputy' ? verdict.deputy?.name || (verdict.deputy?.address ?? '') : ''
  const taskId = verdict.kind === 'answer' ? null : newId(nowMs)
  const by = nameOf(row)
  const to = verdict.kind === 'counter' ? proposal : answerWords(verdict.kind === 'answer' ? verdict.answer : 'deputy', deputy)
  const act = {
    missionId: row.mission_id, atMs: nowMs, accountId: null, actorName: by, verb: verdict.kind === 'counter' ? 'propose' : 'reply', noun: 'invitation', subjectId: row.engagement_id,
    subjectTitle: facts?.title ?? '', facts: { to, channel: 'mail', ...(verdict.earlier ? { earlier: 1 } : {}), ...(verdict.unverified ? { unverified: 1 } : {}) }, undoable: false,
  }
  const received = rowOf(arrived, nowMs, {
    mission_id: row.mission_id, invitation_id: row.id, kind: verdict.kind, state: taskId ? 'task' : 'applied', reason: verdict.earlier ? 'earlier' : '', sent_by: verdict.sentBy, stamp_ms: verdict.stampMs,
    sequence: verdict.sequence, deputy, answer: verdict.kind === 'counter' ? 'none' : verdict.kind === 'deputy' ? 'deputy' : verdict.answer, word: verdict.word,
    ...(verdict.kind === 'counter' ? { start_ms: verdict.start?.at ?? null, end_ms: verdict.end?.at ?? null, proposed: proposal } : {}),
  })
  const write = await edit(tx, act)
  await settleEarlier(tx, write, row, verdict.kind === 'counter' ? 'counter' : 'deputy', nowMs, verdict.stampMs)
  if (taskId) await write.insert('task', await replyTask(tx, taskId, row, verdict.kind === 'counter' ? `proposes ${proposal}` : `sends ${deputy || 'a deputy'}`, nowMs))
  if (!(await insertReceived(tx, { ...received, task_id: taskId }, arrived.source))) throw new Error(`A copy of ${arrived.key} came in at the same moment`)
  if (verdict.kind !== 'counter') await write.update('invitation', row.id, row.revision, answered(verdict, by, deputy, nowMs))
  return verdict.kind
}

/** An answer for a time that has changed since is kept beside the question that stands. */
function answered(verdict: Exclude<Applies, { kind: 'counter' }>, by: string, deputy: string, nowMs: Instant) {
  const answer = verdict.kind === 'answer' ? verdict.answer : 'deputy'
  const told = { answer_ms: nowMs, answer_by: by, answer_channel: 'mail', answer_sequence: verdict.sequence, answer_word: verdict.word.slice(0, 500), answer_stamp_ms: verdict.stampMs, answer_unverified: verdict.unverified ? 1 : 0 }
  return verdict.earlier ? { ...told, earlier_answer: answer } : { ...told, answer, earlier_answer: 'none', deputy_name: deputy, deputy_title: '' }
}

/** 'Wed 29 Jan 2020, 11:30–13:00 Nur-Sultan, UTC+6', or as it was written where that names no instant. */
function proposalWords(start: LetterTime | null, end: LetterTime | null, facts: InvitationFacts | null): string {
  if (!start) return 'another time'
  if (start.at === null || !facts) return start.words
  return momentWords(start.at, end?.at ?? null, facts)
}

function rowOf({ letter, key }: Arrived, nowMs: Instant, rest: Partial<ReceivedRow> & Pick<ReceivedRow, 'state'>) {
  const event = eventOf(letter)
  const calendar = letter.calendar === 'unreadable' ? null : letter.calendar
  return {
    id: newId(nowMs), kind: 'words', dedupe_key: key, message_id: letter.messageId.slice(0, 300), from_name: letter.from?.name ?? '', from_address: letter.from?.address ?? '', subject: letter.subject, sent_ms: letter.sentMs,
    received_ms: nowMs, method: (calendar?.method ?? '').slice(0, 20), uid: event?.uid ?? '', sequence: event && event.sequence !== null ? Math.min(event.sequence, 2 ** 31 - 1) : null, stamp_ms: event?.stampMs ?? null,
    answer: claimed(letter), word: event?.comment ?? '', authenticity: letter.authenticity, body: letter.text, size: letter.size, ...rest,
  }
}

const CLAIMS: Record<string, string> = { ACCEPTED: 'accepted', TENTATIVE: 'tentative', DECLINED: 'declined', DELEGATED: 'deputy' }

/** What a message says that somebody answers, whoever that is: where a person applies it, they need not type it again. */
function claimed(letter: Letter): string {
  return CLAIMS[eventOf(letter)?.attendees[0]?.partstat ?? ''] ?? 'none'
}
