/** What the repairs of an agenda make of its lines. */
import { inserted, retimed } from '#app/domain/agenda/ripple.ts'
import type { Line } from '#app/domain/agenda/ripple.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Minute } from '#app/domain/time.ts'

/** Minutes of a break that is put in. */
export const BREAK = 10

/** The named items at least so long; what follows goes along. */
export function lengthened<L extends Line>(lines: readonly L[], ids: readonly Id[], minutes: Minute): L[] {
  return ids.reduce<L[]>((all, id) => {
    const line = all.find((each) => each.id === id)
    return line?.endMinute == null || line.endMinute - line.startMinute >= minutes ? all : retimed(all, id, { startMinute: line.startMinute, endMinute: line.startMinute + minutes }, 'following')
  }, [...lines])
}

/** A break behind an item; what follows makes room. */
export function withBreak<L extends Line>(lines: readonly L[], afterId: Id, pause: L): L[] {
  return inserted(lines, pause, lines.findIndex((line) => line.id === afterId) + 1, 'following')
}

/** In the order of days and times; of equal times those that stand first stay first. */
export function sortedByTime<L extends Line>(lines: readonly L[]): L[] {
  return lines.toSorted((a, b) => (a.day === b.day ? a.startMinute - b.startMinute : a.day < b.day ? -1 : 1))
}
