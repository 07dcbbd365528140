import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUIET, afterRefusal, afterSending, allowance, latestFreeMs } from '#app/domain/calendar/pace.ts'
import { domainOf } from '#app/domain/people/mailbox.ts'
import type { DomainState } from '#app/domain/calendar/pace.ts'

const MINUTE = 60_000
const NOW = 1_800_000_000_000

describe('the share of a domain', () => {
  it('never gives more than the limit within any minute, and uses it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 20, maxLength: 80 }), (perMinute, pauses) => {
      const pace = { perMinute, connections: 0 }
      let state = QUIET
      let at = NOW
      const sent: number[] = []
      for (const pause of pauses) {
        at += pause
        const may = allowance(state, pace, at, 0)
        expect(may > 0).toBe(state.freeMs <= latestFreeMs(pace, at))
        state = afterSending(state, pace, at, may)
        sent.push(...Array.from({ length: may }, () => at))
      }
      for (const from of sent) expect(sent.filter((one) => one >= from && one < from + MINUTE).length).toBeLessThanOrEqual(perMinute)
    }))
  })

  it('is ten at once and one about every three seconds by default, and has no end where the limit is lifted', () => {
    const pace = { perMinute: 30, connections: 2 }
    const after = afterSending(QUIET, pace, NOW, 10)
    expect([0, 2_857, 2_858, 60_000].map((ms) => allowance(after, pace, NOW + ms, 0))).toEqual([0, 0, 1, 10])
    expect([allowance(QUIET, { perMinute: 0, connections: 0 }, NOW, 500), latestFreeMs({ perMinute: 0, connections: 0 }, NOW)]).toEqual([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])
  })
})

describe('a domain that says "not now"', () => {
  const refusedTimes = (times: number, code = 451, from: DomainState = QUIET): DomainState => Array.from({ length: times }).reduce<DomainState>((state) => afterRefusal(state, code, NOW), from)

  it('is held after five refusals in a row, and at once where the server speaks of itself', () => {
    expect([4, 5, 9].map((times) => refusedTimes(times).heldUntilMs)).toEqual([null, NOW + MINUTE, NOW + MINUTE])
    expect([421, 432, 450, 452].map((code) => refusedTimes(1, code).heldUntilMs)).toEqual([NOW + MINUTE, NOW + MINUTE, null, null])
  })

  it('is tried with one message at a time, and held twice as long each time, up to half an hour', () => {
    const pace = { perMinute: 30, connections: 2 }
    let state = refusedTimes(5)
    const pauses: number[] = []
    let at = NOW
    for (let holds = 0; holds < 7; holds++) {
      const until = state.heldUntilMs ?? 0
      pauses.push((until - at) / MINUTE)
      at = until
      expect([allowance(state, pace, at - 1, 0), allowance(state, pace, at, 0), allowance(state, pace, at, 1)]).toEqual([0, 1, 0])
      state = afterRefusal(state, 451, at)
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30])
  })
})

it('reads the domain of an address', () => {
  expect(['guest@Example.ORG', 'a.b@x.gov.kz', ''].map(domainOf)).toEqual(['example.org', 'x.gov.kz', ''])
})
