/** Which of several things at the same time stands left of which: the lanes of a day in the grid. */
import { MINUTES_A_DAY } from '#app/domain/time.ts'
import type { Minute } from '#app/domain/time.ts'

type Spell = { startMinute: Minute; endMinute: Minute | null }
/** `room` is how many minutes from its start on nothing else is drawn below it. */
export type Lane<S> = { of: S; lane: number; lanes: number; room: number }

/** How long a block is drawn at least, so that its words fit; and how long one is drawn whose end nobody has said. */
export const SHORTEST = 30
const UNTOLD = 60

/** The minutes that a block takes in the drawing. */
export function drawnMinutes({ startMinute, endMinute }: Spell): number {
  return Math.max(endMinute === null ? UNTOLD : endMinute - startMinute, SHORTEST)
}

/**
 * Gives each spell of a day a lane, so that no two in one lane overlap, and the number of lanes of the group it stands in.
 * A group is whatever hangs together through overlaps; its members share their width. O(n log n) for sorting, then n × lanes.
 */
export function layLanes<S extends Spell>(spells: readonly S[]): Lane<S>[] {
  const groups = groupUp([...spells].sort((a, b) => a.startMinute - b.startMinute || drawnMinutes(b) - drawnMinutes(a)))
  return groups.flatMap((group, g) => {
    const lanes = Math.max(...group.map((each) => each.lane)) + 1
    const later = groups[g + 1]?.[0]?.of.startMinute ?? MINUTES_A_DAY
    return group.map(({ of, lane }, at) => {
      const below = group.slice(at + 1).find((other) => other.lane === lane)?.of.startMinute ?? later
      return { of, lane, lanes, room: below - of.startMinute }
    })
  })
}

/** Spells that hang together, each with the first lane that is free when it begins. */
function groupUp<S extends Spell>(sorted: readonly S[]): { of: S; lane: number }[][] {
  const groups: { of: S; lane: number }[][] = []
  let ends: number[] = []
  for (const of of sorted) {
    if (ends.every((end) => end <= of.startMinute)) {
      groups.push([])
      ends = []
    }
    const free = ends.findIndex((end) => end <= of.startMinute)
    const lane = free === -1 ? ends.length : free
    ends[lane] = of.startMinute + drawnMinutes(of)
    groups.at(-1)?.push({ of, lane })
  }
  return groups
}

/** The hours that the drawing covers, [8, 21] or as much more as the spells need. */
export function hoursOf(spells: readonly Spell[]): { from: number; to: number } {
  const from = Math.min(8, ...spells.map((spell) => Math.floor(spell.startMinute / 60)))
  const to = Math.max(21, ...spells.map((spell) => Math.ceil((spell.startMinute + drawnMinutes(spell)) / 60)))
  return { from, to: Math.min(to, 24) }
}
