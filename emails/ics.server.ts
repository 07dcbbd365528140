/**
 * One event as an iCalendar object. `ics` writes it; what `ics` gets wrong (names with quotes, line ends in the
 * organiser, folding by letters instead of octets, a description in quadratic time) is put right here, and the result
 * is read back with another library and compared with the intention. Nothing leaves that differs.
 */
import ICAL from 'ical.js'
import { createEvent } from 'ics'
import type { EventAttributes } from 'ics'
import type { Partstat } from '#app/domain/calendar/answers.ts'
import type { FeedEvent } from '#app/domain/calendar/feed.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import { isMailable } from '#app/domain/people/mailbox.ts'
import { cleanLine, cleanText } from '#app/domain/text.ts'

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

export type CalendarEvent = {
  /** null in a feed (RFC 5545, 3.7.2). */
  method: CalendarMethod | null
  uid: string
  sequence: number
  /** Given, never "now": the same facts are the same bytes. */
  stampMs: number
  startMs: number
  endMs: number | null
  title: string
  description: string
  /** A word that goes with this message and is no part of the event; a client shows it beside the question. */
  comment?: string
  place: string
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** null in a feed, where nobody's address stands. */
  organiser: Mailbox | null
  /** The one person asked; null for PUBLISH and in a feed. */
  attendee: (Mailbox & { partstat: Partstat; asked: boolean }) | null
}

const PRODUCT = '-//Caravan//Invitations 1.0//EN'
const MOST = { title: 500, place: 500, description: 16_000, comment: 2_000, name: 120 }
const LINE_OCTETS = 75

/** The text of a .ics file, CRLF, lines of at most 75 octets. Throws when it does not say exactly what `event` says. */
export function renderCalendar(event: CalendarEvent): string {
  const clean = cleaned(event)
  const { error, value } = createEvent(attributesOf(clean))
  if (error || !value) throw new Error(`The calendar part could not be written: ${wordsOf(error)}`)
  const text = fold(patch(unfold(value), clean))
  verify(text, clean)
  return text
}

/** Several files of one event each as one file; the events stay as they were verified. */
export function joinCalendars(files: readonly string[]): string {
  const [first = ''] = files
  return first.slice(0, first.indexOf('BEGIN:VEVENT')) + files.map(eventIn).join('') + 'END:VCALENDAR\r\n'
}

function eventIn(file: string): string {
  return file.slice(file.indexOf('BEGIN:VEVENT'), file.indexOf('END:VCALENDAR'))
}

/** One event of a feed, from BEGIN:VEVENT on: without method, organiser and anybody's address. */
export function renderFeedEvent(event: FeedEvent): string {
  return eventIn(renderCalendar({ ...event, method: null, organiser: null, attendee: null }))
}

