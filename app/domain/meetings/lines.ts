/** Texts compared and merged line by line. */
import { diffIndices } from 'node-diff3'

/** Lines [from, to) of the first text stand as `lines` in the second; from === to is an insertion before that line. */
export type Hunk = { from: number; to: number; lines: string[] }

/** Above this many pairs of lines that differ, what lies between is one hunk: comparing them would take too long. */
const MOST_PAIRS = 4_000_000

/** Where two texts differ, in order; hunks never touch each other. */
export function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const [gone, come] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  if (gone.length === 0 && come.length === 0) return []
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > MOST_PAIRS) return [{ from: head, to: head + gone.length, lines: come }]
  return diffIndices(gone, come).map(({ buffer1: [at, length], buffer2Content }) => ({ from: head + at, to: head + at + length, lines: buffer2Content }))
}

/**
 * The text that holds what both made of `base`; undefined when they touch the same lines, or add different lines at the
 * same place. Where one is how the other begins, the longer stands: somebody went on writing.
 */
export function mergeTexts(base: string, theirs: string, mine: string): string | undefined {
  if (theirs === base || theirs === mine) return mine
  if (mine === base) return theirs
  const lines = base.split('\n')
  const hunks = merged(hunksOf(lines, theirs.split('\n')), hunksOf(lines, mine.split('\n')))
  return hunks && applied(lines, hunks).join('\n')
}

function merged(theirs: readonly Hunk[], mine: readonly Hunk[]): Hunk[] | undefined {
  const hunks: Hunk[] = []
  let [t, m] = [0, 0]
  while (t < theirs.length || m < mine.length) {
    const [a, b] = [theirs[t], mine[m]]
    if (a && b && collide(a, b)) {
      const longer = longerOf(a, b)
      if (!longer) return undefined
      hunks.push(longer)
      t++
      m++
    } else if (!b || (a && comesFirst(a, b))) {
      hunks.push(a as Hunk)
      t++
    } else {
      hunks.push(b)
      m++
    }
  }
  return hunks
}

function collide(a: Hunk, b: Hunk): boolean {
  const same = a.from === b.from && a.to === b.to
  return same || (a.from < b.to && b.from < a.to)
}

function comesFirst(a: Hunk, b: Hunk): boolean {
  return a.to <= b.from
}

/** Of two changes of the very same lines the one that goes on where the other ends. */
function longerOf(a: Hunk, b: Hunk): Hunk | undefined {
  if (a.from !== b.from || a.to !== b.to) return undefined
  const [left, right] = [a.lines.join('\n'), b.lines.join('\n')]
  if (left.startsWith(right) && b.lines.length > 0) return a
  return right.startsWith(left) && a.lines.length > 0 ? b : left === right ? a : undefined
}

function applied(lines: readonly string[], hunks: readonly Hunk[]): string[] {
  const result: string[] = []
  let at = 0
  for (const hunk of hunks) {
    for (; at < hunk.from; at++) result.push(lines[at] as string)
    result.push(...hunk.lines)
    at = hunk.to
  }
  for (; at < lines.length; at++) result.push(lines[at] as string)
  return result
}
