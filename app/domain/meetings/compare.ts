/** Two texts of a note beside each other. */
import { hunksOf } from '#app/domain/meetings/lines.ts'

/** A run of words; `changed` when the other text does not have it there. */
export type Words = { text: string; changed: boolean }
/** Lines that stand in both, or a line of one beside what stands for it in the other; undefined where it has none. */
export type Row = { kind: 'same'; lines: string[] } | { kind: 'changed'; before?: Words[] | undefined; after?: Words[] | undefined }

/** The rows of two texts in order, equal lines gathered. */
export function compareTexts(before: string, after: string): Row[] {
  const [left, right] = [before.split('\n'), after.split('\n')]
  const rows: Row[] = []
  let at = 0
  const same = (to: number): void => {
    if (to > at) rows.push({ kind: 'same', lines: left.slice(at, to) })
  }
  for (const { from, to, lines } of hunksOf(left, right)) {
    same(from)
    for (let i = 0; i < Math.max(to - from, lines.length); i++) rows.push(pair(i < to - from ? left[from + i] : undefined, lines[i]))
    at = to
  }
  same(left.length)
  return rows
}

function pair(before: string | undefined, after: string | undefined): Row {
  if (before === undefined || after === undefined) return { kind: 'changed', before: before === undefined ? undefined : [{ text: before, changed: true }], after: after === undefined ? undefined : [{ text: after, changed: true }] }
  const [left, right] = [wordsOf(before), wordsOf(after)]
  const [old, come]: [Words[], Words[]] = [[], []]
  let at = 0
  for (const { from, to, lines } of hunksOf(left, right)) {
    add(old, left.slice(at, from), false)
    add(come, left.slice(at, from), false)
    add(old, left.slice(from, to), true)
    add(come, lines, true)
    at = to
  }
  add(old, left.slice(at), false)
  add(come, left.slice(at), false)
  return { kind: 'changed', before: old, after: come }
}

/** Words and the spaces between them, each by itself. */
function wordsOf(line: string): string[] {
  return line.split(/(\s+)/u).filter(Boolean)
}

function add(words: Words[], parts: readonly string[], changed: boolean): void {
  if (parts.length > 0) words.push({ text: parts.join(''), changed })
}
