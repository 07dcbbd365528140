import { describe, expect, it } from 'vitest'
import type { CheckedPerson, CheckedRow } from '#app/domain/agenda/checks.ts'
import { findNameVariants, findPersonConflicts, findSilent, findTwoBodies } from '#app/domain/agenda/checks-people.ts'
import { findDisorder, findGaps, findOverlaps, findRangeMismatch } from '#app/domain/agenda/checks-times.ts'
import { parseMinute } from '#app/domain/time.ts'

const who = (name: string, ...organisations: string[]): CheckedPerson => ({ name, also: [], honorific: '', organisations })
const minute = (text: string | undefined): number | null => (text ? (parseMinute(text) ?? null) : null)

/** '10:00-10:30 Title', with '' for an open end: '10:00- Title'. */
function row(text: string, more: Partial<CheckedRow> = {}): CheckedRow {
  const [, start, end, title = ''] = /^([\d:]+)-([\d:]*) (.*)$/u.exec(text) ?? []
  return { key: title, day: null, start: minute(start), end: minute(end), title, kind: 'presentation', kindSaid: true, track: '', people: [who('Ana Prado')], talks: false, marksEnd: false, ...more }
}

const pairs = (found: { earlier: CheckedRow; later: CheckedRow }[]): string[] => found.map(({ earlier, later }) => `${earlier.title} | ${later.title}`)
const overlaps = (...rows: CheckedRow[]): string[] => pairs(findOverlaps(rows))
const disorder = (...rows: CheckedRow[]): string[] => pairs(findDisorder(rows))
const gaps = (...rows: CheckedRow[]): string[] => findGaps(rows).map(({ before, after }) => `${before.title} | ${after.title}`)

describe('rows at once', () => {
  it('are found in any order, each with the one it runs into', () => {
    expect(overlaps(row('09:00-10:00 a'), row('09:45-10:30 b'), row('10:30-11:00 c'))).toEqual(['a | b'])
    expect(overlaps(row('10:00-11:00 b'), row('09:00-10:30 a'))).toEqual(['a | b'])
    expect(overlaps(row('09:00-12:00 a'), row('09:30-10:00 b'), row('10:00-10:30 c'))).toEqual(['a | b', 'a | c'])
    expect(overlaps(row('09:00-10:00 a'), row('09:00-10:00 b'))).toEqual(['a | b'])
  })

  it('are none where they touch, on other days, without ends, or where one only marks the end', () => {
    expect(overlaps(row('09:00-10:00 a'), row('10:00-11:00 b'))).toEqual([])
    expect(overlaps(row('09:00-10:00 a', { day: '2027-03-02' }), row('09:00-10:00 b', { day: '2027-03-03' }))).toEqual([])
    expect(overlaps(row('09:00- a'), row('09:10- b'))).toEqual([])
    expect(overlaps(row('09:00-10:00 a'), row('09:50- End', { marksEnd: true }))).toEqual([])
  })

  it('are none where they are labelled to run beside each other', () => {
    expect(overlaps(row('09:00-10:00 a', { track: 'Room 1' }), row('09:30-10:30 b', { track: 'Room 2' }), row('10:00-11:00 c', { track: 'Room 1' }))).toEqual([])
    expect(overlaps(row('09:00-10:00 Session 1A: Water'), row('09:00-10:00 Session 1B: Roads'))).toEqual([])
    expect(overlaps(row('09:00-10:00 Секция 1 «Вода»'), row('09:00-10:00 Секция 2 «Дороги»'))).toEqual([])
    expect(overlaps(row('09:00-10:00 a', { track: 'Room 1' }), row('09:30-10:30 b', { track: 'Room 1' }))).toEqual(['a | b'])
    expect(overlaps(row('09:00-10:00 a', { track: 'Room 1' }), row('09:30-10:30 b'))).toEqual(['a | b'])
  })

  it('are none where one is the heading of what stands under it', () => {
    expect(overlaps(row('09:00-11:00 Session', { people: [] }), row('09:00-09:30 a'), row('09:30-11:00 b'), row('11:00-12:00 c'))).toEqual([])
    expect(overlaps(row('09:00-11:00 Session'), row('09:00-10:00 a'), row('10:00-11:00 b'))).toEqual([])
    expect(overlaps(row('11:00-13:00 Parallel sessions'), row('11:00-13:00 a', { track: '1' }), row('11:00-13:00 b', { track: '2' }))).toEqual([])
    expect(overlaps(row('08:00-17:00 Registration desk', { kind: 'registration', people: [] }), row('09:00-10:00 a'), row('10:00-12:00 b'), row('13:00-14:00 c'))).toEqual([])
    expect(overlaps(row('09:00-11:00 Session', { people: [] }), row('09:00-09:30 a'), row('09:30-11:10 b'))).toEqual(['Session | b'])
  })

  it('go past midnight, and an end before the start is none', () => {
    expect(overlaps(row('22:00-01:00 Dinner'), row('23:30-23:50 Speech'))).toEqual(['Dinner | Speech'])
    expect(overlaps(row('10:00-09:00 a'), row('10:10-10:20 b'))).toEqual([])
  })

  it('are found among many in time', () => {
    const many = Array.from({ length: 30_000 }, (_, at) => row(`09:00-10:00 row ${at}`, { track: `${at}` }))
    expect(overlaps(...many)).toEqual([])
  })
})

