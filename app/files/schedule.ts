/** The schedule of published agendas as the files that conference programs read. */
import { createHash } from 'node:crypto'
import { create } from 'xmlbuilder2'
import type { Schedule, ScheduleEvent } from '#app/domain/agenda/schedule.ts'

const SLOT = '00:05'

/** Schedule XML as frab and pretalx write it: conference, then day by day, room by room. What XML cannot say at all is left out. */
export function scheduleXml(schedule: Schedule): string {
  const root = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' }).ele('schedule')
  root.ele('version').txt(said(schedule.version))
  const conference = root.ele('conference')
  const facts = { title: schedule.title, acronym: schedule.acronym, start: schedule.start, end: schedule.end, days: String(schedule.days.length), timeslot_duration: SLOT }
  for (const [name, text] of Object.entries(facts)) conference.ele(name).txt(said(text))
  for (const day of schedule.days) {
    const element = root.ele('day', { index: String(day.index), date: day.date, start: day.start, end: day.end })
    for (const { name, events } of day.rooms) {
      const room = element.ele('room', { name: said(name) })
      for (const event of events) addEvent(room, event)
    }
  }
  return `${root.end({ prettyPrint: true })}\n`
}

function addEvent(room: ReturnType<typeof create>, event: ScheduleEvent): void {
  const element = room.ele('event', { id: String(event.id), guid: guidOf(event) })
  const { date, start, duration, room: name, slug, title, subtitle, track, type, language, abstract, description } = event
  for (const [tag, text] of Object.entries({ date, start, duration, room: name, slug, title, subtitle, track, type, language, abstract, description })) element.ele(tag).txt(said(text))
  const persons = element.ele('persons')
  for (const person of event.persons) persons.ele('person', { id: String(person.id) }).txt(said(person.name))
  element.ele('links')
}

/** The library leaves alone what looks like an entity, so that no ampersand of ours may reach it bare. */
function said(text: string): string {
  return text.replaceAll('&', '&amp;')
}

/** The same as JSON, in the members that the same programs write. */
export function scheduleJson({ version, title, acronym, start, end, zone, url, days }: Schedule): string {
  const conference = {
    acronym, title, start, end, daysCount: days.length, timeslot_duration: SLOT, time_zone_name: zone,
    days: days.map((day) => ({ index: day.index, date: day.date, day_start: day.start, day_end: day.end, rooms: Object.fromEntries(day.rooms.map((room) => [room.name, room.events.map(jsonEvent)])) })),
  }
  return `${JSON.stringify({ schedule: { version, base_url: url, conference } }, null, 1)}\n`
}

function jsonEvent({ persons, ...event }: ScheduleEvent): Record<string, unknown> {
  return { ...event, guid: guidOf(event), persons: persons.map(({ id, name, title }) => ({ id, public_name: name, title })), links: [], attachments: [] }
}

/** A UUID made of the event's own name, the same for ever (RFC 9562, version 8). */
function guidOf({ guid }: Pick<ScheduleEvent, 'guid'>): string {
  const hex = createHash('sha256').update(guid).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
