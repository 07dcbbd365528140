import { describe, expect, it } from 'vitest'
import type { AgendaDraft } from '#app/domain/intake/draft.ts'
import { lintDraft } from '#app/domain/intake/lint.ts'
import { readText } from '#app/domain/intake/read.ts'
import { formatMinute } from '#app/domain/time.ts'

const agendaOf = (text: string): AgendaDraft => readText(text).draft as AgendaDraft
const headOf = ({ title, days, venue, header }: AgendaDraft): string => [title?.value, days.map(({ value }) => value).join(' '), venue?.value, header ? `${formatMinute(header.start)}–${header.end === null ? '' : formatMinute(header.end)}` : ''].join(' | ')
const ROWS = '\n\n9:30 Arrival\n9:45 Welcome (Laura)\n10:30 Budget – Ms. Ann Example, UNDP\n13:00 Lunch\n\nBest regards,\nLaura'

describe('an agenda told in the sentences of a mail', () => {
  it.each([
    ['See below the draft agenda for Tuesday’s virtual session (May 14, 2024). All times are Eastern.', 'Tuesday’s virtual session | 2024-05-14 |  | '],
    ['Please find the agenda for our kick-off below. We meet on Monday 3 February 2025 in the GIZ office (Chui 22, 3rd floor), 9.30 to 13.00.', 'kick-off | 2025-02-03 | GIZ office (Chui 22, 3rd floor) | 09:30–13:00'],
    ['Please find below the agenda for the meeting on digital skills, which will be held on Wednesday, 20 November 2024 at 9:30 in the UNDP conference room (4th floor).', 'meeting on digital skills | 2024-11-20 | UNDP conference room (4th floor) | '],
    ['Here’s the agenda for the donor call (Nov 7, 2024).\nPlease confirm by 1 November 2024.', 'donor call | 2024-11-07 |  | '],
  ])('%s', (sentence, expected) => expect(headOf(agendaOf(`Dear all,\n\n${sentence}${ROWS}`)).replace('undefined', '')).toBe(expected))

  it('with what a calendar adds', () => {
    const { items, ...agenda } = agendaOf('Microsoft Teams meeting\nSteering Committee No. 7\nTuesday, April 9, 2024 3:00 PM-5:00 PM (UTC+05:00) Islamabad, Karachi, Tashkent\n\nAgenda\n1. Opening (5 min)\n2. Progress – Mr. Tom Sample (30 min)\n3. Discussion (30 min)\n\nJoin on your computer or mobile app\nMeeting ID: 364 012 774 99')
    expect(headOf({ ...agenda, items })).toBe('Steering Committee No. 7 | 2024-04-09 |  | 15:00–17:00')
    expect(items.map(({ start, title }) => `${formatMinute(start?.value ?? 0)} ${title.value}`)).toEqual(['15:00 Opening', '15:05 Progress', '15:35 Discussion'])
  })
})

describe('rooms on lines of their own', () => {
  it('hold rows that take the same time', () => {
    const agenda = agendaOf('Forum\n17 October 2024\n\n9:00–11:00 Plenary – Ms. Eva Sample, OECD\n\nRoom 1\n11:00–11:45 Digital identity – Ms. Ann Example, UNDP\n11:45–12:30 Clouds – Mr. Jan Example, ADB\n\nRoom 2\n11:00–11:45 Registers – Mr. Tom Sample, EIB\n11:45–12:30 Open source – Ms. Eva Sample, OECD\n\n12:30–13:30 Lunch')
    expect(agenda.items.map(({ track }) => track)).toEqual(['', 'Room 1', 'Room 1', 'Room 2', 'Room 2', ''])
    expect(lintDraft(agenda).filter(({ severity }) => severity !== 'note')).toEqual([])
  })
})

describe('rows in which groups and bodies speak', () => {
  it.each(['Presentation of group results', 'Panel with partners (ADB, EBRD, EU, KfW)'])('ask for no speaker: %s', (row) => {
    const agenda = agendaOf(`Workshop\n3 March 2025\n9:00–9:30 Opening – Ms. Ann Example, UNDP\n9:30–10:00 Tariffs – Mr. Tom Sample, ADB\n10:00–10:30 ${row}\n10:30–11:00 Lunch`)
    expect(lintDraft(agenda).map(({ code }) => code)).not.toContain('no-speaker')
  })
})