describe('order', () => {
  it('is broken by a row or a day after a later one', () => {
    expect(disorder(row('10:00-10:30 a'), row('11:00-11:30 b'), row('10:30-11:00 c'), row('11:30-12:00 d'))).toEqual(['b | c'])
    expect(disorder(row('10:00-10:30 a', { day: '2027-03-03' }), row('09:00-09:30 b', { day: '2027-03-02' }), row('10:00-10:30 c', { day: '2027-03-02' }))).toEqual(['a | b'])
  })

  it('starts again with the next day and the next room, goes on after midnight and after noon', () => {
    expect(disorder(row('10:00-10:30 a', { day: '2027-03-02' }), row('09:00-09:30 b', { day: '2027-03-03' }))).toEqual([])
    expect(disorder(row('10:00-10:30 a', { track: '1' }), row('11:00-11:30 b', { track: '1' }), row('10:00-10:30 c', { track: '2' }), row('12:00-13:00 d'))).toEqual([])
    expect(disorder(row('22:00-23:00 a'), row('00:30-01:00 b'))).toEqual([])
    expect(disorder(row('12:00-12:30 a'), row('1:00-2:00 b'))).toEqual([])
    expect(disorder(row('09:00-11:00 Session'), row('09:00-09:30 a'), row('09:30-11:00 b'))).toEqual([])
  })
})

describe('gaps', () => {
  it('are a quarter of an hour or more within a day', () => {
    expect(gaps(row('09:00-10:00 a'), row('10:15-11:00 b'), row('11:10-12:00 c'))).toEqual(['a | b'])
    expect(gaps(row('09:00-12:00 Session'), row('09:00-09:30 a'), row('10:00-12:00 b'), row('12:00-13:00 c'))).toEqual([])
  })

  it('are none overnight, behind an open row, before the evening’s dinner or the end', () => {
    expect(gaps(row('09:00-10:00 a', { day: '2027-03-02' }), row('11:00-12:00 b', { day: '2027-03-03' }))).toEqual([])
    expect(gaps(row('09:00- a'), row('11:00-12:00 b'))).toEqual([])
    expect(gaps(row('09:00-16:00 a'), row('19:00-21:00 Dinner', { kind: 'meal' }))).toEqual([])
    expect(gaps(row('09:00-10:00 a'), row('10:30- End', { marksEnd: true }))).toEqual([])
    expect(gaps(row('09:00-10:00 a', { track: '1' }), row('09:00-11:00 b', { track: '2' }), row('11:00-12:00 c'))).toEqual([])
  })
})

describe('the hours in the head', () => {
  const registration = row('08:30-09:00 Registration', { kind: 'registration' })
  const lunch = row('12:00-13:00 Lunch', { kind: 'meal' })
  const programme = [row('09:00-10:00 a'), row('10:00-12:00 b', { kind: 'closing' })]
  const mismatch = (from: string, to: string | undefined, ...rows: CheckedRow[]) => {
    const found = findRangeMismatch(rows, { start: minute(from) as number, end: minute(to) })
    return found && [found.start, found.end]
  }

  it('may begin with the registration or the programme and end with it or the meal after it', () => {
    for (const from of ['08:30', '09:00']) for (const to of ['12:00', '13:00']) expect(mismatch(from, to, registration, ...programme, lunch)).toBeUndefined()
    expect(mismatch('09:00', undefined, ...programme)).toBeUndefined()
    expect(mismatch('09:00', '12:00', ...programme, row('12:00- Lunch', { kind: 'meal' }))).toBeUndefined()
    expect(mismatch('09:00', '12:00', ...programme, row('19:00-21:00 Dinner', { kind: 'meal' }))).toBeUndefined()
  })

  it('differ on one side or both', () => {
    expect(mismatch('09:30', '12:00', ...programme)).toEqual([540, null])
    expect(mismatch('09:00', '11:30', registration, ...programme)).toEqual([null, 720])
    expect(mismatch('08:00', '13:30', registration, ...programme, lunch)).toEqual([540, 720])
  })

  it('may be open where only starts are printed', () => {
    const open = [row('09:00- a'), row('11:00- b')]
    expect(mismatch('09:00', '12:00', ...open)).toBeUndefined()
    expect(mismatch('09:00', '10:30', ...open)).toEqual([null, 660])
    expect(mismatch('09:00', '12:00', ...open, row('12:00- End', { marksEnd: true }))).toBeUndefined()
    expect(mismatch('09:00', '12:30', ...open, row('12:00- End', { marksEnd: true }))).toEqual([null, 720])
  })

  it('hold for each of several days', () => {
    const days = [row('09:00-17:00 a', { day: '2027-03-02' }), row('09:30-13:00 b', { day: '2027-03-03' })]
    expect(mismatch('09:00', '17:00', ...days)).toBeUndefined()
    expect(mismatch('09:30', '12:00', ...days)).toEqual([540, 780])
  })
})

