/** The sweep under `findConflicts`: sorted once, then person by person, place by place, agenda by agenda. */
import { endOf, isItem } from '#app/domain/agenda/busy.ts'
import type { Busy } from '#app/domain/agenda/busy.ts'

/**
 * Calls `met` for every two that share time and a person, a place or an agenda: first the one that starts later. `nth` says what they
 * share, counted in what the later one takes: its people in their order, its place, its agenda. O(n log n) and the pairs met.
 */
export function sweep(all: readonly Busy[], met: (later: Busy, earlier: Busy, nth: number) => void): void {
  const { order, starts, ends, first, taken, takers } = laidOut(all)
  const going = new Int32Array(takers).fill(-1)
  const rest = new Int32Array(taken.length)
  const owner = new Int32Array(taken.length)
  for (let at = 0; at < all.length; at++) {
    const from = first[at] as number
    for (let entry = from; entry < (first[at + 1] as number); entry++) {
      const taker = taken[entry] as number
      if (taker < 0) continue
      let kept = -1
      for (let other = going[taker] as number; other >= 0; other = rest[other] as number) {
        const by = owner[other] as number
        if ((ends[by] as number) > (starts[at] as number)) {
          kept = other
          if (by !== at) met(all[order[at] as number] as Busy, all[order[by] as number] as Busy, entry - from)
        } else if (kept < 0) going[taker] = rest[other] as number
        else rest[kept] = rest[other] as number
      }
      owner[entry] = at
      rest[entry] = going[taker] as number
      going[taker] = entry
    }
  }
}

type LaidOut = { order: ArrayLike<number>; starts: Float64Array; ends: Float64Array; first: Int32Array; taken: Int32Array; takers: number }

/**
 * Everything in flat arrays in the order of starts, so that the sweep of a large schedule stays in the processor's cache. The one at
 * place `i`, which is `all[order[i]]`, takes the people, the place and the agenda that are numbered `taken[first[i]] … taken[first[i + 1] - 1]`:
 * the people first and in their order; −1 is nothing.
 */
function laidOut(all: readonly Busy[]): LaidOut {
  const order = inOrder(all)
  const [starts, ends] = [new Float64Array(all.length), new Float64Array(all.length)]
  const [first, places] = [new Int32Array(all.length + 1), new Int32Array(all.length)]
  const counts = Int32Array.from(all, (each) => each.personIds.length + 2)
  for (let at = 0; at < all.length; at++) {
    places[order[at] as number] = at
    first[at + 1] = (first[at] as number) + (counts[order[at] as number] as number)
  }
  const taken = new Int32Array(first[all.length] as number)
  const numbers = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()] as const
  let takers = 0
  const numberOf = (of: Map<string, number>, key: string): number => {
    const known = of.get(key)
    if (known === undefined) of.set(key, takers)
    return known ?? takers++
  }
  for (let i = 0; i < all.length; i++) {
    const each = all[i] as Busy
    const at = places[i] as number
    let entry = first[at] as number
    starts[at] = each.startMs
    ends[at] = endOf(each)
    for (const personId of each.personIds) taken[entry++] = numberOf(numbers[0], personId)
    taken[entry++] = each.venue === '' ? -1 : numberOf(numbers[1], each.venue)
    taken[entry] = isItem(each) ? numberOf(numbers[2], each.within) : -1
  }
  return { order, starts, ends, first, taken, takers }
}

/** Places of the ascending starts; of equal ones the first given comes first. Numbers sort faster than objects where both fit into one. */
function inOrder(all: readonly Busy[]): ArrayLike<number> {
  const starts = Float64Array.from(all, (each) => each.startMs)
  const n = all.length
  const least = starts.reduce((a, b) => (a < b ? a : b), Infinity)
  const most = starts.reduce((a, b) => (a > b ? a : b), -Infinity)
  if ((most - least + 1) * n > Number.MAX_SAFE_INTEGER) return Array.from(starts.keys()).sort((a, b) => (starts[a] as number) - (starts[b] as number))
  return starts.map((start, at) => (start - least) * n + at).sort().map((key) => key % n)
}
