/** Messages in the queue without the planning before them: many people of many domains, several versions of one invitation. */
import type { InvitationNotice } from '#app/domain/notices.ts'
import type { Database, Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { queueInvitations, supersede } from '#db/outbox.server.ts'
import type { Queued } from '#db/outbox.server.ts'
import { factsAt } from '#tests/support/calendar-facts.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'

/** A message to the guest of this number; the sequence makes it a later version. */
export type Wanted = { n: number; sequence?: number; domain?: string }

const YEAR_MS = 366 * 86_400_000

export function noticeTo({ n, sequence = 0, domain = 'example.org' }: Wanted, nowMs: number): InvitationNotice {
  return {
    kind: sequence === 0 ? 'invite' : 'update', uid: `${String(n).padStart(32, '0')}@uid`, sequence, stampMs: nowMs, invitationId: `inv-${n}`, generation: 1, to: { name: `Guest ${n}, sample`, address: `guest${n}@${domain}` }, replyTo: null,
    missionTitle: 'Told', facts: { ...factsAt('2027-03-05', 600, 650), title: `Meeting ${n}, version ${sequence}` }, before: null, askedBefore: 0, answer: 'none', asksAgain: sequence === 0,
  }
}

/** A mission whose guests, numbered from 0, hold invitations that nothing was sent for. */
export async function makeGuests(database: Database, people: number): Promise<void> {
  await makeTold(database)
  await database.write((tx) => addGuests(tx, 0, people))
}

export async function addGuests(tx: Tx, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) {
    await tx.insertInto('person').values({ id: `guest-${n}`, name: `Guest ${n}, sample`, name_key: `guest ${n} sample`, sort_key: `guest ${n}`, email: `guest${n}@example.org` }).execute()
    await tx.insertInto('invitation').values({ id: `inv-${n}`, mission_id: 'told', engagement_id: 'told-meeting-1', person_id: `guest-${n}`, uid: noticeTo({ n }, NOW).uid }).execute()
  }
}

/** Queues them in one transaction as one sending; what waits of their UIDs gives way, as when people send. */
export async function queueMails(database: Database, wanted: readonly Wanted[], nowMs: number = NOW): Promise<void> {
  await database.write(async (tx) => {
    const dispatchId = newId(nowMs)
    await tx.insertInto('dispatch').values({ id: dispatchId, mission_id: 'told', account_name: 'a', at_ms: nowMs, hold_until_ms: nowMs, message_count: wanted.length }).execute()
    const mails = wanted.map((one): Queued => ({ notice: noticeTo(one, nowMs), missionId: 'told', dispatchId, engagementId: 'told-meeting-1', personId: `guest-${one.n}`, leaveMs: nowMs, expiresMs: nowMs + YEAR_MS }))
    await supersede(tx, wanted.filter(({ sequence = 0 }) => sequence > 0).map((one) => noticeTo(one, nowMs).uid), dispatchId)
    await queueInvitations(tx, mails)
  })
}
