/** The columns of the roadshow grid: each stop is a band of days, and what lies between two stops is a band too. */
import { daysBetween, daysFromTo, weekdayOf } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'

type Staying = { id: string; arriveDay: Day; departDay: Day }
type Standing = { stopId: string; day: Day }

/** `skipped` counts the empty days of a long way that are not drawn. */
export type Band<S> = { kind: 'stop'; stop: S; days: Day[] } | { kind: 'between'; days: Day[]; skipped: number }

/** Longer ways between two stops show only the days on which something stands. */
const WHOLE_WAY = 4

/**
 * Every day of the mission, of its stops and of what stands in it, once per stop that is there that day. Bands come in the
 * order of their first day. What stands at a stop on a day that is another stop's gets a column of its own at its stop.
 */
export function layBands<S extends Staying>(stops: readonly S[], mission: { startDay: Day; endDay: Day }, standing: readonly Standing[]): Band<S>[] {
  const taken = new Set(stops.flatMap((stop) => daysFromTo(stop.arriveDay, stop.departDay)))
  const atStops: Band<S>[] = stops.map((stop) => {
    const own = daysFromTo(stop.arriveDay, stop.departDay)
    const strays = standing.filter((each) => each.stopId === stop.id && taken.has(each.day)).map((each) => each.day)
    return { kind: 'stop', stop, days: [...new Set([...own, ...strays])].sort() }
  })
  return [...atStops, ...betweenBands(taken, mission, standing)].sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0))
}

/** What stands in each day of each band, in the order given; the result has the shape of the bands. */
export function fillBands<S extends Staying, E extends Standing>(bands: readonly Band<S>[], standing: readonly E[]): E[][][] {
  const filled: E[][][] = bands.map((band) => band.days.map(() => []))
  const atStop = new Map<string, E[]>()
  const between = new Map<Day, E[]>()
  bands.forEach((band, b) => band.days.forEach((day, d) => {
    const cell = filled[b]?.[d] as E[]
    if (band.kind === 'stop') atStop.set(`${band.stop.id} ${day}`, cell)
    else between.set(day, cell)
  }))
  for (const each of standing) (atStop.get(`${each.stopId} ${each.day}`) ?? between.get(each.day))?.push(each)
  return filled
}

export function isWeekend(day: Day): boolean {
  return ['Saturday', 'Sunday'].includes(weekdayOf(day))
}

function betweenBands(taken: ReadonlySet<Day>, mission: { startDay: Day; endDay: Day }, standing: readonly Standing[]): Extract<Band<never>, { kind: 'between' }>[] {
  const busy = new Set(standing.map((each) => each.day))
  const known = [mission.startDay, mission.endDay, ...taken, ...busy].sort()
  const free = daysFromTo(known[0] as Day, known.at(-1) as Day).filter((day) => !taken.has(day))
  const runs: Day[][] = []
  for (const day of free) {
    const last = runs.at(-1)
    if (last && daysBetween(last.at(-1) as Day, day) === 1) last.push(day)
    else runs.push([day])
  }
  return runs.map((run) => {
    const days = run.length <= WHOLE_WAY ? run : run.filter((day) => busy.has(day))
    const drawn = days.length > 0 ? days : [run[0] as Day]
    return { kind: 'between' as const, days: drawn, skipped: run.length - drawn.length }
  })
}

function firstDay<S extends Staying>(band: Band<S>): Day {
  return band.days[0] as Day
}
