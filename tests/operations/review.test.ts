import { beforeEach, expect, it } from 'vitest'
import { describeAct } from '#app/domain/history.ts'
import { undo } from '#app/operations/history.server.ts'
import { ApplyMailInput } from '#app/operations/review.input.ts'
import { applyMail, dismissMail, settleMail } from '#app/operations/review.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Database } from '#db/database.server.ts'
import { deliver, makeInvited, NOW, sendAll } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { alternative, itip, takeIn, words } from '#tests/support/replies.ts'

const GONE = { done: false, because: 'gone' }
const STALE = { done: false, because: 'stale' }

eachDatabase('a person decides about mail', (fresh) => {
  let told: Invited
  let database: Database
  beforeEach(async () => {
    database = await fresh.open()
    told = await makeInvited(database)
    await sendAll(told)
    await deliver(told)
  })

  const held = (person = 'ann') => database.read.selectFrom('invitation').selectAll().where('person_id', '=', person).executeTakeFirstOrThrow()
  const mail = () => database.read.selectFrom('received_mail').selectAll().orderBy('id').executeTakeFirstOrThrow()
  const task = () => database.read.selectFrom('task').select(['status', 'revision']).executeTakeFirstOrThrow()
  const apply = async (scope: Scope, fields: Record<string, string> = {}) => {
    const { id, revision } = await mail()
    return applyMail(scope, id, ApplyMailInput.parse({ revision: String(revision), invitation: (await held()).id, answer: 'accepted', ...fields }))
  }
  const doubtful = async () => takeIn(database, alternative(itip({ uid: (await held()).uid }), { from: 'office@example.org' }), NOW)
  const said = async (actId: string): Promise<string> => {
    const act = await database.read.selectFrom('act').selectAll().where('id', '=', actId).executeTakeFirstOrThrow()
    return describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: JSON.parse(act.facts) as Record<string, unknown> })
  }

  it('and takes it as an answer, which can be undone', async () => {
    await doubtful()
    const outcome = await apply(told.scope, { word: 'Says her office' })
    expect(await held()).toMatchObject({ answer: 'accepted', answer_word: 'Says her office', answer_by: 'Coordinator, sample', answer_channel: 'mail', answer_stamp_ms: null })
    expect(await mail()).toMatchObject({ state: 'applied', settled_by: 'Coordinator, sample', settled_ms: NOW })
    expect(await said(outcome.done ? outcome.actId : '')).toBe('recorded the answer of Speaker A, sample to accepted (mail)')
    expect(await apply(told.scope)).toEqual(STALE)
    expect((await undo(told.scope, outcome.done ? outcome.actId : '')).done).toBe(true)
    expect([(await held()).answer, (await mail()).state]).toEqual(['none', 'open'])
    expect((await apply(told.scope, { answer: 'deputy', deputy: 'Deputy, sample' })).done).toBe(true)
    expect(await held()).toMatchObject({ answer: 'deputy', deputy_name: 'Deputy, sample' })
    expect(ApplyMailInput.safeParse({ revision: '1', invitation: 'x', answer: 'deputy' }).success).toBe(false)
  })

  it('or puts it aside, and may take it up again', async () => {
    await doubtful()
    const { id, revision } = await mail()
    const outcome = await dismissMail(told.scope, id, { revision })
    expect([(await mail()).state, await said(outcome.done ? outcome.actId : ''), (await held()).answer]).toEqual(['dismissed', 'put the mail “Accepted: City Workshop” aside', 'none'])
    expect(await dismissMail(told.scope, id, { revision: revision + 1 })).toEqual(STALE)
    expect((await apply(told.scope)).done).toBe(true)
  })

  it('only of their own mission; what belongs to none is for those who send', async () => {
    await doubtful()
    const { id, revision } = await mail()
    expect([await apply(told.other), await dismissMail(told.other, id, { revision }), await settleMail(told.other, id, { revision, as: 'kept' })]).toEqual([GONE, GONE, GONE])
    await database.write((tx) => tx.updateTable('received_mail').set({ mission_id: null, invitation_id: null }).execute())
    expect(await dismissMail({ ...told.scope, role: 'member' }, id, { revision })).toEqual(GONE)
    expect(await apply(told.other)).toEqual(GONE)
    expect((await apply(told.scope)).done).toBe(true)
    expect((await mail()).mission_id).toBe('told')
  })

  it('once, whoever is first', async () => {
    await doubtful()
    const { id, revision } = await mail()
    await database.write((tx) => tx.updateTable('received_mail').set({ revision: revision + 1 }).execute())
    expect(await dismissMail(told.scope, id, { revision })).toEqual(STALE)
  })

  it('and settles a proposal together with its task', async () => {
    await takeIn(database, alternative(itip({ uid: (await held()).uid, method: 'COUNTER', start: '20200129T053000Z', end: '20200129T070000Z' }), { method: 'COUNTER' }), NOW + 60_000)
    const { id, revision } = await mail()
    expect([await apply(told.scope), await dismissMail(told.scope, id, { revision })]).toEqual([STALE, STALE])
    const outcome = await settleMail(told.scope, id, { revision, as: 'kept' })
    expect([(await mail()).state, (await task()).status, await said(outcome.done ? outcome.actId : '')]).toEqual(['settled', 'done', 'settled: Speaker A, sample proposes Wed 29 Jan 2020, 11:30–13:00 Nur-Sultan, UTC+6, because the time stays'])
    expect((await undo(told.scope, outcome.done ? outcome.actId : '')).done).toBe(true)
    expect([(await mail()).state, (await task()).status]).toEqual(['task', 'open'])
  })

  it('but not about a delivery report', async () => {
    await takeIn(database, words('x', { from: 'ann@example.org' }), NOW)
    await database.write((tx) => tx.updateTable('received_mail').set({ kind: 'bounce', state: 'kept' }).execute())
    expect(await apply(told.scope)).toEqual(STALE)
  })
})
