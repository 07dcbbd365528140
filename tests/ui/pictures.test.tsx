/** What the drawn marks say to whoever does not see them, and what they draw. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LevelLine } from '#app/ui/assessment/level-line.tsx'
import { GapStrip, stripWords } from '#app/ui/assessment/gap-strip.tsx'
import type { PastRating } from '#app/ui/assessment/rating-history.tsx'
import { EvidenceBar } from '#app/ui/kit/evidence-bar.tsx'
import { Matrix } from '#app/ui/kit/matrix.tsx'
import { Rating } from '#app/ui/kit/rating.tsx'

const CLOCK = { zone: 'Asia/Dushanbe', city: 'Dushanbe' }
const FIRST: PastRating = { number: 1, level: 'low', word: 'Low', certain: true, tentative: true, asPrinted: true, reason: 'as printed', accountName: '', atMs: null, sourceLine: 213, evidence: 0, dimensionName: 'Roads', framework: 'Own' }
const given = (number: number, more: Partial<PastRating>): PastRating => ({ ...FIRST, number, asPrinted: false, atMs: Date.UTC(2020, 1, number), ...more })
const line = (ratings: PastRating[], stale = false) => renderToStaticMarkup(<LevelLine ratings={ratings} name="Roads" stale={stale} clock={CLOCK} />)
const found = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0

describe('the line of levels', () => {
  it('says every level with its day, the oldest first, and that the last is contradicted', () => {
    const html = line([given(6, { level: 'none', word: 'Not enough evidence' }), given(3, { level: 'mid', word: 'Mid' }), FIRST], true)
    expect(html).toContain('role="img"')
    expect(html).toContain('aria-label="Roads over time: Low as printed, then Mid on Mon 3 Feb 2020, then Not enough evidence on Thu 6 Feb 2020, contradicted by newer evidence since"')
    expect([found(html, /<circle/g), found(html, /class="break"/g), found(html, /class="steps open"/g)]).toEqual([3, 0, 1])
  })

  it('is broken where another question was asked, cut to the last twelve, and not drawn for one level', () => {
    expect(found(line([given(2, { framework: 'Other' }), FIRST]), /class="break"/g)).toBe(1)
    const many = line(Array.from({ length: 20 }, (_, at) => given(20 - at, {})))
    expect([found(many, /<circle/g), many.includes('8 earlier ones left out')]).toEqual([12, true])
    expect([line([FIRST]), line([])]).toEqual(['', ''])
  })
})

describe('the boxes of a stop and a dimension', () => {
  it('draw a box for each kind of source and say the same in words', () => {
    const cells = [{ group: 'government', count: 3, state: 'evidence' }, { group: 'company', count: 0, state: 'asked' }, { group: 'donor', count: 0, state: 'open' }, { group: 'civil-society', count: 0, state: 'nobody' }] as const
    const whole = cells.map((cell) => ({ ...cell, stopId: 's', dimensionId: 'd' }))
    expect(found(renderToStaticMarkup(<GapStrip cells={whole} />), /<rect/g)).toBe(4)
    expect(stripWords(whole)).toBe('government 3; company asked; donor empty, can still be asked; civil society empty, no such meeting ahead')
  })
})

describe('marks beside their words', () => {
  it('draw one square for each link, up to what can be counted, and strike contradictions through', () => {
    const html = renderToStaticMarkup(<EvidenceBar counts={{ supports: 16, contradicts: 1 }} />)
    expect([found(html, /<rect/g), found(html, /<path/g), html.includes('viewBox="0 0 193 24"')]).toEqual([17, 1, true])
    expect(found(renderToStaticMarkup(<EvidenceBar counts={{ supports: 3_000 }} />), /<rect/g)).toBe(0)
    expect(renderToStaticMarkup(<EvidenceBar counts={{}} />)).toContain('no evidence linked')
  })

  it('draw three dots beside the level and a tint behind the number', () => {
    expect(renderToStaticMarkup(<Rating level="none" />)).toMatch(/aria-hidden="true".*Not enough evidence/)
    const html = renderToStaticMarkup(<Matrix caption="By stop" heads={['Dimension', 'South']} rows={[{ id: 'a', name: 'Roads', counts: [{ count: 7, href: '/x' }] }, { id: 'b', name: 'Law', counts: [{ count: 0 }] }]} />)
    expect([found(html, /class="more"/g), found(html, /class="empty"/g), html.includes('<a href="/x">7</a>'), html.includes('<span>none</span>')]).toEqual([1, 1, true, true])
  })
})
