import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fillBands, isWeekend, layBands } from '#app/domain/roadshow/bands.ts'
import { addDays } from '#app/domain/time.ts'

const stop = (id: string, arriveDay: string, departDay = arriveDay) => ({ id, arriveDay, departDay })
const mission = (startDay: string, endDay: string) => ({ startDay, endDay })
const told = (...args: Parameters<typeof layBands>) => layBands(...args).map((band) => `${band.kind === 'stop' ? (band.stop as { id: string }).id : `between${band.skipped ? ` +${band.skipped}` : ''}`} ${band.days.map((day) => day.slice(5)).join(' ')}`)

it('stands stops and the days between them in a row', () => {
  expect(told([stop('a', '2027-03-02'), stop('b', '2027-03-04', '2027-03-05')], mission('2027-03-01', '2027-03-06'), []))
    .toEqual(['between 03-01', 'a 03-02', 'between 03-03', 'b 03-04 03-05', 'between 03-06'])
})

it('shows of a long way only the days on which something stands', () => {
  const stops = [stop('a', '2027-03-02'), stop('b', '2027-03-20')]
  expect(told(stops, mission('2027-03-02', '2027-03-20'), [{ stopId: 'a', day: '2027-03-10' }])).toEqual(['a 03-02', 'between +16 03-10', 'b 03-20'])
  expect(told(stops, mission('2027-03-02', '2027-03-20'), [])).toEqual(['a 03-02', 'between +16 03-03', 'b 03-20'])
})

it('reaches to what stands outside the mission’s days', () => {
  expect(told([stop('a', '2027-03-02')], mission('2027-03-02', '2027-03-02'), [{ stopId: 'a', day: '2027-03-03' }])).toEqual(['a 03-02', 'between 03-03'])
})

it('gives a shared day to both stops, and a stray its column at its own stop', () => {
  const stops = [stop('a', '2027-03-02', '2027-03-03'), stop('b', '2027-03-03', '2027-03-04')]
  expect(told(stops, mission('2027-03-02', '2027-03-04'), [{ stopId: 'a', day: '2027-03-04' }])).toEqual(['a 03-02 03-03 03-04', 'b 03-03 03-04'])
})

it('draws everything exactly once', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2027-03-01', n))
  const stops = fc.array(fc.record({ arriveDay: day, stay: fc.integer({ min: 0, max: 5 }) }), { minLength: 1, maxLength: 6 })
  fc.assert(fc.property(stops, fc.array(fc.record({ at: fc.nat(), day }), { maxLength: 20 }), (raw, things) => {
    const given = raw.map(({ arriveDay, stay }, n) => stop(`s${n}`, arriveDay, addDays(arriveDay, stay)))
    const standing = things.map(({ at, day }) => ({ stopId: given[at % given.length]?.id ?? '', day }))
    const bands = layBands(given, mission('2027-03-05', '2027-03-09'), standing)
    const drawn = fillBands(bands, standing).flatMap((days, b) => days.flatMap((cell, d) => cell.map((each) => ({ each, band: bands[b], day: bands[b]?.days[d] }))))
    expect(new Set(drawn.map(({ each }) => each))).toEqual(new Set(standing))
    expect(drawn.length).toBe(standing.length)
    for (const { each, band, day } of drawn) expect([day, band?.kind === 'stop' ? band.stop.id : each.stopId]).toEqual([each.day, each.stopId])
  }))
})

it('knows the weekend', () => {
  expect(['2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'].map(isWeekend)).toEqual([false, true, true, false])
})
