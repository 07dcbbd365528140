import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const parse = (input: string, ...words: string[]) => spawnSync(process.execPath, ['cli/caravan.mjs', 'parse', ...words], { input, encoding: 'utf8' })

describe('caravan parse', () => {
  it('prints what a text says, from standard input', () => {
    const { status, stdout } = parse('Seminar on Water\n14 March 2023, 9:00 – 10:00\n9:00 – 9:30 Welcome – Ms. Ann Example\n9:30 – 10:00 Q&A')
    expect([status, JSON.parse(stdout)]).toEqual([0, {
      kind: 'agenda', title: 'Seminar on Water', dates: ['2023-03-14'], timeRange: { start: '09:00', end: '10:00' }, moderators: [],
      items: [
        { date: '2023-03-14', start: '09:00', end: '09:30', title: 'Welcome', kind: 'remarks', people: [{ name: 'Ann Example', honorific: 'Ms.', role: 'speaker' }] },
        { date: '2023-03-14', start: '09:30', end: '10:00', title: 'Q&A', kind: 'qa', people: [] },
      ],
      lint: [], notes: ['unled-item'],
    }])
  })

  it('reads a file', () => {
    const { status, stdout } = parse('', 'tests/domain/intake/cases/21-roadshow-location-table/input.txt')
    expect([status, (JSON.parse(stdout) as { stops: { city: string }[] }).stops.map(({ city }) => city)]).toEqual([0, ['Baku', 'Tbilisi', 'Yerevan']])
  })

  it.each([
    ['nothing', '', [], 'There is no text in it; give an agenda or a schedule as plain text.\n'],
    ['prose', 'Nobody knew why the letter had come so late.', [], 'No agenda and no schedule can be found in it; a row needs a time, or a day with a place.\n'],
    ['a file that is not there', '', ['nowhere.txt'], 'nowhere.txt cannot be read; name a file that is there.\n'],
  ])('refuses %s with one sentence', (_, input, words, sentence) => {
    const { status, stdout, stderr } = parse(input, ...words)
    expect([status, stdout, stderr]).toEqual([2, '', sentence])
  })
})
