import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from '#cli/ensure.mjs'
import { HOLD_MS } from '#app/operations/invitations.server.ts'
import { pauseMail, resumeMail, retryMail } from '#app/operations/mail.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { findRelayTrouble, GIVE_UP_MS } from '#db/outbox-claims.server.ts'
import { freePort } from '#tests/support/site.ts'
import { SENDER, drainInto, until } from '#tests/support/draining.ts'
import type { Draining } from '#tests/support/draining.ts'
import { NOW, change, makeInvited, queue, sendAll, timed } from '#tests/support/invited-mission.ts'
import type { Invited } from '#tests/support/invited-mission.ts'
import { calendarIn, startRelay } from '#tests/support/relay.ts'
import type { Relay } from '#tests/support/relay.ts'
import { makeBreaker } from '#emails/breaker.server.ts'
import { startDrain } from '#emails/outbox.server.ts'

const LEFT = NOW + HOLD_MS + 1
const MINUTE = 60_000
let told: Invited
let relay: Relay
const running: Draining[] = []

beforeEach(async () => {
  told = await makeInvited()
  relay = await startRelay()
})
afterEach(async () => {
  for (const drain of running.splice(0)) await drain.stop()
  await relay.close()
  await told.database.close()
})

function drainNow(smtpUrl: string | undefined = relay.url): Draining {
  const drain = drainInto(told.database, smtpUrl, LEFT)
  running.push(drain)
  return drain
}
const rows = () => told.database.read.selectFrom('outbox').selectAll().orderBy('to_address').orderBy('fifo_number').execute()
const row = async () => (await rows())[0] as Awaited<ReturnType<typeof rows>>[number]
const state = async (): Promise<string> => (await row()).state
/** Lets the drain's clock go on and wakes it. */
const pass = (drain: Draining, ms: number): void => {
  drain.clock.nowMs += ms
  drain.wake()
}

describe('what waits', () => {
  it('does not leave before its hold is over', async () => {
    await sendAll(told, ['ann'])
    const drain = drainInto(told.database, relay.url, NOW)
    running.push(drain)
    pass(drain, HOLD_MS - 1)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect([await state(), relay.taken.length]).toEqual(['queued', 0])
    pass(drain, 1)
    await until('the message', async () => (await state()) === 'accepted')
  })

  it('stays while the mail of its mission is stopped, and goes when it goes on', async () => {
    await sendAll(told, ['ann'])
    expect((await pauseMail(told.scope)).done).toBe(true)
    const drain = drainNow()
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect([await state(), relay.taken.length]).toEqual(['queued', 0])
    expect((await resumeMail(told.scope)).done).toBe(true)
    drain.wake()
    await until('the message', async () => (await state()) === 'accepted')
  })

  it('is given up when what it is about was over before it could leave', async () => {
    await sendAll(told, ['ann'])
    const drain = drainInto(told.database, relay.url, NOW + 3 * 86_400_000)
    running.push(drain)
    await until('the end', async () => (await state()) === 'failed')
    expect([(await row()).last_text, relay.taken.length]).toEqual(['Given up: what it is about was over before it could be sent', 0])
  })
})

