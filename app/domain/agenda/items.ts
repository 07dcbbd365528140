/** The items of an agenda as something that takes time and people. */
import { busyEngagement } from '#app/domain/agenda/busy.ts'
import type { Busy, BusyEngagement } from '#app/domain/agenda/busy.ts'
import { engagementNames } from '#app/domain/agenda/clashes.ts'
import type { Names } from '#app/domain/agenda/clashes.ts'
import { conflictsOf, findConflicts, makeIndex } from '#app/domain/agenda/conflicts.ts'
import type { Conflict } from '#app/domain/agenda/conflicts.ts'
import { AROUND, headerOf } from '#app/domain/agenda/hours.ts'
import type { Line } from '#app/domain/agenda/ripple.ts'
import type { Id } from '#app/domain/ids.ts'
import { foldKey } from '#app/domain/text.ts'
import { MINUTES_A_DAY, instantOf, offsetOf, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

type AgendaHours = { id: Id; zone: Zone; day: Day; startMinute: Minute | null; endMinute: Minute | null; headerStartMinute: Minute | null; headerEndMinute: Minute | null; fallbackOfId?: Id | null }
type Item = Line & { kind: string; track?: string }
type Appearing = { itemId: Id | null; personId: Id | null }

/** Every item with its people and the hours that it should keep. Registration, breaks and meals may stand around the header. */
export function busyItems(hours: AgendaHours, items: readonly Item[], people: readonly Appearing[]): Busy[] {
  const clocks = new Map<Day, (minute: Minute) => Instant>()
  const at = (day: Day, minute: Minute): Instant => {
    const clock = clocks.get(day) ?? clockOf(day, hours.zone)
    clocks.set(day, clock)
    return clock(minute)
  }
  const header = headerOf(hours)
  const bounds = header && { startMs: at(hours.day, header.start), endMs: header.end === null ? null : at(hours.day, header.end) }
  const speakers = peopleByItem(people)
  return items.map((item) => ({
    id: item.id, within: hours.id, startMs: at(item.day, item.startMinute), endMs: item.endMinute === null ? null : at(item.day, item.endMinute),
    personIds: speakers.get(item.id) ?? [], venue: '', ...(item.track ? { room: foldKey(item.track) } : {}), fallbackOf: hours.fallbackOfId ?? null,
    ...(bounds && item.day === hours.day && !AROUND.has(item.kind) ? { bounds } : {}),
  }))
}

/** Who has to do with which item, each person once. */
export function peopleByItem(people: readonly Appearing[]): Map<Id, Id[]> {
  const found = new Map<Id, Id[]>()
  for (const { itemId, personId } of people) {
    if (itemId === null || personId === null) continue
    const known = found.get(itemId)
    if (!known) found.set(itemId, [personId])
    else if (!known.includes(personId)) known.push(personId)
  }
  return found
}

/** From minutes of a day to instants. Days on which the clock stands still need one sum; the others ask the zone every time. */
function clockOf(day: Day, zone: Zone): (minute: Minute) => Instant {
  const offset = offsetOfDay(day, zone)
  const midnight = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) - offset * 60_000
  const still = [0, MINUTES_A_DAY].every((minute) => offsetOf(midnight + minute * 60_000, zone) === offset)
  return (minute) => (still && minute >= 0 && minute <= MINUTES_A_DAY ? midnight + minute * 60_000 : instantOf(day, minute, zone).at)
}

/** An agenda with everybody in it, and where else these people are around its day. */
type AgendaFacts = {
  engagement: AgendaHours & { city: string }
  items: readonly (Item & { title: string })[]
  people: readonly (Appearing & { name: string })[]
  elsewhere: readonly BusyEngagement[]
}

/** Conflicts within an agenda and of its items with engagements elsewhere. */
export function conflictsIn({ engagement, items, people, elsewhere }: AgendaFacts): Conflict[] {
  const own = busyItems(engagement, items, people)
  const index = makeIndex(elsewhere.map(busyEngagement))
  return [...findConflicts(own), ...own.flatMap(({ bounds: _known, ...item }) => conflictsOf(index, item))]
}

/** What the ids in such conflicts stand for. */
export function agendaNames({ engagement: { city, zone, ...hours }, items, people, elsewhere }: AgendaFacts): Names {
  const others = engagementNames(elsewhere)
  const own = items.map(({ id, title, day, startMinute, endMinute }) => [id, { noun: 'agenda-item' as const, id, title, day, startMinute, endMinute, city, zone, venue: '' }] as const)
  const here = people.flatMap((each) => (each.personId === null ? [] : [[each.personId, each.name] as const]))
  return { things: new Map([...others.things, ...own]), people: new Map([...others.people, ...here]), header: headerOf(hours) }
}
