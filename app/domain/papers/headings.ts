import type { Block } from '#app/domain/papers/paper.ts'

/**
 * How deep each heading stands below the paper's title, by its place among the blocks: 1 for the uppermost. A paper that begins
 * with level 2 or leaves one out looks as it asks, but whoever has it read aloud meets no gap.
 */
export function headingDepths(blocks: readonly Block[]): Map<number, number> {
  const used = [...new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))].sort((a, b) => a - b)
  const depths = new Map<number, number>()
  let before = 0
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    before = Math.min(used.indexOf(block.level) + 1, before + 1)
    depths.set(at, before)
  }
  return depths
}
