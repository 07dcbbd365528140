import { beforeEach, expect, it } from 'vitest'
import { answerByGuest } from '#app/operations/answers.server.ts'
import { GuestAnswerInput, ProposeTimeInput } from '#app/operations/guest.input.ts'
import { proposeTime } from '#app/operations/proposals.server.ts'
import { settleMail } from '#app/operations/review.server.ts'
import type { Database } from '#db/database.server.ts'
import { findProposal, listReceived } from '#db/received.server.ts'
import { NOW, change, deliver, desk, makeInvited, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

eachDatabase('what a guest asks for on their page', (fresh) => {
  let told: Invited
  let database: Database
  beforeEach(async () => {
    database = await fresh.open()
    told = await makeInvited(database)
    await sendAll(told)
    await deliver(told)
  })

  const held = () => database.read.selectFrom('invitation').selectAll().where('person_id', '=', 'ann').executeTakeFirstOrThrow()
  const propose = async (fields: Record<string, string> = {}, nowMs = NOW + 1_000) => proposeTime(database, (await held()).id, ProposeTimeInput.parse({ day: '2020-01-30', start: '09:30', end: '11:00', sequence: '0', ...fields }), nowMs)
  const answer = async (fields: Record<string, string>, nowMs = NOW + 1_000) => answerByGuest(database, (await held()).id, GuestAnswerInput.parse({ sequence: '0', ...fields }), nowMs)
  const waiting = async () => (await listReceived(database.read, 'told', { states: ['task'] })).map((row) => `${row.kind} ${row.channel} ${row.proposed || row.deputy}`)
  const tasks = async () => (await database.read.selectFrom('task').select(['title', 'status', 'engagement_id']).where('kind', '=', 'reply').orderBy('position').execute()).map((row) => `${row.title}: ${row.status}, ${row.engagement_id}`)

  it('another time is a task like one that came by mail; the invitation stays as it is', async () => {
    const before = await held()
    expect((await propose({ word: 'After the flight' })).done).toBe(true)
    expect(await held()).toEqual(before)
    expect([await waiting(), await tasks(), await desk(told)]).toEqual([['counter page Thu 30 Jan 2020, 09:30–11:00 Nur-Sultan, UTC+6'], ['Speaker A, sample proposes Thu 30 Jan 2020, 09:30–11:00 Nur-Sultan, UTC+6: open, told-workshop'], []])
    expect(await findProposal(database.read, before.id)).toEqual({ state: 'task', reason: '', start_ms: Date.UTC(2020, 0, 30, 3, 30), end_ms: Date.UTC(2020, 0, 30, 5), proposed: 'Thu 30 Jan 2020, 09:30–11:00 Nur-Sultan, UTC+6', word: 'After the flight' })
    const [row] = await listReceived(database.read, 'told', { states: ['task'] })
    expect((await settleMail(told.scope, row?.id ?? '', { revision: 1, as: 'kept' })).done).toBe(true)
    expect([await waiting(), (await findProposal(database.read, before.id))?.reason]).toEqual([[], 'kept'])
  })

  it('a newer proposal takes the place of one that nobody has settled', async () => {
    await propose()
    await propose({ start: '14:00', end: '' }, NOW + 2_000)
    expect([await waiting(), (await tasks()).map((task) => task.split(': ')[1])]).toEqual([['counter page Thu 30 Jan 2020, 14:00 Nur-Sultan, UTC+6'], ['done, told-workshop', 'open, told-workshop']])
    expect((await findProposal(database.read, (await held()).id))?.proposed).toContain('14:00')
  })

  it('a time that is over, that stands, or that ends before it begins is none; nor one for a version that changed', async () => {
    expect(await propose({ day: '2020-01-26' })).toEqual({ done: false, because: 'past' })
    expect(await propose({ day: '2020-01-29', start: '10:00', end: '11:30' })).toEqual({ done: false, because: 'same' })
    expect(ProposeTimeInput.safeParse({ day: '2020-01-30', start: '10:00', end: '10:00', sequence: '0' }).error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([['end', 'end']])
    expect(ProposeTimeInput.safeParse({ day: '2020-02-30', start: 'noon', sequence: '' }).success).toBe(false)
    await change(told, timed('2020-01-29', 690, 780))
    await sendAll(told)
    expect([await propose(), (await propose({ sequence: '1' })).done]).toEqual([{ done: false, because: 'newer' }, true])
    await change(told, { status: 'cancelled' })
    await sendAll(told)
    expect(await propose({ sequence: '2' })).toEqual({ done: false, because: 'cancelled' })
    expect(await proposeTime(database, 'nobody', ProposeTimeInput.parse({ day: '2020-01-30', start: '09:30', sequence: '0' }), NOW)).toEqual({ done: false, because: 'gone' })
  })

  it('a time that the clocks there skip is said to be one', async () => {
    const facts = JSON.parse((await held()).sent_facts ?? '') as object
    await database.write((tx) => tx.updateTable('invitation').set({ sent_facts: JSON.stringify({ ...facts, zone: 'Europe/London' }) }).where('person_id', '=', 'ann').execute())
    expect([await propose({ day: '2020-03-29', start: '01:30', end: '' }), (await propose({ day: '2020-03-29', start: '02:30', end: '' })).done]).toEqual([{ done: false, because: 'gap' }, true])
  })

  it('a deputy is a task as well, once; another answer takes it back, and so does another deputy', async () => {
    await answer({ answer: 'deputy', deputy: 'Deputy, sample', title: 'Head', word: 'She knows more' })
    await answer({ answer: 'deputy', deputy: 'Deputy, sample', title: 'Head' }, NOW + 2_000)
    expect([await waiting(), await tasks()]).toEqual([['deputy page Deputy, sample, Head'], ['Speaker A, sample sends Deputy, sample, Head: open, told-workshop']])
    await answer({ answer: 'deputy', deputy: 'Another, sample' }, NOW + 3_000)
    expect(await waiting()).toEqual(['deputy page Another, sample'])
    await answer({ answer: 'accepted' }, NOW + 4_000)
    expect([await waiting(), (await held()).answer, (await tasks()).map((task) => task.split(': ')[1])]).toEqual([[], 'accepted', ['done, told-workshop', 'done, told-workshop']])
  })
})
