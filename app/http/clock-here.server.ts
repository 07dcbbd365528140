import { stopOfClock } from '#app/domain/roadshow/stops.ts'
import type { Zone } from '#app/domain/time.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listStopFaces } from '#db/shell.server.ts'

/** The clock that instants of a mission are written on: that of the stop where it is now, else that of the person. One query. */
export async function clockHere(scope: Scope): Promise<{ zone: Zone; city: string }> {
  const here = stopOfClock(await listStopFaces(scope.database.read, scope.mission.id), scope.missionNowMs)
  return { zone: here?.zone ?? scope.actor.zone, city: here?.city ?? scope.actor.city }
}