describe('who speaks', () => {
  const silent = (...rows: CheckedRow[]): string[] => findSilent(rows).map((each) => each.title)
  const nobody = { people: [] }

  it('is missing at remarks, presentations and panels where others name people', () => {
    expect(silent(row('09:00-09:30 a'), row('09:30-10:00 b', nobody), row('10:00-10:30 c', { kind: 'panel' }))).toEqual(['b'])
  })

  it('is not asked of programmes that name nobody, of other kinds, and of headings', () => {
    expect(silent(row('09:00-09:30 a', nobody), row('09:30-10:00 b', nobody), row('10:00-11:00 c'))).toEqual([])
    expect(silent(row('09:00-09:30 a'), row('09:30-10:00 b', { ...nobody, kind: 'discussion' }), row('10:00-11:00 c', { ...nobody, talks: true }))).toEqual([])
    expect(silent(row('09:00-09:30 a', { kind: 'panel' }), row('09:30-10:00 b', { ...nobody, kindSaid: false }))).toEqual([])
    expect(silent(row('09:00-09:30 a'), row('09:30-10:00 Keynote by Dr. Anna Schmidt', nobody))).toEqual([])
    expect(silent(row('09:00-10:00 Session', nobody), row('09:00-09:30 a'), row('09:30-10:00 b'))).toEqual([])
  })
})

describe('one person', () => {
  it('is not in two rooms at once, and leads the session of the own talk', () => {
    const conflicts = (...rows: CheckedRow[]) => findPersonConflicts(rows).map(({ name, earlier, later }) => `${name}: ${earlier.title} | ${later.title}`)
    expect(conflicts(row('09:00-10:00 a', { track: '1' }), row('09:30-10:30 b', { track: '2', people: [who('Rui Costa'), who('Prado Ana')] }))).toEqual(['Prado Ana: a | b'])
    expect(conflicts(row('09:00-11:00 Session'), row('09:00-10:00 a'), row('10:00-11:00 b'))).toEqual([])
    expect(conflicts(row('09:00-10:00 a', { people: [who('Kim')] }), row('09:00-10:00 b', { people: [who('Kim')] }))).toEqual([])
  })

  it('stands for two bodies or one', () => {
    const two = (...people: CheckedPerson[]) => findTwoBodies(people.map((person) => ({ person, row: undefined }))).map(({ name, bodies }) => [name, ...bodies])
    expect(two(who('Ana Prado', 'World Bank'), who('Rui Costa', 'ADB'), who('Ana Prado', 'ADB'))).toEqual([['Ana Prado', 'World Bank', 'ADB']])
    expect(two(who('Ana Prado', 'World Bank', 'Port of Lisbon'))).toEqual([['Ana Prado', 'World Bank', 'Port of Lisbon']])
    expect(two(who('Ana Prado', 'World Bank'), who('Ana Prado', 'World Bank Group'), who('Ana Prado'))).toEqual([])
  })

  it('may be spelt in two ways, but not at one row', () => {
    const [a, b] = [row('09:00-10:00 a'), row('10:00-11:00 b')]
    const spelt = (first: CheckedRow, second: CheckedRow) => findNameVariants([{ person: who('Katrin Vogel'), row: first }, { person: who('Kathrin Vogel'), row: second }]).map(({ names }) => names)
    expect(spelt(a, b)).toEqual([['Katrin Vogel', 'Kathrin Vogel']])
    expect(spelt(a, a)).toEqual([])
  })
})
