/** A paper's blocks → strips: pieces of the page that are never cut, in reading order. */
import { headingDepths } from '#app/domain/papers/headings.ts'
import type { Block, Item, Paper, Text } from '#app/domain/papers/paper.ts'
import { plain } from '#app/domain/papers/paper.ts'
import { breakLines } from '#app/files/paper-pdf-lines.ts'
import type { Line, Setting } from '#app/files/paper-pdf-lines.ts'
import type { Pen, Tag } from '#app/files/paper-pdf-pen.ts'
import { figureStrips } from '#app/files/paper-pdf-figure.ts'
import { plateStrip } from '#app/files/paper-pdf-plate.ts'
import { tableStrips } from '#app/files/paper-pdf-table.ts'
import { INK, LOOKS, RULE } from '#app/files/paper-pdf-type.ts'
import type { Look } from '#app/files/paper-pdf-type.ts'

export type Strip = {
  height: number
  /** Space above, dropped at the top of a page. */
  gap: number
  /** Stays on the page of the next strip. */
  keep: boolean
  draw(pen: Pen, top: number, repeated: boolean): void
  /** Drawn first when the strip begins a page: the heads of its table. */
  heads?: readonly Strip[]
  /** Begins a page; a sheet has the page for itself, without header and footer. */
  page?: 'new' | 'sheet'
}

/** Where and for what strips are made; `left` and `width` in points. */
export type Column = Setting & { left: number; width: number; page: { width: number; height: number; depth: number }; figures: ReadonlyMap<string, Uint8Array>; /** How much of the usual space between things, and between lines. */ air: number; leading: number }

const GAPS = { title: 0, heading1: 17, heading2: 13, heading3: 10, paragraph: 5.5, list: 4, item: 2.5, table: 6, figure: 12, signature: 34, afterTitle: 12, afterHeading: 3.5, afterTable: 9 }
const INDENT = 16

/** All strips of a paper. */
export function stripsOf(paper: Paper, column: Column): Strip[] {
  const strips: Strip[] = []
  let before: Block | undefined
  let breaks = false
  const depths = headingDepths(paper.blocks)
  for (const [at, block] of paper.blocks.entries()) {
    if (block.kind === 'page-break') breaks = true
    else {
      const made = blockStrips(block, column, depths.get(at) ?? 1)
      const first = made[0]
      if (first) {
        if (before?.kind === 'heading' && block.kind !== 'heading') first.gap = GAPS.afterHeading
        if (before?.kind === 'title') first.gap = Math.max(first.gap, GAPS.afterTitle)
        if (before?.kind === 'table') first.gap = Math.max(first.gap, GAPS.afterTable)
        first.gap *= column.air
        if (breaks) first.page ??= 'new'
        breaks = false
      }
      strips.push(...made)
      before = block
    }
  }
  return strips
}

function blockStrips(block: Exclude<Block, { kind: 'page-break' }>, column: Column, depth: number): Strip[] {
  switch (block.kind) {
    case 'title': return titleStrips(block, column)
    case 'heading': return headingStrips(block, column, depth)
    case 'paragraph': return paragraphStrips(block, column)
    case 'list': return listStrips(block, column, { type: 'L', parent: null }, GAPS.list)
    case 'table': return tableStrips(block, column, GAPS.table)
    case 'figure': return figureStrips(block, column, GAPS.figure)
    case 'plate': return [plateStrip(block.lines, column)]
    case 'signature': return signatureStrips(block.lines, column)
    case 'space': return [{ height: block.points * column.air, gap: 0, keep: false, draw: () => undefined }]
  }
}

function titleStrips({ text, lead, align = 'left' }: Extract<Block, { kind: 'title' }>, column: Column): Strip[] {
  const strips = textStrips(text, LOOKS.title, column, { tag: { type: 'H1', parent: null }, gap: GAPS.title, align })
  const first = strips[0] as Strip
  const draw = first.draw
  first.draw = (pen, top, repeated) => {
    pen.bookmark(plain(text), 1, top)
    draw(pen, top, repeated)
  }
  if (lead) strips.push(...textStrips(lead, LOOKS.titleLead, column, { tag: { type: 'P', parent: null }, gap: 3, align }))
  if (align === 'left') strips.push({ height: 7, gap: 0, keep: true, draw: (pen, top) => pen.rule([column.left, top + 6], [column.left + column.width, top + 6], 1.4, INK) })
  return strips.map((strip) => ({ ...strip, keep: true }))
}

