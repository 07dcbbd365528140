import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askFor } from '#app/domain/assessment/asks.ts'
import { cellsOf, countStates, gapsFor } from '#app/domain/assessment/gaps.ts'
import { SOURCE_GROUPS, groupOf, groupPeople, groupWord, groupsOf } from '#app/domain/assessment/sources.ts'

const FACTS = {
  stopIds: ['s1', 's2'], dimensionIds: ['d1'],
  counts: [{ stopId: 's1', dimensionId: 'd1', sourceKind: 'city', count: 2 }, { stopId: 's1', dimensionId: 'd1', sourceKind: 'state enterprise', count: 1 }, { stopId: 's1', dimensionId: 'd1', sourceKind: 'team', count: 9 }, { stopId: '', dimensionId: 'd1', sourceKind: 'donor', count: 4 }],
  asking: [{ id: 'e1', stopId: 's1', groups: ['government', 'donor'] as const }, { id: 'e2', stopId: 's2', groups: ['company'] as const }, { id: 'e3', stopId: 's2', groups: ['company'] as const }],
  asked: [{ engagementId: 'e2', dimensionId: 'd1', group: 'company' as const }, { engagementId: 'over', dimensionId: 'd1', group: 'donor' as const }],
}

describe('kinds of source', () => {
  it('are four, and team, other and not named are none of them', () => {
    expect(['government', 'city', 'state enterprise', 'company', 'donor', 'NGO', 'university', 'team', 'other', ''].map((kind) => groupOf(kind))).toEqual(['government', 'government', 'government', 'company', 'donor', 'civil-society', 'civil-society', undefined, undefined, undefined])
    expect(groupsOf(['NGO', 'city', 'government', 'other'])).toEqual(['government', 'civil-society'])
    expect(SOURCE_GROUPS.map(groupWord)).toEqual(['government', 'company', 'donor', 'civil society'])
    expect(SOURCE_GROUPS.map(groupPeople)).toEqual(['the government', 'companies', 'donors', 'civil society'])
  })
})

describe('cells', () => {
  it('hold evidence, wait for an answer, can be asked, or have nobody; papers and the team fill none', () => {
    const cells = cellsOf(FACTS)
    expect(cells.map((cell) => [cell.stopId, cell.group, cell.count, cell.state])).toEqual([
      ['s1', 'government', 3, 'evidence'], ['s1', 'company', 0, 'nobody'], ['s1', 'donor', 0, 'open'], ['s1', 'civil-society', 0, 'nobody'],
      ['s2', 'government', 0, 'nobody'], ['s2', 'company', 0, 'asked'], ['s2', 'donor', 0, 'nobody'], ['s2', 'civil-society', 0, 'nobody'],
    ])
    expect(countStates(cells)).toEqual({ evidence: 1, asked: 1, open: 1, nobody: 5 })
  })

  it('are offered to whoever can fill them, unless asked there already', () => {
    const cells = cellsOf(FACTS)
    const offered = FACTS.asking.map((one) => gapsFor(one, cells, FACTS.asked).map((cell) => `${cell.group} ${cell.state}`))
    expect(offered).toEqual([['donor open'], [], ['company asked']])
  })

  it('offer no meeting a cell of another stop, a kind it does not meet, or one that holds evidence', () => {
    const groups = fc.subarray([...SOURCE_GROUPS])
    const asking = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c'), stopId: fc.constantFrom('s1', 's2'), groups }), { selector: (one) => one.id })
    const counts = fc.array(fc.record({ stopId: fc.constantFrom('s1', 's2', ''), dimensionId: fc.constantFrom('d1', 'd2'), sourceKind: fc.constantFrom('city', 'NGO', 'team', ''), count: fc.integer({ min: 1, max: 3 }) }))
    fc.assert(fc.property(asking, counts, (meetings, found) => {
      const cells = cellsOf({ counts: found, stopIds: ['s1', 's2'], dimensionIds: ['d1', 'd2'], asking: meetings, asked: [] })
      const fits = (meeting: (typeof meetings)[number]) => gapsFor(meeting, cells, []).every((cell) => cell.stopId === meeting.stopId && meeting.groups.includes(cell.group) && cell.count === 0)
      expect(meetings.every(fits)).toBe(true)
      expect(cells.filter((cell) => cell.state === 'open').every((cell) => meetings.some((meeting) => gapsFor(meeting, cells, []).includes(cell)))).toBe(true)
    }))
  })
})

it('is worded for who shall answer', () => {
  expect(askFor('Human capital', 'donor', 'Dushanbe')).toBe('Human capital: what is financed in Dushanbe and until when, and what was learnt from it?')
  expect(new Set(SOURCE_GROUPS.map((group) => askFor('Law', group, 'Osh'))).size).toBe(4)
  expect(askFor('x'.repeat(900), 'donor', 'Osh').length).toBe(500)
})
