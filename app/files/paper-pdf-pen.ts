/** Draws on the document's current page and tags what it draws: text as content, lines and repeated heads as artifacts. */
import type { Line, Piece } from '#app/files/paper-pdf-lines.ts'
import { isBoxed, makeSigns } from '#app/files/paper-pdf-signs.ts'
import { LINK } from '#app/files/paper-pdf-type.ts'

type Doc = PDFKit.PDFDocument
type Element = PDFKit.PDFStructureElement

/** A place in the structure tree (ISO 32000-1, 14.8); it comes to be when something is first drawn in it. */
export type Tag = { type: string; parent: Tag | null; span?: number; alt?: string; lang?: string | undefined }

export type Pen = {
  line(line: Line, x: number, top: number, tag: Tag | null): void
  rule(from: [x: number, y: number], to: [x: number, y: number], width: number, colour: string): void
  wash(x: number, y: number, width: number, height: number, colour: string): void
  picture(bytes: Uint8Array, box: { x: number; y: number; width: number; height: number }, tag: Tag): void
  /** Draws with the page upside down: its upper half stands where the lower one was. */
  turned(draw: () => void): void
  bookmark(words: string, level: number, top: number): void
  /** Whether sample data, or letters that only a box stands for, were drawn since this was last asked. */
  noted(): { sample: boolean; boxed: boolean }
  /** Ends the structure and the fonts of signs. */
  finish(): void
}

const UNDERLINE = 0.6

/** A pen for the document. */
export function makePen(doc: Doc): Pen {
  const elements = new Map<Tag, Element>()
  const root = doc.struct('Document')
  doc.addStructure(root)
  const signs = makeSigns(doc as unknown as Parameters<typeof makeSigns>[0])
  const outlines: { level: number; item: PDFKit.PDFOutline }[] = []
  let noted = { sample: false, boxed: false }

  const elementOf = (tag: Tag): Element => {
    const known = elements.get(tag)
    if (known) return known
    const made = doc.struct(tag.type, { ...(tag.alt && { alt: tag.alt }), ...(tag.lang && { lang: tag.lang }), ...(tag.type === 'TH' && { scope: 'Column' as const }) })
    if (tag.span && tag.span > 1) (made as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data['A'] = { O: 'Table', ...(tag.type === 'TH' && { Scope: 'Column' }), ColSpan: tag.span }
    ;(tag.parent ? elementOf(tag.parent) : root).add(made)
    elements.set(tag, made)
    return made
  }
  const artifact = (draw: () => void): void => {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }
  const tagged = (into: Element, type: string, draw: () => void): void => {
    const content = doc.markStructureContent(type)
    draw()
    doc.endMarkedContent()
    into.add(content)
  }
  const pieces = (group: readonly Piece[], x: number, base: number): void => {
    for (const piece of group) {
      drawPiece(doc, signs, piece, x, base)
      if (piece.sample) noted.sample = true
      if (piece.font === 'sign' && isBoxed(piece.text.codePointAt(0) ?? 0)) noted.boxed = true
      x += piece.width
    }
  }

  return {
    line(line, x, top, tag) {
      const base = top + line.ascent
      if (!tag) return artifact(() => pieces(line.pieces, x, base))
      for (const group of groupsOf(line.pieces)) {
        const { link, lang } = group[0] as Piece
        const width = widthOf(group)
        if (link) {
          const element = doc.struct('Link', lang ? { lang } : {})
          elementOf(tag).add(element)
          tagged(element, 'Link', () => pieces(group, x, base))
          const shown = width - trailing(group)
          artifact(() => doc.lineWidth(UNDERLINE).moveTo(x, base + 2.1).lineTo(x + shown, base + 2.1).stroke(LINK))
          doc.link(x, top, shown, line.height, link, { structParent: element, Contents: new String(link) } as unknown as PDFKit.Mixins.AnnotationOption)
          element.end()
        } else if (lang) {
          const element = doc.struct('Span', { lang })
          elementOf(tag).add(element)
          tagged(element, 'Span', () => pieces(group, x, base))
          element.end()
        } else tagged(elementOf(tag), tag.type, () => pieces(group, x, base))
        x += width
      }
    },
    rule: (from, to, width, colour) => artifact(() => doc.lineWidth(width).moveTo(...from).lineTo(...to).stroke(colour)),
    wash: (x, y, width, height, colour) => artifact(() => doc.rect(x, y, width, height).fill(colour)),
    picture(bytes, { x, y, width, height }, tag) {
      tagged(elementOf(tag), tag.type, () => doc.image(Buffer.from(bytes), x, y, { fit: [width, height], align: 'center', valign: 'center' }))
    },
    turned(draw) {
      doc.save().rotate(180, { origin: [doc.page.width / 2, doc.page.height / 2] })
      draw()
      doc.restore()
    },
    bookmark(words, level, top) {
      while ((outlines.at(-1)?.level ?? 0) >= level) outlines.pop()
      const item = (outlines.at(-1)?.item ?? doc.outline).addItem(words, { expanded: level < 2, top: Math.max(0, top - 12), left: doc.page.width } as object)
      outlines.push({ level, item })
    },
    noted() {
      const was = noted
      noted = { sample: false, boxed: false }
      return was
    },
    finish() {
      root.end()
      signs.finish()
    },
  }
}

function drawPiece(doc: Doc, signs: ReturnType<typeof makeSigns>, { text, font, size, colour }: Piece, x: number, base: number): void {
  if (font !== 'sign') {
    doc.font(font, size).fillColor(colour).text(text, x, base, { lineBreak: false, baseline: 'alphabetic' })
    return
  }
  const { font: name, hex } = signs.code(text.codePointAt(0) ?? 0)
  const number = (value: number): string => String(Math.round(value * 1000) / 1000)
  doc.save().fillColor(colour).strokeColor(colour).transform(1, 0, 0, -1, 0, doc.page.height)
  for (const operation of ['BT', `1 0 0 1 ${number(x)} ${number(doc.page.height - base)} Tm`, `/${name} ${number(size)} Tf`, `<${hex}> Tj`, 'ET']) (doc as unknown as { addContent(data: string): void }).addContent(operation)
  doc.restore()
}

/** Neighbours that are one link, one run of another language, or neither. */
function groupsOf(line: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  let key = ''
  for (const piece of line) {
    const next = piece.link || piece.lang ? `${piece.run}` : 'plain'
    if (groups.length > 0 && next === key) groups.at(-1)?.push(piece)
    else groups.push([piece])
    key = next
  }
  return groups
}

function widthOf(group: readonly Piece[]): number {
  return group.reduce((sum, piece) => sum + piece.width, 0)
}

/** Width of the spaces at the end, over which no link is underlined; a space of Noto Sans is 0.26 of the size. */
function trailing(group: readonly Piece[]): number {
  const last = group.at(-1)
  return last ? (last.text.length - last.text.trimEnd().length) * last.size * 0.26 : 0
}
