import { expect, it } from 'vitest'
import { coverageByPart, gapsOfSections, stateAfter } from '#app/domain/papers/outline-coverage.ts'
import type { Section } from '#app/domain/papers/outline-coverage.ts'

const section = (id: string, level: number, more: Partial<Section> = {}): Section => ({ id, level, number: '', title: id, owner: '', state: 'empty', hasText: false, gathers: '', findings: [], evidence: 0, ...more })
const SECTIONS = [
  section('thanks', 1, { gathers: 'acknowledgements' }),
  section('summary', 1),
  section('part', 1, { number: 'Part 1', owner: 'Member, sample' }),
  section('bare', 2, { number: '1.1' }),
  section('weak', 2, { number: '1.2', hasText: true, findings: [{ supports: 0, contradicts: 2, links: 3 }, { supports: 0, contradicts: 0, links: 0 }], evidence: 3 }),
  section('good', 2, { number: '1.3', hasText: true, state: 'done', findings: [{ supports: 1, contradicts: 4, links: 5 }], evidence: 4 }),
]

it('asks for text and findings where nothing lies below, and for an owner who may be that of the part', () => {
  expect([...gapsOfSections(SECTIONS)]).toEqual([
    ['thanks', []], ['summary', ['no-owner', 'no-text']], ['part', []], ['bare', ['no-text', 'no-finding']], ['weak', ['no-evidence', 'only-contradicted']], ['good', []],
  ])
})

it('asks for findings everywhere in an outline without numbers', () => {
  expect([...gapsOfSections([section('one', 1, { owner: 'x', hasText: true })])]).toEqual([['one', ['no-finding']]])
})

it('sums a part', () => {
  expect(coverageByPart(SECTIONS).at(-1)).toEqual({ id: 'part', number: 'Part 1', title: 'part', sections: 3, written: 2, covered: 2, owned: 3, done: 1, findings: 3, evidence: 7, gaps: 4 })
  expect(coverageByPart(SECTIONS)).toHaveLength(3)
})

it('takes a text for a beginning', () => {
  expect([stateAfter('empty', true), stateAfter('empty', false), stateAfter('reviewed', true)]).toEqual(['in work', 'empty', 'reviewed'])
})
