/** A paper as a tagged PDF of A4 pages: the letters of all languages embedded, headings as bookmarks, header, footer and 'n / m' on every page. */
import PDFDocument from 'pdfkit'
import type { Paper } from '#app/domain/papers/paper.ts'
import { breakLines } from '#app/files/paper-pdf-lines.ts'
import type { Line } from '#app/files/paper-pdf-lines.ts'
import { makePen } from '#app/files/paper-pdf-pen.ts'
import type { Pen } from '#app/files/paper-pdf-pen.ts'
import { stripsOf } from '#app/files/paper-pdf-strips.ts'
import type { Column, Strip } from '#app/files/paper-pdf-strips.ts'
import { LOOKS, loadType } from '#app/files/paper-pdf-type.ts'
import type { Press } from '#app/files/writers.ts'

/** A4 in points (ISO 216: 210 × 297 mm). */
const A4 = { width: 595.28, height: 841.89 }
/** 22 mm beside, 18 above and below the header and footer's own lines. */
const SIDE = 62
const EDGE = 36
const AIR = 16
/** Room for the page number and what stands before it. */
const NUMBER = 230

type Page = { bare: boolean; sample: boolean; boxed: boolean }
type Edges = { header: Line[]; footer: Line[]; top: number; bottom: number }

/** The bytes of the PDF; the same paper and time give the same bytes. */
export async function writePdf(paper: Paper, { linkOf, writtenMs, figures }: Press): Promise<Uint8Array> {
  const size = paper.landscape ? { width: A4.height, height: A4.width } : A4
  const made = new Date(writtenMs)
  const doc = new PDFDocument({
    size: [size.width, size.height], margin: 0, autoFirstPage: false, bufferPages: true, pdfVersion: '1.7', tagged: true, displayTitle: true, lang: paper.language,
    info: { Title: paper.title, Producer: 'Caravan', Creator: 'Caravan', CreationDate: made, ModDate: made },
  })
  const bytes = collect(doc)
  const type = loadType(doc)
  const setting = { type, linkOf }
  const width = size.width - SIDE * 2
  const edges = edgesOf(paper, width, size.height, setting)
  const column: Column = { ...setting, left: SIDE, width, page: { ...size, depth: edges.bottom - edges.top }, language: paper.language, figures }
  const pen = makePen(doc)
  const pages = place(doc, pen, stripsOf(paper, column), edges)
  drawEdges(doc, pen, pages, edges, column)
  pen.finish()
  doc.end()
  return await bytes
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

/** Header and footer as lines; a long one takes more of the page, so that nothing is cut. */
function edgesOf(paper: Paper, width: number, height: number, setting: Pick<Column, 'type' | 'linkOf'>): Edges {
  const lines = (text: string, within: number): Line[] => (text === '' ? [] : breakLines([{ text }], LOOKS.edge, within, setting))
  const header = lines(paper.header, width)
  const footer = lines(paper.footer, width - NUMBER)
  const high = (of: Line[]): number => Math.max(1, of.length) * LOOKS.edge.size * LOOKS.edge.lead
  return { header, footer, top: EDGE + high(header) + AIR, bottom: height - EDGE - high(footer) - AIR }
}

/** Puts the strips on pages. Strips that keep together go to the next page together, as long as they fit on one. */
function place(doc: PDFKit.PDFDocument, pen: Pen, strips: readonly Strip[], { top, bottom }: Edges): Page[] {
  const pages: Page[] = []
  let y = Infinity
  let fresh = false
  const turn = (bare: boolean): void => {
    note(pages, pen)
    doc.addPage({ size: [doc.options.size as unknown as number[]].flat() as [number, number], margin: 0 })
    pages.push({ bare, sample: false, boxed: false })
    y = top
    fresh = true
  }
  for (const [at, strip] of strips.entries()) {
    if (strip.page === 'sheet') {
      turn(true)
      strip.draw(pen, 0, false)
      y = Infinity
      continue
    }
    const together = clusterHeight(strips, at, bottom - top)
    if (strip.page === 'new' ? !fresh : y + (fresh ? 0 : strip.gap) + together > bottom + 0.01) {
      turn(false)
      for (const head of strip.heads ?? []) {
        head.draw(pen, y, true)
        y += head.height
      }
    } else if (!fresh) y += strip.gap
    strip.draw(pen, y, false)
    y += strip.height
    fresh = false
  }
  if (pages.length === 0) turn(false)
  note(pages, pen)
  return pages
}

/** Height of the strip with all that it keeps to; of itself alone where that is more than a page. */
function clusterHeight(strips: readonly Strip[], from: number, most: number): number {
  let height = 0
  for (let at = from; at < strips.length; at++) {
    const strip = strips[at] as Strip
    height += strip.height + (at > from ? strip.gap : 0)
    if (height > most) return strips[from]?.height ?? 0
    if (!strip.keep) break
  }
  return height
}

function note(pages: Page[], pen: Pen): void {
  const page = pages.at(-1)
  const { sample, boxed } = pen.noted()
  if (page) Object.assign(page, { sample: page.sample || sample, boxed: page.boxed || boxed })
}

function drawEdges(doc: PDFKit.PDFDocument, pen: Pen, pages: readonly Page[], { header, footer, bottom }: Edges, column: Column): void {
  for (const [at, { bare, sample, boxed }] of pages.entries()) {
    if (bare) continue
    doc.switchToPage(at)
    let y = EDGE
    for (const line of header) {
      pen.line(line, column.left, y, null)
      y += line.height
    }
    y = bottom + AIR
    for (const line of footer) {
      pen.line(line, column.left, y, null)
      y += line.height
    }
    const [number] = breakLines([{ text: `${sample ? '\u25e6 sample data   ' : ''}${boxed ? '\u25a1 letters of another script   ' : ''}${at + 1} / ${pages.length}` }], LOOKS.edge, NUMBER, column)
    if (number) pen.line(number, column.left + column.width - number.width, bottom + AIR, null)
  }
}
