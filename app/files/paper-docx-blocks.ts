/** A paper's blocks → paragraphs and tables of Word. */
import { AlignmentType, BorderStyle, HeadingLevel, HeightRule, ImageRun, LineRuleType, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { IBorderOptions, IParagraphOptions } from 'docx'
import type { Block, Item, Row, Text } from '#app/domain/papers/paper.ts'
import { columnWidths } from '#app/files/paper-columns.ts'
import { runsOf } from '#app/files/paper-docx-runs.ts'
import type { Setting } from '#app/files/paper-docx-runs.ts'
import { EDGE, INK, RULE, WASH, levelAt } from '#app/files/paper-docx-type.ts'
import { pictureSize } from '#app/files/paper-pictures.ts'

/** `width` of the line; `lists` counts those that are numbered, each of which begins with 1. */
export type Desk = Setting & { width: number; depth: number; figures: ReadonlyMap<string, Uint8Array>; lists: { count: number } }
type Plain = Exclude<Block, { kind: 'plate' | 'page-break' }>
type Table_ = Extract<Block, { kind: 'table' }>

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const LOOKS = { lead: 'PaperLead', quote: 'Quote', remark: 'Remark' } as const
const TWIPS = 20

/** What stands in the document for a block; `breaks` begins a page with it. */
export function blockParts(block: Plain, desk: Desk, breaks: boolean): (Paragraph | Table)[] {
  const begin = breaks ? { pageBreakBefore: true } : {}
  switch (block.kind) {
    case 'title': return titleParts(block, desk, begin)
    case 'heading': return [new Paragraph({ heading: HEADINGS[block.level], ...begin, children: runsOf(block.number ? [{ text: `${block.number}\u2002` }, ...block.text] : block.text, desk, { bold: true }) })]
    case 'paragraph': return [new Paragraph({ ...(block.look && { style: LOOKS[block.look] }), ...(block.align && { alignment: ALIGN[block.align] }), ...begin, widowControl: true, children: runsOf(block.text, desk, block.look === 'lead' ? { size: 23 } : block.look === 'remark' ? { size: 17 } : {}) })]
    case 'list': return listParts(block.items, block.ordered, desk, 0, begin, block.ordered ? ++desk.lists.count : 0)
    case 'table': return [...(breaks ? [new Paragraph({ ...begin, spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } })] : []), tableOf(block, desk), new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT } })]
    case 'figure': return figureParts(block, desk, begin)
    case 'signature': return signatureParts(block.lines, desk, begin)
    case 'space': return [new Paragraph({ ...begin, spacing: { before: 0, after: 0, line: Math.max(20, Math.round(block.points * TWIPS)), lineRule: LineRuleType.EXACT } })]
  }
}

function titleParts({ text, lead, align = 'left' }: Extract<Block, { kind: 'title' }>, desk: Desk, begin: IParagraphOptions): Paragraph[] {
  const rule: IParagraphOptions = align === 'left' ? { border: { bottom: { style: BorderStyle.SINGLE, size: 11, space: 6, color: INK } } } : {}
  const title = new Paragraph({ heading: HeadingLevel.TITLE, alignment: ALIGN[align], ...begin, ...(lead ? {} : { ...rule, spacing: { after: 240 } }), children: runsOf(text, desk) })
  return lead ? [title, new Paragraph({ style: 'TitleLead', alignment: ALIGN[align], ...rule, children: runsOf(lead, desk, { size: 23 }) })] : [title]
}

function listParts(items: readonly Item[], ordered: boolean, desk: Desk, depth: number, begin: IParagraphOptions, instance: number): Paragraph[] {
  return items.flatMap((item, at) => [
    new Paragraph({ style: 'PaperList', ...(at === 0 ? begin : {}), numbering: { reference: ordered ? 'numbers' : 'points', level: levelAt(depth), instance }, children: runsOf(item.text, desk) }),
    ...listParts(item.items ?? [], false, desk, depth + 1, {}, 0),
  ])
}

