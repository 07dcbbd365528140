import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatherPeople } from '#app/domain/intake/people-lines.ts'
import { samePerson } from '#app/domain/intake/people-same.ts'
import { splitTitleAndPeople } from '#app/domain/intake/people-titles.ts'
import { isOrganisation, isPersonLine, readPeople } from '#app/domain/intake/people.ts'
import type { PersonDraft } from '#app/domain/intake/draft.ts'

/** 'Mr. | Name | Position | Organisation', with '-' for what is not printed and marks for the role and for what is not confirmed. */
function shown({ honorific, name, also, position, organisation, role, unconfirmed, further }: PersonDraft): string {
  const names = [name.value, ...also].join(' = ')
  const more = further.map((each) => ` + ${each.position} | ${each.organisation}`).join('')
  return [honorific?.value ?? '-', names, position?.value ?? '-', organisation?.value ?? '-'].join(' | ') + more + (role === 'moderator' ? ' [moderator]' : '') + (unconfirmed ? ' [unconfirmed]' : '')
}

/** people.txt: a line as printed, and below it, indented, its people and its title; a line that begins with ~ stands where people usually do. */
const CASES = readFileSync(new URL('people.txt', import.meta.url), 'utf8').split(/\n(?=\S)/).map((block) => {
  const [text = '', ...expected] = block.trimEnd().split('\n')
  return { line: text, expected: expected.map((each) => each.trim()) }
})

describe('a line of people, or of none', () => {
  it.each(CASES)('$line', ({ line, expected }) => {
    const likely = line.startsWith('~')
    const text = (likely ? line.slice(1) : line).replaceAll('⇥', '\t')
    const { people, nobody } = readPeople(text, { likely })
    const title = splitTitleAndPeople(text, { likely })?.title
    const found = people.map(({ person }) => shown(person))
    expect([...(title ? [`“${text.slice(title.start, title.end)}”`] : []), ...found, ...(nobody ? ['nobody'] : [])]).toEqual(expected)
  })
})

describe('lines that belong together', () => {
  it('carries labels and further affiliations', () => {
    const lines = ['Moderator: Mr. Peter Okoth', 'Panelists:', 'Ms. Cholpon Abdyldaeva (AlaTel)', 'Mr. Jong-Sung Hwang, Master Planner, Busan EDC National Pilot Smart City', ' Lead Researcher, National Information Society Agency', 'TBC']
    const { people, lines: kinds } = gatherPeople(lines.map((text) => ({ text, at: 0 })))
    expect(people.map(shown)).toEqual([
      'Mr. | Peter Okoth | - | - [moderator]', 'Ms. | Cholpon Abdyldaeva | - | AlaTel',
      'Mr. | Jong-Sung Hwang | Master Planner | Busan EDC National Pilot Smart City + Lead Researcher | National Information Society Agency',
    ])
    expect(kinds.map(({ kind }) => kind)).toEqual(['people', 'label', 'people', 'people', 'affiliation', 'nobody'])
  })

  it('gives every value its place', () => {
    const text = 'Moderator: Mr. Peter Okoth, Consultant, International Telecommunication Union'
    const [found] = readPeople(text, {}, 100).people
    const { name, position, organisation, honorific } = (found as { person: PersonDraft }).person
    for (const read of [name, position, organisation, honorific]) expect(text.slice((read?.span.start ?? 0) - 100, (read?.span.end ?? 0) - 100)).toBe(read?.value)
  })
})

describe('one person or two', () => {
  it.each<[string, string, string | null]>([
    ['Сооронбаев Т.Ж.', 'Сооронбаев Талант Жумабекович', 'same'], ['Yusuf Majidi', 'Юсуф Маҷидӣ', 'same'], ['Айгуль Абдразакова', 'Абдразакова Айгуль Рысбековна', 'same'],
    ['KIM Seunghyun', 'Seunghyun Kim', 'same'], ['Aziz Karimov', 'Aziza Karimova', null], ['Anna Lee', 'Anna Li', null], ['Karimov', 'Aziz Karimov', 'maybe'], ['J. Smith', 'A. Smith', null],
  ])('%s, %s', (a, b, same) => expect(samePerson(a, b)).toBe(same))
})

describe('any text', () => {
  it('never throws, and every span lies in the text', () => {
    const word = fc.constantFrom('Mr.', 'Ms.', 'Karimov', 'Aziz', 'и', 'and', ',', ' – ', '(', ')', ':', 'Т.Ж.', 'директор', 'Ministry', 'of', 'Finance', '«', '»', '"', ';', '\t', '\n', 'TBC', 'Moderator', '1.', 'qizi', 'van', 'both')
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(word, { maxLength: 25 }).map((words) => words.join(' ')), fc.array(word, { maxLength: 25 }).map((words) => words.join('')))
    fc.assert(fc.property(text, (raw) => {
      for (const { person } of [...readPeople(raw).people, ...(splitTitleAndPeople(raw)?.people ?? []), ...gatherPeople(raw.split('\n').map((line) => ({ text: line, at: 0 }))).people.map((person) => ({ person }))]) {
        expect(person.name.value).not.toBe('')
        for (const span of [person.span, person.name.span, person.position?.span, person.organisation?.span]) if (span) expect(span.start >= 0 && span.end <= raw.length && span.start <= span.end).toBe(true)
      }
      expect(isPersonLine(raw)).toBeLessThanOrEqual(1)
      expect(isOrganisation(raw)).toBeLessThanOrEqual(1)
    }), { numRuns: 200 })
  })
})
