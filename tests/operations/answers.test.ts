import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerByGuest, recordAnswer } from '#app/operations/answers.server.ts'
import { undo } from '#app/operations/history.server.ts'
import { GuestAnswerInput } from '#app/operations/guest.input.ts'
import { RecordAnswerInput } from '#app/operations/invitations.input.ts'
import { describeAct } from '#app/domain/history.ts'
import { NOW, change, deliver, makeInvited, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'

let told: Invited
beforeEach(async () => {
  told = await makeInvited()
  await sendAll(told)
  await deliver(told)
})
afterEach(() => told.database.close())

const rowOf = (personId: string) => told.database.read.selectFrom('invitation').selectAll().where('person_id', '=', personId).executeTakeFirstOrThrow()
const say = async (words: Record<string, string>, nowMs = NOW + 1_000) => answerByGuest(told.database, (await rowOf('ann')).id, GuestAnswerInput.parse({ sequence: '0', ...words }), nowMs)

describe('a guest', () => {
  it('answers, and answers otherwise later; history says who it was', async () => {
    expect((await say({ answer: 'accepted', word: 'Gladly' })).done).toBe(true)
    expect(await rowOf('ann')).toMatchObject({ answer: 'accepted', answer_word: 'Gladly', answer_by: 'Speaker A, sample', answer_channel: 'page', answer_ms: NOW + 1_000, answer_sequence: 0 })
    expect((await say({ answer: 'declined' }, NOW + 2_000)).done).toBe(true)
    expect(await rowOf('ann')).toMatchObject({ answer: 'declined', answer_word: '' })
    const acts = await told.database.read.selectFrom('act').selectAll().where('verb', '=', 'reply').orderBy('id').execute()
    expect(acts.map((act) => [act.actor_name, act.account_id, describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: JSON.parse(act.facts) as Record<string, unknown> })])).toEqual([
      ['Speaker A, sample', null, 'answered the invitation to “City Workshop” to accepted'], ['Speaker A, sample', null, 'answered the invitation to “City Workshop” to declined'],
    ])
  })

  it('names a deputy, who is forgotten again with another answer', async () => {
    expect(GuestAnswerInput.safeParse({ answer: 'deputy', sequence: '0' }).success).toBe(false)
    await say({ answer: 'deputy', deputy: 'Deputy, sample', title: 'Head of Unit' })
    expect(await rowOf('ann')).toMatchObject({ answer: 'deputy', deputy_name: 'Deputy, sample', deputy_title: 'Head of Unit' })
    await say({ answer: 'accepted', deputy: 'Deputy, sample' })
    expect(await rowOf('ann')).toMatchObject({ answer: 'accepted', deputy_name: '', deputy_title: '' })
  })

  it('cannot answer for a time that was changed after the page was opened, but for a room that was', async () => {
    await change(told, { room: 'Room 5' })
    await sendAll(told)
    expect((await say({ answer: 'accepted' })).done).toBe(true)
    await change(told, timed('2020-01-29', 690, 780))
    await sendAll(told)
    expect(await say({ answer: 'accepted' })).toEqual({ done: false, because: 'newer' })
    expect(await rowOf('ann')).toMatchObject({ answer: 'none', earlier_answer: 'accepted' })
    expect((await say({ answer: 'accepted', sequence: '2' })).done).toBe(true)
    expect(await rowOf('ann')).toMatchObject({ answer: 'accepted', earlier_answer: 'none' })
    expect(await say({ answer: 'accepted', sequence: '9' })).toEqual({ done: false, because: 'newer' })
  })

  it('is refused after a cancellation, after the end by the mission’s clock, and in an archived mission', async () => {
    expect(await say({ answer: 'accepted' }, Date.UTC(2020, 0, 29, 5, 30))).toEqual({ done: false, because: 'over' })
    await told.database.write((tx) => tx.updateTable('mission').set({ clock_show_ms: NOW, clock_from_ms: Date.UTC(2030, 0, 1) }).where('id', '=', 'told').execute())
    expect((await say({ answer: 'accepted' }, Date.UTC(2030, 0, 1))).done).toBe(true)
    await told.database.write((tx) => tx.updateTable('mission').set({ archived_ms: 1 }).where('id', '=', 'told').execute())
    expect(await say({ answer: 'declined' }, Date.UTC(2030, 0, 1))).toEqual({ done: false, because: 'archived' })
    await told.database.write((tx) => tx.updateTable('mission').set({ archived_ms: null, clock_show_ms: null, clock_from_ms: null }).where('id', '=', 'told').execute())
    await change(told, { status: 'cancelled' })
    await sendAll(told)
    expect(await say({ answer: 'declined', sequence: '1' })).toEqual({ done: false, because: 'cancelled' })
    expect(await answerByGuest(told.database, 'nobody', GuestAnswerInput.parse({ answer: 'accepted', sequence: '0' }), NOW)).toEqual({ done: false, because: 'gone' })
  })
})

