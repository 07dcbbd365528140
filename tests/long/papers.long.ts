/** Every paper of the demo, in every language and for every audience, as LibreOffice and Poppler open it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Paper } from '#app/domain/papers/paper.ts'
import { mapTexts } from '#app/domain/papers/runs.ts'
import { legible } from '#app/files/paper-letters.ts'
import { sourceKey } from '#app/files/paper-links.ts'
import { writeAny } from '#app/files/writers.ts'
import { askProgram, bare, docxLetters, lettersOf, pdfLetters, pdfPages } from '#tests/support/paper-letters.ts'
import { CHARTER, LETTERS, WHOLE, head, paperOf, row, text } from '#tests/support/paper-samples.ts'
import { composeDemoPapers } from '#tests/support/every-paper.ts'

const AT = Date.UTC(2020, 1, 7, 13)
const LINKS = new Map([[sourceKey({ noun: 'rating', id: 'dimension-1' }), 'https://caravan.example.org/missions/m/readiness/dimension-1']])
const MADE: { name: string; paper: Paper }[] = [
  { name: 'whole', paper: WHOLE },
  { name: 'charter', paper: paperOf(CHARTER.map((line) => ({ kind: 'paragraph', text: text(line, { lang: 'tg' }) })), { language: 'tg' }) },
  { name: 'letters', paper: paperOf(Object.entries(LETTERS).map(([lang, letters]) => ({ kind: 'paragraph', text: text(letters, { lang }) }))) },
  { name: 'long-names', paper: paperOf([{ kind: 'title', text: text('Шаҳриҳушманд'.repeat(40)) }, { kind: 'table', look: 'grid', widths: [1, 1], rows: [row('Ҷамъиятӣ'.repeat(40), 'Name')] }]) },
  { name: 'rows', paper: paperOf([{ kind: 'table', look: 'lines', widths: [1, 3], rows: [head('No.', 'Name'), ...Array.from({ length: 200 }, (_, at) => row(`${at + 1}`, `Person ${at + 1}`))] }]) },
]

/** LibreOffice draws signs that it takes from another font after the line that they stand in. */
const OTHER_FONT = /[^\p{L}\p{M}\p{N}\p{P}]|\p{Script=Hangul}/u

let folder: string
let papers: { name: string; paper: Paper; pdf: Uint8Array; docx: Uint8Array }[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caravan-office-'))
  mkdirSync(join(folder, 'out'))
  papers = []
  const demo = await composeDemoPapers({ subjects: 3 })
  for (const { name, paper } of [...MADE, ...demo, ...demo.filter(({ kind }) => kind === 'report').flatMap(lowered)]) {
    const task = { paper, links: LINKS, writtenMs: AT, figures: new Map<string, Uint8Array>() }
    papers.push({ name, paper: mapTexts(paper, legible), pdf: await writeAny({ ...task, format: 'pdf' }), docx: await writeAny({ ...task, format: 'docx' }) })
  }
  const files = papers.map(({ name, docx }) => {
    const file = join(folder, `${name}.docx`)
    writeFileSync(file, docx)
    return file
  })
  const asked = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}', '--outdir', join(folder, 'out'), ...files]
  const { status, stderr } = spawnSync('soffice', asked, { encoding: 'utf8', timeout: 600_000 })
  expect([status, stderr.split('\n').filter((line) => /error|repair|corrupt/i.test(line))]).toEqual([0, []])
}, 900_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Where pages end decides what a program of layout gets wrong, so one long paper is opened with its pages ending elsewhere. */
function lowered({ name, paper }: { name: string; paper: Paper }): { name: string; paper: Paper }[] {
  return Array.from({ length: 24 }, (_, at) => ({ name: `${name}-${at}`, paper: { ...paper, blocks: [{ kind: 'space', points: at * 29 + 1 }, ...paper.blocks] } }))
}

const a4 = (bytes: Uint8Array): string[] => {
  const { said, complained } = askProgram('pdfinfo', (file) => ['-l', '200', file], 'a.pdf', bytes)
  expect(complained).toBe('')
  return [...new Set([...said.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+) pts/gm)].map((found) => [found[1], found[2]].map((side) => Math.round(Number(side))).join('×')))]
}
const embedded = (bytes: Uint8Array): boolean => askProgram('pdffonts', (file) => [file], 'a.pdf', bytes).said.split('\n').slice(2).filter(Boolean).every((line) => /\s(yes)\s+(yes|no)\s+yes\s/.test(line))

describe('the papers of the demo', () => {
  it('are there, of every kind', () => {
    expect(new Set(papers.map(({ paper }) => paper.kind)).size).toBeGreaterThan(4)
  })

  it('as PDF hold every letter on A4, every font embedded', async () => {
    for (const { name, paper, pdf } of papers) {
      expect([name, await pdfLetters(pdf)]).toEqual([name, lettersOf(paper, { labels: true, faces: 1 })])
      expect([name, a4(pdf).every((size) => ['595×842', '842×595'].includes(size)), embedded(pdf)]).toEqual([name, true, true])
    }
  })

  it('as DOCX hold every letter', async () => {
    for (const { name, paper, docx } of papers) expect([name, await docxLetters(docx)]).toEqual([name, lettersOf(paper, { labels: false, faces: 2 })])
  })

  it('open in LibreOffice, letter by letter, on A4, with page numbers', async () => {
    for (const { name, paper } of papers) {
      const opened = new Uint8Array(readFileSync(join(folder, 'out', `${name}.pdf`)))
      const pages = await pdfPages(opened)
      const sheet = paper.blocks.some((block) => block.kind === 'plate')
      const letters = lettersOf(paper, { labels: true, faces: 2 })
      const order = OTHER_FONT.test(letters) ? (found: string) => [...found].sort().join('') : (found: string) => found
      expect([name, order(pages.map(({ content }) => content).join(''))]).toEqual([name, order(letters)])
      expect([name, a4(opened).every((size) => ['595×842', '842×595'].includes(size))]).toEqual([name, true])
      if (!sheet) expect(pages.map(({ all }, at) => all.includes(`${at + 1}/${pages.length}`) && all.includes(bare(paper.footer)))).toEqual(pages.map(() => true))
    }
  })

  it('are one sheet where they are handed out as one', async () => {
    const sheets = papers.filter(({ name }) => name.startsWith('agenda-a10-'))
    expect(sheets.length).toBeGreaterThan(3)
    for (const { name, pdf } of sheets) expect([name, (await pdfPages(pdf)).length]).toEqual([name, 1])
  })
})
