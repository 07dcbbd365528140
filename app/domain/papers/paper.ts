/**
 * A paper before it has a form. Print page, PDF, DOCX and plain text are written from this one shape, editions keep it, and
 * what changed between two editions is found in it.
 */
import type { Id } from '#app/domain/ids.ts'

/** For the team: with the way back to every source. For the counterpart: without, and without what only the team may read. */
export const AUDIENCES = ['team', 'counterpart'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What a statement rests on; the door makes an address of it. */
export type Source = { noun: 'engagement' | 'note' | 'excerpt' | 'finding' | 'rating' | 'document' | 'node' | 'section' | 'person' | 'organisation' | 'task'; id: Id; /** The document of a node or section. */ within?: Id }

export type Run = { text: string; bold?: true; italic?: true; /** Softer and smaller: sources, remarks. */ small?: true; /** BCP 47, where it differs from the paper's. */ lang?: string; source?: Source | undefined; /** Loaded or typed as sample data. */ sample?: true; /** Counted or told by the clock out of what stands in other pieces: editions are compared without it. */ derived?: true; /** Another thing than the piece around these words: a person named within an item. Compared as that thing, once for all its places; the piece only counts that it stands there. */ about?: About; /** Somebody's phone or address: for members alone. */ contact?: true }
export type Text = readonly Run[]

/**
 * What a piece of a paper is about, the same in every edition: 'rating:dimension-4'. Pieces with the same id are one thing
 * when editions are compared; a piece without one is furniture (the paper's own words, its number, its date) and is not compared.
 */
export type About = { id: string; /** As a list of changes names it: 'Rating of Infrastructure'. */ words: string }

type Piece = { about?: About; /** Never leaves the team. */ teamOnly?: true }

export type Cell = { /** Paragraphs. */ text: readonly Text[]; align?: 'left' | 'center' | 'right'; span?: number }
/** `under`: what it stands under, where its move elsewhere is a change; other words say it. */
type Placed = Piece & { under?: About }
export type Row = Placed & { cells: readonly Cell[]; /** Repeated on each page, in front of the rows. */ head?: true; /** Points; for lines that are written on by hand. */ height?: number }
export type Item = Placed & { text: Text; items?: readonly Item[] }

export type Block = Piece & (
  | { kind: 'title'; text: Text; lead?: Text; align?: 'left' | 'center' }
  | { kind: 'heading'; level: 1 | 2 | 3; number?: string; text: Text }
  | { kind: 'paragraph'; text: Text; align?: 'left' | 'center' | 'right'; look?: 'lead' | 'quote' | 'remark' }
  | { kind: 'list'; ordered: boolean; items: readonly Item[] }
  /** `widths` are shares of the line; 'grid' has lines everywhere, 'lines' between rows, 'plain' nowhere (two languages side by side). */
  | { kind: 'table'; look: 'grid' | 'lines' | 'plain'; widths: readonly number[]; rows: readonly Row[] }
  /** `alt` says what the picture shows; without bytes its place is kept empty under its caption. */
  | { kind: 'figure'; caption: Text; alt: string; attachmentId: Id | null }
  /** A card to fold: the lines stand on both faces, largest first. */
  | { kind: 'plate'; lines: readonly Text[] }
  | { kind: 'signature'; lines: readonly Text[] }
  | { kind: 'space'; points: number }
  | { kind: 'page-break' }
)

/** What is missing before it may go out; said when an edition is issued, never a reason to refuse. */
export type Gap = { kind: 'translation' | 'evidence' | 'date' | 'person' | 'decision' | 'contradiction' | 'other'; words: string; source?: Source }

export type Paper = {
  kind: string
  title: string
  /** BCP 47; the second stands beside the first, '' for none. */
  language: string
  second: string
  audience: Audience
  landscape?: true
  /** Small lines on every page; the page number comes of itself. */
  header: string
  footer: string
  blocks: readonly Block[]
  gaps: readonly Gap[]
}

/** The words of a text without their looks. */
export function plain(text: Text): string {
  return text.map((run) => run.text).join('')
}

/** The words of a text that say something of their own: what editions are compared by. */
export function toldIn(text: Text): string {
  return plain(text.filter((run) => run.derived !== true))
}

/** A text of one run. */
export function words(text: string, look: Omit<Run, 'text'> = {}): Text {
  return [{ text, ...look }]
}

/** The paper without its sources, without anybody's phone or address and without the pieces that only the team may read. Which words may be said at all, its composer has decided. */
export function forCounterpart(paper: Paper): Paper {
  return { ...paper, audience: 'counterpart', blocks: paper.blocks.filter(leaves).map((block) => bareBlock(block, { text: bare, stays: leaves })) }
}

/** The paper for whoever reads it without working on the mission: phones and addresses are left blank. */
export function withoutContacts(paper: Paper): Paper {
  return { ...paper, blocks: paper.blocks.map((block) => bareBlock(block, { text: blank, stays: () => true })) }
}

type Baring = { text(text: Text): Text; stays(piece: Piece): boolean }

/** The paper as a file for machines. What a counterpart's version lacks, only the team is told. */
export function paperJson(paper: Paper): string {
  return `${JSON.stringify(paper.audience === 'counterpart' ? { ...paper, gaps: [] } : paper, null, 2)}\n`
}

function leaves({ teamOnly }: Piece): boolean {
  return teamOnly !== true
}

function blank(text: Text): Text {
  return text.map((run) => (run.contact ? { ...run, text: '' } : run))
}

function bare(text: Text): Text {
  return blank(text).map((run) => ({ ...run, source: undefined }))
}

function bareItem(item: Item, baring: Baring): Item {
  return { ...item, text: baring.text(item.text), ...(item.items && { items: item.items.filter(baring.stays).map((each) => bareItem(each, baring)) }) }
}

function bareBlock(block: Block, baring: Baring): Block {
  switch (block.kind) {
    case 'title': return { ...block, text: baring.text(block.text), ...(block.lead && { lead: baring.text(block.lead) }) }
    case 'heading': case 'paragraph': return { ...block, text: baring.text(block.text) }
    case 'list': return { ...block, items: block.items.filter(baring.stays).map((item) => bareItem(item, baring)) }
    case 'table': return { ...block, rows: block.rows.filter(baring.stays).map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: cell.text.map(baring.text) })) })) }
    case 'figure': return { ...block, caption: baring.text(block.caption) }
    case 'plate': case 'signature': return { ...block, lines: block.lines.map(baring.text) }
    case 'space': case 'page-break': return block
  }
}
