/** What takes people, a place and a line of an agenda for a time. */
import type { Id } from '#app/domain/ids.ts'
import { foldKey } from '#app/domain/text.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

/**
 * An engagement (`within` is its own id) or an item of its agenda (`within` is the engagement's id).
 * Without an end nobody knows how long it takes: it is held to take its first moment and no more.
 */
export type Busy = {
  id: Id
  within: Id
  startMs: Instant
  endMs: Instant | null
  personIds: readonly Id[]
  /** One key for one place; '' where it is not known. Rooms that are both known and differ keep a place free, and items of an agenda side by side. */
  venue: string
  room?: string
  /** The engagement that this one stands by for: the two never conflict. */
  fallbackOf?: Id | null
  /** The hours that it should keep; null on a side where it may leave them. */
  bounds?: { startMs: Instant | null; endMs: Instant | null }
}

/** An engagement as it takes people and its place; `zone` and `city` are its stop's. */
export type BusyEngagement = {
  id: Id
  title: string
  stopId: Id
  city: string
  zone: Zone
  day: Day
  startMinute: Minute | null
  endMinute: Minute | null
  startMs: Instant
  endMs: Instant | null
  venue: string
  room: string
  fallbackOfId: Id | null
  people: { id: Id; name: string }[]
}
type Takes = Pick<BusyEngagement, 'id' | 'stopId' | 'startMs' | 'endMs' | 'venue' | 'room' | 'fallbackOfId'> & { people: readonly { id: Id }[] }

/** A place is one within its stop: the same words in another city are another place. */
export function busyEngagement({ id, stopId, startMs, endMs, venue, room, fallbackOfId, people }: Takes): Busy {
  const place = foldKey(venue)
  return { id, within: id, startMs, endMs, personIds: people.map((person) => person.id), venue: place === '' ? '' : `${stopId} ${place}`, room: foldKey(room), fallbackOf: fallbackOfId }
}

/** An item of an agenda, not an engagement. */
export function isItem(each: Busy): boolean {
  return each.within !== each.id
}

/** The first instant after it. */
export function endOf({ startMs, endMs }: Busy): Instant {
  return endMs ?? startMs + 1
}
