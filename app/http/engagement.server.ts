import { isId } from '#app/domain/ids.ts'
import type { StopFace } from '#app/domain/roadshow/stops.ts'
import { formatDays, formatOffset, offsetOfDay } from '#app/domain/time.ts'
import { refuse } from '#app/http/answers.server.ts'
import type { Entered } from '#app/http/enter.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { findEngagement } from '#db/engagements.server.ts'
import type { Engagement } from '#db/engagements.server.ts'

/** The id in the address of an engagement; 404 for what can be none. */
export function engagementIn(params: Entered['params']): string {
  const id = params['engagement'] ?? ''
  if (!isId(id)) throw refuse('gone')
  return id
}

/** The engagement that the address names; 404 when it is none of this mission. One query. */
export async function loadAsked(scope: Scope, params: Entered['params']): Promise<Engagement> {
  const engagement = await findEngagement(scope.database.read, scope.mission.id, engagementIn(params))
  if (!engagement) throw refuse('gone')
  return engagement
}

/** Stops to choose from, each with its days and its clock. */
export function stopChoices(stops: readonly StopFace[]): { value: string; label: string }[] {
  return stops.map(({ id, city, zone, arriveDay, departDay }) => ({ value: id, label: `${city} · ${formatDays(arriveDay, departDay)} · ${formatOffset(offsetOfDay(arriveDay, zone))}` }))
}
