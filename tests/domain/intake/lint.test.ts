import { describe, expect, it } from 'vitest'
import { corrected } from '#app/domain/intake/corrections.ts'
import type { Draft } from '#app/domain/intake/draft.ts'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { SCHEMA_CODES } from '#app/domain/intake/lint-issue.ts'
import type { DraftIssue } from '#app/domain/intake/lint-issue.ts'
import { choiceLabel, describeDraftIssue } from '#app/domain/intake/lint-words.ts'
import { agendaOf, dateOf, header, itemOf, meetingOf, onWeekday, personOf, scheduleOf, stopOf } from '#tests/support/intake-drafts.ts'

const codes = (draft: Draft): string[] => lintDraft(draft).map((issue) => issue.code)
const one = (draft: Draft, code: string): DraftIssue => lintDraft(draft).find((issue) => issue.code === code) as DraftIssue
const after = (draft: Draft, issue: DraftIssue, at: number): string[] => codes(corrected(draft, issue.choices[at]?.corrections ?? [])).filter((code) => code === issue.code)
const labels = (issue: DraftIssue): string[] => issue.choices.map((choice) => (choice.likely ? '* ' : '') + choiceLabel(choice))

const clean = agendaOf([
  itemOf('08:30-09:00', 'Registration', 'registration', []), itemOf('09:00-09:20', 'Welcome', 'remarks', ['Ms. Ana Prado, Director, Port of Lisbon']), itemOf('09:20-10:00', 'Cranes', 'presentation', ['Mr. Rui Costa, Engineer, Port of Porto']),
  itemOf('10:00-10:20', 'Coffee', 'break', []), itemOf('10:20-11:00', 'Panel on quays', 'panel', ['M: Ms. Ana Prado', 'Mr. Rui Costa']), itemOf('11:00-', 'Lunch', 'meal', []),
], { header: header('09:00-11:00') })

describe('a clean agenda', () => {
  it('has none of the ten codes', () => {
    expect(lintDraft(clean).filter((issue) => SCHEMA_CODES.includes(issue.code))).toEqual([])
    expect(codes(clean)).toEqual(['open-ended-item'])
  })
})

describe('dates of a text', () => {
  it('with another weekday ask which is meant; a choice settles it', () => {
    const draft = agendaOf(clean.items, { days: [onWeekday('2027-03-02', 'Friday')] })
    const issue = one(draft, 'weekday-mismatch')
    expect([describeDraftIssue(issue).title, labels(issue)]).toEqual(['“Friday, 2027-03-02”: 2 Mar 2027 is a Tuesday', ['Keep the date: Tue 2 Mar', 'Keep the weekday: Fri 5 Mar']])
    expect([after(draft, issue, 0), after(draft, issue, 1)]).toEqual([[], []])
  })

  it('are asked about once for all rows that have them, and the date is likely where its neighbour is printed', () => {
    const wrong = onWeekday('2027-03-02', 'Wednesday')
    const rows = [meetingOf(wrong, 'Visit'), meetingOf(wrong, 'Dinner', { dayInherited: true }), meetingOf(onWeekday('2027-03-03', 'Wednesday'), 'Workshop')]
    const draft = scheduleOf([stopOf('Lisbon', [], rows)])
    const issue = one(draft, 'weekday-mismatch')
    expect([codes(draft), issue.keys, labels(issue)]).toEqual([['weekday-mismatch'], [rows[0]?.key, rows[1]?.key], ['* Keep the date: Tue 2 Mar', 'Keep the weekday: Wed 3 Mar']])
    expect(after(draft, issue, 0)).toEqual([])
  })

  it('may be read in two ways, unless the weekday decides', () => {
    expect(labels(one(agendaOf([], { days: [dateOf('2024-05-04', { otherDay: '2024-04-05', printed: '04/05/2024' })] }), 'ambiguous-date'))).toEqual(['Sat 4 May 2024', 'Fri 5 Apr 2024'])
    expect(codes(agendaOf([], { days: [dateOf('2024-04-05', { otherDay: '2024-05-04', weekday: 'Friday' })] }))).toEqual([])
  })

  it('without a year say which is assumed', () => {
    const draft = agendaOf([], { days: [dateOf('2027-03-02', { printed: '2 March', confidence: 'likely' })] })
    expect(describeDraftIssue(one(draft, 'year-assumed')).title).toBe('No year is printed; 2027 is assumed')
  })
})

