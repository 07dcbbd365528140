/** A paper as a tagged PDF of A4 pages: the letters of all languages embedded, headings as bookmarks, header, footer and 'n / m' on every page. */
import PDFDocument from 'pdfkit'
import type { Paper } from '#app/domain/papers/paper.ts'
import { breakLines } from '#app/files/paper-pdf-lines.ts'
import type { Line } from '#app/files/paper-pdf-lines.ts'
import { placeStrips } from '#app/files/paper-pdf-pages.ts'
import type { Page } from '#app/files/paper-pdf-pages.ts'
import { makePen } from '#app/files/paper-pdf-pen.ts'
import type { Pen } from '#app/files/paper-pdf-pen.ts'
import { stripsOf } from '#app/files/paper-pdf-strips.ts'
import type { Column } from '#app/files/paper-pdf-strips.ts'
import { LOOKS, loadType } from '#app/files/paper-pdf-type.ts'
import type { Press } from '#app/files/writers.ts'

/** A4 in points (ISO 216: 210 × 297 mm). */
const A4 = { width: 595.28, height: 841.89 }
/** 22 mm beside; header and footer stand 13 mm from the edge. */
const SIDE = 62
const EDGE = 36
const AIR = 16
/** Room for the page number and what stands before it. */
const NUMBER = 230

/** As it is read best, and as it is set where that makes one sheet of one with a few lines on the back. */
const USUAL = { air: 1, leading: 1 }
const TIGHT = { air: 0.6, leading: 0.95 }
/** What counts as a few lines, as part of a page. */
const FEW = 0.3

type Edges = { header: Line[]; footer: Line[]; top: number; bottom: number }
type Frame = Omit<Column, 'air' | 'leading'>

/** The bytes of the PDF; the same paper and time give the same bytes. */
export async function writePdf(paper: Paper, { linkOf, writtenMs, figures }: Press): Promise<Uint8Array> {
  const size = paper.landscape ? { width: A4.height, height: A4.width } : A4
  const made = new Date(writtenMs)
  const doc = new PDFDocument({
    size: [size.width, size.height], margin: 0, autoFirstPage: false, pdfVersion: '1.7', tagged: true, displayTitle: true, lang: paper.language,
    info: { Title: paper.title, Producer: 'Caravan', Creator: 'Caravan', CreationDate: made, ModDate: made },
  })
  const bytes = collect(doc)
  const type = loadType(doc)
  const width = size.width - SIDE * 2
  const edges = edgesOf(paper, width, size.height, { type, linkOf })
  const frame: Frame = { type, linkOf, left: SIDE, width, page: { ...size, depth: edges.bottom - edges.top }, figures }
  const pages = layOut(paper, frame, edges)
  const pen = makePen(doc)
  for (const [at, page] of pages.entries()) {
    doc.addPage()
    drawPage(pen, page, `${at + 1} / ${pages.length}`, edges, frame)
  }
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

function layOut(paper: Paper, frame: Frame, edges: Edges): Page[] {
  const usual = placeStrips(stripsOf(paper, { ...frame, ...USUAL }), edges)
  const last = usual.at(-1)
  if (usual.length !== 2 || !last || last.bare || last.end - edges.top > frame.page.depth * FEW) return usual
  const tight = placeStrips(stripsOf(paper, { ...frame, ...TIGHT }), edges)
  return tight.length < usual.length ? tight : usual
}

function drawPage(pen: Pen, { bare, strips }: Page, number: string, { header, footer, bottom }: Edges, { left, width, type, linkOf }: Frame): void {
  if (!bare) drawLines(pen, header, left, EDGE)
  for (const { strip, top, repeated } of strips) strip.draw(pen, top, repeated)
  const { sample, boxed } = pen.noted()
  if (bare) return
  drawLines(pen, footer, left, bottom + AIR)
  const words = [sample && '\u25e6 sample data', boxed && '\u25a1 letters of another script', number].filter(Boolean).join('\u2003')
  const [line] = breakLines([{ text: words }], LOOKS.edge, NUMBER, { type, linkOf })
  if (line) pen.line(line, left + width - line.width, bottom + AIR, null)
}

function drawLines(pen: Pen, lines: readonly Line[], left: number, top: number): void {
  let y = top
  for (const line of lines) {
    pen.line(line, left, y, null)
    y += line.height
  }
}
