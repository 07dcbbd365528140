/** Days for the tests of papers: small ones by hand, any others by chance. */
import fc from 'fast-check'
import type { DaySheet, SheetMeeting, SheetPerson } from '#app/domain/papers/day-sheet.ts'
import { formatRange } from '#app/domain/time.ts'

export function meetingFact(over: Partial<SheetMeeting> = {}): SheetMeeting {
  return { id: 'm', kind: 'meeting', title: 'Meeting', status: 'confirmed', when: '09:30–12:00', place: '', team: '', language: '', interpretation: '', items: [], sample: false, ...over }
}

export function personFact(over: Partial<SheetPerson> = {}): SheetPerson {
  return { key: 'person', name: 'Director, sample', title: '', roles: ['participant'], at: ['09:30'], phone: '', samplePhone: false, sample: false, ...over }
}

export function sheetFact(over: Partial<DaySheet> = {}): DaySheet {
  return {
    mission: 'Mission', city: 'Душанбе', day: '2020-02-04', offset: 'UTC+5', compared: [], stop: { number: 1, of: 2 }, coordinator: '', liaison: '', stopSample: false,
    meetings: [], people: [], next: null, version: 3, ...over,
  }
}

const words = (max: number) => fc.oneof(
  fc.string({ maxLength: max, unit: fc.constantFrom(...'абвгғдеёжзӣйкқлмнопрстуӯфҳчҷш “”-') }),
  fc.string({ maxLength: max, unit: 'grapheme' }),
)
const when = fc.tuple(fc.integer({ min: 0, max: 1430 }), fc.option(fc.integer({ min: 5, max: 300 }))).map(([start, length]) => formatRange(start, length === null ? null : start + length))
const item = fc.record({ id: fc.uuid(), when, title: words(90), who: fc.array(words(30), { maxLength: 4 }) }).map((each) => ({ ...each, keys: each.who.map((_name, at) => `person-${at}`) }))
const meeting = fc.record({
  id: fc.uuid(), kind: fc.constantFrom('meeting', 'workshop', 'travel'), title: words(200), status: fc.constantFrom('idea', 'tentative', 'confirmed', 'cancelled', 'held'),
  when: fc.oneof({ weight: 4, arbitrary: when }, { weight: 1, arbitrary: fc.constant('') }), place: words(120), team: words(20), language: words(30), interpretation: words(20),
  items: fc.array(item, { maxLength: 14 }), sample: fc.boolean(),
})

/** A day with up to `meetings` meetings and 80 people, in Cyrillic and in anything else. */
export function anySheet(meetings: number): fc.Arbitrary<DaySheet> {
  return fc.record({
    city: words(80), compared: fc.array(words(60), { maxLength: 2 }), coordinator: words(160), liaison: words(160), meetings: fc.array(meeting, { maxLength: meetings }),
    people: fc.array(fc.record({ key: fc.uuid(), name: words(60), title: words(150), roles: fc.array(fc.constantFrom('speaker', 'moderator', 'participant'), { minLength: 1, maxLength: 2 }) }), { maxLength: 80 }),
    next: fc.option(fc.record({ day: fc.constant('2020-02-05'), titles: fc.array(words(200), { maxLength: 12 }) })), version: fc.integer({ min: 1, max: 99_999 }),
  }).map(({ people, ...over }) => sheetFact({ ...over, people: people.map((each) => personFact(each)) }))
}
