import { describe, expect, it } from 'vitest'
import { flagsOf, levelWord, refusesRating, staleness, whyRated } from '#app/domain/assessment/ratings.ts'
import type { LinkFacts, RatingFacts } from '#app/domain/assessment/ratings.ts'

const link = (id: string, relation: LinkFacts['relation'], atMs: number): LinkFacts => ({ id, relation, atMs })
const rating = (more: Partial<RatingFacts> = {}): RatingFacts => ({ level: 'low', tentative: true, certain: true, asPrinted: false, atMs: 100, evidence: [], ...more })

describe('staleness', () => {
  it('is what contradicts and was not there when the level was given', () => {
    const given = rating({ evidence: [{ id: 'a', relation: 'supports' }, { id: 'b', relation: 'contradicts' }] })
    const links = [link('a', 'supports', 10), link('b', 'contradicts', 20)]
    expect(staleness(given, links)).toBe(undefined)
    expect(staleness(given, [...links, link('d', 'contradicts', 300), link('c', 'contradicts', 200)])).toEqual({ count: 2, sinceMs: 200 })
    expect(staleness(given, [...links, link('e', 'qualifies', 300)])).toBe(undefined)
  })

  it('sees a link that came to contradict', () => {
    expect(staleness(rating({ evidence: [{ id: 'a', relation: 'supports' }] }), [link('a', 'contradicts', 10)])).toEqual({ count: 1, sinceMs: 10 })
  })

  it('takes any contradiction of a printed level', () => {
    expect(staleness(rating({ asPrinted: true, atMs: null }), [link('a', 'contradicts', 10)])).toEqual({ count: 1, sinceMs: 10 })
  })
})

describe('flagsOf', () => {
  it('names the gravest first', () => {
    expect(flagsOf(rating({ certain: false }), [link('a', 'contradicts', 7)], { kinds: 1, meetings: 1 })).toEqual([{ kind: 'unread' }, { kind: 'stale', count: 1, sinceMs: 7 }, { kind: 'one-meeting' }])
    expect(flagsOf(rating(), [], { kinds: 0, meetings: 0 })).toEqual([{ kind: 'no-evidence' }])
    expect(flagsOf(rating(), [], { kinds: 1, meetings: 2 })).toEqual([{ kind: 'one-kind' }])
    expect(flagsOf(undefined, [link('a', 'contradicts', 7)], { kinds: 2, meetings: 2 })).toEqual([])
  })
})

describe('whyRated', () => {
  it('groups by relation, unseen first, newest first, and names what makes it stale', () => {
    const links = [link('a', 'supports', 1), link('b', 'supports', 2), link('c', 'contradicts', 3), link('d', 'context', 4), link('e', 'supports', 9)]
    const why = whyRated(rating({ evidence: [{ id: 'a', relation: 'supports' }, { id: 'b', relation: 'supports' }] }), links)
    expect(why.supports.map((one) => one.id)).toEqual(['e', 'b', 'a'])
    expect([why.newer, why.contradicts, why.context, why.qualifies].map((group) => group.map((one) => one.id))).toEqual([['c'], ['c'], ['d'], []])
    expect(whyRated(undefined, links).newer).toEqual([])
  })
})

describe('levels', () => {
  it('are worded as printed, with a question mark where the reading is in doubt', () => {
    expect([levelWord(rating()), levelWord({ level: 'high', certain: false }), levelWord({ level: 'none', certain: true })]).toEqual(['Low', 'High?', 'Not enough evidence'])
  })

  it('are never given without a reason, and only “not enough” without evidence', () => {
    expect([refusesRating('low', ' ', 3), refusesRating('low', 'seen', 0), refusesRating('none', 'nothing said', 0), refusesRating('high', 'seen', 1)]).toEqual(['no-reason', 'no-evidence', undefined, undefined])
  })
})
