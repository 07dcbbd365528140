/**
 * What moves when one item of an agenda does. Agendas come and go in their order; only items of the same day ripple, gaps between
 * them are kept, and nothing here asks whether the result is wise: `findConflicts` says that.
 */
import type { Id } from '#app/domain/ids.ts'
import { MINUTES_A_DAY } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'

/** Without an end nobody knows how long it takes: it counts as taking no time. */
export type Line = { id: Id; day: Day; startMinute: Minute; endMinute: Minute | null }
/** Who goes along: everything after it on its day, or nobody. */
type Ripple = 'following' | 'none'
export type Times = Pick<Line, 'startMinute' | 'endMinute'>

/**
 * Another time for one item. What follows goes along by as much as its end moves (its start, where an end is not known), so
 * giving the old time back puts everything back.
 */
export function retimed<L extends Line>(lines: readonly L[], id: Id, to: Times, ripple: Ripple): L[] {
  const at = lines.findIndex((line) => line.id === id)
  const before = lines[at]
  if (!before) return [...lines]
  const by = before.endMinute === null || to.endMinute === null ? to.startMinute - before.startMinute : to.endMinute - before.endMinute
  const next = lines.with(at, { ...before, ...to })
  return ripple === 'none' ? next : shiftedAfter(next, at, by)
}

/**
 * Another place in the order, counted from 0 in the whole agenda. Lengths travel with the items, the gaps stay where they are: the
 * day starts and ends when it did, and going back puts everything back. An item does not leave its day.
 */
export function placed<L extends Line>(lines: readonly L[], id: Id, to: number): L[] {
  const item = lines.find((line) => line.id === id)
  if (!item) return [...lines]
  const ofDay = lines.filter((line) => line.day === item.day)
  const offset = lines.findIndex((line) => line.day === item.day)
  const others = ofDay.filter((line) => line.id !== id)
  const order = others.toSpliced(Math.min(Math.max(to - offset, 0), others.length), 0, item)
  const next = inSlots(order, ofDay)
  let taken = 0
  return lines.map((line) => (line.day === item.day ? (next[taken++] as L) : line))
}

/**
 * A new item at its place in the order. What follows makes room: by the item's length, or more where the item starts later than
 * that; not at all when the item ends before the next one starts.
 */
export function inserted<L extends Line>(lines: readonly L[], item: L, at: number, ripple: Ripple): L[] {
  const next = lines.toSpliced(at, 0, item)
  const after = lines.slice(at).find((line) => line.day === item.day)
  const missing = after && item.endMinute !== null ? item.endMinute - after.startMinute : 0
  return ripple === 'none' || missing <= 0 ? next : shiftedAfter(next, at, Math.max(missing, lengthOf(item)))
}

/** One item less. What follows closes up by its length. */
export function removed<L extends Line>(lines: readonly L[], id: Id, ripple: Ripple): L[] {
  const at = lines.findIndex((line) => line.id === id)
  const item = lines[at]
  if (!item) return [...lines]
  const next = ripple === 'none' ? lines : shiftedAfter(lines, at, -lengthOf(item))
  return next.toSpliced(at, 1)
}

/** Where an item belongs that starts at a time: behind all that start earlier. */
export function placeFor(lines: readonly Line[], day: Day, startMinute: Minute): number {
  return lines.findLastIndex((line) => line.day < day || (line.day === day && line.startMinute < startMinute)) + 1
}

/** The same agenda with one item where its time belongs, unless it stands between its neighbours already. */
export function settled<L extends Line>(lines: readonly L[], id: Id): L[] {
  const at = lines.findIndex((line) => line.id === id)
  const item = lines[at]
  if (!item || (isInOrder(lines[at - 1], item) && isInOrder(item, lines[at + 1]))) return [...lines]
  const others = lines.toSpliced(at, 1)
  return others.toSpliced(placeFor(others, item.day, item.startMinute), 0, item)
}

function isInOrder(first: Line | undefined, second: Line | undefined): boolean {
  return !first || !second || first.day < second.day || (first.day === second.day && first.startMinute <= second.startMinute)
}

/** Changes whenever an item of the agenda does, comes, goes or stands elsewhere: whoever saves says which agenda they saw. */
export function stampOf(items: readonly { id: Id; revision: number }[]): string {
  let hash = 0x811c9dc5
  for (const { id, revision } of items) {
    const text = `${id} ${revision};`
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  }
  return hash.toString(36)
}

export type LineChange<L extends Line> = { was: L; now: L; moved: boolean }

/** The items that stand in both and have another time or another place in the order; `moved` where the time is another. */
export function changesBetween<L extends Line>(before: readonly L[], after: readonly L[]): LineChange<L>[] {
  const places = new Map(before.map((line, at) => [line.id, { line, at }]))
  const kept = after.filter((line) => places.has(line.id))
  const left = before.filter((line) => after.some((other) => other.id === line.id))
  return kept.flatMap((now, at) => {
    const was = (places.get(now.id) as { line: L }).line
    const moved = was.startMinute !== now.startMinute || was.endMinute !== now.endMinute
    return moved || left[at]?.id !== now.id ? [{ was, now, moved }] : []
  })
}

/** True when an item would start or end on another day than its own. */
export function leavesDay(lines: readonly Line[]): boolean {
  return lines.some((line) => line.startMinute < 0 || line.startMinute >= MINUTES_A_DAY || (line.endMinute ?? 0) >= MINUTES_A_DAY)
}

function shiftedAfter<L extends Line>(lines: readonly L[], at: number, by: Minute): L[] {
  const day = lines[at]?.day
  return lines.map((line, place) => (place > at && line.day === day ? shifted(line, by) : line))
}

function shifted<L extends Line>(line: L, by: Minute): L {
  return by === 0 ? line : { ...line, startMinute: line.startMinute + by, endMinute: line.endMinute === null ? null : line.endMinute + by }
}

/** Items in a new order, laid into the gaps of the old one. */
function inSlots<L extends Line>(order: readonly L[], before: readonly L[]): L[] {
  let end = before[0]?.startMinute ?? 0
  return order.map((item, at) => {
    const previous = before[at - 1]
    const gap = previous ? (before[at] as L).startMinute - (previous.startMinute + lengthOf(previous)) : 0
    const line = shifted(item, end + gap - item.startMinute)
    end = line.startMinute + lengthOf(line)
    return line
  })
}

function lengthOf({ startMinute, endMinute }: Times): Minute {
  return endMinute === null ? 0 : endMinute - startMinute
}
