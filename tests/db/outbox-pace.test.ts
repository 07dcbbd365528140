import { expect, it } from 'vitest'
import { GIVE_UP_MS, claimDue, freeAbandoned, recordOutcomes } from '#db/outbox-claims.server.ts'
import type { Claimed, Outcome } from '#db/outbox-claims.server.ts'
import type { Database } from '#db/database.server.ts'
import { listDomains, setDomainPaused } from '#db/mail-domains.server.ts'
import { queueSignInMail } from '#db/outbox.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { makeGuests, queueMails } from '#tests/support/queued-mail.ts'
import type { Wanted } from '#tests/support/queued-mail.ts'
import { NOW } from '#tests/support/told-mission.ts'

const PACE = { perMinute: 30, connections: 0 }
const MINUTE = 60_000

eachDatabase('the pace of mail', (fresh) => {
  const open = async (wanted: readonly Wanted[]): Promise<Database> => {
    const database = await fresh.open()
    await makeGuests(database, Math.max(...wanted.map(({ n }) => n)) + 1)
    await queueMails(database, wanted)
    return database
  }
  const guests = (count: number, domain: string, from = 0): Wanted[] => Array.from({ length: count }, (_, at) => ({ n: from + at, domain }))
  const claim = (database: Database, atMs = NOW, { owner = 'one', limit = 40, pace = PACE, held = {} as Record<string, number> } = {}): Promise<Claimed[]> => claimDue(database, owner, atMs, limit, { pace, held: new Map(Object.entries(held)) })
  const byDomain = (mails: readonly Claimed[]): string => [...new Set(mails.map(({ domain }) => domain))].toSorted().map((domain) => `${domain} ${mails.filter((mail) => mail.domain === domain).length}`).join(', ')
  const settle = (database: Database, mails: readonly Claimed[], kind: 'accepted' | 'later' | 'refused', atMs = NOW, code = 451, owner = 'one'): Promise<void> =>
    recordOutcomes(database, owner, atMs, mails.map(({ id }): Outcome => (kind === 'accepted' ? { id, kind, code: 250, text: 'OK', erase: false } : kind === 'later' ? { id, kind, code, text: 'not now', nextMs: atMs + MINUTE } : { id, kind, code: 550, text: 'nobody' })))

  it('gives a domain its share and no more, and others theirs beside it', async () => {
    const database = await open([...guests(60, 'many.example'), ...guests(3, 'few.example', 60)])
    expect(byDomain(await claim(database))).toBe('few.example 3, many.example 10')
    expect([await claim(database), byDomain(await claim(database, NOW + 3_000)), byDomain(await claim(database, NOW + MINUTE))]).toEqual([[], 'many.example 1', 'many.example 10'])
  })

  it('gives three senders at once one share between them', async () => {
    const database = await open(guests(60, 'many.example'))
    const claims = await Promise.all(['a', 'b', 'c'].map((owner) => claim(database, NOW, { owner, limit: 8 })))
    expect([claims.flat().length, new Set(claims.flat().map(({ id }) => id)).size]).toEqual([10, 10])
  })

  it('leaves a sender no more of one domain than its connections can carry soon', async () => {
    const database = await open([...guests(60, 'slow.example'), ...guests(5, 'quick.example', 60)])
    const pace = { perMinute: 0, connections: 2 }
    expect(byDomain(await claim(database, NOW, { pace, held: { 'slow.example': 3 } }))).toBe('quick.example 5, slow.example 5')
    expect(await claim(database, NOW, { pace, held: { 'slow.example': 8 } })).toEqual([])
  })

  it('holds a domain that says "not now" five times, touches no other, and tries it again with one that was put off', async () => {
    const database = await open([...guests(20, 'busy.example'), ...guests(20, 'fine.example', 20)])
    const first = await claim(database, NOW, { limit: 5 })
    await settle(database, first, 'later')
    expect((await listDomains(database.read)).map(({ name, refused, heldUntilMs, lastText }) => [name, refused, heldUntilMs, lastText])).toEqual([['busy.example', 5, NOW + MINUTE, 'not now']])
    const others = await claim(database)
    expect(byDomain(others)).toBe('fine.example 10')
    await settle(database, others, 'accepted')
    const tried = await claim(database, NOW + MINUTE)
    expect([byDomain(tried), first.some(({ id }) => id === tried.find(({ domain }) => domain === 'busy.example')?.id)]).toEqual(['busy.example 1, fine.example 10', true])
    await settle(database, tried.filter(({ domain }) => domain === 'busy.example'), 'later', NOW + MINUTE)
    expect((await listDomains(database.read))[0]?.heldUntilMs).toBe(NOW + 3 * MINUTE)
    const again = await claim(database, NOW + 3 * MINUTE)
    expect(byDomain(again)).toBe('busy.example 1')
    await settle(database, again, 'refused', NOW + 3 * MINUTE)
    expect([await listDomains(database.read), byDomain(await claim(database, NOW + 3 * MINUTE))]).toEqual([[], 'busy.example 9'])
  })

  it('holds a domain at once whose server speaks of itself', async () => {
    const database = await open(guests(5, 'down.example'))
    await settle(database, await claim(database, NOW, { limit: 1 }), 'later', NOW, 421)
    expect([await claim(database, NOW + MINUTE - 1), (await claim(database, NOW + MINUTE)).length]).toEqual([[], 1])
  })

  it('gives up after three days what waits for a domain that never says yes', async () => {
    const database = await open(guests(7, 'never.example'))
    await settle(database, await claim(database, NOW, { limit: 5 }), 'later')
    expect(await claim(database, NOW + GIVE_UP_MS)).toEqual([])
    expect((await database.read.selectFrom('outbox').select('state').distinct().execute()).map(({ state }) => state)).toEqual(['failed'])
  })

  it('stops for one domain by hand, sign-in mails apart', async () => {
    const database = await open([...guests(2, 'stopped.example'), ...guests(1, 'fine.example', 2)])
    await database.write(async (tx) => {
      await setDomainPaused(tx, 'stopped.example', { byName: 'Operator', atMs: NOW })
      await queueSignInMail(tx, { to: 'a@stopped.example', name: 'a', link: 'l', code: '1', nowMs: NOW, expiresMs: NOW + 600_000 })
    })
    expect((await claim(database)).map(({ kind, domain }) => `${kind} ${domain}`).toSorted()).toEqual(['invite fine.example', 'sign-in stopped.example'])
    expect((await listDomains(database.read)).map(({ name, pausedBy }) => [name, pausedBy])).toEqual([['stopped.example', 'Operator']])
    await database.write((tx) => setDomainPaused(tx, 'stopped.example', null))
    expect(byDomain(await claim(database))).toBe('stopped.example 2')
  })

  it('sends a sign-in mail before everything else, whatever waits', async () => {
    const database = await open(guests(50, 'many.example'))
    await database.write((tx) => queueSignInMail(tx, { to: 'a@many.example', name: 'a', link: 'l', code: '1', nowMs: NOW + 5, expiresMs: NOW + 600_000 }))
    expect((await claim(database, NOW + 5, { limit: 1 })).map(({ kind }) => kind)).toEqual(['sign-in'])
  })

  it('lets a message go alone that was begun twice and never finished, and puts it aside after eight times', async () => {
    const database = await open(guests(3, 'example.org'))
    for (let times = 0; times < 2; times++) {
      expect((await claim(database, NOW, { owner: `gone ${times}` })).length).toBe(3)
      await freeAbandoned(database, NOW, () => true)
    }
    for (let times = 2; times < 8; times++) {
      expect((await claim(database, NOW, { owner: `gone ${times}` })).length).toBe(1)
      expect(await claim(database, NOW, { held: { 'example.org': 1 } })).toEqual([])
      await freeAbandoned(database, NOW, () => true)
    }
    const left = await claim(database)
    expect(left.length).toBe(1)
    await settle(database, left, 'accepted')
    const states = (await database.read.selectFrom('outbox').select(['state', 'strikes']).orderBy('strikes').execute()).map(({ state, strikes }) => `${state} ${strikes}`)
    expect(states.filter((state) => state.startsWith('quarantined'))).toEqual(states.includes('quarantined 8') ? ['quarantined 8'] : [])
    expect((await database.read.selectFrom('outbox_try').select(['kind', 'attempt']).where('outbox_id', '=', left[0]?.id ?? '').orderBy('attempt').execute()).at(-1)).toMatchObject({ kind: 'accepted' })
  })
})
