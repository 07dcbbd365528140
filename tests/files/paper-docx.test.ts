/** A paper as a DOCX: what it says, letter by letter, and that Word finds headings, lists, tables, languages and fields in it. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Paper } from '#app/domain/papers/paper.ts'
import { sourceKey } from '#app/files/paper-links.ts'
import { writeAny } from '#app/files/writers.ts'
import { docxLetters, lettersOf } from '#tests/support/paper-letters.ts'
import { CHARTER, LETTERS, WHOLE, head, paperOf, row, text } from '#tests/support/paper-samples.ts'

const AT = Date.UTC(2020, 1, 7, 13)
const DOCX = { labels: false, faces: 2 }
const docx = async (paper: Paper, links = new Map<string, string>(), figures = new Map<string, Uint8Array>()): Promise<Uint8Array> => await writeAny({ paper, format: 'docx', links, writtenMs: AT, figures })
const partsOf = (bytes: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

describe('the letters of a DOCX', () => {
  it('are those of the Tajik charter', async () => {
    const paper = paperOf(CHARTER.map((line) => ({ kind: 'paragraph', text: text(line) })), { language: 'tg' })
    expect(await docxLetters(await docx(paper))).toBe(lettersOf(paper, DOCX))
  })

  it('are those of every language, of other scripts and of long names', async () => {
    const paper = paperOf([...Object.entries(LETTERS).map(([lang, letters]) => ({ kind: 'paragraph' as const, text: text(letters, { lang }) })), { kind: 'paragraph', text: text('황종성 & <Hwang> "王" 🚀') }, { kind: 'title', text: text('Ҳушманд'.repeat(200)) }])
    expect(await docxLetters(await docx(paper))).toBe(lettersOf(paper, DOCX))
  })

  it('are all there of every kind of block', async () => {
    expect(await docxLetters(await docx(WHOLE))).toBe(lettersOf(WHOLE, DOCX))
  })
})

describe('the parts of a DOCX', () => {
  it('are real headings, lists, tables with heads, fields and languages', async () => {
    const { 'word/document.xml': body = '', 'word/styles.xml': styles = '', 'word/footer1.xml': footer = '', 'docProps/core.xml': core = '', 'word/fontTable.xml': fonts = '' } = partsOf(await docx(WHOLE))
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Quote', 'Remark']) expect(body).toContain(`<w:pStyle w:val="${style}"/>`)
    expect([...body.matchAll(/<w:numPr>/g)]).toHaveLength(4)
    expect([...body.matchAll(/<w:tblHeader\/>/g)]).toHaveLength(2)
    expect([...body.matchAll(/<w:cantSplit\/>/g)].length).toBe([...body.matchAll(/<w:tr>/g)].length - 1)
    expect(body).toContain('<w:gridSpan w:val="3"/>')
    expect(body).toContain('<w:lang w:val="tg"/>')
    expect(styles).toContain('<w:lang w:val="en"')
    expect(footer).toMatch(/PAGE<.*NUMPAGES</)
    expect(core).toContain('<dc:title>Report</dc:title>')
    expect(core).toContain('2020-02-07T13:00:00Z')
    expect(fonts).toContain('<w:font w:name="Noto Serif"><w:altName w:val="Times New Roman"/>')
    expect([...body.matchAll(/<w:pgSz [^>]*>/g)].map(([found]) => /w:w="(\d+)"/.exec(found)?.[1])).toEqual(['11906', '16838'])
  })

  it('lead to the sources where there is an address', async () => {
    const links = new Map([[sourceKey({ noun: 'rating', id: 'dimension-1' }), 'https://caravan.example.org/missions/m/readiness/dimension-1']])
    expect(partsOf(await docx(WHOLE, links))['word/_rels/document.xml.rels']).toContain('Target="https://caravan.example.org/missions/m/readiness/dimension-1" TargetMode="External"')
    expect(partsOf(await docx(WHOLE))['word/document.xml']).not.toContain('<w:hyperlink')
  })

  it('number each list from one', async () => {
    const list = { kind: 'list' as const, ordered: true, items: [{ text: text('a') }, { text: text('b') }] }
    const body = partsOf(await docx(paperOf([list, list])))['word/document.xml'] ?? ''
    expect(new Set([...body.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((found) => found[1])).size).toBe(2)
  })

  it('hold a picture with what it shows, and an empty place for what is none', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const shown = partsOf(await docx(WHOLE, new Map(), new Map([['picture-1', png]])))
    expect(shown['word/document.xml']).toContain('descr="Boxes and arrows"')
    expect(Object.keys(shown).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
    expect(Object.keys(partsOf(await docx(WHOLE, new Map(), new Map([['picture-1', png.subarray(0, 60)]])))).filter((name) => name.startsWith('word/media/'))).toEqual([])
  })

  it('are the same bytes for the same paper and time', async () => {
    const links = new Map([[sourceKey({ noun: 'rating', id: 'dimension-1' }), 'https://caravan.example.org/']])
    expect(Buffer.compare(await docx(WHOLE, links), await docx(WHOLE, links))).toBe(0)
  })

  it('hold a table of 200 rows, each its own', async () => {
    const paper = paperOf([{ kind: 'table', look: 'grid', widths: [1, 2], rows: [head('No.', 'Name'), ...Array.from({ length: 200 }, (_, at) => row(`${at + 1}`, `Person ${at + 1}`))] }])
    expect(await docxLetters(await docx(paper))).toBe(lettersOf(paper, DOCX))
  })
})
