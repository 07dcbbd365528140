/** A paper as a PDF: what it says, letter by letter, and how it is made. */
import { describe, expect, it } from 'vitest'
import type { Paper } from '#app/domain/papers/paper.ts'
import { sourceKey } from '#app/files/paper-links.ts'
import { writeAny } from '#app/files/writers.ts'
import { askProgram, bare, lettersOf, pdfLetters, pdfPages } from '#tests/support/paper-letters.ts'
import { CHARTER, LETTERS, WHOLE, head, paperOf, row, text } from '#tests/support/paper-samples.ts'

const AT = Date.UTC(2020, 1, 7, 13)
const PDF = { labels: true, faces: 1 }
const pdf = async (paper: Paper, links = new Map<string, string>(), figures = new Map<string, Uint8Array>()): Promise<Uint8Array> => await writeAny({ paper, format: 'pdf', links, writtenMs: AT, figures })
const info = (bytes: Uint8Array): Record<string, string> => {
  const { said, complained } = askProgram('pdfinfo', (file) => [file], 'a.pdf', bytes)
  expect(complained).toBe('')
  return Object.fromEntries(said.split('\n').filter((line) => line.includes(':')).map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
}

describe('the letters of a PDF', () => {
  it('are those of the Tajik charter', async () => {
    const paper = paperOf(CHARTER.map((line) => ({ kind: 'paragraph', text: text(line, { lang: 'tg' }) })), { language: 'tg', title: 'Оиннома' })
    const bytes = await pdf(paper)
    expect(await pdfLetters(bytes)).toBe(lettersOf(paper, PDF))
    expect(bare(askProgram('pdftotext', (file) => [file], 'a.pdf', bytes).read('txt').toString())).toContain(bare(CHARTER[5] ?? '?').slice(0, 40))
    expect(lettersOf(paper, PDF).length).toBeGreaterThan(1_600)
  })

  it.each(Object.entries(LETTERS))('are those of %s, in every face', async (lang, letters) => {
    const paper = paperOf([
      { kind: 'heading', level: 1, text: text(letters) }, { kind: 'paragraph', text: text(letters, { lang, italic: true }) }, { kind: 'paragraph', text: text(letters, { lang, italic: true, bold: true }) },
      { kind: 'table', look: 'grid', widths: [1, 1, 1], rows: [{ cells: [{ text: [text(letters)] }, { text: [text(letters, { bold: true })] }, { text: [text(letters, { italic: true, small: true })] }] }] },
    ])
    const bytes = await pdf(paper)
    expect(await pdfLetters(bytes)).toBe(lettersOf(paper, PDF))
    expect(askProgram('pdffonts', (file) => [file], 'a.pdf', bytes).said).not.toMatch(/Type 3|\bno\s+(yes|no)\s+yes/)
  })

  it('of another script stand as boxes that still say what they are, and the page says so', async () => {
    const paper = paperOf([{ kind: 'paragraph', text: text('황종성 (Jong-Sung Hwang), 王亨根, 🚀') }])
    const bytes = await pdf(paper)
    expect(await pdfLetters(bytes)).toBe(lettersOf(paper, PDF))
    expect((await pdfPages(bytes))[0]?.all).toContain('□lettersofanotherscript')
    expect(askProgram('pdftotext', (file) => [file], 'a.pdf', bytes).read('txt').toString()).toContain('황종성')
    expect((await pdfPages(await pdf(paperOf([{ kind: 'paragraph', text: text('Hwang ● → ◦') }]))))[0]?.all).not.toContain('□')
  })

  it('are all there of every kind of block; sample data has its ring, and its pages say so', async () => {
    const pages = await pdfPages(await pdf(WHOLE))
    expect(pages.map(({ content }) => content).join('')).toBe(lettersOf(WHOLE, PDF))
    expect(pages.map(({ all }) => all.includes('◦sampledata'))).toEqual([true, false, false])
    expect(pages.map(({ all }) => /\d\/3$/.exec(all)?.[0] ?? '')).toEqual(['1/3', '2/3', ''])
  })

  it('of a name longer than its place are broken, never cut', async () => {
    const long = 'Шаҳри-ҳушмандтаърихӣ'.repeat(30)
    const paper = paperOf([
      { kind: 'title', text: text(long), lead: text(long) }, { kind: 'paragraph', text: text(long) }, { kind: 'table', look: 'grid', widths: [1, 1], rows: [head(long, 'B'), row(long, long)] },
      { kind: 'list', ordered: false, items: [{ text: text(long) }] }, { kind: 'signature', lines: [text(long)] }, { kind: 'plate', lines: [text(long), text('Director')] },
    ], { header: long, footer: long })
    const bytes = await pdf(paper)
    expect(await pdfLetters(bytes)).toBe(lettersOf(paper, PDF))
    expect((await pdfPages(bytes))[0]?.all.startsWith(bare(long))).toBe(true)
    const boxes = [...askProgram('pdftotext', (file) => ['-bbox', file], 'a.pdf', bytes).read('txt').toString().matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)].map((found) => found.slice(1, 5).map(Number))
    expect(boxes.filter(([left = 0, , right = 0]) => left < 40 || right > 556)).toEqual([])
  })
})

