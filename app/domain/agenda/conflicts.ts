/** Who is asked for twice at once, which place is, and what leaves the hours it was given. Times are [start, end): what touches is no conflict. */
import { endOf, isItem } from '#app/domain/agenda/busy.ts'
import type { Busy } from '#app/domain/agenda/busy.ts'
import { sweep } from '#app/domain/agenda/sweep.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'

export type { Busy } from '#app/domain/agenda/busy.ts'

/** `id` conflicts with `by`; of a pair that is found once, `id` is the one that starts later. */
export type Conflict =
  | { kind: 'person-busy'; id: Id; by: Id; personId: Id }
  | { kind: 'venue-busy'; id: Id; by: Id }
  | { kind: 'overlap'; id: Id; by: Id }
  | { kind: 'outside-header'; id: Id; side: 'start' | 'end'; ms: number }

/** All conflicts among what is given, in O(n log n) and the conflicts found. */
export function findConflicts(all: readonly Busy[]): Conflict[] {
  const found: Conflict[] = []
  for (const each of all) leaving(each, found)
  sweep(all, (each, by, nth) => note(each, by, nth, found))
  return found
}

/** One pair that shares time and what stands in the `nth` place of what `each` takes: its people, its place, its agenda. */
function note(each: Busy, by: Busy, nth: number, found: Conflict[]): void {
  const people = each.personIds.length
  if (nth < people) {
    if (meetInPerson(by, each)) found.push({ kind: 'person-busy', id: each.id, by: by.id, personId: each.personIds[nth] as Id })
  } else if (nth > people) {
    if (!areApart(by, each)) found.push({ kind: 'overlap', id: each.id, by: by.id })
  }
  else if (meetInVenue(by, each)) found.push({ kind: 'venue-busy', id: each.id, by: by.id })
}

/** What is busy, by person, place and agenda, in the order of starts; asked for one thing that moves. */
type BusyIndex = { people: Map<Id, Shelf>; venues: Map<string, Shelf>; agendas: Map<Id, Shelf> }
/** `latest[i]` is the latest end among the first i + 1, so that a search backwards knows when to stop. */
type Shelf = { sorted: Busy[]; latest: Instant[] }
const NONE: Busy[] = []

export function makeIndex(all: readonly Busy[]): BusyIndex {
  const index: BusyIndex = { people: new Map(), venues: new Map(), agendas: new Map() }
  for (const each of [...all].sort(byStart)) {
    for (const personId of each.personIds) shelve(index.people, personId, each)
    if (each.venue !== '') shelve(index.venues, each.venue, each)
    if (isItem(each)) shelve(index.agendas, each.within, each)
  }
  return index
}

/** What stands against one thing as it would be; its stored self (the same id) does not count. Looks only at what shares something with it. */
export function conflictsOf(index: BusyIndex, item: Busy): Conflict[] {
  const found: Conflict[] = []
  for (const personId of item.personIds) {
    for (const by of meeting(index.people.get(personId), item)) if (meetInPerson(by, item)) found.push({ kind: 'person-busy', id: item.id, by: by.id, personId })
  }
  if (item.venue !== '') for (const by of meeting(index.venues.get(item.venue), item)) if (meetInVenue(by, item)) found.push({ kind: 'venue-busy', id: item.id, by: by.id })
  if (isItem(item)) for (const by of meeting(index.agendas.get(item.within), item)) if (!areApart(by, item)) found.push({ kind: 'overlap', id: item.id, by: by.id })
  leaving(item, found)
  return found
}

function shelve(shelves: Map<string, Shelf>, key: string, each: Busy): void {
  const shelf = shelves.get(key)
  if (shelf === undefined) {
    shelves.set(key, { sorted: [each], latest: [endOf(each)] })
    return
  }
  shelf.latest.push(Math.max(shelf.latest.at(-1) as Instant, endOf(each)))
  shelf.sorted.push(each)
}

/** Everything on a shelf that shares time with `item`, in the order of starts. */
function meeting(shelf: Shelf | undefined, item: Busy): Busy[] {
  if (shelf === undefined) return NONE
  const met: Busy[] = []
  for (let at = countBefore(shelf.sorted, endOf(item)) - 1; at >= 0 && (shelf.latest[at] as Instant) > item.startMs; at--) {
    const each = shelf.sorted[at] as Busy
    if (endOf(each) > item.startMs && each.id !== item.id) met.push(each)
  }
  return met.toReversed()
}

/** How many start before an instant. */
function countBefore(sorted: readonly Busy[], at: Instant): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Busy).startMs < at) low = middle + 1
    else high = middle
  }
  return low
}

/** An item does not take people away from its own engagement. */
function meetInPerson(a: Busy, b: Busy): boolean {
  return (a.within !== b.within || (isItem(a) && isItem(b))) && !standsBy(a, b)
}

function meetInVenue(a: Busy, b: Busy): boolean {
  return a.within !== b.within && !areApart(a, b) && !standsBy(a, b)
}

function areApart(a: Busy, b: Busy): boolean {
  return Boolean(a.room) && Boolean(b.room) && a.room !== b.room
}

function standsBy(a: Busy, b: Busy): boolean {
  return a.fallbackOf === b.within || b.fallbackOf === a.within
}

function leaving({ id, startMs, endMs, bounds }: Busy, found: Conflict[]): void {
  if (!bounds) return
  if (bounds.startMs !== null && startMs < bounds.startMs) found.push({ kind: 'outside-header', id, side: 'start', ms: bounds.startMs - startMs })
  const over = bounds.endMs === null ? 0 : (endMs ?? startMs) - bounds.endMs
  if (over > 0) found.push({ kind: 'outside-header', id, side: 'end', ms: over })
}

function byStart(a: Busy, b: Busy): number {
  return a.startMs - b.startMs || (a.id < b.id ? -1 : 1)
}
