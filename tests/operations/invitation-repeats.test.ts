import { beforeEach, describe, expect, it } from 'vitest'
import type { InvitationNotice } from '#app/domain/notices.ts'
import { planRepeat, repeatInvitation } from '#app/operations/invitation-repeats.server.ts'
import { HOLD_MS, undoDispatch } from '#app/operations/invitations.server.ts'
import { countTroubles, listHoldings } from '#db/holdings.server.ts'
import { listMails } from '#db/outbox.server.ts'
import { writeMail } from '#emails/compose.server.ts'
import { NOW, ORGANISER, change, deliver, desk, makeInvited, queue, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'

let told: Invited
const later = (ms: number) => ({ ...told.scope, nowMs: NOW + ms })
const rowOf = (person: string) => told.database.read.selectFrom('invitation').selectAll().where('person_id', '=', person).where('state', '<>', 'replaced').executeTakeFirstOrThrow()
const idOf = async (person: string): Promise<string> => (await rowOf(person)).id
const again = async (person: string, ms: number, note = '') => await repeatInvitation(later(ms), await idOf(person), { note })
const notices = async () => (await told.database.read.selectFrom('outbox').select(['facts', 'dedupe_key', 'again', 'next_ms']).where('person_id', '=', 'ann').orderBy('id').execute()).map((row) => ({ ...row, notice: JSON.parse(row.facts) as InvitationNotice }))
const all = { ms: 2 * HOLD_MS }

beforeEach(async () => {
  told = await makeInvited()
  await sendAll(told, undefined, 'Bring a badge.')
  await deliver(told)
})

describe('a version that was sent before', () => {
  it('goes out once more under the same UID and SEQUENCE, with the same facts and its own word, to nobody else', async () => {
    expect((await again('ann', all.ms, 'As you asked on the phone.')).done).toBe(true)
    const [first, second] = await notices()
    const { note, stampMs, again: repeated, ...same } = second?.notice ?? {}
    const { note: firstNote, stampMs: _stamp, ...before } = first?.notice ?? {}
    expect([same, note, firstNote, stampMs, repeated, second?.again, second?.next_ms]).toEqual([before, 'As you asked on the phone.', 'Bring a badge.', NOW + all.ms, true, 1, NOW + all.ms + HOLD_MS])
    expect(await queue(told)).toEqual(['ann@example.org invite 0 accepted', 'bob@example.org invite 0 accepted', 'ann@example.org invite 0 queued'])
    const written = writeMail(second?.notice as InvitationNotice, { mailFrom: ORGANISER, baseUrl: 'https://caravan.example.org', secret: 'secret' })
    expect([written.text.includes('You get this once more; nothing has changed since we sent it first.'), written.calendar?.content.includes('SEQUENCE:0')]).toEqual([true, true])
  })

  it('is no change: nobody is owed anything after it, whatever becomes of the repetition', async () => {
    await again('ann', all.ms)
    for (const state of ['queued', 'accepted', 'failed', 'bounced', 'cancelled']) {
      await told.database.write((tx) => tx.updateTable('outbox').set({ state }).where('again', '=', 1).execute())
      expect([state, await desk(told)]).toEqual([state, []])
    }
  })

  it('counts as arrived when the repetition did and the first message came back later', async () => {
    await again('ann', all.ms)
    await deliver(told)
    await told.database.write((tx) => tx.updateTable('outbox').set({ state: 'bounced' }).where('person_id', '=', 'ann').where('again', '=', 0).execute())
    await change(told, timed('2020-01-29', 660, 750))
    expect((await desk(told))[0]).toBe('ann reschedule 1 mail')
  })

  it('does not ask again what was answered, and opens the link that is good now', async () => {
    await told.database.write((tx) => tx.updateTable('invitation').set({ answer: 'accepted', generation: 3 }).where('person_id', '=', 'ann').execute())
    await again('ann', all.ms)
    expect((await notices()).map(({ notice }) => [notice.answer, notice.asksAgain, notice.generation])).toEqual([['none', true, 1], ['accepted', false, 3]])
  })

  it('is held, taken back, and can be sent again after that', async () => {
    const sent = await again('ann', all.ms)
    expect((await undoDispatch(later(all.ms + 1), sent.done ? sent.dispatchId : '')).done).toBe(true)
    expect((await again('ann', all.ms + 2)).done).toBe(true)
    expect((await queue(told)).filter((line) => line.startsWith('ann') && line.endsWith('queued'))).toEqual(['ann@example.org invite 0 queued'])
    expect((await told.database.read.selectFrom('act').select('verb').orderBy('id').execute()).map(({ verb }) => verb)).toEqual(['send', 'send-again', 'undo-send', 'send-again'])
  })

  it('may be repeated as often as it arrived, one repetition at a time', async () => {
    await again('ann', all.ms)
    expect(await again('ann', all.ms + 1)).toEqual({ done: false, because: 'waiting' })
    await deliver(told)
    expect((await again('ann', all.ms + 2)).done).toBe(true)
    expect(new Set((await notices()).map((row) => row.dedupe_key)).size).toBe(3)
    expect((await listHoldings(told.database.read, 'told')).map(({ personId, repeats, mailState, version }) => [personId, repeats, mailState, version])).toEqual([['ann', 2, 'queued', 1], ['bob', 0, 'accepted', 1], ['far', 0, null, 1]])
  })

  it('gives way to a newer version while it waits', async () => {
    await again('ann', all.ms)
    await change(told, { room: 'Room 5' })
    await sendAll({ ...told, scope: later(all.ms + 1) }, ['ann'])
    expect((await queue(told)).filter((line) => line.startsWith('ann'))).toEqual(['ann@example.org invite 0 accepted', 'ann@example.org invite 0 cancelled', 'ann@example.org update 1 queued'])
  })

  it('is refused where it has not arrived, is over, has another address, was told by other means, or belongs elsewhere', async () => {
    expect(await planRepeat(told.database.read, told.other, await idOf('ann'), '')).toEqual({ done: false, because: 'gone' })
    expect(await again('far', all.ms)).toEqual({ done: false, because: 'gone' })
    expect(await again('ann', 10 * 86_400_000)).toEqual({ done: false, because: 'over' })
    await told.database.write((tx) => tx.updateTable('outbox').set({ state: 'bounced' }).where('person_id', '=', 'ann').execute())
    expect(await again('ann', all.ms)).toEqual({ done: false, because: 'not-arrived' })
    await told.database.write((tx) => tx.updateTable('person').set({ email: 'bob@new.example' }).where('id', '=', 'bob').execute())
    expect(await again('bob', all.ms)).toEqual({ done: false, because: 'new-address' })
    expect((await listMails(told.database.read, { missionIds: ['told'] })).length).toBe(2)
  })
})

describe('who is in trouble', () => {
  it('is found by what became of the latest mail, and by an answer to a time that has changed', async () => {
    const only = async (name: 'undeliverable' | 'old-time') => (await listHoldings(told.database.read, 'told', { only: name })).map(({ personId }) => personId)
    expect([await countTroubles(told.database.read, 'told'), await only('undeliverable')]).toEqual([{ undeliverable: 0, 'old-time': 0 }, []])
    await told.database.write((tx) => tx.updateTable('outbox').set({ state: 'bounced' }).where('person_id', '=', 'bob').execute())
    await told.database.write((tx) => tx.updateTable('invitation').set({ answer: 'accepted' }).where('person_id', '=', 'ann').execute())
    await change(told, timed('2020-01-29', 660, 750))
    await sendAll({ ...told, scope: later(all.ms) }, ['ann'])
    expect([await countTroubles(told.database.read, 'told'), await only('undeliverable'), await only('old-time')]).toEqual([{ undeliverable: 1, 'old-time': 1 }, ['bob'], ['ann']])
    expect(await countTroubles(told.database.read, 'told', 'untold-workshop')).toEqual({ undeliverable: 0, 'old-time': 0 })
    await again('ann', 2 * all.ms)
    expect(await only('undeliverable')).toEqual(['bob'])
  })
})
