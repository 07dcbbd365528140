import { wallOf } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'
import { clockHere } from '#app/http/clock-here.server.ts'
import type { Scope } from '#app/operations/scope.ts'

/** Which day it is on the mission's clock, where it is now. One query. */
export async function todayHere(scope: Scope): Promise<Day> {
  return wallOf(scope.missionNowMs, (await clockHere(scope)).zone).day
}
