import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TEXT_MAX, composeText, shorten } from '#app/domain/papers/day-text.ts'
import { anySheet, meetingFact, personFact, sheetFact } from '#tests/support/day-facts.ts'

describe('the text of a day', () => {
  it('tells day, city, clock, times, places, people and whom to ask', () => {
    const sheet = sheetFact({
      compared: ['one hour behind Bishkek'], coordinator: 'Coordinator, sample · 000 100', next: { day: '2020-02-05', titles: ['First', 'Second'] },
      people: [personFact({ name: 'Director, sample' }), personFact({ name: 'Deputy, sample' })],
      meetings: [
        meetingFact({ title: 'Семинар “Шаҳри оқил”', place: 'Hotel, Room 2', language: 'Tajik', interpretation: 'consecutive', sample: true, items: [{ id: 'i1', when: '09:00–09:30', title: 'Registration', who: [], keys: [] }, { id: 'i2', when: '09:30', title: 'Welcome', who: ['Director, sample'], keys: ['p1'] }] }),
        meetingFact({ when: '15:00', title: 'Mayor', status: 'tentative' }), meetingFact({ when: '', title: 'Statistics', status: 'idea' }),
      ],
    })
    expect(composeText(sheet)).toBe(`Tue 4 Feb 2020, Душанбе
All times Душанбе, UTC+5: one hour behind Bishkek

09:30–12:00 Семинар “Шаҳри оқил” ◦
Hotel, Room 2 · Tajik, consecutive interpretation
  09:00 Registration
  09:30 Welcome: Director, sample

15:00 Mayor (tentative)

No time yet:
– Statistics (idea)

With: Director, sample, Deputy, sample

Coordinator: Coordinator, sample · 000 100
Next, Wed 5 Feb: First; Second
Plan version 3 · ◦ sample data`)
  })

  it('says that nothing is planned', () => {
    expect(composeText(sheetFact())).toBe('Tue 4 Feb 2020, Душанбе\nAll times Душанбе, UTC+5\n\nNothing planned.\n\nPlan version 3')
  })

  it('leaves out agenda items before it shortens a title', () => {
    const items = Array.from({ length: 30 }, (_, n) => ({ id: `i${n}`, when: `1${n % 10}:00`, title: `Item number ${n} with a long title of its own`, who: [], keys: [] }))
    const text = composeText(sheetFact({ meetings: [meetingFact({ title: 'A'.repeat(150), items })] }))
    expect(text).toContain('A'.repeat(150))
    expect(text).not.toContain('Item number')
  })

  it('never is longer than a message, never drops the zone, never loses a time', () => {
    fc.assert(fc.property(anySheet(60), (sheet) => {
      const text = composeText(sheet)
      expect(text.length).toBeLessThanOrEqual(TEXT_MAX)
      expect(text).toContain('Tue 4 Feb 2020')
      expect(text).toContain(sheet.offset)
      for (const { when } of sheet.meetings) expect(text).toContain(when)
      expect(text.isWellFormed()).toBe(true)
    }), { numRuns: 200 })
  })

  it('says how many times it could not hold on a day beyond all measure', () => {
    const text = composeText(sheetFact({ meetings: Array.from({ length: 300 }, (_, n) => meetingFact({ id: `m${n}` })) }))
    expect(text.length).toBeLessThanOrEqual(TEXT_MAX)
    expect(text).toMatch(/ and \d+ more times/)
    expect(text).toContain('UTC+5')
  })
})

it('shortens between characters', () => {
  expect(shorten('шесть', 5)).toBe('шесть')
  expect(shorten('шестой', 5)).toBe('шест…')
  expect(shorten('a😀😀', 4)).toBe('a😀…')
  expect(shorten('a😀😀', 3)).toBe('a…')
})