describe('a relay that says no', () => {
  it('is asked again after a minute or so, then after about five, with the same bytes', async () => {
    let code: number | undefined = 451
    relay.manner = () => (code === undefined ? {} : { code })
    await sendAll(told, ['ann'])
    const drain = drainNow()
    await until('the first try', async () => (await state()) === 'retry')
    const first = await row()
    expect([first.attempts, first.last_code, first.last_text.includes('not now, says the relay')]).toEqual([1, 451, true])
    expect([first.next_ms - LEFT >= MINUTE / 2, first.next_ms - LEFT <= MINUTE * 1.5]).toEqual([true, true])
    pass(drain, first.next_ms - LEFT - 1)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect((await row()).attempts).toBe(1)
    pass(drain, 1)
    await until('the second try', async () => (await row()).attempts === 2 && (await state()) === 'retry')
    const second = await row()
    expect([second.next_ms - drain.clock.nowMs >= 2.5 * MINUTE, second.next_ms - drain.clock.nowMs <= 7.5 * MINUTE]).toEqual([true, true])
    code = undefined
    pass(drain, second.next_ms - drain.clock.nowMs)
    await until('the third try', async () => (await state()) === 'accepted')
    expect(Buffer.from((await row()).mime ?? []).equals(Buffer.from(first.mime ?? []))).toBe(true)
  })

  it('for good fails the message at once and shows why; it can be tried again by hand', async () => {
    relay.manner = (address) => (address.startsWith('ann') ? { code: 550 } : {})
    await sendAll(told)
    const drain = drainNow()
    await until('both outcomes', async () => (await rows()).every((one) => one.state === 'failed' || one.state === 'accepted'))
    expect((await rows()).map((one) => [one.to_address, one.state, one.attempts, one.last_code])).toEqual([['ann@example.org', 'failed', 1, 550], ['bob@example.org', 'accepted', 1, 250]])
    relay.manner = () => ({})
    expect((await retryMail({ ...told.scope, nowMs: drain.clock.nowMs }, (await row()).id)).done).toBe(true)
    drain.wake()
    await until('the second try', async () => (await state()) === 'accepted')
  })

  it('for three days is believed', async () => {
    relay.manner = () => ({ code: 451 })
    await change(told, timed('2020-02-07', 600, 660))
    await sendAll(told, ['ann'])
    const drain = drainNow()
    await until('the first try', async () => (await state()) === 'retry')
    pass(drain, GIVE_UP_MS)
    await until('the end', async () => (await state()) === 'failed')
    expect((await row()).last_text).toMatch(/^Given up after 72 hours\. .*not now/)
  })
})

describe('a relay that is not there', () => {
  it('costs no message an attempt, is noted for people, and is found again', async () => {
    const port = await freePort()
    await sendAll(told)
    const drain = drainNow(`smtp://127.0.0.1:${port}`)
    await until('the trouble', async () => (await findRelayTrouble(told.database.read)) !== null && (await rows()).every((one) => one.state === 'queued'))
    expect((await rows()).map((one) => [one.attempts, one.state])).toEqual([[0, 'queued'], [0, 'queued']])
    for (let tries = 0; tries < 3; tries++) {
      pass(drain, 600_000)
      await until('another look', async () => (await rows()).every((one) => one.state === 'queued'))
    }
    expect((await rows()).map((one) => one.attempts)).toEqual([0, 0])
    const back = await startRelay(port)
    await until('both messages', async () => {
      pass(drain, 600_000)
      return (await rows()).every((one) => one.state === 'accepted')
    })
    expect([await findRelayTrouble(told.database.read), back.taken.length]).toEqual([null, 2])
    await back.close()
  })
})

describe('a clock that is put back by a day', () => {
  const DAY = 24 * 60 * MINUTE
  it('keeps no message waiting for that day, nor the relay', async () => {
    relay.manner = () => ({ code: 421 })
    await change(told, timed('2020-02-07', 600, 660))
    await sendAll(told, ['ann'])
    const drain = drainInto(told.database, relay.url, NOW + DAY)
    running.push(drain)
    await until('the first put off, its domain held', async () => (await state()) === 'retry')
    await sendAll({ ...told, scope: { ...told.scope, nowMs: NOW + DAY } }, ['bob'])
    relay.manner = () => ({})
    pass(drain, -DAY)
    await until('both messages', async () => {
      pass(drain, 0)
      return (await rows()).every((one) => one.state === 'accepted')
    })
  })

  it('opens the breaker for no longer', () => {
    const breaker = makeBreaker()
    for (let tries = 0; tries < 9; tries++) breaker.failed(breaker.tryMs ?? NOW + DAY)
    expect([breaker.room((breaker.tryMs ?? 0) - 1), breaker.room(NOW)]).toEqual(['none', 'one'])
    breaker.failed(NOW)
    expect([breaker.room(NOW), (breaker.tryMs ?? 0) - NOW <= 5 * MINUTE]).toEqual(['none', true])
  })
})

