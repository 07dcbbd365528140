import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AGREEMENT_WORDS, EVIDENCE_WORDS, RELATIONS, agreementOf, confidenceFrom, confidenceOf, countRelations, weighed, weightOf, weightWords } from '#app/domain/assessment/evidence.ts'
import type { RelationWord, Weighed } from '#app/domain/assessment/evidence.ts'

const of = (relation: RelationWord, sourceKind: string, count = 1): Weighed => ({ relation, sourceKind, count })

describe('evidence', () => {
  it('counts by relation', () => {
    expect(countRelations([of('supports', 'city', 2), of('supports', 'donor'), of('context', 'city')])).toEqual({ supports: 3, contradicts: 0, qualifies: 0, context: 1 })
  })

  it('lets a kind agree only when it supports and never contradicts; context does not speak', () => {
    expect(agreementOf([of('supports', 'city'), of('contradicts', 'city'), of('supports', 'donor'), of('qualifies', 'NGO'), of('context', 'team')])).toEqual({ agreeing: 1, kinds: 3 })
    expect(agreementOf([])).toEqual({ agreeing: 0, kinds: 0 })
  })

  it('words confidence by evidence and agreement', () => {
    expect(confidenceOf([])).toBe('none')
    expect(confidenceOf([of('context', 'city', 9)])).toBe('none')
    expect(confidenceOf([of('supports', 'city', 9)])).toBe('weak')
    expect(confidenceOf([of('supports', 'city', 2), of('supports', 'donor'), of('qualifies', 'donor')])).toBe('fair')
    expect(confidenceOf([of('supports', 'city', 2), of('supports', 'donor'), of('supports', 'NGO')])).toBe('good')
    expect(confidenceOf([of('supports', 'city', 3), of('supports', 'donor', 2), of('qualifies', 'NGO'), of('contradicts', 'company', 2)])).toBe('weak')
  })

  it('is weighed in two words, and confidence is read from a square of them', () => {
    expect([weighed([]), weighed([of('supports', 'city', 9)]), weighed([of('supports', 'city', 2), of('contradicts', 'donor')])]).toEqual([undefined, { evidence: 'limited', agreement: 'high' }, { evidence: 'medium', agreement: 'low' }])
    expect(AGREEMENT_WORDS.map((agreement) => EVIDENCE_WORDS.map((evidence) => confidenceFrom({ evidence, agreement })))).toEqual([['weak', 'weak', 'weak'], ['weak', 'fair', 'fair'], ['weak', 'fair', 'good']])
    expect([weightOf('robust', 'low'), weightOf('', ''), weightOf('robust', 'none'), weightWords({ evidence: 'medium', agreement: 'high' })]).toEqual([{ evidence: 'robust', agreement: 'low' }, undefined, undefined, 'medium evidence, high agreement'])
  })

  it('never gains confidence from a contradiction', () => {
    const order = ['none', 'weak', 'fair', 'good']
    const link = fc.record({ relation: fc.constantFrom(...RELATIONS), sourceKind: fc.constantFrom('city', 'donor', 'NGO', 'company'), count: fc.integer({ min: 1, max: 4 }) })
    fc.assert(fc.property(fc.array(link, { maxLength: 12, minLength: 1 }), (links) => {
      const speaking = links.find((one) => one.relation !== 'context')
      if (!speaking) return
      const after = confidenceOf([...links, of('contradicts', speaking.sourceKind)])
      expect(order.indexOf(after)).toBeLessThanOrEqual(order.indexOf(confidenceOf(links)))
    }))
  })
})
