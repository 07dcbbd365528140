import { describe, expect, it } from 'vitest'
import type { AgendaDraft, ScheduleDraft } from '#app/domain/intake/draft.ts'
import { readText } from '#app/domain/intake/read.ts'
import { formatMinute } from '#app/domain/time.ts'

const rowsOf = (text: string): string[] => (readText(text).draft as AgendaDraft).items.map(({ start, end, title, people, track }) =>
  [start && formatMinute(start.value), end ? `-${formatMinute(end.value)}` : '', ` ${title.value}`, track && ` {${track}}`, people.map(({ name, role }) => ` ${role === 'moderator' ? '*' : '+'}${name.value}`).join('')].join(''))
const stopsOf = (text: string): string[] => (readText(text).draft as ScheduleDraft).stops.flatMap(({ city, days, meetings }) => [
  `${city.value} ${days.map(({ value }) => value.slice(5)).join(' ')}`, ...meetings.map(({ day, start, title }) => `  ${day?.value.slice(5) ?? ''} ${start ? formatMinute(start.value) : ''} ${title.value}`)])

const READ = ['09:00-09:30 Registration', '09:30-10:00 Opening +Ann Example', '10:00-10:30 Coffee break']

describe('wherever the times of an agenda stand', () => {
  it.each([
    ['before the titles', '9:00 – 9:30 Registration\n9:30 – 10:00 Opening – Ms. Ann Example\n10:00 – 10:30 Coffee break'],
    ['at the ends', 'Registration ...... 9.00 – 9.30\nOpening ...... 9.30 – 10.00\n   Ms. Ann Example\nCoffee break ...... 10.00 – 10.30'],
    ['on lines of their own above', '9:00 – 9:30\nRegistration\n\n9:30 – 10:00\nOpening\nMs. Ann Example\n\n10:00 – 10:30\nCoffee break'],
    ['on lines of their own below', 'Seminar\n\nRegistration\n9h00 – 9h30\n\nOpening\n9h30 – 10h00\nMs. Ann Example\n\nCoffee break\n10h00 – 10h30'],
    ['in the middle', '• Registration – 9:00-9:30\n• Opening – 9:30-10:00, Ms. Ann Example\n• Coffee break – 10:00-10:30'],
    ['in a column', 'Time\tItem\tSpeaker\n9:00–9:30\tRegistration\t\n9:30–10:00\tOpening\tMs. Ann Example\n10:00–10:30\tCoffee break\t'],
    ['in two columns', 'Start\tEnd\tItem\tSpeaker\n9:00\t9:30\tRegistration\t\n9:30\t10:00\tOpening\tMs. Ann Example\n10:00\t10:30\tCoffee break\t'],
    ['in columns without heads', '9:00–9:30 | Registration |\n9:30–10:00 | Opening | Ms. Ann Example\n10:00–10:30 | Coffee break |'],
    ['in a spreadsheet saved as text', 'Time;Item;Speaker\n09:00–09:30;Registration;\n09:30–10:00;Opening;Ms. Ann Example\n10:00–10:30;Coffee break;'],
    ['under labels', 'Title: Registration\nTime: 9:00–9:30\n\nTitle: Opening\nTime: 9:30–10:00\nSpeaker: Ms. Ann Example\n\nTitle: Coffee break\nTime: 10:00–10:30'],
    ['as durations', 'Seminar, starts at 9:00\n1. Registration (30 min)\n2. Opening (30 min) – Ms. Ann Example\n3. Coffee break (30 min)'],
    ['in hours of four figures', '0900–0930 hrs: Registration\n0930–1000 hrs: Opening, Ms. Ann Example\n1000–1030 hrs: Coffee break'],
  ])('they are read: %s', (_, text) => expect(rowsOf(text)).toEqual(READ))

  it('in two halves of the page', () => {
    expect(rowsOf('Hall A                       Hall B\n11:00–11:30 Roads            11:00–11:30 Rivers\n11:30–12:00 Bridges          11:30–12:00 Lakes'))
      .toEqual(['11:00-11:30 Roads {Hall A}', '11:00-11:30 Rivers {Hall B}', '11:30-12:00 Bridges {Hall A}', '11:30-12:00 Lakes {Hall B}'])
  })

  it('with cells that wrap', () => {
    expect(rowsOf('Time        Item                         Responsible\n10.00       Registration                 Team\n11.00       Low-floor buses: costs and   Mr. Tom Sample\n            benefits\n12.00       Lunch'))
      .toEqual(['10:00 Registration', '11:00 Low-floor buses: costs and benefits +Tom Sample', '12:00 Lunch'])
  })

  it('without the parts of the event whose talks have times of their own', () => {
    expect(rowsOf('SESSION 1. POLICY (09:30-10:30)\nModerator: Mr. Tom Sample\n09:30-10:00 Results\nMs. Ann Example, Director, Centre\n10:00-10:30 Q&A\n\n10:30-11:00 Coffee break')).toEqual(['09:30-10:00 Results +Ann Example *Tom Sample', '10:00-10:30 Q&A', '10:30-11:00 Coffee break'])
  })
})

describe('however a journey is told', () => {
  it.each([
    ['under cities', 'Mission, May 2025\n\nBishkek, 6 May 2025\n- 9:00 Meeting with the Ministry of Finance\n\nNaryn, 7 May 2025\n- 13:00 Meeting with the Governor'],
    ['under days with cities', 'Mission\n\nTuesday, May 6, 2025 (Bishkek)\n9:00 am   Meeting with the Ministry of Finance\n\nWednesday, May 7, 2025 (Naryn)\n1:00 pm   Meeting with the Governor'],
    ['in a table with merged cells', 'City\tDate\tTime\tMeeting\nBishkek\t6 May 2025\t9:00\tMeeting with the Ministry of Finance\nNaryn\t7 May 2025\t13:00\tMeeting with the Governor'],
    ['with times on lines of their own', '6 May 2025, Bishkek\n9:00\nMeeting with the Ministry of Finance\n\n7 May 2025, Naryn\n13:00\nMeeting with the Governor'],
  ])('%s', (_, text) => expect(stopsOf(text)).toEqual(['Bishkek 05-06', '  05-06 09:00 Meeting with the Ministry of Finance', 'Naryn 05-07', '  05-07 13:00 Meeting with the Governor']))

  it('by its ways, several rows in a line', () => {
    expect(stopsOf('Itinerary, 14–15 October 2024\n14 Oct, Mon: arrival to Tbilisi; 11:00 meeting at the Public Service Hall; 15:00 meeting with the Ministry of Justice\n15 Oct, Tue: 09:00 departure to Kutaisi; 16:00 meeting with the Mayor')).toEqual([
      'Tbilisi 10-14', '  10-14  arrival to Tbilisi', '  10-14 11:00 meeting at the Public Service Hall', '  10-14 15:00 meeting with the Ministry of Justice', 'Kutaisi 10-15', '  10-15 09:00 departure to Kutaisi', '  10-15 16:00 meeting with the Mayor',
    ])
  })
})
