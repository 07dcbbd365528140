/**
 * What a note's text looks like: its blocks and the runs of words in them, each with its place in the text, so that a mark
 * on what is seen is a mark in what was written. Signs of the markup belong to no run. HTML, pictures and references are
 * words like others; a link leads to http, https or mailto or is none.
 */
import { Autolink, Strikethrough, parser } from '@lezer/markdown'
import type { Span } from '#app/domain/meetings/sentences.ts'

export type Style = 'strong' | 'em' | 'code' | 'gone'
/** Words that look alike; `href` where they lead somewhere. */
export type Run = Span & { styles: readonly Style[]; href?: string }
/** The runs of one line of the text, in order. */
export type Line = readonly Run[]
export type Block =
  | { kind: 'words'; lines: Line[] }
  | { kind: 'heading'; level: number; lines: Line[] }
  | { kind: 'code'; lines: Line[] }
  | { kind: 'rule'; start: number }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; ordered: boolean; items: { value: number; blocks: Block[] }[] }

const reader = parser.configure([Autolink, Strikethrough, { remove: ['HTMLBlock', 'HTMLTag', 'IndentedCode', 'SetextHeading', 'LinkReference', 'Entity', 'Image'] }])
type Node = ReturnType<typeof reader.parse>['topNode']

/** More signs than this between two empty lines are no markup, and would take too long to pair. */
const MOST_SIGNS = 2_000
const SIGNS = /[*_~`[\]()<>@\\!]/g
/** Lists and quotes deeper than this are words. */
const DEEPEST = 8
const TOO_DEEP = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${DEEPEST + 1}}`, 'm')

const STYLES: Record<string, Style> = { StrongEmphasis: 'strong', Emphasis: 'em', InlineCode: 'code', Strikethrough: 'gone' }
const UNSEEN = new Set(['EmphasisMark', 'CodeMark', 'StrikethroughMark', 'QuoteMark', 'HeaderMark', 'ListMark'])

/** The blocks of a text, in order. Takes time in proportion to the text, whatever it holds. */
export function readMarkdown(text: string): Block[] {
  if (!isReadable(text)) return [{ kind: 'words', lines: plainLines(text, { start: 0, end: text.length }) }]
  return blocksOf(text, reader.parse(text).topNode, 0)
}

/** Every line of the blocks, in order, whatever holds it. */
export function linesIn(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => {
    if ('lines' in block) return block.lines
    if (block.kind === 'quote') return linesIn(block.blocks)
    return block.kind === 'list' ? block.items.flatMap((item) => linesIn(item.blocks)) : []
  })
}

/** The runs of a text that is no markup, line by line. */
export function plainLines(text: string, { start, end }: Span): Line[] {
  const lines: Line[] = []
  for (let from = start; from < end;) {
    const found = text.indexOf('\n', from)
    const to = found === -1 || found > end ? end : found
    if (text.slice(from, to).trim() !== '') lines.push([{ start: from, end: to, styles: [] }])
    from = to + 1
  }
  return lines
}

/** True for an address that a link of a note may lead to. */
export function isSafeAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/i.test(address) && URL.canParse(address)
}

function isReadable(text: string): boolean {
  return !TOO_DEEP.test(text) && text.split(/\n\s*\n/).every((part) => part.length <= MOST_SIGNS || (part.match(SIGNS)?.length ?? 0) <= MOST_SIGNS)
}

function blocksOf(text: string, parent: Node, depth: number): Block[] {
  const blocks: Block[] = []
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    const block = UNSEEN.has(node.name) ? undefined : blockOf(text, node, depth)
    if (block) blocks.push(block)
  }
  return blocks
}

