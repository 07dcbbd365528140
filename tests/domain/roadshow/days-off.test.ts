import { expect, it } from 'vitest'
import { daysOff, holidayWords, workingDays } from '#app/domain/roadshow/days-off.ts'
import type { Holiday } from '#app/domain/roadshow/days-off.ts'

const navruz: Holiday = { country: 'T', name: 'Navruz', kind: 'holiday', startDay: '2015-03-21', endDay: '2015-03-24', yearly: true, untilYear: null, verified: false }
const once: Holiday = { country: 'T', name: 'Day moved', kind: 'holiday', startDay: '2020-03-25', endDay: '2020-03-25', yearly: false, untilYear: null, verified: true }
const president: Holiday = { country: 'K', name: 'First President', kind: 'holiday', startDay: '2015-12-01', endDay: '2015-12-01', yearly: true, untilYear: 2021, verified: false }
const turn: Holiday = { country: 'K', name: 'New Year', kind: 'holiday', startDay: '2015-12-31', endDay: '2016-01-02', yearly: true, untilYear: null, verified: false }
const worked: Holiday = { country: 'T', name: 'for 26 March', kind: 'working', startDay: '2020-03-21', endDay: '2020-03-21', yearly: false, untilYear: null, verified: true }

it('finds the days of every year and those of one, with whether somebody checked them', () => {
  expect(daysOff([navruz, once], ['T'], '2020-03-23', '2020-03-31')).toEqual([
    { country: 'T', day: '2020-03-23', name: 'Navruz', verified: false }, { country: 'T', day: '2020-03-24', name: 'Navruz', verified: false }, { country: 'T', day: '2020-03-25', name: 'Day moved', verified: true },
  ])
})

it('knows no holiday before it began, after it was abolished, or in another country', () => {
  expect(daysOff([navruz], ['T'], '2014-01-01', '2014-12-31')).toEqual([])
  expect(daysOff([president], ['K'], '2020-01-01', '2023-12-31').map((each) => each.day)).toEqual(['2020-12-01', '2021-12-01'])
  expect(daysOff([navruz, once], ['K'], '2020-01-01', '2020-12-31')).toEqual([])
})

it('runs over the turn of a year', () => {
  expect(daysOff([turn], ['K'], '2020-01-01', '2020-01-05').map((each) => each.day)).toEqual(['2020-01-01', '2020-01-02'])
})

it('takes a day that a decree made a working day for none', () => {
  expect(daysOff([navruz, worked], ['T'], '2020-03-20', '2020-03-22').map((each) => each.day)).toEqual(['2020-03-22'])
  expect([...workingDays([navruz, worked], ['T'], '2020-01-01', '2020-12-31')]).toEqual(['T 2020-03-21'])
})

it('puts 29 February on 1 March where there is none', () => {
  const leap: Holiday = { ...once, startDay: '2020-02-29', endDay: '2020-02-29', yearly: true }
  expect(daysOff([leap], ['T'], '2023-02-01', '2024-03-31').map((each) => each.day)).toEqual(['2023-03-01', '2024-02-29'])
})

it('names the days of a stop, and says what nobody checked', () => {
  const words = holidayWords([{ ...navruz, stopId: 's' }, { ...once, startDay: '2020-03-24', endDay: '2020-03-24', stopId: 's' }, { ...worked, stopId: 's' }], '2020-03-21', '2020-03-24')
  expect([...words]).toEqual([['s 2020-03-21', 'Navruz (unverified), working day: for 26 March'], ['s 2020-03-22', 'Navruz (unverified)'], ['s 2020-03-23', 'Navruz (unverified)'], ['s 2020-03-24', 'Navruz (unverified), Day moved']])
})
