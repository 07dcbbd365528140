import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Edges } from '#app/files/pdf-grid.ts'
import { linesOfPage } from '#app/files/pdf-lines.ts'
import type { Piece } from '#app/files/pdf-lines.ts'
import { Refused } from '#app/files/refusals.ts'

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Document['getPage']>>

const MOST_PAGES = 200
/** Fewer letters than these on a page are a stamp or a page number. */
const FEWEST_LETTERS = 10
const PAGE_NUMBER = /^(page|p\.|стр\.?|страница|саҳифа|бет)?\s{0,3}[-–—]?\s{0,3}\d{1,3}\s{0,3}[-–—]?(\s{0,3}(of|из|аз|\/|\|)\s{0,3}\d{1,3})?$/i

/** The text of a PDF, whole and page by page, with its tables. Throws `Refused` when it is locked, damaged or has no text. */
export async function readPdf(bytes: Uint8Array): Promise<{ text: string; pages: string[]; leftOut: number }> {
  lendTransfer()
  const pdf = await openPdf(bytes)
  const pages: string[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
    const page = await pdf.getPage(number)
    const pieces = await piecesOf(page)
    pages.push(withoutPageNumber(linesOfPage(pieces, pieces.length > 0 ? await edgesOf(page) : NO_EDGES)).join('\n').trim())
    page.cleanup()
  }
  const text = pages.filter((page) => page.trim() !== '').join('\n\n')
  if (!isReadable(text)) throw new Refused('scanned')
  return { text, pages, leftOut: Math.max(0, pdf.numPages - MOST_PAGES) }
}

/** The library hands fonts on by a method of ECMAScript 2024 that Node 20 does not have. */
function lendTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return
  Reflect.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      const moved = new ArrayBuffer(length)
      new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
      return moved
    },
  })
}

async function openPdf(bytes: Uint8Array): Promise<Document> {
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), {
      isEvalSupported: false, useWorkerFetch: false, useSystemFonts: false, disableFontFace: true, stopAtErrors: false, enableXfa: false, verbosity: 0, maxImageSize: 1,
    })
  } catch (error) {
    throw new Refused((error as Error).name === 'PasswordException' ? 'locked' : 'broken')
  }
}

async function piecesOf(page: Page): Promise<Piece[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return []
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[]
    const size = item.height || Math.abs(d)
    return Math.abs(b) > Math.abs(a) || size === 0 ? [] : [{ text: item.str, x, y, width: item.width, size }]
  })
}

type Matrix = readonly [number, number, number, number, number, number]
const NO_EDGES: Edges = { flat: [], upright: [] }
const THICKEST = 3
const SHORTEST = 6

/** Thin drawn things, and the edges of boxes: what tables are bordered with. */
async function edgesOf(page: Page): Promise<Edges> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const [, , pageWidth = 0, pageHeight = 0] = page.view
  const edges: Edges = { flat: [], upright: [] }
  const kept: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [i, operation] of fnArray.entries()) {
    const args = argsArray[i] as unknown[]
    if (operation === OPS.save) kept.push(matrix)
    else if (operation === OPS.restore) matrix = kept.pop() ?? matrix
    else if (operation === OPS.transform) matrix = times(matrix, args as unknown as Matrix)
    else if (operation === OPS.constructPath && args[0] !== OPS.endPath) {
      const box = boxOf(args[2] as ArrayLike<number> | null, matrix)
      if (box && !(box.to - box.from > pageWidth * 0.95 && box.high - box.low > pageHeight * 0.9)) addEdges(edges, box)
    }
  }
  return edges
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

type Box = { from: number; to: number; low: number; high: number }

/** A path's smallest and largest x and y, on the page. */
function boxOf(given: ArrayLike<number> | null, [a, , , d, e, f]: Matrix): Box | undefined {
  if (!given || given.length < 4) return undefined
  const xs = [(given[0] as number) * a + e, (given[2] as number) * a + e]
  const ys = [(given[1] as number) * d + f, (given[3] as number) * d + f]
  return { from: Math.min(...xs), to: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }
}

function addEdges({ flat, upright }: Edges, { from, to, low, high }: Box): void {
  const [wide, tall] = [to - from, high - low]
  if (wide < SHORTEST && tall < SHORTEST) return
  if (tall < THICKEST) flat.push({ y: (high + low) / 2, from, to })
  else if (wide < THICKEST) upright.push({ x: (from + to) / 2, low, high })
  else {
    flat.push({ y: low, from, to }, { y: high, from, to })
    upright.push({ x: from, low, high }, { x: to, low, high })
  }
}

function withoutPageNumber(lines: string[]): string[] {
  const isNumber = (line: string | undefined): boolean => line !== undefined && PAGE_NUMBER.test(line.trim())
  return lines.filter((line, i) => !((i === 0 || i === lines.length - 1) && isNumber(line)))
}

/** Letters that a font shows without telling what they mean come out as private or unknown characters. */
function isReadable(text: string): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const strange = text.match(/[\p{Co}\p{Cn}\uFFFD]/gu)?.length ?? 0
  return letters >= FEWEST_LETTERS && strange * 3 < letters
}
