import { expect, it } from 'vitest'
import { dayIn, daysIn, hoursIn, meetingTimeIn, momentIn } from '#app/domain/papers/report-dates.ts'

it('writes days as each language does', () => {
  expect(['en', 'ru', 'tlh'].map((language) => dayIn(language, '2020-02-04'))).toEqual(['4 February 2020', '4 февраля 2020 г.', '4 February 2020'])
  const spans: [string, string][] = [['2020-02-03', '2020-02-05'], ['2020-01-29', '2020-02-07'], ['2019-12-30', '2020-01-02'], ['2020-01-29', '2020-01-29']]
  expect(spans.map(([from, to]) => daysIn('en', from, to))).toEqual(['3–5 February 2020', '29 January – 7 February 2020', '30 December 2019 – 2 January 2020', '29 January 2020'])
  expect(spans.map(([from, to]) => daysIn('ru', from, to))).toEqual(['3–5 февраля 2020 г.', '29 января – 7 февраля 2020 г.', '30 декабря 2019 г. – 2 января 2020 г.', '29 января 2020 г.'])
})

it('says hours with the city and its offset, or that nobody noted them', () => {
  const met = { day: '2020-02-04', startMinute: 570, endMinute: 720, zone: 'Asia/Dushanbe', city: 'Dushanbe' }
  expect(meetingTimeIn('en', met)).toBe('Tue 4 February 2020, 09:30–12:00 Dushanbe, UTC+5')
  expect(meetingTimeIn('ru', { ...met, city: 'Душанбе', endMinute: null })).toBe('вт 4 февраля 2020 г., 09:30 Душанбе, UTC+5')
  expect([hoursIn('en', null, null), hoursIn('ru', null, 60)]).toEqual(['time not noted', 'время не указано'])
  expect(momentIn('en', Date.UTC(2020, 0, 27, 3), { zone: 'Asia/Almaty', city: 'Nur-Sultan' })).toBe('27 January 2020, 09:00 Nur-Sultan, UTC+6')
})
