/**
 * Which runs of a text stayed when it was edited. Lines that occur once in both texts hold on first, wherever they were
 * moved to; then, between them, words in their order; then the letters at the ends of what is left.
 */

/** `size` UTF-16 units that stood at `was` and stand at `is`. */
export type Run = { was: number; is: number; size: number }

/** Words are compared with each other up to this many pairs; longer rewritten stretches keep what is unique in them. */
const MOST_PAIRS = 200_000
/** Depth of looking for unique words between unique words. */
const DEEPEST = 40

/** The runs of `was` that stand in `is`, in the order of `was`; they overlap nowhere. Long texts with few edits cost little more than their length. */
export function keptRuns(was: string, is: string): Run[] {
  const runs: Run[] = []
  const gaps: Gap[] = []
  const [before, after] = [tokensOf(was, LINES), tokensOf(is, LINES)]
  align(before, after, { runs, gaps, pairs: 0 })
  const moved = movedLines(before, after, gaps, runs)
  for (const gap of gaps) alignWords(gap, moved, runs)
  return joined(runs)
}

const LINES = /[^\n]+|\n/gu
const WORDS = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu

type Token = { at: number; text: string }
/** What of both texts is yet to be compared with each other. */
type Gap = { was: readonly Token[]; is: readonly Token[] }
type Found = { runs: Run[]; gaps: Gap[]; pairs: number }

function tokensOf(text: string, pattern: RegExp, from = 0): Token[] {
  return [...text.matchAll(pattern)].map((match) => ({ at: from + match.index, text: match[0] }))
}

/** Compares the words of what is left of two texts, then the letters at the ends of what is left of those. */
function alignWords(gap: Gap, moved: ReadonlySet<string>, runs: Run[]): void {
  const words = (lines: readonly Token[]): Token[] => lines.flatMap((line) => (moved.has(line.text) ? [] : tokensOf(line.text, WORDS, line.at)))
  const found: Found = { runs, gaps: [], pairs: MOST_PAIRS }
  align(words(gap.was), words(gap.is), found)
  for (const left of found.gaps) keepEnds(left, runs)
}

/** Keeps equal tokens: those at both ends, those that occur once on both sides and stand in the same order, and what is equal next to them. */
function align(a: readonly Token[], b: readonly Token[], found: Found, depth = 0): void {
  let first = 0
  while (first < a.length && first < b.length && a[first]?.text === b[first]?.text) first++
  let last = 0
  while (last < a.length - first && last < b.length - first && a[a.length - 1 - last]?.text === b[b.length - 1 - last]?.text) last++
  keep(a, b, range(first).map((n) => [n, n]), found)
  keep(a, b, range(last).map((n) => [a.length - 1 - n, b.length - 1 - n]), found)
  const [was, is] = [a.slice(first, a.length - last), b.slice(first, b.length - last)]
  if (was.length === 0 && is.length === 0) return
  const anchors = depth < DEEPEST ? inOrder(uniquePairs(was, is), was) : []
  if (anchors.length > 0) between(was, is, anchors, (one, other) => align(one, other, found, depth + 1), found)
  else if (was.length * is.length <= found.pairs) between(was, is, commonTokens(was, is), (one, other) => found.gaps.push({ was: one, is: other }), found)
  else found.gaps.push({ was, is })
}

type Pair = readonly [number, number]

/** Keeps the anchors and hands on what stands between them. */
function between(a: readonly Token[], b: readonly Token[], anchors: readonly Pair[], next: (a: readonly Token[], b: readonly Token[]) => void, found: Found): void {
  keep(a, b, anchors, found)
  let [fromA, fromB] = [0, 0]
  for (const [toA, toB] of [...anchors, [a.length, b.length] as const]) {
    if (toA > fromA || toB > fromB) next(a.slice(fromA, toA), b.slice(fromB, toB))
    fromA = toA + 1
    fromB = toB + 1
  }
}

function keep(a: readonly Token[], b: readonly Token[], pairs: readonly Pair[], { runs }: Pick<Found, 'runs'>): void {
  for (const [atA, atB] of pairs) {
    const [one, other] = [a[atA], b[atB]]
    if (one && other) runs.push({ was: one.at, is: other.at, size: one.text.length })
  }
}