describe('an answer that never came', () => {
  it('means that the message may have arrived: the same bytes go again', async () => {
    let hangUp = true
    relay.manner = () => ({ hangUp })
    await sendAll(told, ['ann'])
    const drain = drainNow()
    await until('the lost answer', async () => (await state()) === 'retry')
    expect([(await row()).uncertain, relay.taken.length]).toEqual([1, 1])
    hangUp = false
    pass(drain, (await row()).next_ms - drain.clock.nowMs)
    await until('the answer', async () => (await state()) === 'accepted')
    expect([relay.taken.length, relay.taken[0]?.bytes.equals(relay.taken[1]?.bytes ?? Buffer.alloc(0))]).toEqual([2, true])
  })

  it('counts as having arrived when people look at what is owed', async () => {
    relay.manner = () => ({ hangUp: true })
    await sendAll(told, ['ann'])
    drainNow()
    await until('the lost answer', async () => (await state()) === 'retry')
    await change(told, timed('2020-01-29', 690, 780))
    const dispatch = await sendAll(told, ['ann'])
    expect((await queue(told)).at(-1)).toBe('ann@example.org reschedule 1 queued')
    expect(dispatch.length).toBeGreaterThan(0)
  })
})

describe('order', () => {
  it('is kept for a UID: the newer version waits for the older that is on its way', async () => {
    relay.manner = () => ({ delayMs: relay.taken.length === 0 ? 300 : 0 })
    await sendAll(told, ['ann'])
    const drain = drainNow()
    await until('the first on its way', async () => (await state()) === 'sending')
    await change(told, timed('2020-01-29', 690, 780))
    await sendAll(told, ['ann'])
    pass(drain, HOLD_MS)
    await until('both', async () => (await rows()).every((one) => one.state === 'accepted'))
    expect(relay.taken.map(({ bytes }) => /SEQUENCE:(\d+)/.exec(calendarIn(bytes))?.[1])).toEqual(['0', '1'])
  })

  it('lets the newer version go instead of an older one that was put off meanwhile', async () => {
    relay.manner = () => (relay.taken.length === 0 ? { code: 451, delayMs: 0 } : {})
    await sendAll(told, ['ann'])
    const drain = drainNow()
    await until('the first put off', async () => (await state()) === 'retry')
    await change(told, timed('2020-01-29', 690, 780))
    await sendAll(told, ['ann'])
    relay.manner = () => ({})
    pass(drain, HOLD_MS)
    await until('the newer one', async () => (await rows()).some((one) => one.state === 'accepted'))
    expect(await queue(told)).toEqual(['ann@example.org invite 0 cancelled', 'ann@example.org invite 1 accepted'])
  })
})

describe('a sender that is killed', () => {
  it('loses nothing, and sends nothing twice with other bytes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'caravan-drain-'))
    const url = `file:${join(folder, 'mail.db')}`
    const many = await makeInvited(openDatabase(url), Date.now() - HOLD_MS - 1)
    const PEOPLE = 60
    try {
      await many.database.write(async (tx) => {
        for (let n = 0; n < PEOPLE; n++) {
          await tx.insertInto('person').values({ id: `p${n}`, name: `Guest ${n}, sample`, name_key: `guest ${n}`, sort_key: `guest ${n}`, email: `guest${n}@example.org` }).execute()
          await tx.insertInto('participation').values({ id: `p${n}`, mission_id: 'told', engagement_id: 'told-workshop', person_id: `p${n}`, role: 'participant', precedence: 10 + n }).execute()
        }
      })
      await sendAll({ ...many, scope: { ...many.scope, missionNowMs: NOW } })
      relay.manner = () => ({ delayMs: 15 })
      for (const after of [5, 20]) {
        const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/drain-child.ts', url.replace(/^file:/, ''), relay.url], { cwd: ROOT, stdio: 'ignore' })
        const gone = new Promise((resolve) => child.once('exit', resolve))
        await until(`${after} messages`, () => relay.taken.length >= after)
        child.kill('SIGKILL')
        await gone
      }
      const drain = startDrain({ database: many.database, config: { ...SENDER, smtpUrl: relay.url }, log: { info: () => undefined, warn: () => undefined, error: () => undefined }, now: Date.now })
      const states = async () => (await many.database.read.selectFrom('outbox').select('state').distinct().execute()).map((one) => one.state)
      await until('everything handed over', async () => (await states()).join() === 'accepted')
      await drain.stop()
      const copies = new Map<string, Set<string>>()
      for (const { to, bytes } of relay.taken) copies.set(to.join(), (copies.get(to.join()) ?? new Set()).add(bytes.toString('latin1')))
      expect(copies.size).toBe(PEOPLE + 2)
      expect([...copies.values()].filter((bytes) => bytes.size > 1).length).toBe(0)
    } finally {
      await many.database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
