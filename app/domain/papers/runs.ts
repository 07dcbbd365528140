/** Every run of a paper, wherever it stands. */
import type { Block, Item, Paper, Run, Text } from '#app/domain/papers/paper.ts'

type Change = (text: Text) => Text

/** The paper with each of its texts changed; everything else stays. */
export function mapTexts(paper: Paper, change: Change): Paper {
  return { ...paper, blocks: paper.blocks.map((block) => mapBlock(block, change)) }
}

/** Every text of the paper in the order in which it is read. */
export function textsOf(paper: Pick<Paper, 'blocks'>): Text[] {
  const found: Text[] = []
  for (const block of paper.blocks) mapBlock(block, (text) => (found.push(text), text))
  return found
}

/** True when something of the paper was loaded or typed as sample data. */
export function hasSample(paper: Pick<Paper, 'blocks'>): boolean {
  return textsOf(paper).some((text) => text.some((run: Run) => run.sample === true))
}

function mapBlock(block: Block, change: Change): Block {
  switch (block.kind) {
    case 'title': return { ...block, text: change(block.text), ...(block.lead && { lead: change(block.lead) }) }
    case 'heading': case 'paragraph': return { ...block, text: change(block.text) }
    case 'list': return { ...block, items: block.items.map((item) => mapItem(item, change)) }
    case 'table': return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: cell.text.map(change) })) })) }
    case 'figure': return { ...block, caption: change(block.caption) }
    case 'plate': case 'signature': return { ...block, lines: block.lines.map(change) }
    case 'space': case 'page-break': return block
  }
}

function mapItem(item: Item, change: Change): Item {
  return { ...item, text: change(item.text), ...(item.items && { items: item.items.map((inner) => mapItem(inner, change)) }) }
}
