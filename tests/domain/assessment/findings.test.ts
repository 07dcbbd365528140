import { describe, expect, it } from 'vitest'
import { counts, nextStatuses, refusesStatus } from '#app/domain/assessment/findings.ts'

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
