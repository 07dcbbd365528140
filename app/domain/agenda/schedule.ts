/**
 * Published agendas as a schedule: days, rooms, events, as conference programs exchange them (the format that frab and pretalx write).
 * Times carry the offset of their city. Both files, XML and JSON, are written from this shape.
 */
import type { PublishedAgenda, PublishedItem } from '#app/domain/agenda/published.ts'
import { addDays, formatMinute, instantOf, MINUTES_A_DAY, offsetOf } from '#app/domain/time.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'

export type ScheduleEvent = {
  /** Positive, the same in every version, never twice in one schedule. */
  id: number
  guid: string
  slug: string
  date: string
  start: string
  duration: string
  room: string
  title: string
  subtitle: string
  track: string
  type: string
  language: string
  abstract: string
  description: string
  persons: { id: number; name: string; title: string }[]
}
export type ScheduleDay = { index: number; date: Day; start: string; end: string; rooms: { name: string; events: ScheduleEvent[] }[] }
export type Schedule = { version: string; title: string; acronym: string; start: Day; end: Day; zone: Zone; url: string; days: ScheduleDay[] }

type About = { title: string; slug: string; url: string; version: string }
type Timed = { agenda: PublishedAgenda; item: PublishedItem; end: Minute; startMs: number; endMs: number }

/** Undefined where nothing stands in any of them. */
export function scheduleOf({ title, slug, url, version }: About, agendas: readonly PublishedAgenda[]): Schedule | undefined {
  const timed = agendas.flatMap((agenda) => agenda.items.map((item, at): Timed => {
    const end = endOf(agenda, item, agenda.items[at + 1])
    return { agenda, item, end, startMs: instantOf(item.day, item.start, agenda.zone).at, endMs: instantOf(item.day, end, agenda.zone).at }
  })).toSorted((a, b) => a.startMs - b.startMs)
  const days = [...new Set(timed.map(({ item }) => item.day))].toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const numbers = numbersOf(timed.map(({ item }) => item.id))
  const persons = numbersOf([...new Set(timed.flatMap(({ item }) => item.people.map((each) => each.name)))])
  return { version, title, acronym: slug, start: first, end: last, zone: agendas[0]?.zone ?? 'UTC', url, days: days.map((day, at) => dayOf(day, at + 1, timed.filter(({ item }) => item.day === day), numbers, persons)) }
}

/** What has no end lasts until the next begins or the whole is over; else it is a moment. */
function endOf({ hours }: PublishedAgenda, item: PublishedItem, next: PublishedItem | undefined): Minute {
  if (item.end !== null) return item.end
  if (next && next.day === item.day && next.start > item.start) return next.start
  return hours?.end !== null && hours?.end !== undefined && hours.end > item.start ? hours.end : item.start
}

function dayOf(date: Day, index: number, timed: readonly Timed[], numbers: ReadonlyMap<string, number>, persons: ReadonlyMap<string, number>): ScheduleDay {
  const rooms = new Map<string, ScheduleEvent[]>()
  for (const each of timed) rooms.set(roomOf(each), [...(rooms.get(roomOf(each)) ?? []), eventOf(each, numbers, persons)])
  const [first] = timed
  const last = timed.reduce((latest, each) => (each.endMs > latest.endMs ? each : latest), timed[0] as Timed)
  return { index, date, start: first ? stampOf(first.item.day, first.item.start, first.agenda.zone) : '', end: stampOf(last.item.day, last.end, last.agenda.zone), rooms: [...rooms].map(([name, events]) => ({ name, events })) }
}

function roomOf({ agenda: { city, venue, room }, item: { track } }: Timed): string {
  return [city, venue, room, track].filter(Boolean).join(' · ')
}

function eventOf(each: Timed, numbers: ReadonlyMap<string, number>, persons: ReadonlyMap<string, number>): ScheduleEvent {
  const { agenda, item, end } = each
  return {
    id: numbers.get(item.id) ?? 1, guid: item.id, slug: `${agenda.id}-${item.id}`, date: stampOf(item.day, item.start, agenda.zone), start: formatMinute(item.start), duration: durationOf(end - item.start), room: roomOf(each),
    title: item.title, subtitle: item.otherTitle, track: item.track || agenda.title, type: item.kind, language: agenda.language, abstract: agenda.title, description: item.details.join('\n'),
    persons: item.people.map(({ name, title }) => ({ id: persons.get(name) ?? 1, name, title })),
  }
}

/** '2020-02-04T09:30:00+05:00'. */
function stampOf(day: Day, minute: Minute, zone: Zone): string {
  const offset = Math.round(offsetOf(instantOf(day, minute, zone).at, zone))
  const size = Math.abs(offset)
  return `${addDays(day, Math.floor(minute / MINUTES_A_DAY))}T${formatMinute(minute)}:00${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

function durationOf(minutes: number): string {
  return `${pad(Math.min(Math.floor(minutes / 60), 99))}:${pad(minutes % 60)}`
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}

const MOST = 2_147_483_646

/** A number for each name that stays the same as long as the name does (FNV-1a); the few that meet step aside in the order of the names. */
function numbersOf(names: readonly string[]): Map<string, number> {
  const taken = new Set<number>()
  return new Map(names.toSorted().map((name) => {
    let number = digest(name)
    while (taken.has(number)) number = (number % MOST) + 1
    taken.add(number)
    return [name, number]
  }))
}

function digest(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return (hash % MOST) + 1
}