function tableOf(table: Table_, desk: Desk): Table {
  const widths = widthsOf(table, desk.width)
  return new Table({
    width: { size: desk.width, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: bordersOf(table),
    margins: table.look === 'grid' ? { top: 60, bottom: 50, left: 100, right: 100 } : { top: table.look === 'plain' ? 20 : 60, bottom: table.look === 'plain' ? 20 : 50, left: 0, right: 200 },
    rows: table.rows.map((row, at) => rowOf(table, row, widths, desk, at)),
  })
}

/** A letter of Noto Sans in bold is 0.6 of its size wide on average; the library has no font to measure with. */
const LETTER = 9 * TWIPS * 0.6

function widthsOf(table: Table_, width: number): number[] {
  return columnWidths(table, width, 220, (word) => word.length * LETTER).map(Math.round)
}

function rowOf(table: Table_, row: Row, widths: readonly number[], desk: Desk, number: number): TableRow {
  let at = 0
  const children = row.cells.map((cell) => {
    const span = Math.max(1, cell.span ?? 1)
    const width = widths.slice(at, at + span).reduce((sum, each) => sum + each, 0)
    at += span
    const text = cell.text.length > 0 ? cell.text : [[]]
    return new TableCell({
      width: { size: width, type: WidthType.DXA }, ...(span > 1 && { columnSpan: span }), ...(row.head && table.look === 'grid' && { shading: { type: ShadingType.CLEAR, fill: WASH, color: 'auto' } }),
      ...(row.head && table.look === 'lines' && { borders: { bottom: line(INK, 6) } }),
      children: text.map((paragraph: Text) => new Paragraph({ style: row.head ? 'CellHead' : 'Cell', ...(spans(row) && { keepLines: true }), ...(cell.align && { alignment: ALIGN[cell.align] }), children: runsOf(paragraph, desk, row.head ? { size: 17, bold: true } : { size: 18 }) })),
    })
  })
  return new TableRow({ ...(!spans(row) && { cantSplit: true }), ...(row.head && headsOnly(table, number) && { tableHeader: true }), ...(row.height !== undefined && { height: { value: Math.round(row.height * TWIPS), rule: HeightRule.ATLEAST } }), children })
}

/** LibreOffice 7.4 loses what follows such a row at the end of a page when the row may not be split and the table repeats its heads; its lines keep together instead. */
function spans({ cells }: Row): boolean {
  return cells.some((cell) => (cell.span ?? 1) > 1)
}

/** Word repeats heads only where they begin the table. */
function headsOnly({ rows }: Table_, number: number): boolean {
  return rows.slice(0, number).every((row) => row.head)
}

function line(color: string, size: number): IBorderOptions {
  return { style: BorderStyle.SINGLE, size, color, space: 0 }
}

function bordersOf({ look, rows }: Table_) {
  const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const all = (border: IBorderOptions) => ({ top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border })
  if (look === 'grid') return all(line(EDGE, 4))
  return look === 'plain' ? all(none) : { ...all(none), top: rows[0]?.head ? none : line(RULE, 4), bottom: line(RULE, 4), insideHorizontal: line(RULE, 4) }
}

function figureParts({ caption, alt, attachmentId }: Extract<Block, { kind: 'figure' }>, desk: Desk, begin: IParagraphOptions): (Paragraph | Table)[] {
  const bytes = attachmentId === null ? undefined : desk.figures.get(attachmentId)
  const size = bytes && pictureSize(bytes)
  const under = new Paragraph({ style: 'Caption', children: runsOf(caption, desk, { size: 17 }) })
  if (!bytes || !size) {
    const frame = line(RULE, 5)
    const empty = new Paragraph({ keepNext: true, ...begin, border: { top: frame, bottom: frame, left: frame, right: frame }, spacing: { before: 200, line: 2400, lineRule: LineRuleType.EXACT } })
    return [empty, under]
  }
  const scale = Math.min(desk.width / 15 / size.width, desk.depth / 30 / size.height)
  const name = alt.slice(0, 60)
  const picture = new ImageRun({ type: size.type, data: bytes, transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) }, altText: { name, title: name, description: alt } })
  return [new Paragraph({ keepNext: true, alignment: AlignmentType.CENTER, ...begin, spacing: { before: 200 }, children: [picture] }), under]
}

function signatureParts(lines: readonly Text[], desk: Desk, begin: IParagraphOptions): Paragraph[] {
  const right = Math.max(0, desk.width - 4000)
  return (lines.length > 0 ? lines : [[]]).map((text, at) => new Paragraph({
    style: 'Signature', keepNext: at < lines.length - 1,
    ...(at === 0 && { ...begin, spacing: { before: 900 }, border: { top: { style: BorderStyle.SINGLE, size: 6, space: 5, color: INK } }, indent: { right } }), children: runsOf(text, desk),
  }))
}
