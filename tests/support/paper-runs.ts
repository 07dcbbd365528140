/** The words of a paper as lines, and whether each of them says what it is about. */
import { plain } from '#app/domain/papers/paper.ts'
import type { Block, Paper, Run, Text } from '#app/domain/papers/paper.ts'

/** Every paragraph of a paper in its order; the cells of a row one after the other. */
export function linesOf({ blocks }: Pick<Paper, 'blocks'>): string[] {
  return blocks.flatMap((block) => textsOf(block).map(plain)).filter((line) => line !== '')
}

/** Words that no piece and no run of their own says to be about anything. */
export function furnitureOf({ blocks }: Pick<Paper, 'blocks'>): string[] {
  return blocks.flatMap((block): Run[] => {
    if (block.about) return []
    if (block.kind === 'table') return block.rows.filter((row) => !row.about).flatMap((row) => row.cells.flatMap((cell) => cell.text.flat()))
    if (block.kind === 'list') return block.items.filter((item) => !item.about).flatMap((item) => [...item.text])
    return textsOf(block).flat()
  }).filter((run) => run.about === undefined && run.text.trim() !== '').map((run) => run.text)
}

/** Every run of a paper. */
export function runsOf({ blocks }: Pick<Paper, 'blocks'>): Run[] {
  return blocks.flatMap((block) => textsOf(block).flat())
}

function textsOf(block: Block): Text[] {
  switch (block.kind) {
    case 'title': return [block.text, ...(block.lead ? [block.lead] : [])]
    case 'heading': case 'paragraph': return [block.text]
    case 'list': return block.items.flatMap((item) => [item.text, ...(item.items ?? []).map((each) => each.text)])
    case 'table': return block.rows.flatMap((row) => row.cells.flatMap((cell) => [...cell.text]))
    case 'figure': return [block.caption]
    case 'plate': case 'signature': return [...block.lines]
    case 'space': case 'page-break': return []
  }
}
