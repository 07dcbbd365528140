import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { instantOf } from '#app/domain/time.ts'
import { renderCalendar } from '#emails/ics.server.ts'
import type { CalendarEvent } from '#emails/ics.server.ts'
import { readThrice } from '#tests/support/calendar-readers.ts'

const EVIL = 'x";PARTSTAT=ACCEPTED:mailto:evil@example.org'

const event = (rest: Partial<CalendarEvent> = {}): CalendarEvent => ({
  method: 'REQUEST', uid: 'abc@example.org', sequence: 2, stampMs: Date.UTC(2026, 0, 1), startMs: Date.UTC(2020, 0, 29, 4), endMs: Date.UTC(2020, 0, 29, 5, 30), title: 'City Workshop', description: 'One, two; three\\four\nLine two', place: 'Room 4, Hilton',
  status: 'CONFIRMED', organiser: { name: 'Caravan', address: 'invites@example.org' }, attendee: { name: 'Speaker A, sample', address: 'ann@example.org', partstat: 'NEEDS-ACTION', asked: true }, ...rest,
})

describe('an invitation in the calendar', () => {
  it('says the same to three readers', () => {
    const expected = {
      method: 'REQUEST', uid: 'abc@example.org', sequence: 2, title: 'City Workshop', description: 'One, two; three\\four\nLine two', start: '20200129T040000Z', end: '20200129T053000Z',
      organiser: [{ address: 'mailto:invites@example.org', name: 'Caravan', partstat: '' }], attendees: [{ address: 'mailto:ann@example.org', name: 'Speaker A, sample', partstat: 'NEEDS-ACTION' }],
      properties: ['ATTENDEE', 'CLASS', 'DESCRIPTION', 'DTEND', 'DTSTAMP', 'DTSTART', 'LOCATION', 'ORGANIZER', 'SEQUENCE', 'STATUS', 'SUMMARY', 'TRANSP', 'UID'],
    }
    expect(readThrice(renderCalendar(event()))).toEqual([expected, expected, expected])
  })

  it('puts 10:00 in Nur-Sultan at 04:00Z in January 2020 and at 05:00Z in 2026', () => {
    const starts = (['2020-01-29', '2026-01-29'] as const).map((day) => readThrice(renderCalendar(event({ startMs: instantOf(day, 600, 'Asia/Almaty').at, endMs: null }))).map(({ start }) => start))
    expect(starts).toEqual([Array.from({ length: 3 }, () => '20200129T040000Z'), Array.from({ length: 3 }, () => '20260129T050000Z')])
  })

  it('keeps a name a name, whatever it tries to be', () => {
    for (const [name, becomes] of [
      [EVIL, 'x”;PARTSTAT=ACCEPTED:mailto:evil@example.org'], ['Ann\r\nATTENDEE:mailto:evil@example.org', 'Ann ATTENDEE:mailto:evil@example.org'], ['Ann\u2028\u0085X^n\\', 'Ann Xˆn/'], ['\u202eevil', 'evil'], ['Маҷидӣ', 'Маҷидӣ'], ['  ', 'ann@example.org'],
    ] as const) {
      const attendee = { name, address: 'ann@example.org', partstat: 'NEEDS-ACTION' as const, asked: true }
      const seen = readThrice(renderCalendar(event({ attendee, organiser: { name, address: 'ann@example.org' }, title: name.trim() || 'x' })))
      const expected = [{ address: 'mailto:ann@example.org', name: becomes, partstat: 'NEEDS-ACTION' }]
      expect(seen.map((read) => read.attendees)).toEqual([expected, expected, expected])
      expect(seen.map((read) => read.organiser[0]?.name)).toEqual([becomes, becomes, becomes])
    }
  })

  it('cancels with CANCEL and CANCELLED, and asks for no answer then', () => {
    const text = renderCalendar(event({ method: 'CANCEL', status: 'CANCELLED', attendee: { name: 'Ann', address: 'ann@example.org', partstat: 'ACCEPTED', asked: true } }))
    expect(text).toContain('METHOD:CANCEL\r\n')
    expect(text).toContain('STATUS:CANCELLED\r\n')
    expect(text).not.toContain('RSVP')
    expect(readThrice(text).map((read) => read.method)).toEqual(['CANCEL', 'CANCEL', 'CANCEL'])
  })

  it('is the same bytes for the same facts, with lines of at most 75 octets that break no letter', () => {
    const long = event({ title: 'Шаҳри ҳушманд '.repeat(20), description: '😀ҷ'.repeat(300) })
    const text = renderCalendar(long)
    expect(renderCalendar(long)).toBe(text)
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(readThrice(text).map((read) => read.description)).toEqual([long.description, long.description, long.description])
  })

  it('refuses an address that is not one', () => {
    for (const address of ['', 'a@b\r\nX:1', 'a b@example.org', 'a@example.org,b@example.org']) expect(() => renderCalendar(event({ organiser: { name: 'x', address } }))).toThrow('one plain address')
  })

  it('survives any text in any field', () => {
    const nasty = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.stringMatching(/^[";:,\\^\r\nA-Z=@-]{0,40}$/))
    fc.assert(fc.property(nasty, nasty, nasty, nasty, (title, description, place, name) => {
      const text = renderCalendar(event({ title, description, place, organiser: { name, address: 'invites@example.org' }, attendee: { name, address: 'ann@example.org', partstat: 'NEEDS-ACTION', asked: true } }))
      const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
      const attendees = calendar.getFirstSubcomponent('vevent')?.getAllProperties('attendee') ?? []
      expect(attendees.map((one) => [one.getFirstValue(), one.getFirstParameter('partstat')])).toEqual([['mailto:ann@example.org', 'NEEDS-ACTION']])
    }), { numRuns: 200 })
  })
})
