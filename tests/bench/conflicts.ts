/** The conflict search beside the plainest fast one, on the same sparse schedules: time, growth, and one moved item. */
import { conflictsOf, findConflicts, makeIndex } from '#app/domain/agenda/conflicts.ts'
import type { Busy } from '#app/domain/agenda/conflicts.ts'

const SIZES = [100, 1_000, 10_000, 100_000]
/** People of one item: a meeting and a workshop. */
const PEOPLE = [3, 8]
const LONGEST = 80
const MINUTE = 60_000

/** What may be asked of it: growth from 1,000 to 100,000 items, and time as a multiple of `bucketSweep`. */
const LIMITS = { exponent: 1.3, ratio: 3 }

type Item = { id: number; start: number; end: number; room: number; people: number[] }

/** Prints a line for each size, then the growth; throws when both searches do not find the same. */
export async function benchConflicts(): Promise<void> {
  console.log('conflict search, sparse: median ms of findConflicts and of bucketSweep (bare numbers, counts only), ratio, one moved item')
  for (const people of PEOPLE) {
    const best: { ours: number; theirs: number }[] = []
    for (const size of SIZES) {
      const row = measure(makeItems(size, people))
      best.push(row.best)
      console.log(`  ${people} people  n=${String(size).padEnd(7)} pairs ${String(row.pairs).padEnd(7)} ours ${ms(row.ours)}  bucketSweep ${ms(row.theirs)}  ratio ${row.ratio.toFixed(2)} (≤ ${LIMITS.ratio})  index ${ms(row.index)}  one moved item ${row.moved.toFixed(1)} µs`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const growth = (of: 'ours' | 'theirs'): string => (Math.log((best[3]?.[of] ?? 0) / (best[1]?.[of] ?? 1)) / Math.log(100)).toFixed(2)
    console.log(`  ${people} people  growth exponent of the fastest rounds, 1,000 → 100,000: ours ${growth('ours')} (≤ ${LIMITS.exponent}), bucketSweep ${growth('theirs')}`)
  }
}

type Measured = { pairs: number; ours: number; theirs: number; best: { ours: number; theirs: number }; ratio: number; index: number; moved: number }

function measure(items: readonly Item[]): Measured {
  const busy = items.map(busyOf)
  const pairs = findConflicts(busy).length
  if (pairs !== bucketSweep(items)) throw new Error(`findConflicts found ${pairs}, bucketSweep ${bucketSweep(items)}`)
  const ratios: number[] = []
  const both = Array.from({ length: rounds(items.length) }, () => {
    const ours = timed(() => findConflicts(busy))
    const theirs = timed(() => bucketSweep(items))
    ratios.push(ours / theirs)
    return { ours, theirs }
  })
  const index = makeIndex(busy)
  let at = 0
  const moved = () => {
    for (let turn = 0; turn < 1_000; turn++) {
      const item = busy[(at += 7_919) % busy.length] as Busy
      conflictsOf(index, { ...item, startMs: item.startMs + 90 * MINUTE, endMs: (item.endMs as number) + 90 * MINUTE })
    }
  }
  moved()
  return {
    pairs, ours: median(both.map((each) => each.ours)), theirs: median(both.map((each) => each.theirs)), ratio: median(ratios),
    best: { ours: Math.min(...both.map((each) => each.ours)), theirs: Math.min(...both.map((each) => each.theirs)) },
    index: median([1, 2, 3].map(() => timed(() => makeIndex(busy)))), moved: median([1, 2, 3, 4, 5].map(() => timed(moved))),
  }
}

function rounds(size: number): number {
  return Math.min(400, Math.max(7, Math.round(400_000 / size)))
}

function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(3) : value.toFixed(1)} ms`.padEnd(10)
}

function busyOf({ id, start, end, room, people }: Item): Busy {
  const own = `item-${id}`
  return { id: own, within: own, startMs: start * MINUTE, endMs: end * MINUTE, personIds: people.map((person) => `person-${person}`), venue: `room-${room}` }
}

/** Constant density: about 20 items a person and 10 a room, over ten days of 480 minutes, so that what is found grows with n. */
function makeItems(size: number, people: number): Item[] {
  const random = mulberry(42)
  const persons = Math.max(5, Math.floor((size * people) / 20))
  const rooms = Math.max(3, Math.floor(size / 10))
  return Array.from({ length: size }, (_, id) => {
    const start = random(4_800)
    const chosen = new Set<number>()
    while (chosen.size < Math.min(people, persons)) chosen.add(random(persons))
    return { id, start, end: start + 20 + random(60), room: random(rooms), people: [...chosen] }
  })
}

function mulberry(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** The reference: group by person and room, sort each group, sweep it; it only counts. Without travel times, which would slow it down. */
function bucketSweep(items: readonly Item[]): number {
  const groups = new Map<number, Item[]>()
  const add = (key: number, item: Item): void => {
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  for (const item of items) {
    add(-1 - item.room, item)
    for (const person of item.people) add(person, item)
  }
  let count = 0
  for (const group of groups.values()) {
    group.sort((a, b) => a.start - b.start)
    for (let i = 0; i < group.length; i++) {
      const a = group[i] as Item
      for (let j = i + 1; j < group.length; j++) {
        const b = group[j] as Item
        if (b.start >= a.end) {
          if (b.start >= a.start + LONGEST) break
          continue
        }
        if (a.start < b.end) count++
      }
    }
  }
  return count
}