describe('the pages of a PDF', () => {
  it('are A4, told by title and language, tagged, and open without a word', async () => {
    const found = info(await pdf(WHOLE))
    expect(found).toMatchObject({ Title: 'Report', 'Page size': '595.28 x 841.89 pts (A4)', Tagged: 'yes', Pages: '3', Encrypted: 'no', JavaScript: 'no' })
    expect(info(await pdf({ ...WHOLE, landscape: true }))['Page size']).toBe('841.89 x 595.28 pts (A4)')
    expect(Buffer.from(await pdf({ ...WHOLE, language: 'ru' })).toString('latin1')).toContain('/Lang (ru)')
  })

  it('repeat the heads of a table and cut no row', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => row(`No. ${at + 1}`, `Person ${at + 1}`, 'Deputy Head of Department, Ministry of Industry and New Technologies of the Republic'))
    const paper = paperOf([{ kind: 'heading', level: 1, text: text('All') }, { kind: 'table', look: 'lines', widths: [1, 2, 3], rows: [head('Number', 'Name', 'Title'), ...rows] }])
    const pages = await pdfPages(await pdf(paper))
    expect(pages.length).toBeGreaterThan(4)
    expect(pages.every(({ all }) => all.includes('NumberNameTitle'))).toBe(true)
    expect(pages.every(({ content }) => /^(All|No\.)/.test(content) && content.endsWith('Republic'))).toBe(true)
    expect(pages.map(({ content }) => content).join('')).toBe(lettersOf(paper, PDF))
  })

  it('hold a row that is taller than a page', async () => {
    const paper = paperOf([{ kind: 'table', look: 'grid', widths: [1, 4], rows: [head('A', 'B'), row('', 'every word of it '.repeat(900))] }])
    const bytes = await pdf(paper)
    expect(Number(info(bytes)['Pages'])).toBeGreaterThan(2)
    expect(await pdfLetters(bytes)).toBe(lettersOf(paper, PDF))
  })

  it('keep a heading with what follows', async () => {
    const filled = (lines: number): Paper => paperOf([{ kind: 'paragraph', text: text('line\n'.repeat(lines).trim()) }, { kind: 'heading', level: 1, text: text('Heading') }, { kind: 'paragraph', text: text('word '.repeat(60)) }])
    for (const lines of [40, 41, 42, 43, 44]) {
      const pages = await pdfPages(await pdf(filled(lines)))
      expect(pages.every(({ content }) => !content.endsWith('Heading'))).toBe(true)
    }
  })

  it('make one sheet of a paper with a few lines too many', async () => {
    const paper = paperOf(Array.from({ length: 34 }, (_, at) => ({ kind: 'paragraph' as const, text: text(`Line ${at}`) })))
    const more = paperOf(Array.from({ length: 60 }, (_, at) => ({ kind: 'paragraph' as const, text: text(`Line ${at}`) })))
    expect([info(await pdf(paper))['Pages'], info(await pdf(more))['Pages']]).toEqual(['1', '2'])
  })

  it('lead to the sources where there is an address, and to headings from the list of bookmarks', async () => {
    const links = new Map([[sourceKey({ noun: 'rating', id: 'dimension-1' }), 'https://caravan.example.org/missions/m/readiness/dimension-1']])
    const linked = Buffer.from(await pdf(WHOLE, links)).toString('latin1')
    expect([...linked.matchAll(/\/URI \(([^)]*)\)/g)].map((found) => found[1])).toEqual(['https://caravan.example.org/missions/m/readiness/dimension-1'])
    expect([...linked.matchAll(/\/Dest \[[^\]]*\]/g)]).toHaveLength(4)
    expect(Buffer.from(await pdf(WHOLE)).toString('latin1')).not.toContain('/URI')
  })

  it('show a picture, and an empty place for what is none', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    expect(Buffer.from(await pdf(WHOLE, new Map(), new Map([['picture-1', png]]))).toString('latin1')).toContain('/Subtype /Image')
    expect(Buffer.from(await pdf(WHOLE, new Map(), new Map([['picture-1', Buffer.from('no picture')]]))).toString('latin1')).not.toContain('/Subtype /Image')
    expect(await pdfLetters(await pdf(WHOLE, new Map(), new Map([['picture-1', png.subarray(0, 60)]])))).toBe(lettersOf(WHOLE, PDF))
  })

  it('are the same bytes for the same paper and time', async () => {
    expect(Buffer.compare(await pdf(WHOLE), await pdf(WHOLE))).toBe(0)
  })
})
