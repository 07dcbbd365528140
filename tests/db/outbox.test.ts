import { expect, it } from 'vitest'
import type { InvitationNotice } from '#app/domain/notices.ts'
import type { Database } from '#db/database.server.ts'
import { LEASE_MS, claimDue, freeAbandoned, keepComposed, nextDueMs, recordOutcomes } from '#db/outbox-claims.server.ts'
import { countMails, queueInvitations, queueSignInMail, retryMail, setPaused, supersede, unqueueDispatch } from '#db/outbox.server.ts'
import type { Queued } from '#db/outbox.server.ts'
import { NOW, makeTold } from '#tests/support/told-mission.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const FACTS: InvitationNotice['facts'] = {
  title: 'Meeting 1', kind: 'meeting', startMs: NOW + 9e7, endMs: NOW + 9.3e7, zone: 'Asia/Almaty', city: 'North', day: '2027-03-05', startMinute: 600, endMinute: 650, place: 'Hall', about: '',
  slots: [], status: 'confirmed', roles: ['speaker'], organiser: { name: 'Caravan', address: 'invites@example.org' },
}

function mail(who: string, sequence: number, dispatchId: string): Queued {
  return {
    missionId: 'told', dispatchId, engagementId: 'told-meeting-1', personId: who, leaveMs: NOW, expiresMs: NOW + 1e10,
    notice: {
      kind: sequence === 0 ? 'invite' : 'update', uid: `${who}@uid`, sequence, stampMs: NOW, invitationId: `inv-${who}`, generation: 1, to: { name: who, address: `${who}@example.org` }, replyTo: null,
      missionTitle: 'Told', facts: FACTS, before: null, askedBefore: 0, answer: 'none', asksAgain: false,
    },
  }
}

const send = (database: Database, dispatchId: string, mails: [string, number][]) => database.write(async (tx) => {
  await tx.insertInto('dispatch').values({ id: dispatchId, mission_id: 'told', account_name: 'a', at_ms: NOW, hold_until_ms: NOW, message_count: mails.length }).execute()
  await queueInvitations(tx, mails.map(([who, sequence]) => mail(who, sequence, dispatchId)))
})
const claim = async (database: Database, owner = 'one', atMs = NOW, limit = 10) => (await claimDue(database, owner, atMs, limit)).map((row) => row.to.split('@')[0])
const states = async (database: Database) =>
  (await database.read.selectFrom('outbox').select(['to_name', 'fifo_number', 'state']).orderBy('to_name').orderBy('fifo_number').execute()).map((row) => `${row.to_name}${row.fifo_number} ${row.state}`)
const idOf = async (database: Database, who: string, number = 0) =>
  (await database.read.selectFrom('outbox').select('id').where('to_name', '=', who).where('fifo_number', '=', number).executeTakeFirstOrThrow()).id
const accepted = (id: string) => ({ id, kind: 'accepted' as const, code: 250, text: 'OK', erase: false })

