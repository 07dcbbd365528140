import { busyEngagement } from '#app/domain/agenda/busy.ts'
import { clashesFrom } from '#app/domain/agenda/clashes.ts'
import type { Clash, ClashPlace } from '#app/domain/agenda/clashes.ts'
import { conflictsOf, makeIndex } from '#app/domain/agenda/conflicts.ts'
import type { Id } from '#app/domain/ids.ts'
import type { PlacedSlot, Slot } from '#app/domain/meetings/slot.ts'
import { addDays } from '#app/domain/time.ts'
import type { Scope } from '#app/operations/scope.ts'
import { listBusy } from '#db/busy.server.ts'
import type { BusyEngagement } from '#db/busy.server.ts'
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
  const conflicts = conflictsOf(makeIndex(others.map(busyOf)), busyEngagement({ ...asking, startMs: placed.startMs, endMs: placed.endMs, room, fallbackOfId }))
  const things = new Map(others.map((other) => [other.id, placeOf(other)]))
  const asked = { noun: 'engagement' as const, id, title, ...slot, city: '', zone: 'UTC', venue: asking.venue }
  return clashesFrom(conflicts, { things: things.set(id, asked), people: namesOf(others) })
}

export function busyOf(other: BusyEngagement) {
  return busyEngagement({ ...other, personIds: other.people.map((person) => person.id) })
}

export function placeOf({ id, title, day, startMinute, endMinute, city, zone, venue }: BusyEngagement): ClashPlace & { venue: string } {
  return { noun: 'engagement', id, title, day, startMinute, endMinute, city, zone, venue }
}

export function namesOf(others: readonly BusyEngagement[]): Map<Id, string> {
  return new Map(others.flatMap((other) => other.people.map((person) => [person.id, person.name])))
}
