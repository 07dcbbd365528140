import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { findRelayTrouble } from '#db/outbox-claims.server.ts'
import { listDomains } from '#db/mail-domains.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { drainInto, until } from '#tests/support/draining.ts'
import type { Draining } from '#tests/support/draining.ts'
import { eachDatabase } from '#tests/support/postgres.ts'
import { makeGuests, queueMails } from '#tests/support/queued-mail.ts'
import { startRelay } from '#tests/support/relay.ts'
import type { Relay } from '#tests/support/relay.ts'
import { NOW } from '#tests/support/told-mission.ts'

const MINUTE = 60_000
let relay: Relay
const running: Draining[] = []

beforeEach(async () => {
  relay = await startRelay()
})
afterEach(async () => {
  for (const drain of running.splice(0)) await drain.stop()
  await relay.close()
})

function drainNow(database: Database, smtpUrl = relay.url): Draining {
  const drain = drainInto(database, smtpUrl, NOW)
  running.push(drain)
  return drain
}
const states = async (database: Database): Promise<Record<string, number>> =>
  Object.fromEntries((await database.read.selectFrom('outbox').select((row) => ['state', row.fn.countAll<number>().as('n')]).groupBy('state').execute()).map(({ state, n }) => [state, Number(n)]))
const attempts = async (database: Database): Promise<number[]> => (await database.read.selectFrom('outbox').select('attempts').distinct().orderBy('attempts').execute()).map((row) => row.attempts)

describe('one domain', () => {
  let database: Database
  beforeEach(async () => {
    database = openDatabase(':memory:')
    await migrate(database)
  })
  afterEach(async () => {
    for (const drain of running.splice(0)) await drain.stop()
    await database.close()
  })

  it('has two messages on their way at once at most, and within a minute its share', async () => {
    await makeGuests(database, 44)
    await queueMails(database, Array.from({ length: 44 }, (_, n) => ({ n, domain: n < 40 ? 'many.example' : 'few.example' })))
    let [now, most] = [0, 0]
    relay.manner = (address, stage) => {
      if (!address.endsWith('many.example')) return {}
      if (stage === 'recipient') most = Math.max(most, (now += 1))
      else now -= 1
      return {}
    }
    const drain = drainNow(database, `smtp://127.0.0.1:${relay.port}`)
    await until('the first share', async () => (await states(database))['accepted'] === 14)
    drain.wake()
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect([await states(database), most <= 2]).toEqual([{ accepted: 14, queued: 30 }, true])
    for (let minutes = 1; minutes <= 3; minutes++) {
      drain.clock.nowMs += MINUTE
      await until(`share ${minutes}`, async () => {
        drain.wake()
        return (await states(database))['accepted'] === 14 + 10 * minutes
      })
    }
    expect(most <= 2).toBe(true)
  })

  it('that is not there now holds nobody else, and is no trouble of the relay', async () => {
    await makeGuests(database, 30)
    await queueMails(database, Array.from({ length: 30 }, (_, n) => ({ n, domain: n % 2 === 0 ? 'away.example' : 'fine.example' })))
    relay.manner = (address) => (address.endsWith('away.example') ? { code: 421 } : {})
    const drain = drainNow(database)
    await until('the others', async () => (await states(database))['accepted'] === 15)
    expect(await findRelayTrouble(database.read)).toBe(null)
    await until('the hold', async () => (await listDomains(database.read)).some(({ name, heldUntilMs }) => name === 'away.example' && heldUntilMs === NOW + MINUTE))
    await until('what was ready', async () => (await states(database))['sending'] === undefined)
    const tried = (await states(database))['retry'] ?? 0
    expect([tried >= 1, tried <= 5, (await states(database))['queued']]).toEqual([true, true, 15 - tried])
    relay.manner = () => ({})
    await until('all', async () => {
      drain.clock.nowMs += MINUTE
      drain.wake()
      return (await states(database))['accepted'] === 30
    })
    expect(await listDomains(database.read)).toEqual([])
  })

  it('that greylists everybody is through in minutes, nobody lost', async () => {
    await makeGuests(database, 60)
    await queueMails(database, Array.from({ length: 60 }, (_, n) => ({ n, domain: 'grey.example' })))
    const seen = new Map<string, number>()
    relay.manner = (address, stage) => {
      if (stage === 'message') return {}
      const since = seen.get(address) ?? drain.clock.nowMs
      seen.set(address, since)
      return drain.clock.nowMs - since < MINUTE / 2 ? { code: 450 } : {}
    }
    const drain: Draining = drainNow(database)
    let minutes = 0
    await until('all', async () => {
      if ((await states(database))['sending'] === undefined) {
        drain.clock.nowMs += MINUTE / 4
        minutes += 0.25
      }
      drain.wake()
      await new Promise((resolve) => setTimeout(resolve, 20))
      return (await states(database))['accepted'] === 60
    })
    expect(minutes).toBeLessThan(60)
  })
})

eachDatabase('the relay', (fresh) => {
  it('is away for an hour in the middle: nothing fails, no message loses a try, everything drains in its order', async () => {
    const database = await fresh.open()
    await makeGuests(database, 40)
    await queueMails(database, Array.from({ length: 40 }, (_, n) => ({ n })))
    relay.manner = () => ({ delayMs: 5 })
    const drain = drainNow(database)
    await until('the beginning', () => relay.taken.length >= 10)
    await relay.close()
    await until('the trouble', async () => (await findRelayTrouble(database.read)) !== null && (await states(database))['sending'] === undefined)
    const before = { ...(await states(database)) }
    for (let minutes = 0; minutes < 60; minutes++) {
      if (minutes === 30) await queueMails(database, Array.from({ length: 20 }, (_, n) => ({ n, sequence: 1 })), drain.clock.nowMs)
      drain.clock.nowMs += MINUTE
      drain.wake()
      await new Promise((resolve) => setTimeout(resolve, 5))
      const now = await states(database)
      expect([now['failed'], now['quarantined'], now['bounced'], now['accepted']]).toEqual([undefined, undefined, undefined, before['accepted']])
    }
    const again = await startRelay(relay.port)
    await until('everything', async () => {
      drain.clock.nowMs += MINUTE
      drain.wake()
      const now = await states(database)
      return (now['queued'] ?? 0) + (now['sending'] ?? 0) + (now['retry'] ?? 0) === 0
    })
    const after = await states(database)
    expect([Object.keys(after).toSorted().filter((state) => state !== 'cancelled'), (after['accepted'] ?? 0) + (after['cancelled'] ?? 0), (await attempts(database)).every((count) => count <= 2), await findRelayTrouble(database.read)])
      .toEqual([['accepted'], 60, true, null])
    expect(await database.read.selectFrom('outbox').select('id').where('fifo_number', '=', 1).where('state', '<>', 'accepted').execute()).toEqual([])
    await again.close()
  })

  it('gets every message once from three senders at a time', async () => {
    const database = await fresh.open()
    await makeGuests(database, 90)
    await queueMails(database, Array.from({ length: 90 }, (_, n) => ({ n })))
    relay.manner = () => ({ delayMs: 10 })
    const drains = [drainNow(database), drainNow(database), drainNow(database)]
    await until('all', async () => {
      drains.forEach((drain) => drain.wake())
      return (await states(database))['accepted'] === 90
    })
    expect([relay.taken.length, new Set(relay.taken.map(({ to }) => to.join())).size]).toEqual([90, 90])
  })
})
