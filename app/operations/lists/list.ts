import type { ListColumn } from '#app/domain/lists.ts'
import { stopOfClock } from '#app/domain/roadshow/stops.ts'
import { formatOffset, offsetOfDay, wallOf } from '#app/domain/time.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listStopFaces } from '#db/shell.server.ts'

/** The rows of one page of the list, as its own page finds them: one more than `size` where there are more. */
export type ListSource<R> = { title: string; size: number; columns: readonly ListColumn<R>[]; page(scope: Scope, query: URLSearchParams, page: number): Promise<readonly R[]> }

/** The day that the mission takes it to be, at the stop whose clock it lives by. */
export async function dayOf(scope: Scope): Promise<Day> {
  const here = stopOfClock(await listStopFaces(scope.database.read, scope.mission.id), scope.missionNowMs)
  return wallOf(scope.missionNowMs, here?.zone ?? scope.actor.zone).day
}

type Placed = { day: Day | null; start: Minute | null; end: Minute | null; zone: Zone | null; city: string | null }

/** Day, hours, city and offset of a meeting, in columns that can be sorted. */
export function whenColumns<R>(of: (row: R) => Placed): ListColumn<R>[] {
  return [
    { label: 'Day', kind: 'day', value: (row) => of(row).day },
    { label: 'Start', kind: 'minute', value: (row) => of(row).start },
    { label: 'End', kind: 'minute', value: (row) => of(row).end },
    { label: 'City', kind: 'text', value: (row) => of(row).city },
    { label: 'Offset', kind: 'text', value: (row) => { const { day, zone } = of(row); return day === null || zone === null ? null : formatOffset(offsetOfDay(day, zone)) } },
  ]
}

/** 'sample' where what stands there is sample data. */
export function sampleColumn<R>(of: (row: R) => boolean): ListColumn<R> {
  return { label: 'Sample', kind: 'text', value: (row) => (of(row) ? 'sample' : null) }
}
