import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockContextOf } from '#app/domain/intake/clock-context.ts'
import { findDates, settleDates } from '#app/domain/intake/dates.ts'
import { addDays, weekdayOf } from '#app/domain/time.ts'
import type { ClockContext, DateFound } from '#app/domain/intake/dates.ts'

/** '2020-02-04', '2020-01-29..2020-02-07 Wed–Fri', '4/5 unsure (2024-05-04)': what matters of the dates of a text. */
function told(found: readonly DateFound[]): string {
  return found.map((date) => {
    const days = date.joined === 'list' ? date.days.join('+') : date.days.length > 1 ? `${date.days[0]}..${date.days.at(-1)}` : date.days[0] ?? '?'
    const weekdays = [date.weekday, date.lastWeekday].filter((day) => day !== null).map((day) => day.slice(0, 3)).join('–')
    return [date.dayNumber === null ? '' : `#${date.dayNumber}`, days, weekdays, date.otherDay ? `or ${date.otherDay}` : ''].filter(Boolean).join(' ')
  }).join(', ')
}

const read = (text: string, context: ClockContext = {}) => told(findDates(text, context))

describe('a date with its year', () => {
  it.each([
    ['4 February 2020', '2020-02-04'], ['4th of February, 2020', '2020-02-04'], ['Feb 4th, 2020', '2020-02-04'], ['Feb. 4, 2020', '2020-02-04'], ['FEBRUARY 4, 2020', '2020-02-04'],
    ['04.02.2020', '2020-02-04'], ['4.2.2020', '2020-02-04'], ['04. 02. 2020', '2020-02-04'], ['04.02.20', '2020-02-04'], ['2020-02-04', '2020-02-04'], ['2020/02/04', '2020-02-04'], ['2020. 2. 4.', '2020-02-04'],
    ['02/14/2020', '2020-02-14'], ['14/02/2020', '2020-02-14'], ['4-Feb-2020', '2020-02-04'], ['4-Feb-20', '2020-02-04'], ['4/Feb/2020', '2020-02-04'], ["14 March '24", '2024-03-14'], ['2020-02-04T09:30', '2020-02-04'],
    ['Tuesday, February 4, 2020, 9:30 – 12:00', '2020-02-04 Tue'], ['Thursday, 14 March 2023 | 09:00 – 12:30', '2023-03-14 Thu'], ['14 September 2023 (Thursday)', '2023-09-14 Thu'], ['Monday, 15th May 2023', '2023-05-15 Mon'], ['Mon. 15 May 2023', '2023-05-15 Mon'], ['15 May 2023, Mon', '2023-05-15 Mon'],
    ['2020년 2월 4일 (화)', '2020-02-04 Tue'], ['2020년 2월 4일 화요일', '2020-02-04 Tue'], ['2020.2.4(화)', '2020-02-04 Tue'], ['2020年2月4日', '2020-02-04'],
    ['23 ноября 2023 г.', '2023-11-23'], ['23 ноября 2023 года (четверг)', '2023-11-23 Thu'], ['в четверг, 23 ноября 2023 г.', '2023-11-23 Thu'], ['23-го ноября 2023', '2023-11-23'], ['«23» ноября 2023 г.', '2023-11-23'], ['23.11.2023 г.', '2023-11-23'], ['23.11.2023 (чт)', '2023-11-23 Thu'], ['чт, 23.11.2023', '2023-11-23 Thu'],
    ['14 марти соли 2024', '2024-03-14'], ['4 марти соли 2024, душанбе', '2024-03-04 Mon'], ['рӯзи душанбе, 4 марти соли 2024', '2024-03-04 Mon'], ['14 апрели 2024, якшанбе', '2024-04-14 Sun'], ['ҷумъа, 15 марти соли 2024', '2024-03-15 Fri'],
    ['2024-yil 14-mart', '2024-03-14'], ['14-mart 2024-yil', '2024-03-14'], ['14-mart, 2024-yil, payshanba', '2024-03-14 Thu'], ['Du, 11-mart 2024', '2024-03-11 Mon'], ['2024 йил 14 март', '2024-03-14'], ['2024 йил 14-март, пайшанба', '2024-03-14 Thu'], ['2024 yilning 14 martida', '2024-03-14'],
    ['2024 жылғы 14 наурыз', '2024-03-14'], ['2024 жылдың 14 наурызы, бейсенбі', '2024-03-14 Thu'], ['14 наурыз 2024 ж.', '2024-03-14'], ['14 nauryz 2024', '2024-03-14'], ['бейсенбі, 14 наурыз 2024 жыл', '2024-03-14 Thu'], ['2024 жылғы 2 қыркүйекте', '2024-09-02'],
    ['14-март 2024-ж.', '2024-03-14'], ['2024-жылдын 14-марты', '2024-03-14'], ['2024-жылдын 14-июнунда', '2024-06-14'], ['бейшемби, 14-март 2024-жыл', '2024-03-14 Thu'],
    ['le jeudi 14 mars 2024', '2024-03-14 Thu'], ['1er mars 2024', '2024-03-01'], ['Vendredi 15 août 2025', '2025-08-15 Fri'], ['Donnerstag, 14. März 2024', '2024-03-14 Thu'],
    ['14.03.2024г.', '2024-03-14'], ['Jeudi 14/03/2024', '2024-03-14 Thu'], ['Tuesday the 14th of March 2023', '2023-03-14 Tue'], ['Mar 4, 2024', '2024-03-04'], ['mar. 5 mars 2024', '2024-03-05 Tue'], ['2024 жылғы наурыз айының 14-і', '2024-03-14'], ['14-уми марти соли 2024', '2024-03-14'], ['рӯзи 14 марти соли 2024', '2024-03-14'], ['2024 й. 14 март', '2024-03-14'], ['2024-ж. 14-март', '2024-03-14'], ['’24.3.14.(목)', '2024-03-14 Thu'],
    ['14 March 2024 (Day 1)', '#1 2024-03-14'], ['4 февраля 2020 – День 1', '#1 2020-02-04'], ['I-kun, 14-mart 2024', '#1 2024-03-14'], ['II день: 15 марта 2024', '#2 2024-03-15'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('ranges and lists', () => {
  it.each([
    ['2020.1.29~2.7', '2020-01-29..2020-02-07'], ['(2023.5.15~5.24)', '2023-05-15..2023-05-24'], ['2023.5.15~24', '2023-05-15..2023-05-24'], ['2020. 1. 29. ~ 2. 7.', '2020-01-29..2020-02-07'], ['2020.1.29(수)~2.7(금)', '2020-01-29..2020-02-07 Wed–Fri'], ['2020년 1월 29일 ~ 2월 7일', '2020-01-29..2020-02-07'], ['2020년 2월 4일~7일', '2020-02-04..2020-02-07'],
    ['16–17.10.2023', '2023-10-16..2023-10-17'], ['16.10–20.10.2023', '2023-10-16..2023-10-20'], ['16.10.2023-20.10.2023', '2023-10-16..2023-10-20'], ['16.10.2023 – 20.10.2023', '2023-10-16..2023-10-20'], ['28.02 – 02.03.2023', '2023-02-28..2023-03-02'], ['с 16 по 17 октября 2023 г.', '2023-10-16..2023-10-17'], ['16-17 октября 2023 года', '2023-10-16..2023-10-17'], ['с 29 января по 7 февраля 2020 г.', '2020-01-29..2020-02-07'], ['29 января – 7 февраля 2020 г.', '2020-01-29..2020-02-07'],
    ['Jan 31–Feb 2, 2020', '2020-01-31..2020-02-02'], ['29 January 2020 – 7 February 2020', '2020-01-29..2020-02-07'], ['29 January to 7 February 2020', '2020-01-29..2020-02-07'], ['29 December – 3 January 2024', '2023-12-29..2024-01-03'], ['February 4–6, 2020', '2020-02-04..2020-02-06'], ['4-6 Feb 2020', '2020-02-04..2020-02-06'], ['2020-01-29/2020-02-07', '2020-01-29..2020-02-07'], ['from 4 to 6 May 2023', '2023-05-04..2023-05-06'],
    ['Mon–Wed, 15–17 May 2023', '2023-05-15..2023-05-17 Mon–Wed'], ['Monday 15 – Wednesday 17 May 2023', '2023-05-15..2023-05-17 Mon–Wed'], ['12 October (Thursday) to 14 October (Saturday) 2023', '2023-10-12..2023-10-14 Thu–Sat'], ['Monday, 15 May – Wednesday, 17 May 2023', '2023-05-15..2023-05-17 Mon–Wed'],
    ['du 14 au 16 mars 2024', '2024-03-14..2024-03-16'], ['2024 йил 14-15 март кунлари', '2024-03-14..2024-03-15'], ['14-16-mart 2024-yil', '2024-03-14..2024-03-16'], ['2024 жылғы 14-15 наурыз', '2024-03-14..2024-03-15'], ['14–15 марти соли 2024', '2024-03-14..2024-03-15'],
    ['4, 5 and 6 May 2023', '2023-05-04+2023-05-05+2023-05-06'], ['4 & 6 May 2023', '2023-05-04+2023-05-06'], ['4 и 6 мая 2023 г.', '2023-05-04+2023-05-06'],
    ['14th-16th March 2024', '2024-03-14..2024-03-16'], ['14/15 March 2024', '2024-03-14+2024-03-15'], ['14-15/03/2024', '2024-03-14..2024-03-15'], ['October 1st through 3rd, 2024', '2024-10-01..2024-10-03'], ['Sept. 30 – Oct. 2, 2024', '2024-09-30..2024-10-02'], ['30.09.–02.10.2024', '2024-09-30..2024-10-02'], ['16.–17.10.2023', '2023-10-16..2023-10-17'], ['16.–17. Oktober 2023', '2023-10-16..2023-10-17'], ['пн-ср 16–18 октября 2023', '2023-10-16..2023-10-18 Mon–Wed'], ['2024-yil mart oyining 14-15 kunlari', '2024-03-14..2024-03-15'], ['du jeudi 14 au samedi 16 mars 2024', '2024-03-14..2024-03-16 Thu–Sat'], ['2024. 3. 14.(목) ~ 3. 16.(토)', '2024-03-14..2024-03-16 Thu–Sat'], ['14–15 March 2024 (Thursday–Friday)', '2024-03-14..2024-03-15 Thu–Fri'], ['14-15 марта 2024 г. (чт-пт)', '2024-03-14..2024-03-15 Thu–Fri'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('what is missing comes from the text or its context', () => {
  it.each([
    ['2024', '16.10 (ср) 10:00 встреча', '2024-10-16 Wed'], ['2023', '16.10 10:00 встреча', '2023-10-16'], ['2024', '14.03. 10:00', '2024-03-14'], ['2024', '14.03 – четверг', '2024-03-14 Thu'], ['2024', '3.14(목)~3.16(토)', '2024-03-14..2024-03-16 Thu–Sat'], ['2024', 'Mar 13 Wed', '2024-03-13 Wed'], ['2024', 'Mar 4', '2024-03-04'], ['2024', '10 January', '2024-01-10'],
    ['2023', 'Wednesday 18 October, 09:00', '2023-10-18 Wed'],
  ])('the year %s for %s', (year, text, expected) => expect(read(text, { year: Number(year) })).toBe(expected))

  const days = ['2020-02-03', '2020-02-04', '2020-02-05', '2020-02-06']
  it.each([
    ['Day 2 – Wednesday', '#2 2020-02-04 Wed'], ['Day 1', '#1 2020-02-03'], ['DAY TWO: Policies', '#2 2020-02-04'], ['Day II', '#2 2020-02-04'], ['День 2', '#2 2020-02-04'], ['День второй', '#2 2020-02-04'], ['Второй день', '#2 2020-02-04'], ['2-й день', '#2 2020-02-04'],
    ['2-kun', '#2 2020-02-04'], ['Ikkinchi kun', '#2 2020-02-04'], ['2-кун', '#2 2020-02-04'], ['2-күн', '#2 2020-02-04'], ['Екінші күн', '#2 2020-02-04'], ['Рӯзи 2', '#2 2020-02-04'], ['Рӯзи дуюм', '#2 2020-02-04'], ['Jour 2', '#2 2020-02-04'], ['2일차', '#2 2020-02-04'],
    ['Day 1: Tuesday, 4 February 2020', '#1 2020-02-04 Tue'], ['День 1 (4 февраля 2020 г., вторник)', '#1 2020-02-04 Tue'], ['1-kun (4-fevral 2020-yil)', '#1 2020-02-04'],
    ['Wednesday', '2020-02-05 Wed'], ['Wednesday:', '2020-02-05 Wed'], ['среда', '2020-02-05 Wed'], ['Wed 10:00 Meeting', '2020-02-05 Wed'], ['ср, 10:00', '2020-02-05 Wed'], ['Chorshanba', '2020-02-05 Wed'],
    ['Thursday 6th', '2020-02-06 Thu'], ['Thu 6', '2020-02-06 Thu'], ['6 (чт)', '2020-02-06 Thu'], ['Thursday, 6', '2020-02-06 Thu'],
  ])('%s among known days', (text, expected) => expect(read(text, { days, year: 2020 })).toBe(expected))

  it('takes the year that is printed elsewhere, also across the turn of the year', () => {
    expect(read('Roadshow\n28 December 2023\n29 December\n3 January\n')).toBe('2023-12-28, 2023-12-29, 2024-01-03')
    expect(read('16 May\n17 May 2023')).toBe('2023-05-16, 2023-05-17')
  })

  it('supposes the neighbouring year whose weekdays are right', () => {
    expect(read('Monday 16 October, Tuesday 17 October', { defaultYear: 2024 })).toBe('2023-10-16 Mon, 2023-10-17 Tue')
    expect(read('Monday 16 October')).toBe('? Mon')
  })

  it('finds the year of a text in its head', () => {
    expect(clockContextOf('Regional Roadshow 2023\n\n16 October: Astana')).toMatchObject({ year: 2023 })
    expect(clockContextOf('График, октябрь 2023\n16.10 (пн) 10:00')).toMatchObject({ year: 2023, months: [10], dotted: 'dates' })
    expect(clockContextOf('14 March 2023\nOptions for 2024–2026')).toMatchObject({ year: 2023 })
    expect(clockContextOf('10.00 – 10.30 Opening\n10.30 – 11.00 Talk')).toMatchObject({ year: null, dotted: 'times' })
  })
})

describe('day or month first', () => {
  it.each([
    ['04/05/2023', '2023-05-04 or 2023-04-05'], ['05/05/2023', '2023-05-05'],
    ['04/05/2023\n13/05/2023', '2023-05-04, 2023-05-13'], ['04/05/2023\n04/13/2023', '2023-04-05, 2023-04-13'],
    ['Thursday, 04/05/2023', '2023-05-04 Thu'], ['Wednesday, 04/05/2023', '2023-04-05 Wed'],
    ['04/05/2023\nThe workshop of 5 April 2023', '2023-04-05, 2023-04-05'], ['04/05/2023 and 05/05/2023', '2023-05-04, 2023-05-05'],
    ['04.05.2023', '2023-05-04'], ['04/05/2023 - 06/05/2023', '2023-05-04..2023-05-06'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  it('takes the dots of a text that begins its dates with the year as month and day', () => {
    expect(read('2020.1.29~2.7\n2.4(화) 10:00')).toBe('2020-01-29..2020-02-07, 2020-02-04 Tue')
  })

  it('knows a month that is printed without a day', () => {
    const text = 'Workshop, April 2023\nDate: 04/05/2023'
    expect(read(text, clockContextOf(text))).toBe('2023-04-05')
  })
})

describe('no dates', () => {
  it.each([
    'Part 2.3 Options', 'room 204', '24/7 support', 'SDG 11.3', 'May 10.30', 'You may 10 times', 'Phone +992 37 221-10-20', 'тел. 22-10-20', '10.10 – 11.10 Opening', '10-00 – 10-30', '0900 – 0930', '10:00', '№ 640', 'pp. 10-15', 'USD 12.10', '2.3.1 Scope', 'Version 2.10', '1/2', 'Sun and Moon Ltd.', 'to 5 people', '5 days', '2-day workshop', '192.168.10.12', 'Душанбе', 'Sat in the hall', 'С 10.00 до 12.30', '30.02.2020 '.slice(0, 5), '2-дневный семинар', 'ISO 9001', 'Resolution 12/10', 'Monday.com Ltd', 'Mr. Juma Friday',
  ])('%s', (text) => expect(findDates(text, { year: 2020 }).filter((date) => date.days.length > 0)).toEqual([]))

  it('leaves a day that does not exist without a day', () => {
    expect(read('31 April 2023')).toBe('?')
  })
})

describe('places in the text', () => {
  it('are those of what is printed, weekday and marker included', () => {
    const text = 'Kick-off\n  Day 1: Tuesday, 4 February 2020 at noon\n'
    const [date] = findDates(text)
    expect(text.slice(date?.start, date?.end)).toBe('Day 1: Tuesday, 4 February 2020')
    expect(date?.printed).toBe('Day 1: Tuesday, 4 February 2020')
  })

  it('do not change when all dates are settled again', () => {
    const found = [...findDates('4 May 2023'), ...findDates('6 May')]
    expect(told(settleDates(found))).toBe('2023-05-04, 2023-05-06')
    expect(settleDates(settleDates(found))).toEqual(settleDates(found))
  })
})

const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const MONTHS_RU = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря']
const MONTHS_UZ = ['yanvar', 'fevral', 'mart', 'aprel', 'may', 'iyun', 'iyul', 'avgust', 'sentabr', 'oktabr', 'noyabr', 'dekabr']
const MONTHS_KK = ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан']
const two = (n: number) => String(n).padStart(2, '0')
const PRINTERS: ((y: number, m: number, d: number, day: string) => string)[] = [
  (y, m, d) => `${d} ${MONTHS_EN[m - 1]} ${y}`, (y, m, d, day) => `${weekdayOf(day)}, ${MONTHS_EN[m - 1]?.slice(0, 3)} ${d}, ${y}`, (y, m, d) => `${two(d)}.${two(m)}.${y}`, (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${d} ${MONTHS_RU[m - 1]} ${y} года`, (y, m, d) => `${y}-yil ${d}-${MONTHS_UZ[m - 1]}`, (y, m, d) => `${y} жылғы ${d} ${MONTHS_KK[m - 1]}`, (y, m, d) => `${y}년 ${m}월 ${d}일`, (y, m, d) => `${y}.${m}.${d}`,
]

describe('any text', () => {
  it('gives back a day that was printed', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(...PRINTERS), (n, print) => {
      const day = addDays('2010-01-01', n)
      const [y, m, d] = day.split('-').map(Number) as [number, number, number]
      expect(findDates(print(y, m, d, day)).map(({ days }) => days)).toEqual([[day]])
    }), { numRuns: 600 })
  })

  it('never throws and keeps its places in order', () => {
    const piece = fc.constantFrom('4', '31', '2020', ' ', '.', '/', '-', '–', 'May', 'Mon', '(', ')', 'Day', 'по', 'пн', ',', '\n', '\t', '년', '월', '일', 'йил', 'г.', '~', ':', '12', 'th', 'с')
    fc.assert(fc.property(fc.oneof(fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
      const found = findDates(text, clockContextOf(text))
      let end = 0
      for (const date of found) {
        expect(date.start).toBeGreaterThanOrEqual(end)
        expect(date.end).toBeGreaterThan(date.start)
        end = date.end
      }
    }), { numRuns: 1_500 })
  })
})
