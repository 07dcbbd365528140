import { describe, expect, it } from 'vitest'
import { corrected, lostCorrections, withCorrections } from '#app/domain/intake/corrections.ts'
import type { Correction } from '#app/domain/intake/corrections.ts'
import type { AgendaDraft, ScheduleDraft } from '#app/domain/intake/draft.ts'
import { peopleFrom, personLine } from '#app/domain/intake/person-lines.ts'
import { agenda, date, item, meeting, person, schedule, stop } from '#tests/support/drafts.ts'

const ANA = person('Ms.', 'Ana North', 'Director', 'Agency of Roads, Ministry', { further: [{ position: 'Chair', organisation: 'Society' }], printedTitle: 'Director, Agency of Roads, Ministry; Chair, Society' })
const AGENDA = agenda('Roads', '2027-03-02', [item(4, '09:00', '09:30', 'Welcome', 'remarks', [ANA]), item(6, '09:30', null, 'Lunch', 'meal')], { header: { start: 540, end: 600, span: { start: 2, end: 3 } } })
const wrong = date('2027-03-04', { weekday: 'Friday', printed: 'Friday, 4 March 2027' })
const SCHEDULE = schedule('Tour', [
  stop(1, 'North', 'Land', [meeting(1, wrong, 'First'), meeting(2, wrong, 'Second', 'meeting', { dayInherited: true }), meeting(3, date('2027-03-05'), 'Third')]),
  stop(4, 'South', '', [meeting(4, date('2027-03-06'), 'Fourth', 'meeting', { slipped: true })]),
])
const fix = (key: string, field: Correction['field'], value: string): Correction => ({ key, field, value })
const items = (...corrections: Correction[]) => (corrected(AGENDA, corrections) as AgendaDraft).items
const stops = (...corrections: Correction[]) => (corrected(SCHEDULE, corrections) as ScheduleDraft).stops

describe('corrections of an agenda', () => {
  it('set what a row says, surely', () => {
    const [first] = items(fix('L4', 'start', '09:10'), fix('L4', 'end', ''), fix('L4', 'title', 'Opening'), fix('L4', 'kind', 'panel'), fix('L4', 'details', 'One\n\n Two '), fix('L4', 'otherTitle', 'Кушодашавӣ'))
    expect(first).toMatchObject({ start: { value: 550, confidence: 'sure' }, end: null, title: { value: 'Opening', language: 'en' }, kind: { value: 'panel' }, details: ['One', 'Two'], otherTitle: { value: 'Кушодашавӣ' } })
  })

  it('leave rows out, and let the later answer win', () => {
    expect(items(fix('L6', 'skip', 'yes')).map(({ key }) => key)).toEqual(['L4'])
    expect(withCorrections([fix('L6', 'skip', 'yes'), fix('', 'day', '2027-03-02>2027-03-03')], [fix('L6', 'skip', ''), fix('', 'day', '2027-03-05>2027-03-06')])).toEqual([
      fix('L6', 'skip', ''), fix('', 'day', '2027-03-02>2027-03-03'), fix('', 'day', '2027-03-05>2027-03-06'),
    ])
    expect(items(fix('L4', 'title', 'A'), fix('L4', 'title', 'B'))[0]?.title.value).toBe('B')
  })

  it('keep a person whose line is unchanged whole, and read a changed one', () => {
    const [first] = items(fix('L4', 'people', `${personLine(ANA)}\nModerator: Mr. Ben van der West (TBC), Head, City of East`))
    expect(first?.people[0]).toBe(ANA)
    expect(first?.people[1]).toMatchObject({ name: { value: 'Ben van der West' }, honorific: { value: 'Mr.' }, position: { value: 'Head' }, organisation: { value: 'City of East' }, role: 'moderator', unconfirmed: true })
    expect(items(fix('L4', 'people', ''))[0]?.people).toEqual([])
    expect(peopleFrom('Dr. \n , \nAna', [], ANA.span, 'speaker').map(({ name }) => name.value)).toEqual(['Dr.', 'Ana'])
  })

  it('set the head: hours, day with its rows, moderators', () => {
    const dayed = { ...AGENDA, items: AGENDA.items.map((each) => ({ ...each, day: { value: '2027-03-02', span: each.span, confidence: 'sure' as const } })) }
    const now = corrected(dayed, [fix('', 'header', '09:00-12:10'), fix('', 'day', '2027-03-03'), fix('', 'people', 'Moderator: Cem'), fix('', 'venue', 'Hall')]) as AgendaDraft
    expect(now).toMatchObject({ header: { start: 540, end: 730, span: { start: 2 } }, days: [{ value: '2027-03-03', printed: '' }], moderators: [{ name: { value: 'Cem' }, role: 'moderator' }], venue: { value: 'Hall' } })
    expect(now.items.map(({ day }) => day?.value)).toEqual(['2027-03-03', '2027-03-03'])
    expect((corrected(AGENDA, [fix('', 'header', '')]) as AgendaDraft).header).toBeNull()
  })

  it('name those that mean nothing, and change nothing for them', () => {
    const lost = [fix('L9', 'title', 'X'), fix('L4', 'start', '25:00'), fix('L4', 'kind', 'party'), fix('L4', 'city', 'X'), fix('', 'header', '10:00-09:00'), fix('', 'day', '2027-02-30'), fix('', 'day', '2020-01-01>2020-01-02')]
    expect(lostCorrections(AGENDA, [...lost, fix('L4', 'title', 'Y')])).toEqual(lost)
    expect(corrected(AGENDA, lost)).toEqual(AGENDA)
  })
})

describe('corrections of a schedule', () => {
  it('take along the rows that inherit the day', () => {
    const [north] = stops(fix('L1', 'day', '2027-03-04'))
    expect(north?.meetings.map(({ day }) => [day?.value, day?.weekday])).toEqual([['2027-03-04', null], ['2027-03-04', null], ['2027-03-05', null]])
    expect(stops(fix('L1', 'day', '2027-03-03'), fix('L2', 'day', '2027-03-01'))[0]?.meetings.map(({ day }) => day?.value)).toEqual(['2027-03-03', '2027-03-01', '2027-03-05'])
  })

  it('set city and country of a stop, and carry a row to another stop', () => {
    const now = stops(fix('L4', 'city', 'Easton'), fix('L4', 'country', 'Land'), fix('L4', 'stop', 'L1'), fix('L2', 'tentative', 'yes'), fix('L3', 'venue', 'Hall'))
    expect(now.map(({ city, country, meetings }) => [city.value, country?.value, meetings.map(({ key }) => key)])).toEqual([['North', 'Land', ['L1', 'L2', 'L3', 'L4']], ['Easton', 'Land', []]])
    expect(now[0]?.meetings[3]?.slipped).toBe(false)
    expect(now[0]?.meetings[1]?.tentative).toBe(true)
  })
})
