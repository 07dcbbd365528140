import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AgendaDraft, PersonDraft, ScheduleDraft } from '#app/domain/intake/draft.ts'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { readText } from '#app/domain/intake/read.ts'
import { formatMinute, parseMinute } from '#app/domain/time.ts'

type Printed = { honorific: string; name: string; as_printed: string; as_printed_2?: string; line: number }
type Seed = {
  stops: { location_verbatim: string; city: string; country: string; dates: string[]; activity_ids: string[] }[]
  activities: { id: string; line: number; date: string; date_verbatim: string; weekday_stated: string; date_stated_on_row: boolean; activity_verbatim: string; column_shift: boolean; type_inferred: string }[]
  workshops: { id: string; header_start: string; header_end: string; venue_verbatim: string; moderators: Printed[]; titles: { verbatim: string; line: number }[]; items: { line: number; start: string; end: string | null; title: string; speakers: Printed[] }[] }[]
}

const DECK = readFileSync('db/seed/deck.txt', 'utf8')
const SEED = JSON.parse(readFileSync('db/seed/roadshow.json', 'utf8')) as Seed
const LINES = DECK.split('\n')
const [TABLE, AGENDA] = [{ from: 17, to: 37 }, { from: 45, to: 74 }]
const linesOf = ({ from, to }: { from: number; to: number }): string => LINES.slice(from - 1, to).join('\n')

const schedule = readText(linesOf(TABLE)).draft as ScheduleDraft
const agenda = readText(linesOf(AGENDA)).draft as AgendaDraft
const meetings = schedule.stops.flatMap((stop) => stop.meetings)
const lineOf = (key: string, { from }: { from: number }): number => Number.parseInt(key.slice(1), 10) + from - 1

describe('the table of the deck', () => {
  it('has its stops, with country and days', () => {
    expect(schedule.stops.map(({ city, country, printed, days }) => ({ city: city.value, country: country?.value, printed, days: days.map(({ value }) => value) })))
      .toEqual(SEED.stops.map(({ city, country, location_verbatim, dates }) => ({ city, country, printed: location_verbatim, days: dates })))
  })

  it('has its eighteen activities, each at its line, on its day and in its city', () => {
    expect(meetings.map(({ key, title, day, dayInherited }) => ({ line: lineOf(key, TABLE), title: title.value, day: day?.value, inherited: dayInherited })))
      .toEqual(SEED.activities.map(({ line, activity_verbatim, date, date_stated_on_row }) => ({ line, title: activity_verbatim, day: date, inherited: !date_stated_on_row })))
    expect(schedule.stops.map((stop) => stop.meetings.length)).toEqual(SEED.stops.map(({ activity_ids }) => activity_ids.length))
  })

  it('keeps the weekdays as printed', () => {
    expect(meetings.map(({ day }) => ({ printed: day?.printed, weekday: day?.weekday }))).toEqual(SEED.activities.map(({ date_verbatim, weekday_stated }) => ({ printed: date_verbatim, weekday: weekday_stated })))
  })

  it('places the two rows that slipped into the first column, and says so', () => {
    expect(meetings.filter(({ slipped }) => slipped).map(({ key }) => lineOf(key, TABLE))).toEqual(SEED.activities.filter(({ column_shift }) => column_shift).map(({ line }) => line))
  })

  it('has exactly two wrong weekdays, over five rows', () => {
    const wrong = lintDraft(schedule).flatMap((issue) => (issue.code === 'weekday-mismatch' ? [issue] : []))
    expect(wrong.map(({ printed }) => printed)).toEqual(['Thursday, 31st January 2020', 'Friday, 6th February 2020'])
    expect(wrong.reduce((sum, { rows }) => sum + rows, 0)).toBe(5)
  })

  it('takes the days of the journey from its title', () => {
    expect([schedule.title?.value, schedule.days.map(({ value }) => value)]).toEqual(['Smart City Regional Roadshow', ['2020-01-29', '2020-02-07']])
  })
})

describe('the agenda of the deck', () => {
  const seed = SEED.workshops.find(({ id }) => id === 'W-DUS') as Seed['workshops'][number]
  const printed = ({ honorific, name, printedTitle }: PersonDraft): unknown => ({ honorific: honorific?.value, name: name.value, as: printedTitle })
  const asPrinted = ({ honorific, name, as_printed, as_printed_2 }: Printed): unknown => ({ honorific, name, as: as_printed_2 ? `${as_printed}; ${as_printed_2}` : as_printed })

  it('has its head', () => {
    expect({ title: agenda.title?.value, days: agenda.days.map(({ value, weekday }) => [value, weekday]), venue: agenda.venue?.value, city: agenda.city?.value, start: agenda.header?.start, end: agenda.header?.end })
      .toEqual({ title: seed.titles[1]?.verbatim, days: [['2020-02-04', 'Tuesday']], venue: seed.venue_verbatim, city: 'Dushanbe', start: parseMinute(seed.header_start), end: parseMinute(seed.header_end) })
  })

  it('has its three moderators, as printed', () => {
    expect(agenda.moderators.map(printed)).toEqual(seed.moderators.map(asPrinted))
    expect(agenda.moderators.every(({ role }) => role === 'moderator')).toBe(true)
  })

  it('has its ten items, each at its line, with its hours', () => {
    expect(agenda.items.map(({ key, title, start, end }) => ({ line: lineOf(key, AGENDA), title: title.value, start: start && formatMinute(start.value), end: end && formatMinute(end.value) })))
      .toEqual(seed.items.map(({ line, title, start, end }) => ({ line, title, start: formatMinute(parseMinute(start) as number), end: end && formatMinute(parseMinute(end) as number) })))
  })

  it('has its speakers, as printed, Hwang with two affiliations', () => {
    expect(agenda.items.map(({ people }) => people.map(({ honorific, name }) => [honorific?.value, name.value]))).toEqual(seed.items.map(({ speakers }) => speakers.map(({ honorific, name }) => [honorific, name])))
    const hwang = agenda.items[4]?.people[0] as PersonDraft
    expect([hwang.position?.value, hwang.organisation?.value, hwang.further]).toEqual(['Master Planner', 'Busan EDC National Pilot Smart City', [{ position: 'Lead Researcher', organisation: 'National Information Society Agency' }]])
    expect(new Set([...agenda.moderators, ...agenda.items.flatMap(({ people }) => people)].map(({ name }) => name.value)).size).toBe(8)
  })
})
