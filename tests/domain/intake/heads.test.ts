import { describe, expect, it } from 'vitest'
import type { AgendaDraft } from '#app/domain/intake/draft.ts'
import { readText } from '#app/domain/intake/read.ts'
import { formatMinute } from '#app/domain/time.ts'

const BODY = '10:00–10:20 Opening remarks\n   Ms. Ann Example, Director, UNDP\n10:20–11:00 Tariff reform in Kazakhstan – Mr. Tom Sample (ADB)\n11:00–12:45 Discussion\n12:45–13:00 Closing'
const COUNTED = 'Opening remarks (20 min) – Ms. Ann Example, UNDP\nTariff reform in Kazakhstan (40 min) – Mr. Tom Sample (ADB)\nDiscussion (105 min)\nClosing (15 min)'

/** What the head says, and where the rows begin. */
function headOf(head: string, body: string): string {
  const { title, days, venue, header, items } = readText(`Workshop on Water Financing\n${head}\n\n${body}`).draft as AgendaDraft
  return [title?.value === 'Workshop on Water Financing' ? '' : title?.value, days.map(({ value }) => value).join(' '), venue?.value ?? '', header ? `${formatMinute(header.start)}–${header.end === null ? '' : formatMinute(header.end)}` : '', items.map(({ start }) => formatMinute(start?.value ?? 0)).join(' ')].join(' | ')
}

describe('a line that says when and where', () => {
  const said = (venue: string, hours = '10:00–13:00'): string => ` | 2024-06-05 | ${venue} | ${hours} | 10:00 10:20 11:00 12:45`
  it.each([
    ['Astana, 5 June 2024 | 10:00 a.m. – 1:00 p.m. | Conference Room 3, National Bank', said('Conference Room 3, National Bank')],
    ['5 June 2024, 10:00–13:00, Hotel Plaza, Astana', said('Hotel Plaza, Astana')],
    ['10:00–13:00, 5 June 2024, Hotel Plaza, Astana', said('Hotel Plaza, Astana')],
    ['Hotel Plaza, Astana / 5 June 2024 / 10.00–13.00', said('Hotel Plaza, Astana')],
    ['Wednesday, 5 June 2024 • 10:00–13:00 • Hotel Plaza, Astana', said('Hotel Plaza, Astana')],
    ['June 5th, 2024 – 10 am to 1 pm – Hotel Plaza, Astana', said('Hotel Plaza, Astana')],
    ['On 5 June 2024, from 10.00 to 13.00, at the Hotel Plaza (2nd floor)', said('Hotel Plaza (2nd floor)')],
    ['Le mercredi 5 juin 2024, de 10h à 13h, Hôtel Plaza, Astana', said('Hôtel Plaza, Astana')],
    ['Wednesday, June 5, 2024 · 10:00 – 13:00 · Time zone: Asia/Almaty', said('')],
    ['Wednesday, 5 June 2024 — 10:00 — Hotel Plaza, Astana', said('Hotel Plaza, Astana', '10:00–')],
    ['Date/Time: 5 June 2024, 10:00 – 13:00 (Astana time) Venue: Hotel Plaza, Astana', said('Hotel Plaza, Astana')],
    ['Date: 5 June 2024   Time: 10:00–13:00   Venue: Hotel Plaza, Astana', said('Hotel Plaza, Astana')],
    ['Where and when: Hotel Plaza, Astana, 5 June 2024, 10:00–13:00', said('Hotel Plaza, Astana')],
  ])('in whatever order: %s', (line, expected) => expect([headOf(line, BODY), headOf(line, COUNTED)]).toEqual([expected, expected]))

  it('is no row of a journey', () => {
    expect(readText('Mission to Central Asia\n\n3 June 2024, Astana\n10:00–11:00, Ministry of Finance\n14:00–15:00, National Bank\n\n5 June 2024, Bishkek\n9:00–10:00, City Hall\n11:00–12:00, meeting with the Mayor').draft?.kind).toBe('schedule')
  })
})

describe('what an event is called', () => {
  const ROWS = '\n9:00–9:30 Opening\n9:30–10:00 Tariffs\n   Ms. Ann Example\n   Chief Sustainability Officer, United Airlines\n'
  it.each([
    ['World Bank Group | Eurasian Universities Union\nJOINT SEMINAR ON LABOR MARKETS\nAnkara, Türkiye | February 15, 2024', 'JOINT SEMINAR ON LABOR MARKETS', 'Ankara, Türkiye'],
    ['Workshop: Valuing Ecosystems\n15 February 2024\nUCA Campus, Room 12', 'Workshop: Valuing Ecosystems', 'UCA Campus, Room 12'],
    ['Aviation Summit - Day Two Agenda\n15 February 2024 | Baku Convention Center', 'Aviation Summit', 'Baku Convention Center'],
    ['4th Health Financing Forum\n"Paying for what matters"\n\n15 February 2024, Tashkent\nWyndham Hotel, Conference hall "Silk Road"', '4th Health Financing Forum "Paying for what matters"', 'Wyndham Hotel, Conference hall "Silk Road"'],
    ['Training on Smart Cities\nTraining venue: Karven Resort\nDate of the training: 15 February 2024', 'Training on Smart Cities', 'Karven Resort'],
  ])('%s', (head, called, place) => {
    const { title, venue, days, items } = readText(`${head}\n${ROWS}`).draft as AgendaDraft
    expect([title?.value, venue?.value, days[0]?.value, items[1]?.people[0]?.organisation?.value]).toEqual([called, place, '2024-02-15', 'United Airlines'])
  })
})