describe('weekdays of a text without a year', () => {
  const printed = (day: string, weekday: 'Tuesday' | 'Wednesday', words: string) => dateOf(day, { weekday, printed: words, confidence: 'likely', span: { start: words.length * 7 + Number(day.slice(8)), end: 0 } })

  it('ask for the year when they speak against it, and settle with the one that fits', () => {
    const draft = scheduleOf([stopOf('Lisbon', [], [meetingOf(printed('2026-03-02', 'Tuesday', 'Tue 2 March'), 'Visit'), meetingOf(printed('2026-03-03', 'Wednesday', 'Wed 3 March'), 'Talk')])])
    expect([codes(draft), labels(one(draft, 'year-assumed'))]).toEqual([['year-assumed'], ['* Tue 2 Mar 2027', 'Tue 2 Mar 2021', 'Mon 2 Mar 2026']])
    expect(corrected(draft, one(draft, 'year-assumed').choices[0]?.corrections ?? [])).toMatchObject({ stops: [{ meetings: [{ day: { value: '2027-03-02' } }, { day: { value: '2027-03-03' } }] }] })
  })

  it('still tell one wrong weekday among right ones', () => {
    const draft = scheduleOf([stopOf('Lisbon', [], [meetingOf(printed('2027-03-02', 'Tuesday', 'Tue 2 March'), 'Visit'), meetingOf(printed('2027-03-03', 'Wednesday', 'Wed 3 March'), 'Talk'), meetingOf(printed('2027-03-04', 'Wednesday', 'Wed 4 March'), 'Walk')])])
    expect(codes(draft)).toEqual(['weekday-mismatch', 'year-assumed'])
  })
})

describe('times of a text', () => {
  const edited = (at: number, time: string): Draft => ({ ...clean, items: clean.items.with(at, { ...itemOf(time, 'Cranes', 'presentation', ['Mr. Rui Costa, Engineer, Port of Porto']), key: 'row' }) })

  it.each([
    ['overlap', 2, '09:10-10:00', ['“Welcome” ends at 09:10', '“Cranes” begins at 09:20', 'They run beside each other']],
    ['gap', 2, '09:35-10:00', ['“Welcome” ends at 09:35', '“Cranes” begins at 09:20', 'Leave it as it is']],
    ['range-mismatch', 4, '10:20-11:20', ['* Head 09:00–11:20', '“Cranes” ends at 11:00', 'Leave it as it is']],
  ] as const)('%s is named with what may be meant, and the first choices settle it', (code, at, time, choices) => {
    const draft = edited(at, time)
    const issue = one(draft, code)
    expect(labels(issue)).toEqual(choices)
    for (const nth of [0, 1]) expect(after(draft, issue, nth)).toEqual([])
  })

  it('may stand in another order', () => {
    const draft = { ...clean, items: [...clean.items.slice(0, 2), ...clean.items.slice(3, 4), ...clean.items.slice(2, 3), ...clean.items.slice(4)] }
    expect([codes(draft), describeDraftIssue(one(draft, 'out-of-order')).title]).toEqual([['out-of-order', 'open-ended-item'], '“Cranes” at 09:20 stands after “Coffee”, which is later'])
    const stops = [stopOf('Lisbon', [dateOf('2027-03-05')]), stopOf('Porto', [dateOf('2027-03-03')]), stopOf('Faro', [dateOf('2027-03-08')])]
    expect(describeDraftIssue(one(scheduleOf(stops), 'out-of-order')).title).toBe('“Porto” stands after “Lisbon”, which is later')
  })

  it('say no gap, end or overlap where only starts are printed', () => {
    expect(codes(agendaOf([itemOf('09:00', 'a'), itemOf('10:00', 'b'), itemOf('13:00', 'c')], { startOnly: true }))).toEqual([])
  })

  it('note ends before starts, short talks, long stretches and who leads', () => {
    const draft = agendaOf([itemOf('09:00-08:00', 'a'), itemOf('09:30-09:35', 'b'), itemOf('09:35-11:10', 'Talk', 'discussion', [])])
    expect(codes(draft)).toEqual(['end-before-start', 'slot-too-short', 'no-break', 'unled-item'])
  })
})

