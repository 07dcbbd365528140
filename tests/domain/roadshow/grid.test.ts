import { describe, expect, it } from 'vitest'
import { layGrid, whenOf, wordsOfDays, wrongDays } from '#app/domain/roadshow/grid.ts'
import type { GridBlock } from '#app/domain/roadshow/grid.ts'
import { instantOf } from '#app/domain/time.ts'

const stops = [
  { id: 'a', city: 'North', zone: 'Asia/Almaty', arriveDay: '2020-01-30', departDay: '2020-01-31' },
  { id: 'b', city: 'South', zone: 'Asia/Dushanbe', arriveDay: '2020-02-03', departDay: '2020-02-03' },
]
const mission = { startDay: '2020-01-30', endDay: '2020-02-03' }
const block = (id: string, stopId: string, day: string, startMinute: number | null, over: Partial<GridBlock> = {}): GridBlock => ({
  id, stopId, kind: 'meeting', title: id, status: 'confirmed', day, startMinute, endMinute: startMinute === null ? null : startMinute + 60, zone: stopId === 'a' ? 'Asia/Almaty' : 'Asia/Dushanbe',
  endMs: null, venue: '', team: '', sampleFields: [], ...over,
})
const now = instantOf('2020-01-31', 645, 'Asia/Almaty').at

describe('the grid', () => {
  it('heads each band with the clock of its stop, and says how it differs from the one before', () => {
    const { bands } = layGrid(stops, mission, [], now)
    expect(bands.map(({ title, clock, zone, days }) => [title, clock, zone, days.map((day) => day.day.slice(8)).join(' ')])).toEqual([
      ['North', '10:45', 'UTC+6', '30 31'], ['Weekend', undefined, '', '01 02'], ['South', '09:45', 'UTC+5, clock −1 h', '03'],
    ])
  })

  it('draws the line of now on the day that the stop has, on its own clock', () => {
    const lines = layGrid(stops, mission, [], now).bands.flatMap((band) => band.days.filter((day) => day.nowAt !== undefined).map((day) => [day.day, day.nowAt, day.nowText]))
    expect(lines).toEqual([['2020-01-31', 10.75, '10:45']])
  })

  it('puts what has no time apart, parallel meetings side by side, and new ones at the stop that was last', () => {
    const { bands, from, to } = layGrid(stops, mission, [block('untimed', 'b', '2020-02-03', null), block('left', 'b', '2020-02-03', 840), block('right', 'b', '2020-02-03', 870), block('early', 'a', '2020-01-30', 420)], now)
    expect({ from, to }).toEqual({ from: 7, to: 21 })
    const [day] = bands[2]?.days ?? []
    expect(day?.untimed.map((each) => each.id)).toEqual(['untimed'])
    expect(day?.timed.map(({ id, at, for: hours, lane, lanes }) => ({ id, at, hours, lane, lanes }))).toEqual([{ id: 'left', at: 14, hours: 1, lane: 0, lanes: 2 }, { id: 'right', at: 14.5, hours: 1, lane: 1, lanes: 2 }])
    expect(bands.map((band) => band.days[0]?.addAt)).toEqual(['a', 'a', 'b'])
  })
})

it('writes travel with the clock at both ends', () => {
  const endMs = instantOf('2020-01-31', 19 * 60 + 40, 'Asia/Dushanbe').at
  expect(whenOf(block('flight', 'a', '2020-01-31', 19 * 60, { kind: 'travel', endMs }), stops)).toBe('19:00 UTC+6 – 19:40 UTC+5')
  expect(whenOf(block('open', 'a', '2020-01-31', 19 * 60, { kind: 'travel' }), stops)).toBe('19:00 UTC+6')
  expect(whenOf(block('meeting', 'a', '2020-01-31', 540), stops)).toBe('09:00–10:00')
  expect(whenOf(block('none', 'a', '2020-01-31', null), stops)).toBe('')
})

it('finds a weekday that is printed wrong until somebody lets it stand', () => {
  const printed = (id: string, day: string, printedDay: string | null) => ({ id, day, printedDay })
  const wrong = wrongDays([printed('x', '2020-01-31', 'Thursday, 31st January 2020'), printed('y', '2020-01-31', 'Thursday, 31st January 2020'), printed('z', '2020-02-03', 'Monday, 3rd February 2020'), printed('moved', '2020-02-04', 'Thursday, 31st January 2020'), printed('none', '2020-02-05', null)])
  expect(wrong).toEqual([{ day: '2020-01-31', engagementId: 'x', weekday: 'Thursday' }])
  expect(wordsOfDays(wrong, new Set())).toEqual({ '2020-01-31': 'printed “Thursday”' })
  expect(wordsOfDays(wrong, new Set(['x']))).toEqual({})
})
