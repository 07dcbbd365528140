/** Who may stand in the directory twice: names spelt alike, in another order, with a slip, an initial or a further name. */
import { editDistance, foldKey } from '#app/domain/text.ts'

/** Somebody (or some body) with the folded key of every spelling that is known of it. */
export type Known = { id: string; keys: readonly string[] }
type Likeness = 'same' | 'close'
/** `same`: one folded spelling, words in any order; `close`: one slip, an initial, or a name more. Ids come in the order of the list. */
type Pair = { a: string; b: string; why: Likeness }

const FORMS_OF_ADDRESS = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'profesor', 'sir', 'madam'])
/** Neighbours that one entry of a block is compared with: it keeps a block of thousands from growing squarely. */
const NEIGHBOURS = 6
/** A slip in a word shorter than this is another word. */
const SHORTEST_WITH_SLIP = 5

type Spelling = { id: string; words: string[] }
type Rest = { id: string; block: string; word: string }

/** One key for two ids, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Likely duplicates, each pair once, without the pairs that somebody set apart. O(n log n) in the number of spellings: entries are sorted into blocks and compared with a few neighbours. */
export function findLikelyDuplicates(known: readonly Known[], apart: ReadonlySet<string> = new Set()): Pair[] {
  const place = new Map(known.map(({ id }, at) => [id, at]))
  const spellings = known.flatMap(({ id, keys }) => keys.map((key) => ({ id, words: wordsOf(key) }))).filter(({ words }) => words.length > 0)
  const found = new Map<string, Pair>()
  const add = (one: string, two: string, why: Likeness): void => {
    if (one === two || apart.has(pairKey(one, two))) return
    const [a, b] = (place.get(one) as number) < (place.get(two) as number) ? [one, two] : [two, one]
    const key = `${a} ${b}`
    if (!found.has(key) || why === 'same') found.set(key, { a, b, why })
  }
  pairSame(spellings, (one, two) => add(one, two, 'same'))
  pairClose(spellings, (one, two) => add(one, two, 'close'))
  return [...found.values()].toSorted((x, y) => (place.get(x.a) as number) - (place.get(y.a) as number) || (place.get(x.b) as number) - (place.get(y.b) as number))
}

/** More entries than this are compared on their own page only, not beside every list. */
const MOST_BESIDE_A_LIST = 1_000

/** How many pairs there are; undefined where counting them would hold up a list. */
export function countDoubles(known: readonly Known[], apart: ReadonlySet<string>): number | undefined {
  return known.length > MOST_BESIDE_A_LIST ? undefined : findLikelyDuplicates(known, apart).length
}

/** Those of the directory whom a new name may already mean. O(n). */
export function findLike(name: string, known: readonly Known[]): { id: string; why: Likeness }[] {
  const words = wordsOf(foldKey(name))
  if (words.length === 0) return []
  return known.flatMap(({ id, keys }) => {
    const likeness = keys.map((key) => likenessOf(words, wordsOf(key)))
    const why: Likeness | undefined = likeness.includes('same') ? 'same' : likeness.find((each) => each !== undefined)
    return why === undefined ? [] : [{ id, why }]
  })
}

/** The words of a folded key in alphabetical order, forms of address left out. */
function wordsOf(key: string): string[] {
  return key.split(' ').filter((word) => word !== '' && !FORMS_OF_ADDRESS.has(word)).toSorted()
}

function pairSame(spellings: readonly Spelling[], pair: (a: string, b: string) => void): void {
  const first = new Map<string, string>()
  for (const { id, words } of spellings) {
    const key = words.join(' ')
    const known = first.get(key)
    if (known === undefined) first.set(key, id)
    else pair(known, id)
  }
}

/** Two names of two words or more are close when all words but one of each agree and these two may be one word, or one of them is not there. */
function pairClose(spellings: readonly Spelling[], pair: (a: string, b: string) => void): void {
  const rests = spellings.flatMap(restsOf).toSorted((x, y) => compare(x.block, y.block) || compare(x.word, y.word))
  for (const [at, rest] of rests.entries()) {
    for (let next = at + 1; next <= at + NEIGHBOURS && rests[next]?.block === rest.block; next++) {
      const other = rests[next] as Rest
      if (other.id !== rest.id && mayBeOneWord(rest.word, other.word)) pair(rest.id, other.id)
    }
  }
}

/** A name without each of its words in turn, and whole. */
function restsOf({ id, words }: Spelling): Rest[] {
  if (words.length < 2) return []
  const without = words.map((word, at) => ({ id, block: words.toSpliced(at, 1).join(' '), word }))
  return [{ id, block: words.join(' '), word: '' }, ...without.filter(({ block }) => block.length > 1)]
}

function likenessOf(a: readonly string[], b: readonly string[]): Likeness | undefined {
  if (a.join(' ') === b.join(' ')) return b.length > 0 ? 'same' : undefined
  const onlyA = without(a, b)
  const onlyB = without(b, a)
  if (a.length < 2 || b.length < 2 || onlyA.length > 1 || onlyB.length > 1 || a.length - onlyA.length < 1) return undefined
  return mayBeOneWord(onlyA[0] ?? '', onlyB[0] ?? '') ? 'close' : undefined
}

/** Words of `a` that are not in `b`, each as often as it stands there more. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b]
  return a.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** A word and nothing (a further name), an initial and its word, or one slip in a word long enough. */
function mayBeOneWord(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short === '') return long !== ''
  if (short.length === 1) return long.startsWith(short)
  return long.length >= SHORTEST_WITH_SLIP && short !== long && editDistance(short, long, 1) === 1
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