function headingStrips({ level, number, text }: Extract<Block, { kind: 'heading' }>, column: Column, depth: number): Strip[] {
  const key = `heading${level}` as const
  const numbered: Text = number ? [{ text: `${number}\u2002` }, ...text] : text
  const strips = textStrips(numbered, LOOKS[key], column, { tag: { type: `H${depth + 1}`, parent: null }, gap: GAPS[key], align: 'left' }).map((strip) => ({ ...strip, keep: true }))
  const first = strips[0] as Strip
  const draw = first.draw
  first.draw = (pen, top, repeated) => {
    pen.bookmark(plain(numbered).replace('\u2002', ' '), depth + 1, top)
    draw(pen, top, repeated)
  }
  return strips
}

function paragraphStrips({ text, align = 'left', look }: Extract<Block, { kind: 'paragraph' }>, column: Column): Strip[] {
  const tag: Tag = { type: 'P', parent: null }
  if (look !== 'quote') return textStrips(text, look === 'lead' ? LOOKS.lead : look === 'remark' ? LOOKS.remark : LOOKS.body, column, { tag, gap: GAPS.paragraph, align })
  const inner = { ...column, left: column.left + INDENT, width: column.width - INDENT * 2 }
  return textStrips(text, LOOKS.body, inner, { tag: { type: 'P', parent: { type: 'BlockQuote', parent: null } }, gap: GAPS.paragraph, align }).map((strip): Strip => ({
    ...strip,
    draw(pen, top, repeated) {
      pen.rule([column.left + 5, top], [column.left + 5, top + strip.height], 1.5, RULE)
      strip.draw(pen, top, repeated)
    },
  }))
}

function listStrips({ ordered, items }: { ordered: boolean; items: readonly Item[] }, column: Column, list: Tag, gap: number): Strip[] {
  const indent = ordered ? INDENT + Math.max(0, String(items.length).length - 2) * 6 : INDENT
  const inner = { ...column, left: column.left + indent, width: column.width - indent }
  return items.flatMap((item, at) => {
    const entry: Tag = { type: 'LI', parent: list }
    const body: Tag = { type: 'LBody', parent: entry }
    const [label] = breakLines([{ text: ordered ? `${at + 1}.` : '•' }], led(LOOKS.body, column), indent, column)
    const lines = textStrips(item.text, LOOKS.body, inner, { tag: body, gap: at === 0 ? gap : GAPS.item, align: 'left' })
    const first = lines[0] as Strip
    const marked: Strip = { ...first, draw(pen, top, repeated) {
      pen.line(label as Line, ordered ? inner.left - 5 - (label?.width ?? 0) : column.left + 3, top, { type: 'Lbl', parent: entry })
      first.draw(pen, top, repeated)
    } }
    const nested = item.items && item.items.length > 0 ? listStrips({ ordered: false, items: item.items }, inner, { type: 'L', parent: body }, GAPS.item) : []
    return [marked, ...lines.slice(1), ...nested]
  })
}

/** A line to sign on above the words of who signs; one strip, so that it is never apart. */
function signatureStrips(texts: readonly Text[], column: Column): Strip[] {
  const tag: Tag = { type: 'P', parent: null }
  const lines = texts.flatMap((text) => breakLines(text, led(LOOKS.body, column), Math.min(column.width, 260), column))
  const height = lines.reduce((sum, line) => sum + line.height, 5)
  return [{ height, gap: GAPS.signature, keep: false, draw(pen, top, repeated) {
    pen.rule([column.left, top], [column.left + 200, top], 0.7, INK)
    let y = top + 5
    for (const line of lines) {
      pen.line(line, column.left, y, repeated ? null : tag)
      y += line.height
    }
  } }]
}

type TextStrips = { tag: Tag; gap: number; align: 'left' | 'center' | 'right' }

/** One strip a line; the first two and the last two lines of a paragraph stay together. */
export function textStrips(text: Text, look: Look, column: Column, { tag, gap, align }: TextStrips): Strip[] {
  const lines = breakLines(text, led(look, column), column.width, column)
  return lines.map((line, at): Strip => ({
    height: line.height, gap: at === 0 ? gap : 0, keep: at < lines.length - 1 && (at === 0 || at === lines.length - 2),
    draw: (pen, top, repeated) => pen.line(line, column.left + shift(line, column.width, align), top, repeated ? null : tag),
  }))
}

/** The look with the column's own space between lines. */
export function led(look: Look, { leading }: Pick<Column, 'leading'>): Look {
  return { ...look, lead: look.lead * leading }
}

/** How far a line stands from the left edge. */
export function shift(line: Line, width: number, align: 'left' | 'center' | 'right'): number {
  return align === 'left' ? 0 : align === 'center' ? (width - line.width) / 2 : width - line.width
}
