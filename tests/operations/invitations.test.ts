import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { EditEngagementInput, MoveEngagementInput } from '#app/operations/engagements.input.ts'
import { editEngagement } from '#app/operations/engagements.server.ts'
import { countPending, planInvitations } from '#app/operations/invitation-plans.server.ts'
import { HOLD_MS, sendInvitations, sendNow, undoDispatch } from '#app/operations/invitations.server.ts'
import { undo } from '#app/operations/history.server.ts'
import { moveEngagement } from '#app/operations/moves.server.ts'
import { retryMail } from '#app/operations/mail.server.ts'
import { findDispatch } from '#db/dispatches.server.ts'
import { listMails } from '#db/outbox.server.ts'
import { NOW, ORGANISER, change, deliver, desk, makeInvited, queue, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'

let told: Invited
beforeEach(async () => void (told = await makeInvited()))
afterEach(() => told.database.close())

const invitations = () => told.database.read.selectFrom('invitation').selectAll().orderBy('person_id').orderBy('state').execute()
const states = async () => (await invitations()).map((row) => `${row.person_id} ${row.state} ${row.sequence} ${row.answer} ${row.earlier_answer}`)
const later = (ms: number) => ({ ...told.scope, nowMs: NOW + ms, missionNowMs: NOW + ms })
const answer = (personId: string, words: string) => told.database.write((tx) => tx.updateTable('invitation').set({ answer: words }).where('person_id', '=', personId).execute())
const MOVED = timed('2020-01-29', 690, 780)
const BACK = timed('2020-01-29', 600, 690)

describe('the plan of a mission', () => {
  it('owes everybody who takes part a first invitation, by mail where there is an address, and nothing to other missions’ people', async () => {
    expect(await desk(told)).toEqual(['ann invite 0 mail', 'bob invite 0 mail', 'far invite 0 other'])
    expect(await countPending(told.scope, ORGANISER)).toEqual({ mails: 2, others: 1 })
  })

  it('gives each person their own slots and roles', async () => {
    const { planned } = await planInvitations(told.database.read, told.scope, ORGANISER)
    expect(planned.map(({ facts }) => [facts.roles, facts.slots.map((slot) => slot.title)])).toEqual([[['speaker'], ['Roads']], [['moderator'], []], [['host'], []]])
  })

  it('owes nothing about what is not agreed, has no time or is past by the mission’s clock', async () => {
    await change(told, { status: 'requested' })
    expect(await desk(told)).toEqual([])
    await change(told, { status: 'confirmed', start_minute: null, end_minute: null, start_ms: null, end_ms: null })
    expect(await desk(told)).toEqual([])
    await change(told, BACK)
    expect(await desk({ ...told, scope: { ...told.scope, missionNowMs: Date.UTC(2020, 0, 29, 5, 30) } })).toEqual([])
  })
})

describe('sending', () => {
  it('writes the invitations, the dispatch and one message per person with an address, held for a minute', async () => {
    const dispatchId = await sendAll(told)
    expect(await states()).toEqual(['ann invited 0 none none', 'bob invited 0 none none', 'far invited 0 none none'])
    expect(await queue(told)).toEqual(['ann@example.org invite 0 queued', 'bob@example.org invite 0 queued'])
    const dispatch = await told.database.read.selectFrom('dispatch').selectAll().executeTakeFirstOrThrow()
    expect([dispatch.id, dispatch.hold_until_ms, dispatch.message_count]).toEqual([dispatchId, NOW + HOLD_MS, 2])
    expect((await listMails(told.database.read, { missionIds: ['told'] })).map((mail) => mail.nextMs)).toEqual([NOW + HOLD_MS, NOW + HOLD_MS])
    expect(await desk(told)).toEqual([])
  })

  it('gives every invitation a UID of 128 bits of chance and names nobody but its person', async () => {
    await sendAll(told)
    const notices = (await told.database.read.selectFrom('outbox').selectAll().orderBy('to_address').execute()).map((row) => JSON.parse(row.facts) as InvitationNotice)
    expect(notices.map((notice) => /^[0-9a-f]{32}@example\.org$/.test(notice.uid))).toEqual([true, true])
    expect(new Set(notices.map((notice) => notice.uid)).size).toBe(2)
    expect(notices.map((notice) => [notice.to.address, notice.replyTo?.address, notice.facts.organiser.address])).toEqual([['ann@example.org', 'planner@example.org', 'invites@example.org'], ['bob@example.org', 'planner@example.org', 'invites@example.org']])
    expect(JSON.stringify(notices[0])).not.toContain('bob@')
  })

  it('refuses as a whole when something shown is no longer true', async () => {
    const { planned } = await planInvitations(told.database.read, told.scope, ORGANISER)
    await told.database.write((tx) => tx.updateTable('person').set({ email: 'bob@elsewhere.example' }).where('id', '=', 'bob').execute())
    expect(await sendInvitations(told.scope, { pick: planned.map(({ pick }) => pick), note: '' }, ORGANISER)).toEqual({ done: false, because: 'stale' })
    expect([await queue(told), await states()]).toEqual([[], []])
  })

  it('does not send the same pick twice, nor a pick of another mission', async () => {
    const { planned } = await planInvitations(told.database.read, told.scope, ORGANISER)
    const pick = planned.map((one) => one.pick)
    expect((await sendInvitations(told.scope, { pick, note: '' }, ORGANISER)).done).toBe(true)
    expect(await sendInvitations(told.scope, { pick, note: '' }, ORGANISER)).toEqual({ done: false, because: 'stale' })
    expect(await sendInvitations(told.other, { pick, note: '' }, ORGANISER)).toEqual({ done: false, because: 'stale' })
    expect((await queue(told)).length).toBe(2)
  })

  it('leaves those out who were not picked; they stay owed', async () => {
    await sendAll(told, ['ann'])
    expect(await desk(told)).toEqual(['bob invite 0 mail', 'far invite 0 other'])
  })

  it('keeps an act in the history that cannot be undone there', async () => {
    await sendAll(told)
    const act = await told.database.read.selectFrom('act').selectAll().executeTakeFirstOrThrow()
    expect([act.verb, act.subject_title, act.facts]).toEqual(['send', 'City Workshop', '{"mails":2,"others":1}'])
    expect(await undo(told.scope, act.id)).toEqual({ done: false, because: 'not-undoable' })
  })
})

describe('a change after sending', () => {
  beforeEach(async () => {
    await sendAll(told)
    await deliver(told)
  })

  it('keeps the UID, raises SEQUENCE, asks again and keeps the earlier answer when the time moved', async () => {
    const uids = (await invitations()).map((row) => row.uid)
    await answer('ann', 'accepted')
    await change(told, MOVED)
    expect(await desk(told)).toEqual(['ann reschedule 1 mail', 'bob reschedule 1 mail', 'far reschedule 1 other'])
    await sendAll(told)
    expect((await invitations()).map((row) => row.uid)).toEqual(uids)
    expect(await states()).toEqual(['ann invited 1 none accepted', 'bob invited 1 none none', 'far invited 1 none none'])
  })

  it('leaves the answer alone when only the room changed', async () => {
    await answer('ann', 'accepted')
    await change(told, { room: 'Room 5' })
    await sendAll(told)
    expect(await states()).toEqual(['ann invited 1 accepted none', 'bob invited 1 none none', 'far invited 1 none none'])
  })

  it('sends nothing when it was moved and moved back', async () => {
    await change(told, MOVED)
    await change(told, BACK)
    expect(await desk(told)).toEqual([])
  })

  it('sends nothing for what is saved as it was, written with other white space or in another Unicode form, or moved there and back', async () => {
    await change(told, { title: 'Ҷаласаи шаҳрӣ', title_key: 'j' })
    await sendAll(told)
    await deliver(told)
    const sent = await queue(told)
    const revision = async (): Promise<string> => String((await told.database.read.selectFrom('engagement').select('revision').where('id', '=', 'told-workshop').executeTakeFirstOrThrow()).revision)
    const save = async (fields: Record<string, string>): Promise<unknown> => (await editEngagement(told.scope, 'told-workshop', EditEngagementInput.parse({ revision: await revision(), title: 'Ҷаласаи шаҳрӣ', kind: 'workshop', venue: 'Hilton', room: 'Room 4', ...fields }))).done
    const move = async (fields: Record<string, string>): Promise<unknown> => (await moveEngagement(told.scope, 'told-workshop', MoveEngagementInput.parse({ revision: await revision(), day: '2020-01-29', because: 'Of course', ...fields }))).done
    const seen: unknown[] = []
    for (const step of [() => save({}), () => save({ title: '  Ҷаласаи   шаҳрӣ ', room: ' Room  4' }), () => save({ title: 'Ҷаласаи шаҳрӣ'.normalize('NFD') }), () => save({ publicText: ' \r\n\u2028' }), () => change(told, { title: 'Ҷаласаи\u00a0шаҳрӣ'.normalize('NFD') })]) seen.push([await step(), await desk(told)])
    expect(seen).toEqual([[true, []], [true, []], [true, []], [true, []], [undefined, []]])
    expect([await move({ start: '11:30', end: '13:00' }), (await desk(told)).length, await move({ start: '10:00', end: '11:30' }), await desk(told)]).toEqual([true, 3, true, []])
    expect([await save({ room: 'Room 5' }), (await desk(told)).length, await save({}), await desk(told)]).toEqual([true, 3, true, []])
    await change(told, { status: 'cancelled' })
    await change(told, { status: 'confirmed' })
    expect([await desk(told), await queue(told)]).toEqual([[], sent])
  })

  it('tells only those whose own invitation changed', async () => {
    await told.database.write((tx) => tx.updateTable('agenda_item').set({ start_minute: 630, end_minute: 650 }).where('id', '=', 'talk').execute())
    expect(await desk(told)).toEqual(['ann update 1 mail'])
  })

  it('cancels and invites again under the same UID with a higher SEQUENCE', async () => {
    const uid = (await invitations())[0]?.uid
    await change(told, { status: 'cancelled' })
    expect(await desk(told)).toEqual(['ann cancel 1 mail', 'bob cancel 1 mail', 'far cancel 1 other'])
    await sendAll(told)
    await deliver(told)
    await change(told, { status: 'confirmed' })
    expect(await desk(told)).toEqual(['ann reinvite 2 mail', 'bob reinvite 2 mail', 'far reinvite 2 other'])
    await sendAll(told)
    expect((await invitations())[0]).toMatchObject({ uid, sequence: 2, state: 'invited' })
  })

  it('cancels for somebody who no longer takes part', async () => {
    await told.database.write((tx) => tx.deleteFrom('participation').where('person_id', '=', 'bob').execute())
    expect(await desk(told)).toEqual(['bob cancel 1 mail'])
  })

  it('cancels at the old address and invites the new one under a new UID', async () => {
    const old = (await invitations())[0]
    await answer('ann', 'accepted')
    await told.database.write((tx) => tx.updateTable('person').set({ email: 'ann@new.example' }).where('id', '=', 'ann').execute())
    await sendAll(told)
    expect((await queue(told)).filter((line) => line.startsWith('ann'))).toEqual(['ann@example.org invite 0 accepted', 'ann@example.org cancel 1 queued', 'ann@new.example invite 0 queued'])
    const rows = (await invitations()).filter((row) => row.person_id === 'ann')
    expect(rows.map((row) => [row.state, row.sequence, row.uid === old?.uid, row.sent_address, row.earlier_answer])).toEqual([['invited', 0, false, 'ann@new.example', 'accepted'], ['replaced', 1, true, 'ann@example.org', 'none']])
    expect(await desk(told)).toEqual([])
  })

  it('writes to somebody who was told by other means once they have an address and something changed', async () => {
    await told.database.write((tx) => tx.updateTable('person').set({ email: 'far@example.org' }).where('id', '=', 'far').execute())
    expect(await desk(told)).toEqual([])
    await change(told, MOVED)
    expect((await desk(told)).at(-1)).toBe('far reschedule 1 mail')
  })
})

describe('a word to all of them', () => {
  it('is kept with the sending and frozen in each of its messages', async () => {
    const dispatchId = await sendAll(told, undefined, 'Bring a badge.')
    const notices = (await told.database.read.selectFrom('outbox').select('facts').execute()).map((row) => JSON.parse(row.facts) as InvitationNotice)
    expect(notices.map(({ note }) => note)).toEqual(['Bring a badge.', 'Bring a badge.'])
    expect((await findDispatch(told.database.read, 'told', dispatchId))?.note).toBe('Bring a badge.')
  })

  it('is no change by itself, and a later version goes without it', async () => {
    await sendAll(told, undefined, 'Bring a badge.')
    await deliver(told)
    expect(await desk(told)).toEqual([])
    await change(told, { room: 'Room 5' })
    await sendAll(told, ['ann'])
    const notices = (await told.database.read.selectFrom('outbox').select('facts').orderBy('to_address').orderBy('fifo_number').execute()).map((row) => JSON.parse(row.facts) as InvitationNotice)
    expect(notices.map(({ note, facts }) => [note, JSON.stringify(facts).includes('badge')])).toEqual([['Bring a badge.', false], [undefined, false], ['Bring a badge.', false]])
  })
})

describe('somebody’s deputy', () => {
  it('is told apart on the desk, in whatever way the name was given', async () => {
    await sendAll(told, ['ann'])
    await deliver(told)
    for (const [given, name] of [['Speaker B, sample', 'Speaker A, sample'], ['Mr. Speaker B, sample', 'Speaker A, sample'], ['Somebody Else', '']] as const) {
      await told.database.write((tx) => tx.updateTable('invitation').set({ answer: 'deputy', deputy_name: given }).where('person_id', '=', 'ann').execute())
      const { planned } = await planInvitations(told.database.read, told.scope, ORGANISER)
      expect(planned.filter(({ attendance }) => attendance.person.id === 'bob').map(({ deputyOf, plan }) => [deputyOf, plan.reason])).toEqual([[name, 'first']])
    }
  })
})

describe('a message that has not left', () => {
  it('is replaced by the newer one, which is told against what had reached the person', async () => {
    await sendAll(told, ['ann'])
    await deliver(told)
    await change(told, MOVED)
    await sendAll(told, ['ann'])
    await change(told, { ...BACK, room: 'Room 5' })
    await sendAll(told, ['ann'])
    expect(await queue(told)).toEqual(['ann@example.org invite 0 accepted', 'ann@example.org reschedule 1 cancelled', 'ann@example.org update 2 queued'])
    const update = (await listMails(told.database.read, { missionIds: ['told'], states: ['queued'] }))[0]
    expect(update?.sequence).toBe(2)
  })

  it('is taken back when the change was taken back, and the answer that it set aside returns', async () => {
    await sendAll(told, ['ann'])
    await deliver(told)
    await answer('ann', 'accepted')
    await change(told, MOVED)
    await sendAll(told, ['ann'])
    await change(told, BACK)
    expect((await desk(told))[0]).toBe('ann withdraw 1 mail')
    await sendAll(told, ['ann'])
    expect(await queue(told)).toEqual(['ann@example.org invite 0 accepted', 'ann@example.org reschedule 1 cancelled'])
    expect(await states()).toEqual(['ann invited 1 accepted none'])
    expect((await desk(told)).filter((line) => line.startsWith('ann'))).toEqual([])
  })

  it('is taken back when the person was removed before it left; invited again, they get a first invitation', async () => {
    await sendAll(told, ['bob'])
    await told.database.write((tx) => tx.deleteFrom('participation').where('person_id', '=', 'bob').execute())
    expect((await desk(told)).filter((line) => line.startsWith('bob'))).toEqual(['bob withdraw 0 mail'])
    await sendAll(told, ['bob'])
    expect([await queue(told), await states()]).toEqual([['bob@example.org invite 0 cancelled'], ['bob none 0 none none']])
    await told.database.write((tx) => tx.insertInto('participation').values({ id: '9', mission_id: 'told', engagement_id: 'told-workshop', person_id: 'bob', role: 'speaker' }).execute())
    expect((await desk(told)).filter((line) => line.startsWith('bob'))).toEqual(['bob invite 1 mail'])
  })
})

describe('taking a sending back', () => {
  it('leaves everything as it was, and the same can be sent again', async () => {
    const dispatchId = await sendAll(told)
    expect((await undoDispatch(later(30_000), dispatchId)).done).toBe(true)
    expect([await states(), await desk(told)]).toEqual([[], ['ann invite 0 mail', 'bob invite 0 mail', 'far invite 0 other']])
    expect(await undoDispatch(later(30_000), dispatchId)).toEqual({ done: false, because: 'gone' })
    await sendAll(told)
    expect((await queue(told)).filter((line) => line.endsWith('queued'))).toEqual(['ann@example.org invite 0 queued', 'bob@example.org invite 0 queued'])
  })

  it('lets what it had replaced go on its way', async () => {
    await sendAll(told, ['ann'])
    await deliver(told)
    await answer('ann', 'accepted')
    await change(told, MOVED)
    await sendAll(told, ['ann'])
    await change(told, timed('2020-01-29', 720, 800))
    const dispatchId = await sendAll(told, ['ann'])
    await undoDispatch(later(1), dispatchId)
    expect((await queue(told)).slice(0, 2)).toEqual(['ann@example.org invite 0 accepted', 'ann@example.org reschedule 1 queued'])
    expect(await states()).toEqual(['ann invited 1 none accepted'])
    expect((await desk(told))[0]).toBe('ann reschedule 2 mail')
  })

  it('gives a person their old invitation back whose new address was written to', async () => {
    await sendAll(told, ['ann'])
    await deliver(told)
    const before = await invitations()
    await told.database.write((tx) => tx.updateTable('person').set({ email: 'ann@new.example' }).where('id', '=', 'ann').execute())
    const dispatchId = await sendAll(told, ['ann'])
    expect((await undoDispatch(later(1), dispatchId)).done).toBe(true)
    expect((await invitations()).map((row) => ({ ...row, revision: 1 }))).toEqual(before)
    expect((await desk(told))[0]).toBe('ann invite 0 mail')
  })

  it('is refused once a message was tried, or somebody answered meanwhile, or the other mission asks', async () => {
    const dispatchId = await sendAll(told)
    expect(await undoDispatch(told.other, dispatchId)).toEqual({ done: false, because: 'gone' })
    await told.database.write((tx) => tx.updateTable('invitation').set({ answer: 'accepted', revision: 2 }).where('person_id', '=', 'far').execute())
    expect(await undoDispatch(later(1), dispatchId)).toEqual({ done: false, because: 'stale' })
    await told.database.write((tx) => tx.updateTable('outbox').set({ attempts: 1, state: 'sending' }).where('to_address', '=', 'ann@example.org').execute())
    expect(await undoDispatch(later(1), dispatchId)).toEqual({ done: false, because: 'left' })
    expect((await queue(told)).length).toBe(2)
  })

  it('ends with the hold for people who were told by other means', async () => {
    const dispatchId = await sendAll(told, ['far'])
    expect(await undoDispatch(later(HOLD_MS), dispatchId)).toEqual({ done: false, because: 'left' })
    expect((await undoDispatch(later(HOLD_MS - 1), dispatchId)).done).toBe(true)
  })

  it('can be given up: the messages leave at once', async () => {
    const dispatchId = await sendAll(told)
    expect((await sendNow(later(10), dispatchId)).done).toBe(true)
    expect((await listMails(told.database.read, { missionIds: ['told'] })).map((mail) => mail.nextMs)).toEqual([NOW + 10, NOW + 10])
    expect(await sendNow(told.other, dispatchId)).toEqual({ done: false, because: 'gone' })
  })
})

describe('a mail that failed', () => {
  it('is tried again on request, only in its mission, and not once a newer one exists', async () => {
    await sendAll(told, ['ann'])
    await told.database.write((tx) => tx.updateTable('outbox').set({ state: 'failed', attempts: 1 }).execute())
    const [mail] = await listMails(told.database.read, { missionIds: ['told'] })
    expect(await retryMail(told.other, mail?.id ?? '')).toEqual({ done: false, because: 'gone' })
    expect((await retryMail(told.scope, mail?.id ?? '')).done).toBe(true)
    expect(await queue(told)).toEqual(['ann@example.org invite 0 queued'])
    expect(await retryMail(told.scope, mail?.id ?? '')).toEqual({ done: false, because: 'stale' })
  })
})
