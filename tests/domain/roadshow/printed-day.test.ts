import { describe, expect, it } from 'vitest'
import { isOffDay, nearestWeekday, parsePrintedDay, weekdayPrinted, withWeekday } from '#app/domain/roadshow/printed-day.ts'

describe('a printed day', () => {
  it.each([
    ['Thursday, 31st January 2020', 'Thursday', '2020-01-31'],
    ['Tuesday, February 4, 2020', 'Tuesday', '2020-02-04'],
    ['Wed 29 Jan 2020', 'Wednesday', '2020-01-29'],
    ['THURS. 2nd Sept. 2027', 'Thursday', '2027-09-02'],
    ['2020.1.29', undefined, '2020-01-29'],
    ['Mon, 2027-03-01', 'Monday', '2027-03-01'],
    ['Friday, 3 March', 'Friday', '2027-03-03'],
    ['Friday', 'Friday', undefined],
    ['30th February 2020', undefined, undefined],
    ['to be confirmed', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (text, weekday, day) => {
    expect(parsePrintedDay(text, '2027-03-02')).toEqual({ weekday, day })
  })

  it('gets its weekday put right in the form it has', () => {
    expect(withWeekday('Thursday, 31st January 2020', 'Friday')).toBe('Friday, 31st January 2020')
    expect(withWeekday('THU 31 Jan', 'Friday')).toBe('FRI 31 Jan')
    expect(withWeekday('Thurs 31 Jan', 'Wednesday')).toBe('Wed 31 Jan')
    expect(withWeekday('31 January', 'Friday')).toBe('31 January')
    expect(weekdayPrinted('on THU 31 Jan')).toBe('THU')
  })

  it('has a nearest day with another weekday, earlier or later', () => {
    expect(nearestWeekday('2020-01-31', 'Thursday')).toBe('2020-01-30')
    expect(nearestWeekday('2020-02-06', 'Friday')).toBe('2020-02-07')
    expect(nearestWeekday('2020-02-06', 'Thursday')).toBe('2020-02-06')
  })

  it('is off on Saturday and Sunday', () => {
    expect(['2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'].map(isOffDay)).toEqual([false, true, true, false])
  })
})
