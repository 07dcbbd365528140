/** A paper as a DOCX that people go on writing in: real headings, lists, tables with repeated heads, page numbers as fields. */
import { Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TextRun } from 'docx'
import type { FileChild, ISectionOptions } from 'docx'
import type { Block, Paper } from '#app/domain/papers/paper.ts'
import { hasSample } from '#app/domain/papers/runs.ts'
import { blockParts } from '#app/files/paper-docx-blocks.ts'
import type { Desk } from '#app/files/paper-docx-blocks.ts'
import { steady } from '#app/files/paper-docx-steady.ts'
import { plateOf } from '#app/files/paper-docx-plate.ts'
import { SAMPLE } from '#app/files/paper-docx-runs.ts'
import { A4, NUMBERING, SIDE, rightTab, stylesFor } from '#app/files/paper-docx-type.ts'
import type { Press } from '#app/files/writers.ts'

const EDGE = 720
const DEPTH = 1300

/** The bytes of the DOCX; the same paper and time give the same bytes. */
export async function writeDocx(paper: Paper, { linkOf, writtenMs, figures }: Press): Promise<Uint8Array> {
  const page = paper.landscape ? { width: A4.height, height: A4.width } : A4
  const desk: Desk = { linkOf, figures, width: page.width - SIDE * 2, depth: page.height - DEPTH * 2, lists: { count: 0 } }
  const document = new Document({
    title: paper.title, creator: 'Caravan', lastModifiedBy: 'Caravan', styles: stylesFor(paper.language), numbering: NUMBERING, features: { updateFields: false },
    sections: sectionsOf(paper, desk),
  })
  return steady(new Uint8Array(await Packer.toBuffer(document)), writtenMs)
}

/** Plates have sections of their own, without header and footer; everything between them stands in one. */
function sectionsOf(paper: Paper, desk: Desk): ISectionOptions[] {
  const sections: ISectionOptions[] = []
  for (const group of groupsOf(paper.blocks)) {
    const [first] = group
    if (first?.kind === 'plate') sections.push(plateSection(first, paper.landscape === true))
    else sections.push(usualSection(group, paper, desk))
  }
  return sections.length > 0 ? sections : [usualSection([], paper, desk)]
}

function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const open = groups.at(-1)
    if (block.kind === 'plate' || !open || open[0]?.kind === 'plate') groups.push([block])
    else open.push(block)
  }
  return groups.filter((group) => group.some((block) => block.kind !== 'page-break'))
}

function usualSection(blocks: readonly Block[], paper: Paper, desk: Desk): ISectionOptions {
  const children: FileChild[] = []
  let breaks = false
  for (const block of blocks) {
    if (block.kind === 'page-break') breaks = true
    else if (block.kind !== 'plate') {
      children.push(...blockParts(block, desk, breaks && children.length > 0))
      breaks = false
    }
  }
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { size: sizeOf(paper.landscape === true), margin: { top: DEPTH, bottom: DEPTH, left: SIDE, right: SIDE, header: EDGE, footer: EDGE } } },
    headers: { default: new Header({ children: [new Paragraph({ style: 'Edge', children: [new TextRun(paper.header)] })] }) },
    footers: { default: new Footer({ children: [footOf(paper, desk)] }) },
    children,
  }
}

function footOf(paper: Paper, desk: Desk): Paragraph {
  const sample = hasSample(paper) ? `${SAMPLE} sample data   ` : ''
  return new Paragraph({ style: 'Edge', tabStops: rightTab(desk.width), indent: { right: 0 }, children: [
    new TextRun(paper.footer), new TextRun({ children: ['\t', sample, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
  ] })
}

function plateSection({ lines }: Extract<Block, { kind: 'plate' }>, landscape: boolean): ISectionOptions {
  const turned = landscape ? A4 : { width: A4.height, height: A4.width }
  const empty = () => [new Paragraph({ style: 'Edge', spacing: { after: 0, line: 20, lineRule: 'exact' } })]
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { size: sizeOf(!landscape), margin: { top: 300, bottom: 200, left: 0, right: 0, header: 0, footer: 0 } } },
    headers: { default: new Header({ children: empty() }) }, footers: { default: new Footer({ children: empty() }) },
    children: [plateOf(lines, turned.width, turned.height - 700), new Paragraph({ style: 'Edge', spacing: { after: 0, line: 20, lineRule: 'exact' } })],
  }
}

/** The library itself turns a landscape page's sides. */
function sizeOf(landscape: boolean) {
  return { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }
}
