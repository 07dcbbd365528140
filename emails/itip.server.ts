/** The calendar part of a message that came in (RFC 5545, 5546), read from its bare syntax: no rule is expanded, no zone computed from what the sender wrote. */
import ICAL from 'ical.js'
import { addressKey } from '#app/domain/people/address.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import type { LetterAttendee, LetterCalendar, LetterEvent, LetterTime } from '#app/domain/calendar/letter.ts'
import { cleanLine, cleanText } from '#app/domain/text.ts'
import { formatDay, formatMinute, instantOf, isDay, isZone } from '#app/domain/time.ts'

/** jCal (RFC 7265), as `ICAL.parse` gives it. */
type Property = [name: string, parameters: Record<string, string | string[]>, type: string, ...values: unknown[]]
type Component = [name: string, properties: Property[], components: Component[]]

const MOST_EVENTS = 50
const MOST_WORDS = 2_000

/** What the calendar says; undefined when it is none. `partMethod` is that of its Content-Type. */
export function readItip(text: string, partMethod: string): LetterCalendar | undefined {
  const calendar = parsed(text.slice(Math.max(text.search(/BEGIN:VCALENDAR/i), 0)))
  if (!calendar) return undefined
  const events = calendar[2].filter(([name]) => name === 'vevent').slice(0, MOST_EVENTS)
  return { method: valueOf(calendar, 'method').toUpperCase(), partMethod: partMethod.toUpperCase(), events: events.map(eventOf) }
}

function parsed(text: string): Component | undefined {
  try {
    const found = ICAL.parse(text) as unknown as Component | Component[]
    const first = Array.isArray(found[0]) ? (found as Component[])[0] : (found as Component)
    return first?.[0] === 'vcalendar' ? first : undefined
  } catch {
    return undefined
  }
}

function eventOf(event: Component): LetterEvent {
  const sequence = Number(valueOf(event, 'sequence') || Number.NaN)
  return {
    uid: valueOf(event, 'uid').trim().slice(0, 300), sequence: Number.isInteger(sequence) && sequence >= 0 ? sequence : null, stampMs: timeOf(event, 'dtstamp')?.at ?? null,
    organiser: bare(valueOf(event, 'organizer')), attendees: propertiesOf(event, 'attendee').map(attendeeOf), occurrence: propertiesOf(event, 'recurrence-id').length > 0,
    comment: cleanText(propertiesOf(event, 'comment').map(([, , , value]) => String(value ?? '')).join('\n')).trim().slice(0, MOST_WORDS), start: timeOf(event, 'dtstart'), end: timeOf(event, 'dtend'),
  }
}

function propertiesOf([, properties]: Component, name: string): Property[] {
  return properties.filter((property) => property[0] === name)
}

function valueOf(component: Component, name: string): string {
  return cleanLine(String(propertiesOf(component, name)[0]?.[3] ?? ''))
}

function attendeeOf([, parameters, , value]: Property): LetterAttendee {
  const all = (name: string): string[] => [parameters[name] ?? []].flat().map((each) => cleanLine(String(each)))
  return {
    addresses: [...new Set([bare(cleanLine(String(value ?? ''))), ...all('email').map(bare)])].filter(Boolean), partstat: (all('partstat')[0] ?? 'NEEDS-ACTION').toUpperCase(),
    sentBy: bare(all('sent-by')[0] ?? ''), delegatedTo: all('delegated-to').flatMap(mailboxOf), delegatedFrom: all('delegated-from').map(bare),
  }
}

/** 'MAILTO:Name@Example.org' → 'name@example.org'. */
function bare(value: string): string {
  return addressKey(value.trim().replace(/^"|"$/g, '').replace(/^mailto:/i, ''))
}

function mailboxOf(value: string): Mailbox[] {
  const address = bare(value)
  return address ? [{ name: '', address }] : []
}

const NAMED_BY_WINDOWS: Record<string, string> = {
  'central asia standard time': 'Asia/Almaty', 'west asia standard time': 'Asia/Tashkent', 'qyzylorda standard time': 'Asia/Qyzylorda', 'russian standard time': 'Europe/Moscow', 'turkey standard time': 'Europe/Istanbul',
  'eastern standard time': 'America/New_York', 'central standard time': 'America/Chicago', 'pacific standard time': 'America/Los_Angeles', 'gmt standard time': 'Europe/London', 'greenwich standard time': 'Atlantic/Reykjavik',
  'w. europe standard time': 'Europe/Berlin', 'romance standard time': 'Europe/Paris', 'central europe standard time': 'Europe/Budapest', 'central european standard time': 'Europe/Warsaw', 'fle standard time': 'Europe/Kyiv',
  'e. europe standard time': 'Europe/Chisinau', 'gtb standard time': 'Europe/Bucharest', 'ekaterinburg standard time': 'Asia/Yekaterinburg', 'n. central asia standard time': 'Asia/Novosibirsk', 'china standard time': 'Asia/Shanghai',
  'india standard time': 'Asia/Kolkata', 'singapore standard time': 'Asia/Singapore', 'tokyo standard time': 'Asia/Tokyo', 'korea standard time': 'Asia/Seoul', utc: 'UTC',
}

/** A name that everybody knows, or a private one that ends in such a name ('/mozilla.org/2005/Asia/Almaty'). */
function zoneNamed(name: string): string | undefined {
  const known = NAMED_BY_WINDOWS[name.toLowerCase()] ?? name
  return [known, known.split('/').slice(-2).join('/')].find(isZone)
}

function timeOf(event: Component, name: string): LetterTime | null {
  const [property] = propertiesOf(event, name)
  const [, day = '', hour = '', minute = '', second = '', utc = ''] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z?))?$/.exec(String(property?.[3] ?? '')) ?? []
  if (!property || !isDay(day)) return null
  if (hour === '') return { at: null, words: formatDay(day) }
  const written = cleanLine(String([property[1]['tzid'] ?? ''].flat()[0])).slice(0, 80)
  const zone = utc ? 'UTC' : zoneNamed(written)
  const minutes = Number(hour) * 60 + Number(minute)
  if (Number(hour) > 23 || Number(minute) > 59) return null
  return { at: zone ? instantOf(day, minutes, zone).at + Math.min(Number(second), 59) * 1_000 : null, words: `${formatDay(day)}, ${formatMinute(minutes)}${zone ?? written ? ` ${zone ?? written}` : ''}` }
}