describe('very many rows', () => {
  it('are asked about two hundred times a rule, in time', () => {
    const items = Array.from({ length: 20_000 }, (_, at) => itemOf('09:00-10:00', `Talk ${at}`, at % 2 ? 'other' : 'panel', at % 3 ? [] : ['Mr. Ivan Petrov, ADB'], { track: at % 5 ? `${at}` : '' }))
    const found = lintDraft(agendaOf(items, { header: header('09:00-12:00') }))
    expect(Math.max(...[...new Set(found.map((issue) => issue.code))].map((code) => found.filter((issue) => issue.code === code).length))).toBe(200)
  })
})

describe('people of a text', () => {
  it('nobody at a talk, one in two rooms, for two bodies, in two spellings', () => {
    const rooms = [itemOf('11:00-12:00', 'Room one', 'panel', ['Mr. Rui Costa'], { track: '1' }), itemOf('11:00-12:00', 'Room two', 'panel', ['Mr. Rui Costa, ADB', 'Katrin Belling'], { track: '2' }), itemOf('12:00-12:30', 'Cables', 'presentation', []), itemOf('12:30-13:00', 'Close', 'closing', ['Kathrin Belling'])]
    const draft = agendaOf([...clean.items.slice(0, -1), ...rooms])
    expect(codes(draft).filter((code) => SCHEMA_CODES.includes(code as 'gap'))).toEqual(['person-conflict', 'no-speaker', 'two-affiliations', 'name-variant'])
    expect(labels(one(draft, 'name-variant'))).toEqual(['* The same person', 'Two people'])
    expect(lintDraft(draft).flatMap((issue) => issue.choices.flatMap((choice) => choice.corrections)).some((correction) => correction.field === 'people')).toBe(false)
  })

  it('who lead the event count', () => {
    expect(codes(agendaOf([itemOf('09:00-10:00', 'a', 'presentation', ['Mr. Rui Costa, ADB'])], { moderators: [personOf('M: Mr. Rui Costa, World Bank')] }))).toEqual(['two-affiliations'])
  })
})

describe('rows of a schedule', () => {
  const day = dateOf('2027-03-02')

  it('note what slipped, what may be two, and days off', () => {
    const rows = [meetingOf(day, 'Meeting with NGOs, Mobile operator', { slipped: true }), meetingOf(day, 'Presentation and Q&A session for the team'), meetingOf(day, 'Meeting with the Ministry of Labour, Migration and Employment'), meetingOf(dateOf('2027-03-06'), 'Visit')]
    const found = lintDraft(scheduleOf([stopOf('Lisbon', [], rows)]))
    expect(found.map((issue) => issue.code)).toEqual(['column-shift', 'combined-row', 'combined-row', 'holiday-or-weekend'])
    expect(found.flatMap((issue) => (issue.code === 'combined-row' ? [issue.parts] : []))).toEqual([['Meeting with NGOs', 'Meeting with Mobile operator'], ['Presentation for the team', 'Q&A session for the team']])
    expect(labels(found[0] as DraftIssue)).toEqual(['* Yes, Lisbon, Tue 2 Mar'])
  })

  it('drift apart, and a city may be misspelt', () => {
    const draft = scheduleOf([stopOf('Dushane', [], [meetingOf(day, 'Workshop “Preparing Lisbon for a Digital Century”'), meetingOf(day, 'Workshop “Preparing Lisbon for a New Digital Era”')])])
    expect(lintDraft(draft, { places: ['Dushanbe'] }).map((issue) => [issue.code, labels(issue)[0]])).toEqual([['spelling-near-place', 'Write “Dushanbe”'], ['title-drift', 'Use “Workshop ‘Preparing Lisbon for a Digital Century’”']])
  })

  it('of a clean schedule say nothing', () => {
    expect(codes(scheduleOf([stopOf('Lisbon', [day], [meetingOf(onWeekday('2027-03-02', 'Tuesday'), 'Visit')]), stopOf('Porto', [dateOf('2027-03-04')], [meetingOf(dateOf('2027-03-04'), 'Workshop')])]))).toEqual([])
  })
})
