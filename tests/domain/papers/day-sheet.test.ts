import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listSheetDays } from '#app/domain/papers/day-days.ts'
import { fitPage } from '#app/domain/papers/day-page.ts'
import { gatherMeetings, gatherPeople, languageWords } from '#app/domain/papers/day-sheet.ts'
import type { AppearanceRow, MeetingRow } from '#app/domain/papers/day-sheet.ts'
import { instantOf } from '#app/domain/time.ts'
import { anySheet, meetingFact, personFact, sheetFact } from '#tests/support/day-facts.ts'

const row = (id: string, startMinute: number | null, over: Partial<MeetingRow> = {}): MeetingRow => ({
  id, stopId: 's', kind: 'meeting', title: id, status: 'confirmed', day: '2020-02-04', startMinute, endMinute: null, zone: 'Asia/Dushanbe', endMs: null, venue: '', room: '', team: '',
  language: '', interpretation: '', sampleFields: [], ...over,
})
const appears = (id: string, engagementId: string, personId: string | null, over: Partial<AppearanceRow> = {}): AppearanceRow => ({
  id, engagementId, itemId: null, personId, name: personId ?? id, honorific: '', title: '', role: 'participant', phone: '', samplePhone: false, sample: false, ...over,
})

describe('who is there', () => {
  it('lists everybody once, in protocol order, with the printed title, every role and every meeting', () => {
    const rows = [row('first', 540), row('second', 900), row('third', null)]
    const people = gatherPeople(rows, [
      appears('1', 'second', 'minister', { role: 'host' }), appears('2', 'first', 'minister', { role: 'moderator', honorific: 'Mr.' }),
      appears('3', 'first', 'minister', { role: 'speaker', itemId: 'i', title: 'Minister, as printed' }), appears('4', 'first', 'deputy'), appears('5', 'third', null, { name: 'Committee' }),
    ])
    expect(people.map(({ name, title, roles, at }) => ({ name, title, roles, at }))).toEqual([
      { name: 'Mr. minister', title: 'Minister, as printed', roles: ['moderator', 'speaker', 'host'], at: ['09:00', '15:00'] },
      { name: 'deputy', title: '', roles: ['participant'], at: ['09:00'] },
      { name: 'Committee', title: '', roles: ['participant'], at: ['–'] },
    ])
  })

  it('lists nobody for what is called off', () => {
    expect(gatherPeople([row('off', 540, { status: 'cancelled' })], [appears('1', 'off', 'somebody')])).toEqual([])
  })
})

it('keeps each agenda with its meeting, and says who speaks', () => {
  const items = [{ id: 'i', engagementId: 'b', title: 'Item', startMinute: 600, endMinute: 630 }]
  const meetings = gatherMeetings([row('a', 540, { venue: 'Hall', room: '2' }), row('b', 600)], items, [appears('1', 'b', 'speaker', { itemId: 'i' })], () => 'then')
  expect(meetings.map(({ id, place, items }) => ({ id, place, items }))).toEqual([{ id: 'a', place: 'Hall, 2', items: [] }, { id: 'b', place: '', items: [{ id: 'i', keys: ['speaker'], when: '10:00–10:30', title: 'Item', who: ['speaker'] }] }])
  expect([languageWords({ language: 'Tajik', interpretation: 'consecutive' }), languageWords({ language: 'English', interpretation: 'none' }), languageWords({ language: '', interpretation: '' })])
    .toEqual(['Tajik, consecutive interpretation', 'English, no interpretation', ''])
})

describe('which days have a sheet', () => {
  const stops = [{ id: 'n', city: 'North', zone: 'Asia/Almaty', arriveDay: '2020-02-03', departDay: '2020-02-04' }, { id: 's', city: 'South', zone: 'Asia/Dushanbe', arriveDay: '2020-02-06', departDay: '2020-02-06' }]
  const standing = [{ stopId: 'n', day: '2020-02-04', startMinute: 540 }, { stopId: 'n', day: '2020-02-05', startMinute: null }, { stopId: 's', day: '2020-02-06', startMinute: 900 }]
  const told = (now: number) => listSheetDays(stops, standing, now).map((day) => `${day.city} ${day.day.slice(8)} ${day.engagements} ${day.state}`)

  it('names all days of the stops and those outside on which something stands; next is the first with something', () => {
    expect(told(instantOf('2020-02-01', 0, 'UTC').at)).toEqual(['North 03 0 later', 'North 04 1 next', 'North 05 1 later', 'South 06 1 later'])
  })

  it('goes on when the day is over on the stop’s own clock', () => {
    const midnight = instantOf('2020-02-05', 0, 'Asia/Almaty').at
    expect(told(midnight - 1)).toEqual(['North 03 0 past', 'North 04 1 next', 'North 05 1 later', 'South 06 1 later'])
    expect(told(midnight)).toEqual(['North 03 0 past', 'North 04 1 past', 'North 05 1 next', 'South 06 1 later'])
    expect(told(instantOf('2020-03-01', 0, 'UTC').at).every((line) => line.endsWith('past'))).toBe(true)
  })
})

describe('what fits on a page', () => {
  const items = (n: number) => Array.from({ length: n }, (_, at) => ({ id: `i${at}`, when: '09:00–09:30', title: `Item ${at}`, who: ['Somebody, sample'], keys: ['p1'] }))
  const people = (n: number) => Array.from({ length: n }, (_, at) => personFact({ name: `Person ${at}, sample`, title: 'Deputy head of the department of everything' }))

  it('shows all of an ordinary day', () => {
    expect(fitPage(sheetFact({ meetings: [meetingFact({ items: items(10) }), meetingFact()], people: people(9) }))).toEqual({ density: 'full', meetings: 2, people: 9 })
  })

  it('gives way step by step, and cuts last of all', () => {
    const densities = [12, 16, 30, 90, 400].map((n) => fitPage(sheetFact({ meetings: [meetingFact({ items: items(n) }), meetingFact({ items: items(n / 2) })], people: people(n / 2) })).density)
    expect(densities).toEqual(['full', 'close', 'dense', 'bare', 'cut'])
  })

  it('never claims more than there is, and cuts only when it must', () => {
    fc.assert(fc.property(anySheet(40), (sheet) => {
      const fit = fitPage(sheet)
      expect(fit.meetings).toBeLessThanOrEqual(sheet.meetings.length)
      expect(fit.people).toBeLessThanOrEqual(sheet.people.length)
      if (fit.density !== 'cut') expect([fit.meetings, fit.people]).toEqual([sheet.meetings.length, sheet.people.length])
    }))
  })
})
