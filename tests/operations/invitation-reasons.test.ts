/** Every way in which an invitation may change, with the sentence that the desk says about it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { owedOf, planInvitations } from '#app/operations/invitation-plans.server.ts'
import { reasonWords } from '#app/ui/invitations/words.ts'
import { ORGANISER, change, deliver, makeInvited, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'

let told: Invited
const write = async (work: Parameters<Invited['database']['write']>[0]) => await told.database.write(work)
/** Person, kind, before → after of each change, and why. */
const reasons = async () => (await planInvitations(told.database.read, told.scope, ORGANISER)).planned.map((one) => {
  const row = owedOf(one)
  return [row.personId, row.plan.kind, row.plan.changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`).join('; '), reasonWords(row)]
})
const ofAnn = async () => (await reasons()).filter(([person]) => person === 'ann').map(([, ...rest]) => rest)

beforeEach(async () => {
  told = await makeInvited()
  await sendAll(told)
  await deliver(told)
})

describe('why somebody is owed a message', () => {
  it('tentative where it was confirmed, and confirmed again', async () => {
    await change(told, { status: 'tentative' })
    expect(await ofAnn()).toEqual([['update', 'status: confirmed → tentative', 'Only tentative now, so it may still move']])
    await sendAll(told)
    await deliver(told)
    await change(told, { status: 'confirmed' })
    expect(await ofAnn()).toEqual([['update', 'status: tentative → confirmed', 'Confirmed now']])
    expect((await reasons()).map(([person]) => person)).toEqual(['ann', 'bob', 'far'])
  })

  it('another role', async () => {
    await write((tx) => tx.updateTable('participation').set({ role: 'moderator' }).where('person_id', '=', 'ann').execute())
    expect(await reasons()).toEqual([['ann', 'update', 'roles: speaker → moderator', 'They take part as something else']])
  })

  it('a deputy, and the person whom they stand for', async () => {
    await write(async (tx) => {
      await tx.insertInto('person').values({ id: 'dep', name: 'Deputy, sample', name_key: 'dep', sort_key: 'dep', email: 'dep@example.org' }).execute()
      await tx.updateTable('invitation').set({ answer: 'deputy', deputy_name: 'Deputy, sample' }).where('person_id', '=', 'ann').execute()
      await tx.insertInto('participation').values({ id: 'dep', mission_id: 'told', engagement_id: 'told-workshop', person_id: 'dep', role: 'speaker', precedence: 9 }).execute()
    })
    expect(await reasons()).toEqual([['dep', 'invite', '', 'First invitation, as deputy of Speaker A, sample']])
  })

  it('on again after it was cancelled', async () => {
    await change(told, { status: 'cancelled' })
    expect(await ofAnn()).toEqual([['cancel', '', 'It is called off']])
    await sendAll(told)
    await deliver(told)
    await change(told, { status: 'confirmed' })
    expect(await ofAnn()).toEqual([['reinvite', '', 'On again after it was cancelled']])
  })

  it('back among those who take part, after they had been taken off', async () => {
    const part = await told.database.read.selectFrom('participation').selectAll().where('person_id', '=', 'bob').executeTakeFirstOrThrow()
    await write((tx) => tx.deleteFrom('participation').where('person_id', '=', 'bob').execute())
    expect(await reasons()).toEqual([['bob', 'cancel', '', 'No longer takes part']])
    await sendAll(told)
    await deliver(told)
    await write((tx) => tx.insertInto('participation').values(part).execute())
    expect(await reasons()).toEqual([['bob', 'reinvite', '', 'On again after it was cancelled']])
  })

  it('another address, naming the old one that is told', async () => {
    await write((tx) => tx.updateTable('person').set({ email: 'ann@new.example' }).where('id', '=', 'ann').execute())
    expect(await reasons()).toEqual([['ann', 'invite', '', 'New address: invited afresh there; ann@example.org is told that it is off']])
  })

  it('another address where the old one never got anything', async () => {
    await write(async (tx) => {
      await tx.updateTable('outbox').set({ state: 'failed' }).where('person_id', '=', 'ann').execute()
      await tx.updateTable('person').set({ email: 'ann@new.example' }).where('id', '=', 'ann').execute()
    })
    expect(await reasons()).toEqual([['ann', 'invite', '', 'New address: invited afresh there']])
  })

  it('another time, place, title and slots, each in words', async () => {
    await change(told, { room: 'Room 5', title: 'City Forum' })
    await write((tx) => tx.updateTable('agenda_item').set({ start_minute: 630, end_minute: 650 }).where('id', '=', 'talk').execute())
    expect((await reasons()).map(([person, kind, , why]) => [person, kind, why])).toEqual([
      ['ann', 'update', 'Another title, another place and their own slots changed'], ['bob', 'update', 'Another title and another place'], ['far', 'update', 'Another title and another place'],
    ])
    await change(told, timed('2020-01-29', 660, 750))
    expect((await ofAnn())[0]?.[2]).toBe('The time changed, so the answer is asked again')
  })

  it('back to an idea, postponed, or without a time', async () => {
    for (const [patch, why] of [[{ status: 'requested' }, 'It is not agreed any more'], [{ status: 'postponed' }, 'It is called off'], [{ status: 'confirmed', start_minute: null, end_minute: null, start_ms: null, end_ms: null }, 'It has no time any more']] as const) {
      await change(told, patch)
      expect((await ofAnn())[0]?.[2]).toBe(why)
    }
  })
})