/** Tokens that occur once on each side, by their places, in the order of the first side. */
function uniquePairs(a: readonly Token[], b: readonly Token[]): Pair[] {
  const [onceA, onceB] = [places(a), places(b)]
  return [...onceA].flatMap(([text, at]): Pair[] => {
    const other = onceB.get(text)
    return at < 0 || other === undefined || other < 0 || text.trim() === '' ? [] : [[at, other]]
  })
}

/** The place of each token; -1 for one that occurs more than once. */
function places(tokens: readonly Token[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const [at, { text }] of tokens.entries()) found.set(text, found.has(text) ? -1 : at)
  return found
}

/** The selection of pairs that ascends on both sides and holds the most letters. A tree keeps the best selection that ends before each place. */
function inOrder(pairs: readonly Pair[], tokens: readonly Token[]): Pair[] {
  const size = Math.max(0, ...pairs.map(([, place]) => place)) + 2
  const tree = Array.from({ length: size }, () => -1)
  const weights: number[] = []
  const before: number[] = []
  const weight = (at: number): number => weights[at] ?? 0
  const best = (upTo: number): number => {
    let found = -1
    for (let node = upTo; node > 0; node -= node & -node) if (weight(tree[node] ?? -1) > weight(found)) found = tree[node] ?? -1
    return found
  }
  for (const [at, [token, place]] of pairs.entries()) {
    before[at] = best(place)
    weights[at] = weight(before[at] ?? -1) + (tokens[token]?.text.length ?? 0)
    for (let node = place + 1; node < size; node += node & -node) if (weight(at) > weight(tree[node] ?? -1)) tree[node] = at
  }
  const chosen: Pair[] = []
  for (let at = best(size - 1); at >= 0; at = before[at] ?? -1) chosen.push(pairs[at] as Pair)
  return chosen.toReversed()
}

/** The longest common sequence of tokens, by the textbook table. */
function commonTokens(a: readonly Token[], b: readonly Token[]): Pair[] {
  const width = b.length + 1
  const table = new Uint32Array((a.length + 1) * width)
  const cell = (i: number, j: number): number => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i]?.text === b[j]?.text ? cell(i + 1, j + 1) + (a[i]?.text.length ?? 0) : Math.max(cell(i + 1, j), cell(i, j + 1))
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.text === b[j]?.text && cell(i, j) === cell(i + 1, j + 1) + (a[i]?.text.length ?? 0)) pairs.push([i++, j++])
    else if (cell(i + 1, j) >= cell(i, j + 1)) i++
    else j++
  }
  return pairs
}

/** Lines that occur once in both texts and stand in another order were moved as they are; says which. */
function movedLines(before: readonly Token[], after: readonly Token[], gaps: readonly Gap[], runs: Run[]): Set<string> {
  const left = new Set(gaps.flatMap((gap) => gap.was.map((line) => line.at)))
  const moved = uniquePairs(before, after).filter(([at]) => left.has(before[at]?.at ?? -1))
  keep(before, after, moved, { runs })
  return new Set(moved.map(([at]) => before[at]?.text ?? ''))
}

/** Keeps the letters that are equal at both ends of a gap whose words stand next to each other. */
function keepEnds({ was, is }: Gap, runs: Run[]): void {
  const [one, other] = [whole(was), whole(is)]
  if (one === undefined || other === undefined) return
  const shorter = Math.min(one.text.length, other.text.length)
  let before = 0
  while (before < shorter && one.text[before] === other.text[before]) before++
  let after = 0
  while (after < shorter - before && one.text.at(-1 - after) === other.text.at(-1 - after)) after++
  runs.push({ was: one.at, is: other.at, size: before }, { was: one.at + one.text.length - after, is: other.at + other.text.length - after, size: after })
}

/** Tokens that stand next to each other as one. */
function whole(tokens: readonly Token[]): Token | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)]
  const text = tokens.map((token) => token.text).join('')
  return first && last && last.at + last.text.length - first.at === text.length ? { at: first.at, text } : undefined
}

/** Runs in order, those that follow each other on both sides as one, empty ones left out. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs.filter((one) => one.size > 0).toSorted((one, other) => one.was - other.was)) {
    const last = result.at(-1)
    if (last && last.was + last.size === run.was && last.is + last.size === run.is) last.size += run.size
    else result.push({ ...run })
  }
  return result
}

function range(length: number): number[] {
  return Array.from({ length }, (_, n) => n)
}
