import { describe, expect, it } from 'vitest'
import { counts, nextStatuses, refusesJudgement, refusesStatus, sinceJudged } from '#app/domain/assessment/findings.ts'

describe('the way of a finding', () => {
  it('goes draft, reviewed, accepted, superseded, and back by steps', () => {
    expect([nextStatuses('draft'), nextStatuses('reviewed'), nextStatuses('accepted'), nextStatuses('superseded')]).toEqual([
      ['reviewed', 'superseded'], ['accepted', 'draft', 'superseded'], ['reviewed', 'superseded'], ['draft'],
    ])
    expect(refusesStatus('draft', 'accepted', 3)).toBe('no-such-step')
  })

  it('is accepted only with something that supports it', () => {
    expect([refusesStatus('reviewed', 'accepted', 0), refusesStatus('reviewed', 'accepted', 1), refusesStatus('draft', 'reviewed', 0)]).toEqual(['no-evidence', undefined, undefined])
  })

  it('counts until it is superseded', () => {
    expect([counts('draft'), counts('superseded')]).toEqual([true, false])
  })
})

describe('judging how far it can be trusted', () => {
  it('needs a reason and something to judge', () => {
    expect([refusesJudgement(' ', 3), refusesJudgement('said twice', 0), refusesJudgement('said twice', 1)]).toEqual(['no-reason', 'no-evidence', undefined])
  })

  it('tells what came and went since, contradictions apart; a link that turned counts as new', () => {
    const then = [{ id: 'a', relation: 'supports' }, { id: 'b', relation: 'supports' }, { id: 'c', relation: 'context' }] as const
    expect(sinceJudged(then, then)).toEqual({ contradicts: 0, others: 0, gone: 0 })
    expect(sinceJudged(then, [{ id: 'a', relation: 'contradicts' }, { id: 'b', relation: 'supports' }, { id: 'd', relation: 'qualifies' }])).toEqual({ contradicts: 1, others: 1, gone: 1 })
  })
})
