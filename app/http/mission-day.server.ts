import { stopOfClock } from '#app/domain/roadshow/stops.ts'
import { wallOf } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listStopFaces } from '#db/shell.server.ts'

/** The day that the mission takes it to be, at the stop whose clock it lives by. One query. */
export async function missionDay(scope: Scope): Promise<Day> {
  const here = stopOfClock(await listStopFaces(scope.database.read, scope.mission.id), scope.missionNowMs)
  return wallOf(scope.missionNowMs, here?.zone ?? scope.actor.zone).day
}
