/** Any paper at all: every format is written, and all its letters stand in it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Item, Paper, Text } from '#app/domain/papers/paper.ts'
import { mapTexts } from '#app/domain/papers/runs.ts'
import { legible } from '#app/files/paper-letters.ts'
import { writeAny } from '#app/files/writers.ts'
import { bare, docxLetters, lettersOf, pdfLetters } from '#tests/support/paper-letters.ts'
import { LETTERS, paperOf } from '#tests/support/paper-samples.ts'

const LETTER = fc.constantFrom(...new Set([...Object.values(LETTERS).join(''), ...'황종성王●○→□🚀👩‍👩‍👧é\n\t  <>&"\'’‑\u00a0\u00ad\u200b\u0007\ud800']))
const WORDS = fc.oneof(fc.array(LETTER, { maxLength: 60 }).map((letters) => letters.join('')), fc.constantFrom('', ' ', 'ҳ'.repeat(400), 'https://example.org/a?b=c&d=e#f', 'Nur-Sultan'))
const RUN = fc.record({ text: WORDS, bold: fc.constantFrom(true as const, undefined), italic: fc.constantFrom(true as const, undefined), small: fc.constantFrom(true as const, undefined), sample: fc.constantFrom(true as const, undefined), lang: fc.constantFrom('tg', 'ru', undefined) })
  .map((run): Text[number] => JSON.parse(JSON.stringify(run)) as Text[number])
const TEXT: fc.Arbitrary<Text> = fc.array(RUN, { maxLength: 4 })
const ITEM: fc.Arbitrary<Item> = fc.record({ text: TEXT, items: fc.array(fc.record({ text: TEXT }), { maxLength: 2 }) })
const ALIGN = fc.constantFrom('left' as const, 'center' as const, 'right' as const)
const CELL = fc.record({ text: fc.array(TEXT, { maxLength: 2 }), align: ALIGN, span: fc.integer({ min: 1, max: 3 }) })
const ROW = fc.record({ cells: fc.array(CELL, { minLength: 1, maxLength: 4 }), height: fc.integer({ min: 0, max: 90 }) })
const BLOCK: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('title' as const), text: TEXT, lead: TEXT }), fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const, 3 as const), number: fc.constantFrom('', '1', '2.3.1'), text: TEXT }),
  fc.record({ kind: fc.constant('paragraph' as const), text: TEXT, align: ALIGN, look: fc.constantFrom('lead' as const, 'quote' as const, 'remark' as const) }), fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(ITEM, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('table' as const), look: fc.constantFrom('grid' as const, 'lines' as const, 'plain' as const), widths: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }), rows: fc.array(ROW, { maxLength: 5 }) }),
  fc.record({ kind: fc.constant('figure' as const), caption: TEXT, alt: WORDS, attachmentId: fc.constantFrom('a', null) }), fc.record({ kind: fc.constantFrom('plate' as const, 'signature' as const), lines: fc.array(TEXT, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('space' as const), points: fc.integer({ min: 0, max: 300 }) }), fc.constant({ kind: 'page-break' as const }),
)
const PAPER: fc.Arbitrary<Paper> = fc.record({ blocks: fc.array(BLOCK, { maxLength: 8 }), landscape: fc.constantFrom(true as const, undefined), title: WORDS, header: WORDS })
  .map(({ blocks, landscape, title, header }) => paperOf(blocks, { title, header, ...(landscape && { landscape }) }))

const write = async (paper: Paper, format: 'pdf' | 'docx' | 'txt'): Promise<Uint8Array> => await writeAny({ paper, format, links: new Map(), writtenMs: 0, figures: new Map() })
/** Rows taller than a page are cut through all their cells at once, so there only the letters count, not their order. */
const sorted = (letters: string): string => [...letters].sort().join('')
/** Zero-width signs are in the file, but programs that read it out leave them away. */
const seen = (letters: string): string => letters.replaceAll(/[\p{Cf}\u200b]/gu, '')

describe('any paper', () => {
  it('is written as a PDF with all its letters', async () => {
    await fc.assert(fc.asyncProperty(PAPER, async (paper) => {
      expect(sorted(seen(await pdfLetters(await write(paper, 'pdf'))))).toBe(sorted(seen(lettersOf(mapTexts(paper, legible), { labels: true, faces: 1 }))))
    }), { numRuns: 40 })
  })

  it('is written as a DOCX with all its letters', async () => {
    await fc.assert(fc.asyncProperty(PAPER, async (paper) => {
      expect(seen(await docxLetters(await write(paper, 'docx')))).toBe(seen(lettersOf(mapTexts(paper, legible), { labels: false, faces: 2 })))
    }), { numRuns: 60 })
  })

  it('is written as text with all its letters', async () => {
    await fc.assert(fc.asyncProperty(PAPER, async (paper) => {
      const found = new Map<string, number>()
      for (const letter of bare(new TextDecoder().decode(await write(paper, 'txt')))) found.set(letter, (found.get(letter) ?? 0) + 1)
      for (const letter of lettersOf(mapTexts(paper, legible), { labels: false, faces: 1 })) {
        const left = (found.get(letter) ?? 0) - 1
        expect([letter, left >= 0]).toEqual([letter, true])
        found.set(letter, left)
      }
    }), { numRuns: 100 })
  })
})