/** A feed around events that were rendered before; `name` is what calendars show it as. Asks calendars to look again after an hour (RFC 7986). */
export function joinFeed(name: string, events: readonly string[]): string {
  const shown = escaped(cut(cleanLine(name), MOST.title))
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'CALSCALE:GREGORIAN', `PRODID:${PRODUCT}`, `NAME:${shown}`, `X-WR-CALNAME:${shown}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H']
  return fold(head) + events.join('') + 'END:VCALENDAR\r\n'
}

/** The event as every reader must find it: one-line names and titles without letters that calendars take for syntax. */
function cleaned(event: CalendarEvent): CalendarEvent {
  for (const { address } of [event.organiser, event.attendee].filter((each) => each !== null)) {
    if (!isMailable(address)) throw new Error('The calendar part needs one plain address for each person')
  }
  return {
    ...event,
    title: cut(cleanLine(event.title), MOST.title) || 'Untitled',
    place: cut(cleanLine(event.place), MOST.place),
    description: cut(cleanText(event.description).trim(), MOST.description),
    comment: cut(cleanText(event.comment ?? '').trim(), MOST.comment),
    organiser: event.organiser && { ...event.organiser, name: nameFor(event.organiser) },
    attendee: event.attendee && { ...event.attendee, name: nameFor(event.attendee) },
  }
}

/** RFC 5545 has no way to write a quotation mark in a parameter and RFC 6868 gives the caret a meaning. */
function nameFor({ name, address }: Mailbox): string {
  return cut(cleanLine(name), MOST.name).replace(/"/g, '”').replace(/\^/g, 'ˆ').replace(/\\/g, '/') || address
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).toWellFormed().replace(/\uFFFD$/, '').trimEnd()
}

/** `timestamp` works and is missing from the library's types. */
function attributesOf(event: CalendarEvent): EventAttributes {
  const attendees = event.attendee && [{
    name: event.attendee.name, email: event.attendee.address, role: 'REQ-PARTICIPANT', cutype: 'INDIVIDUAL', partstat: event.attendee.partstat,
    ...(event.method === 'REQUEST' ? { rsvp: event.attendee.asked } : {}),
  }]
  return {
    ...(event.method ? { method: event.method } : {}), productId: PRODUCT, uid: event.uid, sequence: event.sequence, timestamp: event.stampMs,
    start: event.startMs, startInputType: 'utc', startOutputType: 'utc',
    ...(event.endMs === null ? {} : { end: event.endMs, endInputType: 'utc', endOutputType: 'utc' }),
    title: event.title, status: event.status, transp: event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE', classification: 'PRIVATE',
    ...(event.organiser ? { organizer: { name: event.organiser.name, email: event.organiser.address } } : {}),
    ...(event.place ? { location: event.place } : {}), ...(attendees ? { attendees } : {}),
  } as EventAttributes
}

function unfold(text: string): string[] {
  return text.replace(/\r\n[ \t]/g, '').split('\r\n').filter(Boolean)
}

function patch(lines: string[], event: CalendarEvent): string[] {
  return lines.flatMap((line) => {
    if (line.startsWith('X-PUBLISHED-TTL') || (event.method === null && line.startsWith('METHOD:'))) return []
    if (line === 'END:VEVENT') return [...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []), ...(event.comment ? [`COMMENT:${escaped(event.comment)}`] : []), line]
    if (!/^(ATTENDEE|ORGANIZER)[;:]/.test(line)) return [line]
    return [line.replace(/;(CUTYPE|ROLE|PARTSTAT)="([A-Z-]+)"/g, ';$1=$2').replace(/:MAILTO:([^":]*)$/, ':mailto:$1')]
  })
}

/** TEXT of RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (letter) => `\\${letter}`).replace(/\n/g, '\\n')
}

/** RFC 5545, 3.1: a line break and a space after at most 75 octets, never inside a letter. */
function fold(lines: string[]): string {
  return lines.map(foldLine).join('\r\n') + '\r\n'
}

function foldLine(line: string): string {
  if (Buffer.byteLength(line) <= LINE_OCTETS) return line
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const letter of line) {
    const more = Buffer.byteLength(letter)
    if (octets + more > LINE_OCTETS) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += letter
    octets += more
  }
  return [...parts, part].join('\r\n ')
}

const EXPECTED = new Set(['uid', 'summary', 'dtstamp', 'dtstart', 'dtend', 'sequence', 'description', 'comment', 'location', 'status', 'organizer', 'transp', 'class', 'attendee'])

function verify(text: string, event: CalendarEvent): void {
  if (text.split('\r\n').some((line) => Buffer.byteLength(line) > LINE_OCTETS || /[\r\n]/.test(line))) throw new Error('A line of the calendar part is too long or broken')
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const [found, ...more] = calendar.getAllSubcomponents('vevent')
  if (!found || more.length > 0 || calendar.getAllSubcomponents().length !== 1) throw new Error('The calendar part does not hold exactly one event')
  const odd = found.getAllProperties().map((property) => property.name).filter((name) => !EXPECTED.has(name))
  if (odd.length > 0) throw new Error(`The calendar part holds ${odd.join(', ')}, which nobody put there`)
  const read = JSON.stringify(readBack(calendar, found))
  const meant = JSON.stringify(intention(event))
  if (read !== meant) throw new Error(`The calendar part does not say what it should: ${read} is not ${meant}`)
}

/** The first value of a property of an event: as text, '' where there is none, or as epoch milliseconds. */
export function valuesIn(event: ICAL.Component): { text(name: string): string; instant(name: string): number | null } {
  return {
    text: (name) => String(event.getFirstPropertyValue(name) ?? ''),
    instant: (name) => {
      const value = event.getFirstPropertyValue(name)
      return value instanceof ICAL.Time ? value.toUnixTime() * 1000 : null
    },
  }
}

function readBack(calendar: ICAL.Component, event: ICAL.Component): unknown {
  const { text, instant } = valuesIn(event)
  const people = (name: string) => event.getAllProperties(name).map((one) => [one.getFirstValue(), one.getFirstParameter('cn'), one.getFirstParameter('partstat') ?? null])
  return [
    calendar.getFirstPropertyValue('method'), text('uid'), Number(text('sequence')), instant('dtstamp'), instant('dtstart'), instant('dtend'),
    text('summary'), text('description'), text('comment'), text('location'), text('status'), people('organizer'), people('attendee'),
  ]
}

function intention(event: CalendarEvent): unknown {
  const { organiser, attendee } = event
  const second = (ms: number): number => Math.floor(ms / 1000) * 1000
  return [
    event.method, event.uid, event.sequence, second(event.stampMs), second(event.startMs), event.endMs === null ? null : second(event.endMs),
    event.title, event.description, event.comment ?? '', event.place, event.status, organiser ? [[`mailto:${organiser.address}`, organiser.name, null]] : [],
    attendee ? [[`mailto:${attendee.address}`, attendee.name, attendee.partstat]] : [],
  ]
}

/** The library's errors are no `Error`s and print as '[object Error]'. */
function wordsOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'no reason given'
  const { errors, message } = error as { errors?: string[]; message?: string }
  return errors?.join('; ') ?? message ?? 'no reason given'
}
