/** How the line is shared between the columns of a table. */
import type { Block, Text } from '#app/domain/papers/paper.ts'

type Table = Pick<Extract<Block, { kind: 'table' }>, 'widths' | 'rows'>

/** A longer word is broken rather than made room for. */
const LONGEST_WORD = 20

/**
 * Widths of the columns, together `width`: as the table asks, but none narrower than its longest word as long as others have
 * room to give. `measure` says how wide a word is, `pad` what stands beside it. Columns without a share get the mean.
 */
export function columnWidths({ widths, rows }: Table, width: number, pad: number, measure: (word: string, head: boolean) => number): number[] {
  const count = Math.max(1, ...rows.map((row) => row.cells.reduce((sum, cell) => sum + Math.max(1, cell.span ?? 1), 0)))
  const given = widths.filter((share) => share > 0)
  const mean = given.length > 0 ? given.reduce((sum, share) => sum + share, 0) / given.length : 1
  const shares = Array.from({ length: count }, (_, at) => ((widths[at] ?? 0) > 0 ? (widths[at] as number) : mean))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return fit(shares.map((share) => (share / whole) * width), leastWidths(rows, count, pad, measure), width)
}

function leastWidths(rows: Table['rows'], count: number, pad: number, measure: (word: string, head: boolean) => number): number[] {
  const least = Array.from({ length: count }, () => 0)
  const known = new Map<string, number>()
  for (const row of rows) {
    let at = 0
    for (const cell of row.cells) {
      const span = Math.max(1, cell.span ?? 1)
      if (span === 1) {
        for (const word of wordsOf(cell.text)) {
          const key = `${row.head === true} ${word}`
          const wide = known.get(key) ?? measure(word, row.head === true)
          known.set(key, wide)
          least[at] = Math.max(least[at] ?? 0, wide + pad)
        }
      }
      at += span
    }
  }
  return least
}

function wordsOf(texts: readonly Text[]): string[] {
  return texts.flatMap((text) => text.flatMap((run) => run.text.split(/\s+/))).filter((word) => word !== '' && word.length <= LONGEST_WORD)
}

/** What the narrow ones lack is taken from the others, from each in proportion to what it can spare. */
function fit(asked: number[], least: readonly number[], width: number): number[] {
  const lack = asked.reduce((sum, each, at) => sum + Math.max(0, (least[at] ?? 0) - each), 0)
  const spare = asked.reduce((sum, each, at) => sum + Math.max(0, each - (least[at] ?? 0)), 0)
  if (lack === 0 || spare < lack) return asked
  const found = asked.map((each, at) => (each < (least[at] ?? 0) ? (least[at] as number) : each - ((each - (least[at] ?? 0)) / spare) * lack))
  return found.map((each) => (each * width) / found.reduce((sum, one) => sum + one, 0))
}
