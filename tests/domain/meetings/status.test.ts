import { describe, expect, it } from 'vitest'
import { CHAIN, STATUSES, asStatus, findStep, hasBegun, isAhead, reachedBy, stepsFrom, usualNext } from '#app/domain/meetings/status.ts'
import type { Status } from '#app/domain/meetings/status.ts'

const free = (from: Status, begun = true): string[] => stepsFrom(from, begun).filter((step) => !step.needsReason).map((step) => step.to)
const withReason = (from: Status, begun = true): string[] => stepsFrom(from, begun).filter((step) => step.needsReason).map((step) => step.to)

describe('the usual next step', () => {
  it('follows the chain to its end', () => {
    expect(CHAIN.map((status) => usualNext(status, true))).toEqual(['requested', 'tentative', 'confirmed', 'held', 'noted', 'cleared', undefined])
  })

  it('waits for what is confirmed until it begins', () => {
    expect(usualNext('confirmed', false)).toBe(undefined)
    expect(usualNext('tentative', false)).toBe('confirmed')
  })

  it('brings what was postponed back, and nothing else that left', () => {
    expect((['declined', 'postponed', 'cancelled', 'no-show'] as const).map((status) => usualNext(status, true))).toEqual([undefined, 'tentative', undefined, undefined])
  })
})

describe('the steps that may be taken', () => {
  it.each([
    ['idea', ['requested', 'tentative', 'confirmed'], ['postponed', 'cancelled']],
    ['requested', ['tentative', 'confirmed'], ['idea', 'declined', 'postponed', 'cancelled']],
    ['tentative', ['confirmed', 'held'], ['idea', 'requested', 'declined', 'postponed', 'cancelled', 'no-show']],
    ['confirmed', ['held'], ['idea', 'requested', 'tentative', 'declined', 'postponed', 'cancelled', 'no-show']],
    ['held', ['noted'], ['confirmed', 'no-show']],
    ['noted', ['cleared'], ['held']],
    ['cleared', [], ['noted']],
    ['postponed', ['idea', 'requested', 'tentative', 'confirmed'], ['declined', 'cancelled']],
    ['declined', [], ['idea', 'requested', 'tentative', 'confirmed', 'postponed', 'cancelled']],
    ['cancelled', [], ['idea', 'requested', 'tentative', 'confirmed', 'declined', 'postponed']],
    ['no-show', [], ['idea', 'requested', 'tentative', 'confirmed', 'held', 'declined', 'postponed', 'cancelled']],
  ] as const)('from %s', (from, without, reasoned) => {
    expect([free(from), withReason(from)]).toEqual([without, reasoned])
  })

  it('ask for a reason to hold what has not begun', () => {
    expect(findStep('confirmed', 'held', false)).toEqual({ to: 'held', needsReason: true })
    expect(findStep('confirmed', 'held', true)).toEqual({ to: 'held', needsReason: false })
  })

  it('miss nothing that has not begun', () => {
    expect([findStep('confirmed', 'no-show', false), findStep('confirmed', 'no-show', true)]).toEqual([undefined, { to: 'no-show', needsReason: true }])
  })

  it('never lead to where it stands, nor past a step that was not taken', () => {
    expect(STATUSES.filter((status) => findStep(status, status, true))).toEqual([])
    expect(findStep('confirmed', 'cleared', true)).toBe(undefined)
    expect(findStep('noted', 'cancelled', true)).toBe(undefined)
  })
})

describe('a status', () => {
  it('is ahead until it is held or left', () => {
    expect(STATUSES.filter(isAhead)).toEqual(['idea', 'requested', 'tentative', 'confirmed'])
  })

  it('is an idea where the word is unknown', () => {
    expect([asStatus('held'), asStatus('agreed')]).toEqual(['held', 'idea'])
  })
})

describe('having begun', () => {
  const day = '2020-02-04'
  it('counts from the start', () => {
    const startMs = Date.UTC(2020, 1, 4, 4, 30)
    expect([hasBegun({ day, startMs, zone: 'Asia/Dushanbe' }, startMs - 1), hasBegun({ day, startMs, zone: 'Asia/Dushanbe' }, startMs)]).toEqual([false, true])
  })

  it('counts from midnight at the stop where no time is known', () => {
    const midnight = Date.UTC(2020, 1, 3, 19)
    expect([hasBegun({ day, startMs: null, zone: 'Asia/Dushanbe' }, midnight - 1), hasBegun({ day, startMs: null, zone: 'Asia/Dushanbe' }, midnight)]).toEqual([false, true])
  })
})

describe('when a status was reached', () => {
  const act = (atMs: number, to: string, more: Record<string, unknown> = {}) => ({ verb: 'set-status', noun: 'engagement', atMs, facts: { to }, undone: false, ...more })

  it('is the latest act that still stands, with its reason', () => {
    const acts = [act(9, 'cancelled', { undone: true }), act(8, 'confirmed', { facts: { to: 'confirmed', reason: 'asked again' } }), act(7, 'tentative'), act(6, 'confirmed'), act(5, 'held', { noun: 'finding' }), act(4, 'no such status')]
    expect(reachedBy(acts)).toEqual({ confirmed: { atMs: 8, reason: 'asked again' }, tentative: { atMs: 7 } })
  })

  it('counts what went with its whole stop', () => {
    expect(reachedBy([{ verb: 'call-off', noun: 'stop', atMs: 9, facts: { to: 'cancelled', reason: 'the border is closed' }, undone: false }])).toEqual({ cancelled: { atMs: 9, reason: 'the border is closed' } })
  })
})
