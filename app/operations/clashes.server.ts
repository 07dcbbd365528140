import { busyEngagement } from '#app/domain/agenda/busy.ts'
import { clashesFrom, engagementNames } from '#app/domain/agenda/clashes.ts'
import type { Clash } from '#app/domain/agenda/clashes.ts'
import { conflictsOf, makeIndex } from '#app/domain/agenda/conflicts.ts'
import type { Id } from '#app/domain/ids.ts'
import type { PlacedSlot, Slot } from '#app/domain/meetings/slot.ts'
import { addDays } from '#app/domain/time.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listBusy } from '#db/busy.server.ts'
import type { Db } from '#db/database.server.ts'

export type { Clash } from '#app/domain/agenda/clashes.ts'

/** An engagement as it would be. Nobody and no place is taken while it has no time. */
export type Asking = {
  id: Id
  title: string
  stopId: Id
  venue: string
  room?: string
  fallbackOfId?: Id | null
  personIds: readonly Id[]
  slot: Slot
  placed: PlacedSlot
}

/** What stands against an engagement at a slot: people and places taken by other engagements of the mission. Two queries, for the days around it. */
export async function clashesOf(db: Db, scope: Pick<Scope, 'mission'>, asking: Asking): Promise<Clash[]> {
  const { slot, placed, id, title, room = '', fallbackOfId = null } = asking
  if (placed.startMs === null) return []
  const others = (await listBusy(db, scope.mission.id, addDays(slot.day, -1), addDays(slot.day, 1))).filter((other) => other.id !== id)
  const wanted = busyEngagement({ ...asking, startMs: placed.startMs, endMs: placed.endMs, room, fallbackOfId, people: asking.personIds.map((person) => ({ id: person })) })
  const conflicts = conflictsOf(makeIndex(others.map(busyEngagement)), wanted)
  const names = engagementNames(others)
  const asked = { noun: 'engagement' as const, id, title, ...slot, city: '', zone: 'UTC', venue: asking.venue }
  return clashesFrom(conflicts, { ...names, things: new Map([...names.things, [id, asked]]) })
}
