/** The items of an agenda as something that takes time and people. */
import type { Busy } from '#app/domain/agenda/busy.ts'
import { conflictsOf, findConflicts, makeIndex } from '#app/domain/agenda/conflicts.ts'
import type { Conflict } from '#app/domain/agenda/conflicts.ts'
import { AROUND, headerOf } from '#app/domain/agenda/lint.ts'
import type { Line } from '#app/domain/agenda/ripple.ts'
import type { Id } from '#app/domain/ids.ts'
import { MINUTES_A_DAY, instantOf, offsetOf, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

export type AgendaHours = { id: Id; zone: Zone; day: Day; startMinute: Minute | null; endMinute: Minute | null; headerStartMinute: Minute | null; headerEndMinute: Minute | null; fallbackOfId?: Id | null }
type Item = Line & { kind: string }
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
    personIds: speakers.get(item.id) ?? [], venue: '', fallbackOf: hours.fallbackOfId ?? null,
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

/** Conflicts within an agenda and of its items with engagements elsewhere. */
export function agendaConflicts(items: readonly Busy[], elsewhere: readonly Busy[]): Conflict[] {
  const index = makeIndex(elsewhere)
  return [...findConflicts(items), ...items.flatMap((item) => conflictsOf(index, { ...item, bounds: undefined }))]
}