function blockOf(text: string, node: Node, depth: number): Block | undefined {
  const span = { start: node.from, end: node.to }
  if (node.name === 'HorizontalRule') return { kind: 'rule', start: node.from }
  if (node.name === 'FencedCode') return { kind: 'code', lines: [...node.getChildren('CodeInfo'), ...node.getChildren('CodeText')].flatMap((code) => plainLines(text, { start: code.from, end: code.to })) }
  if (depth > DEEPEST) return { kind: 'words', lines: plainLines(text, span) }
  if (node.name === 'Blockquote') return { kind: 'quote', blocks: blocksOf(text, node, depth + 1) }
  if (node.name === 'BulletList' || node.name === 'OrderedList') {
    return { kind: 'list', ordered: node.name === 'OrderedList', items: node.getChildren('ListItem').map((item, i) => ({ value: numberOf(text, item) ?? i + 1, blocks: blocksOf(text, item, depth + 1) })) }
  }
  const lines = linesOf(text, runsOf(text, node))
  if (lines.length === 0) return undefined
  const heading = /^ATXHeading(\d)$/.exec(node.name)
  return heading ? { kind: 'heading', level: Number(heading[1]), lines } : { kind: 'words', lines }
}

function numberOf(text: string, item: Node): number | undefined {
  const mark = item.getChild('ListMark')
  const number = mark && Number.parseInt(text.slice(mark.from, mark.to), 10)
  return number === null || Number.isNaN(number) ? undefined : number
}

/** What is seen of a paragraph or heading, across its lines. */
function runsOf(text: string, block: Node): Run[] {
  const runs: Run[] = []
  const add = (start: number, end: number, look: Omit<Run, keyof Span>): void => {
    if (start < end) runs.push({ start, end, ...look })
  }
  const walk = (node: Node, look: Omit<Run, keyof Span>, from = node.from, to = node.to): void => {
    let at = from
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.from < from || child.to > to) continue
      add(at, child.from, look)
      if (child.name === 'Escape') add(child.from + 1, child.to, look)
      else if (child.name === 'Link') walkLink(child, look)
      else if (!UNSEEN.has(child.name)) walk(child, lookOf(text, child, look))
      at = child.to
    }
    add(at, to, look)
  }
  /** Of a link its words are seen; one that leads nowhere, or where none may lead, stands as it was typed. */
  const walkLink = (node: Node, look: Omit<Run, keyof Span>): void => {
    const [url, [open, close]] = [node.getChild('URL'), node.getChildren('LinkMark')]
    const href = url && addressOf(text.slice(url.from, url.to))
    if (!href || !open || !close || look.href || !isSafeAddress(href)) add(node.from, node.to, look)
    else walk(node, { ...look, href }, open.to, close.from)
  }
  walk(block, { styles: [] })
  return runs
}

function lookOf(text: string, node: Node, look: Omit<Run, keyof Span>): Omit<Run, keyof Span> {
  const style = STYLES[node.name]
  if (style) return { ...look, styles: [...look.styles.filter((each) => each !== style), style] }
  if (node.name !== 'URL' || look.href) return look
  const href = addressOf(text.slice(node.from, node.to))
  return isSafeAddress(href) ? { ...look, href } : look
}

/** Addresses as they are typed: in angle brackets, without a scheme, or of a mailbox. */
function addressOf(typed: string): string {
  const bare = typed.replace(/^<|>$/g, '')
  if (/^www\./i.test(bare)) return `https://${bare}`
  return /^[\w.+-]+@[\w.-]+$/.test(bare) ? `mailto:${bare}` : bare
}

/** Runs cut at the ends of lines; space at the beginning of a line is the markup's. Runs of nothing but space belong to their line. */
function linesOf(text: string, runs: readonly Run[]): Line[] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    let from = run.start
    while (from <= run.end) {
      const found = text.indexOf('\n', from)
      const to = found === -1 || found >= run.end ? run.end : found
      const line = lines.at(-1) as Run[]
      const start = line.length === 0 ? from + leading(text, from, to) : from
      if (start < to) line.push({ ...run, start, end: to })
      if (to === run.end) break
      lines.push([])
      from = to + 1
    }
  }
  return lines.filter((line) => line.some(({ start, end }) => text.slice(start, end).trim() !== ''))
}

function leading(text: string, from: number, to: number): number {
  let at = from
  while (at < to && (text[at] === ' ' || text[at] === '\t')) at++
  return at - from
}
