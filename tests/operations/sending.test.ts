/** Sending where something else happens at the same moment or stands in the way. */
import { beforeEach, expect, it } from 'vitest'
import { MergeInput } from '#app/operations/directory.input.ts'
import { planInvitations } from '#app/operations/invitation-plans.server.ts'
import { HOLD_MS, sendInvitations, undoDispatch } from '#app/operations/invitations.server.ts'
import { retryMail } from '#app/operations/mail.server.ts'
import { mergePeople } from '#app/operations/merges.server.ts'
import type { Database } from '#db/database.server.ts'
import { claimDue, recordOutcomes } from '#db/outbox-claims.server.ts'
import { NOW, ORGANISER, deliver, desk, makeInvited, queue, sendAll } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const LEFT = NOW + HOLD_MS + 1

eachDatabase('a sending', (fresh) => {
  let told: Invited
  let database: Database
  beforeEach(async () => {
    database = await fresh.open()
    told = await makeInvited(database)
  })

  it('of two people at once is one; the other is told that what they saw is not true any more', async () => {
    const { planned } = await planInvitations(database.read, told.scope, ORGANISER)
    const pick = planned.map((one) => one.pick)
    const outcomes = await Promise.all([1, 2, 3].map(() => sendInvitations(told.scope, { pick, note: '' }, ORGANISER)))
    expect(outcomes.map((outcome) => (outcome.done ? 'sent' : outcome.because)).toSorted()).toEqual(['sent', 'stale', 'stale'])
    expect(await queue(told)).toEqual(['ann@example.org invite 0 queued', 'bob@example.org invite 0 queued'])
  })

  it.each([['ann', 'bob'], ['bob', 'ann']] as const)('to %s, with whom %s was merged, keeps their own invitation and ends the other', async (kept, other) => {
    await sendAll(told, [other])
    await sendAll({ ...told, scope: { ...told.scope, nowMs: NOW + 1 } })
    await deliver(told)
    expect((await mergePeople(told.scope, kept, MergeInput.parse({ other, revision: '1', otherRevision: '1' }))).done).toBe(true)
    expect((await desk(told)).toSorted()).toEqual([`${kept} cancel 1 mail`, `${kept} update 1 mail`])
    await sendAll(told)
    expect((await queue(told)).filter((line) => line.endsWith('queued')).toSorted()).toEqual([`${kept}@example.org update 1 queued`, `${other}@example.org cancel 1 queued`].toSorted())
    expect(await desk(told)).toEqual([])
  })

  it('is not taken back once a message may have arrived, also after it was tried again by hand', async () => {
    const dispatchId = await sendAll(told, ['ann'])
    const [mail] = await claimDue(database, 'one', LEFT, 5)
    await recordOutcomes(database, 'one', LEFT, [{ id: mail?.id ?? '', kind: 'unknown', code: null, text: 'no answer', nextMs: LEFT + 60_000 }])
    expect((await retryMail({ ...told.scope, nowMs: LEFT }, mail?.id ?? '')).done).toBe(true)
    expect(await undoDispatch({ ...told.scope, nowMs: LEFT }, dispatchId)).toEqual({ done: false, because: 'left' })
    expect(await queue(told)).toEqual(['ann@example.org invite 0 queued'])
  })
})
