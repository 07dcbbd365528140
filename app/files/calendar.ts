import ICAL from 'ical.js'
import { formatDay, formatMinute, isZone, wallOf } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'
import { Refused } from '#app/files/refusals.ts'

type Moment = { day: Day; minute: Minute | null; zone: string }
type Event = { title: string; place: string; description: string; start: Moment; end: Moment | null; repeats: boolean }

const MOST_EVENTS = 500

/** The events of a calendar file as an agenda's heading (one event) or as a schedule (several). Throws `Refused` when it cannot be read. */
export function readCalendarFile(text: string): { text: string; repeats: boolean } {
  const events = eventsOf(text)
  const [only] = events
  if (!only) throw new Refused('no-text')
  const sorted = [...events].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, MOST_EVENTS)
  return { text: events.length === 1 ? heading(only) : schedule(sorted), repeats: events.some(({ repeats }) => repeats) }
}

function eventsOf(text: string): Event[] {
  try {
    const parsed = ICAL.parse(text) as unknown[]
    const calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((each) => new ICAL.Component(each as unknown[]))
    return calendars.flatMap((calendar) => {
      const shown = String(calendar.getFirstPropertyValue('x-wr-timezone') ?? '')
      return calendar.getAllSubcomponents('vevent').flatMap((event) => eventOf(event, shown) ?? [])
    })
  } catch {
    throw new Refused('broken')
  }
}

function eventOf(event: ICAL.Component, shownZone: string): Event | undefined {
  const value = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').trim()
  const moment = (name: string): Moment | null => momentOf(event.getFirstProperty(name), shownZone)
  const start = moment('dtstart')
  if (!start || value('status').toUpperCase() === 'CANCELLED') return undefined
  return { title: value('summary'), place: value('location'), description: value('description'), start, end: moment('dtend'), repeats: event.hasProperty('rrule') || event.hasProperty('rdate') }
}

/** The clock as written with its zone; what is written in UTC is shown in the calendar's own zone when it names one. */
function momentOf(property: ICAL.Property | null, shownZone: string): Moment | null {
  const time = property?.getFirstValue() as ICAL.Time | undefined
  if (!property || !time || typeof time.toJSDate !== 'function') return null
  const day = `${String(time.year).padStart(4, '0')}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}` as Day
  if (time.isDate) return { day, minute: null, zone: '' }
  const utc = time.zone?.tzid === 'UTC'
  if (utc && isZone(shownZone)) return { ...wallOf(Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute), shownZone), zone: shownZone }
  return { day, minute: (time.hour * 60 + time.minute) as Minute, zone: utc ? 'UTC' : String(property.getFirstParameter('tzid') ?? '') }
}

function keyOf({ start }: Event): string {
  return `${start.day} ${String(start.minute ?? 0).padStart(4, '0')}`
}

function heading(event: Event): string {
  const place = event.place ? `Venue: ${oneLine(event.place)}` : ''
  return [oneLine(event.title), formatDay(event.start.day), clockText(event), place, '', event.description].filter((line, i) => line !== '' || i === 4).join('\n').trimEnd()
}

function schedule(events: readonly Event[]): string {
  const lines: string[] = []
  let day = ''
  for (const event of events) {
    if (event.start.day !== day) lines.push('', formatDay(event.start.day))
    day = event.start.day
    lines.push([clockText(event), oneLine(event.title), oneLine(event.place)].join('\t'))
  }
  return lines.join('\n').trimStart()
}

function clockText({ start, end }: Event): string {
  if (start.minute === null) return ''
  const until = end !== null && end.minute !== null && end.zone === start.zone && end.day === start.day ? `–${formatMinute(end.minute)}` : ''
  const zone = start.zone === 'UTC' ? ' UTC' : start.zone ? ` (${start.zone})` : ''
  return `${formatMinute(start.minute)}${until}${zone}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