eachDatabase('the mail queue', (fresh) => {
  const open = async (): Promise<Database> => {
    const database = await fresh.open()
    await makeTold(database)
    await database.write(async (tx) => {
      for (const who of ['ann', 'bob']) {
        await tx.insertInto('person').values({ id: who, name: who, name_key: who, sort_key: who, email: `${who}@example.org` }).execute()
        await tx.insertInto('invitation').values({ id: `inv-${who}`, mission_id: 'told', engagement_id: 'told-meeting-1', person_id: who, uid: `${who}@uid` }).execute()
      }
    })
    return database
  }

  it('queues a sending as a whole or not at all', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0], ['bob', 0]])
    await expect(send(database, 'd2', [['ann', 1], ['ann', 0]])).rejects.toThrow(/constraint/i)
    expect(await states(database)).toEqual(['ann0 queued', 'bob0 queued'])
    expect(await database.read.selectFrom('dispatch').select('id').execute()).toEqual([{ id: 'd1' }])
  })

  it('gives the versions for one person in their order, one at a time', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0]])
    await send(database, 'd2', [['ann', 1], ['bob', 0]])
    expect((await claim(database)).toSorted()).toEqual(['ann', 'bob'])
    expect(await states(database)).toEqual(['ann0 sending', 'ann1 queued', 'bob0 sending'])
    expect(await claim(database, 'two')).toEqual([])
    await recordOutcomes(database, 'one', NOW, [accepted(await idOf(database, 'ann'))])
    expect(await claim(database, 'two')).toEqual(['ann'])
    expect(await states(database)).toEqual(['ann0 accepted', 'ann1 sending', 'bob0 sending'])
  })

  it('never gives one message to two senders', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0], ['bob', 0]])
    const claims = await Promise.all(Array.from({ length: 6 }, (_, i) => claim(database, `sender ${i}`, NOW, 1)))
    expect(claims.flat().toSorted()).toEqual(['ann', 'bob'])
  })

  it('takes a message back whose sender fell silent, and nothing later from that sender', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0]])
    await claim(database, 'one')
    const id = await idOf(database, 'ann')
    expect(await claim(database, 'two', NOW + LEASE_MS - 1)).toEqual([])
    expect(await claim(database, 'two', NOW + LEASE_MS)).toEqual(['ann'])
    await recordOutcomes(database, 'one', NOW + LEASE_MS, [accepted(id)])
    expect(await keepComposed(database, 'one', [{ id, mime: new Uint8Array([1]) }])).toEqual(new Set())
    expect(await states(database)).toEqual(['ann0 sending'])
    expect(await database.read.selectFrom('outbox').select(['owner', 'uncertain', 'mime']).executeTakeFirst()).toEqual({ owner: 'two', uncertain: 1, mime: null })
  })

  it('frees at once what a sender that is gone had taken', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0], ['bob', 0]])
    await claim(database, 'gone', NOW, 1)
    await claim(database, 'here', NOW, 1)
    expect(await freeAbandoned(database, NOW, (owner) => owner === 'gone')).toBe(1)
    expect(Object.entries(await countMails(database.read, 'told')).toSorted()).toEqual([['retry', 1], ['sending', 1]])
  })

  it('keeps the composed bytes exactly', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0]])
    await claim(database)
    const mime = Uint8Array.from({ length: 256 }, (_, i) => i)
    expect((await keepComposed(database, 'one', [{ id: await idOf(database, 'ann'), mime }])).size).toBe(1)
    const kept = await database.read.selectFrom('outbox').select('mime').executeTakeFirstOrThrow()
    expect([...(kept.mime ?? [])]).toEqual([...mime])
  })

  it('lets a newer version take the place of one that has not left', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0], ['bob', 0]])
    await send(database, 'd2', [['ann', 1]])
    await database.write((tx) => supersede(tx, ['ann@uid'], 'd2'))
    expect(await states(database)).toEqual(['ann0 cancelled', 'ann1 queued', 'bob0 queued'])
    expect(await database.write((tx) => unqueueDispatch(tx, 'd2'))).toBe(true)
    expect(await states(database)).toEqual(['ann0 queued', 'ann1 cancelled', 'bob0 queued'])
  })

  it('takes back a sending only while none of it was tried', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0], ['bob', 0]])
    await claim(database, 'one', NOW, 1)
    expect(await database.write((tx) => unqueueDispatch(tx, 'd1'))).toBe(false)
    expect((await states(database)).filter((state) => state.includes('cancelled'))).toEqual([])
  })

  it('waits while it is paused, sign-in mails apart', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0]])
    await database.write((tx) => queueSignInMail(tx, { to: 'teller@example.org', name: 't', link: 'l', code: '1', nowMs: NOW, expiresMs: NOW + 600_000 }))
    for (const mission of ['told', null]) {
      await database.write((tx) => setPaused(tx, mission, { byName: 'a', atMs: NOW }))
      expect(await claim(database, `p ${mission}`)).toEqual(mission === null ? [] : ['teller'])
      await database.write((tx) => setPaused(tx, mission, null))
    }
    await database.write((tx) => setPaused(tx, 'untold', { byName: 'a', atMs: NOW }))
    expect(await claim(database)).toEqual(['ann'])
  })

  it('comes again when its time has come, and is tried anew where it failed unless a newer version exists', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0], ['bob', 0]])
    await claim(database)
    const [ann, bob] = [await idOf(database, 'ann'), await idOf(database, 'bob')]
    await recordOutcomes(database, 'one', NOW, [{ id: ann, kind: 'later', code: 451, text: 'greylisted', nextMs: NOW + 5_000 }, { id: bob, kind: 'refused', code: 550, text: 'unknown' }])
    expect([await nextDueMs(database.read), await claim(database, 'one', NOW + 4_999), await claim(database, 'one', NOW + 5_000)]).toEqual([NOW + 5_000, [], ['ann']])
    expect(await database.write((tx) => retryMail(tx, bob, NOW, 'untold'))).toBe(false)
    expect(await database.write((tx) => retryMail(tx, bob, NOW, 'told'))).toBe(true)
    await send(database, 'd2', [['ann', 1]])
    expect(await database.write((tx) => retryMail(tx, ann, NOW))).toBe(false)
  })

  it('is given up when what it is about is over', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0]])
    expect([await claim(database, 'one', NOW + 1e10), await states(database)]).toEqual([[], ['ann0 failed']])
  })

  it('keeps what a relay said without letters that cannot be stored or that steer a terminal', async () => {
    const database = await open()
    await send(database, 'd1', [['ann', 0], ['bob', 0]])
    await claim(database)
    const said = { code: 250, text: '250 2.0.0 \0\u001b[2JOk\r\n\u009bdone', erase: false }
    await recordOutcomes(database, 'one', NOW, [{ id: await idOf(database, 'ann'), kind: 'accepted', ...said }, { id: await idOf(database, 'bob'), kind: 'later', nextMs: NOW + 1, ...said }])
    expect((await database.read.selectFrom('outbox').select(['state', 'last_text']).orderBy('to_name').execute()).map((row) => [row.state, row.last_text])).toEqual([['accepted', '250 2.0.0 [2JOk done'], ['retry', '250 2.0.0 [2JOk done']])
  })
})