describe('an answer by other means', () => {
  const record = async (personId: string, words: Record<string, string>, scope = told.scope) => {
    const row = await rowOf(personId)
    return recordAnswer(scope, RecordAnswerInput.parse({ invitation: row.id, revision: String(row.revision), ...words }))
  }

  it('takes back the deputy whom the guest named before, and undo brings the task again', async () => {
    const tasks = () => told.database.read.selectFrom('task').select(['title', 'status', 'created_by', 'created_ms', 'settled_ms']).where('kind', '=', 'reply').execute()
    await say({ answer: 'deputy', deputy: 'Deputy, sample', title: 'Head of Unit' })
    const open = [{ title: 'Speaker A, sample sends Deputy, sample, Head of Unit', status: 'open', created_by: 'Speaker A, sample', created_ms: NOW + 1_000, settled_ms: null }]
    expect(await tasks()).toEqual(open)
    const outcome = await record('ann', { answer: 'accepted', channel: 'phone' }, { ...told.scope, nowMs: NOW + 2_000 })
    expect(await tasks()).toEqual([{ ...open[0], status: 'done', settled_ms: NOW + 2_000 }])
    expect((await undo(told.scope, outcome.done ? outcome.actId : '')).done).toBe(true)
    expect(await tasks()).toEqual(open)
  })

  it('is written down with who, when and how, and can be undone', async () => {
    const outcome = await record('far', { answer: 'accepted', channel: 'letter' })
    expect(await rowOf('far')).toMatchObject({ answer: 'accepted', answer_by: 'Coordinator, sample', answer_channel: 'letter', answer_ms: NOW })
    const act = await told.database.read.selectFrom('act').selectAll().where('verb', '=', 'answer').executeTakeFirstOrThrow()
    expect(describeAct({ verb: act.verb, noun: act.noun, subjectTitle: act.subject_title, facts: JSON.parse(act.facts) as Record<string, unknown> })).toBe('recorded the answer of Deputy Minister, sample to accepted (letter)')
    expect((await undo(told.scope, outcome.done ? outcome.actId : '')).done).toBe(true)
    expect(await rowOf('far')).toMatchObject({ answer: 'none', answer_by: '' })
  })

  it('does not overwrite one that came in meanwhile, nor one of another mission or of a cancelled meeting', async () => {
    const { id, revision } = await rowOf('ann')
    const input = RecordAnswerInput.parse({ invitation: id, revision: String(revision), answer: 'declined', channel: 'phone' })
    await say({ answer: 'accepted' })
    expect(await recordAnswer(told.scope, input)).toEqual({ done: false, because: 'stale' })
    expect(await record('ann', { answer: 'declined', channel: 'phone' }, told.other)).toEqual({ done: false, because: 'gone' })
    await change(told, { status: 'cancelled' })
    await sendAll(told)
    expect(await record('ann', { answer: 'declined', channel: 'phone' })).toEqual({ done: false, because: 'cancelled' })
    expect(RecordAnswerInput.safeParse({ invitation: id, revision: '1', answer: 'accepted', channel: 'page' }).success).toBe(false)
  })
})
