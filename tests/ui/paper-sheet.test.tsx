/** A paper as a page: every block, languages, sources for the team alone, and an outline without gaps. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Paper } from '#app/domain/papers/paper.ts'
import { PaperSheet } from '#app/ui/papers/paper-sheet.tsx'
import { sourcePath } from '#app/ui/papers/source-path.ts'
import { bare, lettersOf } from '#tests/support/paper-letters.ts'
import { WHOLE, paperOf, text } from '#tests/support/paper-samples.ts'

const page = (paper: Paper): string => renderToStaticMarkup(<PaperSheet paper={paper} linkOf={(source) => `/missions/m/${sourcePath(source)}`} pictureOf={(id) => `/missions/m/attachments/${id}`} />)
const lettersIn = (html: string): string => bare(html.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&').replaceAll('&#x27;', "'").replaceAll('&quot;', '"'))

describe('the page of a paper', () => {
  it('holds every letter, header and footer, and both faces of a plate', () => {
    expect(lettersIn(page(WHOLE))).toBe(`Mission${lettersOf(WHOLE, { labels: false, faces: 2 })}Report◦sampledata`)
  })

  it('links the team to the sources, the counterpart to none', () => {
    expect([...page(WHOLE).matchAll(/href="([^"]*)"/g)].map((found) => found[1])).toEqual(['/missions/m/readiness/dimension-1', '/missions/m/evidence/x-1'])
    expect(page({ ...WHOLE, audience: 'counterpart' })).not.toContain('href')
  })

  it('says its language and those of its runs, and shows the picture with its words', () => {
    expect(page({ ...WHOLE, language: 'ru' })).toContain('<article class="sheet paper" lang="ru"')
    expect(page(WHOLE)).toMatch(/<span lang="tg">Ғ/)
    expect(page(WHOLE)).toContain('<img src="/missions/m/attachments/picture-1" alt="Boxes and arrows"/>')
  })

  it('has headings without a gap, however its levels are chosen', () => {
    const heading = (level: 1 | 2 | 3) => ({ kind: 'heading' as const, level, text: text(`L${level}`) })
    const tags = (levels: (1 | 2 | 3)[]): string[] => [...page(paperOf(levels.map(heading))).matchAll(/<(h\d)/g)].map((found) => found[1] ?? '')
    expect([tags([2, 3, 2]), tags([3, 3]), tags([1, 3, 2, 3])]).toEqual([['h2', 'h3', 'h2'], ['h2', 'h2'], ['h2', 'h3', 'h3', 'h4']])
  })
})
