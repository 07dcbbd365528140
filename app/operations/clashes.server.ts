import type { Clash, ClashPlace } from '#app/domain/agenda/clashes.ts'
import { conflictsOf, makeIndex } from '#app/domain/agenda/conflicts.ts'
import type { Busy } from '#app/domain/agenda/conflicts.ts'
import type { Id } from '#app/domain/ids.ts'
import type { PlacedSlot, Slot } from '#app/domain/meetings/slot.ts'
import { foldKey } from '#app/domain/text.ts'
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
  const { slot, placed } = asking
  if (placed.startMs === null) return []
  const others = (await listBusy(db, scope.mission.id, addDays(slot.day, -1), addDays(slot.day, 1))).filter((other) => other.id !== asking.id)
  const wanted: Busy = {
    id: asking.id, within: asking.id, startMs: placed.startMs, endMs: placed.endMs, personIds: asking.personIds,
    venue: venueKey(asking.stopId, asking.venue), room: foldKey(asking.room ?? ''), fallbackOf: asking.fallbackOfId ?? null,
  }
  return named(asking.title, others, wanted)
}

/** What stands against something at a time, in the words of the engagements it meets: one clash for all people of one engagement. */
export function named(subject: string, others: readonly BusyEngagement[], wanted: Busy): Clash[] {
  const known = new Map(others.map((other) => [other.id, other]))
  const clashes = new Map<string, Clash>()
  for (const conflict of conflictsOf(makeIndex(others.map(busyOf)), wanted)) {
    const other = 'by' in conflict ? known.get(conflict.by) : undefined
    if (!other) continue
    const key = `${conflict.kind} ${other.id}`
    const clash = clashes.get(key)
    if (conflict.kind === 'venue-busy') clashes.set(key, { kind: 'venue-busy', subject, by: placeOf(other), venue: other.venue })
    if (conflict.kind !== 'person-busy') continue
    const person = other.people.find((each) => each.id === conflict.personId)
    if (clash?.kind === 'person-busy') clash.people.push(...(person ? [person] : []))
    else clashes.set(key, { kind: 'person-busy', subject, by: placeOf(other), people: person ? [person] : [] })
  }
  return [...clashes.values()]
}

/** A place is one within its stop: the same words in another city are another place. */
export function venueKey(stopId: Id, venue: string): string {
  const key = foldKey(venue)
  return key === '' ? '' : `${stopId} ${key}`
}

function busyOf(other: BusyEngagement): Busy {
  return {
    id: other.id, within: other.id, startMs: other.startMs, endMs: other.endMs, personIds: other.people.map((person) => person.id),
    venue: venueKey(other.stopId, other.venue), room: foldKey(other.room), fallbackOf: other.fallbackOfId,
  }
}

function placeOf({ id, title, day, startMinute, endMinute, city, zone }: BusyEngagement): ClashPlace {
  return { noun: 'engagement', id, title, day, startMinute, endMinute, city, zone }
}
