/** A text that people wrote in our markdown, as blocks of a paper. */
import { readMarkdown } from '#app/domain/meetings/markdown.ts'
import type { Block as Written, Line } from '#app/domain/meetings/markdown.ts'
import type { Block, Item, Run, Text } from '#app/domain/papers/paper.ts'

type Look = (text: string, look: Omit<Run, 'text'>) => Run

/** `look` makes the runs: it knows language and source. Struck words are left out; headings stay below those of sections. */
export function writtenBlocks(text: string, look: Look): Block[] {
  return readMarkdown(text).flatMap((block) => blocksOf(block, text, look))
}

function blocksOf(block: Written, text: string, look: Look): Block[] {
  switch (block.kind) {
    case 'words': return shownLines(block.lines, text, look).map((line): Block => ({ kind: 'paragraph', text: line }))
    case 'heading': return shownLines(block.lines, text, look).map((line): Block => ({ kind: 'heading', level: 3, text: line }))
    case 'code': return shownLines(block.lines, text, look).map((line): Block => ({ kind: 'paragraph', look: 'quote', text: line }))
    case 'quote': return block.blocks.flatMap((inner) => blocksOf(inner, text, look)).map((inner): Block => (inner.kind === 'paragraph' ? { ...inner, look: 'quote' } : inner))
    case 'list': return [{ kind: 'list', ordered: block.ordered, items: block.items.map((item) => itemOf(item.blocks, text, look)) }]
    case 'rule': return [{ kind: 'space', points: 12 }]
  }
}

/** An item with the lists within it; its further paragraphs follow its first on lines of their own. */
function itemOf(blocks: readonly Written[], text: string, look: Look): Item {
  const inner = blocks.flatMap((block) => blocksOf(block, text, look))
  const items = inner.flatMap((block) => (block.kind === 'list' ? block.items : []))
  const own = inner.flatMap((block): Text[] => (block.kind === 'paragraph' || block.kind === 'heading' ? [block.text] : []))
  return { text: own.flatMap((line, at): Text => (at === 0 ? line : [{ text: ' ' }, ...line])), ...(items.length > 0 && { items }) }
}

function shownLines(lines: readonly Line[], text: string, look: Look): Text[] {
  return lines.map((line) => line.filter(({ styles }) => !styles.includes('gone')).map(({ start, end, styles }) => look(text.slice(start, end), { ...(styles.includes('strong') && { bold: true as const }), ...(styles.includes('em') && { italic: true as const }) }))).filter((line) => line.length > 0)
}
