import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockContextOf } from '#app/domain/intake/clock-context.ts'
import { findDates } from '#app/domain/intake/dates.ts'
import { findTimes, settleTimes } from '#app/domain/intake/times.ts'
import { formatMinute } from '#app/domain/time.ts'
import type { ClockContext } from '#app/domain/intake/dates.ts'
import type { TimeFound } from '#app/domain/intake/times.ts'

const clock = (minute: number | null) => (minute === null ? '' : `${formatMinute(minute)}${minute >= 1_440 ? '+' : ''}`)

/** '10:00-11:00', '18:00- open', '-18:00', '15min', '5min each', '14:00 UTC+5=300'. */
function told(found: readonly TimeFound[]): string {
  return found.map((time) => [
    time.from === null && time.to === null ? '' : clock(time.from) + (time.to === null && !time.open ? '' : `-${clock(time.to)}`),
    time.open ? 'open' : '', time.minutes === null ? '' : `${time.minutes}min`, time.each ? 'each' : '',
    time.zoneWord === null ? '' : `{${time.zone ?? ''}${time.offset === null ? '' : `${time.zone ? ' ' : ''}${time.offset}`}}`,
    ...time.second.map((other) => `= ${clock(other.from)}${other.to === null ? '' : `-${clock(other.to)}`} {${other.zone ?? other.offset}}`),
  ].filter(Boolean).join(' ')).join(', ')
}

const read = (text: string, context: ClockContext = {}) => told(findTimes(text, context))

describe('a time', () => {
  it.each([
    ['9:30', '09:30'], ['09:30', '09:30'], ['9.30', '09:30'], ['09h30', '09:30'], ['9h', '09:00'], ['14h', '14:00'], ['à 9h', '09:00'], ['10 Uhr', '10:00'], ['0900', '09:00'], ['0900 hrs', '09:00'], ['1430 hrs', '14:30'], ['10:00:00', '10:00'], ['9³⁰', '09:30'], ['10⁰⁰', '10:00'],
    ['9 am', '09:00'], ['9am', '09:00'], ['9 a.m.', '09:00'], ['9 a. m.', '09:00'], ['9:30AM', '09:30'], ['2.30pm', '14:30'], ['2 p.m.', '14:00'], ['12 p.m.', '12:00'], ['12:15 am', '00:15'], ['12 noon', '12:00'], ['12:00 noon', '12:00'], ['noon', '12:00'], ['at noon', '12:00'], ['Midnight', '00:00+'], ['midi', '12:00'],
    ['10-00', '10:00'], ['в 15-00', '15:00'], ['10-30 Открытие', '10:30'], ['в 10:00', '10:00'], ['10 часов утра', '10:00'], ['в 7 часов вечера', '19:00'], ['10 ч. 30 мин.', '10:30'], ['10ч30', '10:30'], ['полдень', '12:00'], ['начало в 9.30', '09:30'],
    ['soat 10 da', '10:00'], ['soat 10:30 da', '10:30'], ['соат 9.00 да', '09:00'], ['соати 14:00', '14:00'], ['сағат 10:00-де', '10:00'], ['саат 10:00дө', '10:00'], ['오후 2시 30분', '14:30'], ['오전 10시', '10:00'], ['14시', '14:00'],
    ['18:00~', '18:00- open'], ['18:00 onwards', '18:00- open'], ['from 9 a.m.', '09:00- open'], ['с 18:00', '18:00- open'], ['18:00 –', '18:00- open'], ['until 18:00', '-18:00'], ['до 18:00', '-18:00'], ['2020-02-04T09:30', '09:30'], ['[10:15] Bota: thanks', '10:15'],
    ['Session 1: 9.00', '09:00'], ['Saturday 10-00', '10:00'], ['16.10.2023 10.30', '10:30'], ['16.10 (пн) 10:00', '10:00'], ['4 февраля 15.30', '15:30'], ['Feb 4, 9:30', '09:30'],
    ['8:30h', '08:30'], ['9:30Registration', '09:30'], ['🕘 9:00', '09:00'], ['1) 09:00', '09:00'], ['9.00 час.', '09:00'], ['Начало в 10-00 ч.', '10:00'], ['программа первого дня 9.00', '09:00'], ['kechki 7:00', '19:00'], ['соати 9-и субҳ', '09:00'], ['à partir de 9h00', '09:00- open'], ['jusqu’à 18h', '-18:00'], ['soat 9:30 dan boshlab', '09:30- open'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('a range', () => {
  it.each([
    ...['-', '–', '—', '−', '~', '～', '‑', '--', ' - ', ' – ', ' — ', ' ~ ', ' -- ', ' → ', ' to ', ' till ', ' until ', ' до ', '...', ' … '].map((dash) => [`9:30${dash}10:15`, '09:30-10:15'] as [string, string]),
    ['9.00-9.30.', '09:00-09:30'], ['9.00–9.30', '09:00-09:30'], ['0900 – 0930 hrs', '09:00-09:30'], ['0900-0930', '09:00-09:30'], ['0900 – 0930 / Registration', '09:00-09:30'], ['1400 – 1500 Session', '14:00-15:00'], ['2000 – 2030 hrs', '20:00-20:30'], ['09h30 – 10h', '09:30-10:00'], ['de 9h30 à 10h15', '09:30-10:15'], ['9 h 30 – 10 h 15', '09:30-10:15'], ['9⁰⁰–10³⁰', '09:00-10:30'], ['9 Uhr bis 10.30 Uhr', '09:00-10:30'], ['(09:00 – 09:20)', '09:00-09:20'],
    ['С 10.00 до 12.30', '10:00-12:30'], ['с 9:30 до 11', '09:30-11:00'], ['с 10 до 12 часов', '10:00-12:00'], ['С 9 до 10 Регистрация', '09:00-10:00'], ['10-00 – 10-30', '10:00-10:30'], ['10-00-10-30', '10:00-10:30'], ['с 10-00 до 11-15', '10:00-11:15'], ['10.00-12.30 часов', '10:00-12:30'], ['10:00h–11:00h', '10:00-11:00'],
    ['соат 10:00 дан 11:00 гача', '10:00-11:00'], ['soat 10:00 dan 11:00 gacha', '10:00-11:00'], ['10.00dan 11.00gacha', '10:00-11:00'], ['saat 10.00–11.00', '10:00-11:00'], ['аз соати 9:00 то 9:30', '09:00-09:30'], ['аз 9:00 то соати 9:30', '09:00-09:30'], ['соат 9:00–9:30', '09:00-09:30'], ['сағат 10:00-ден 12:00-ге дейін', '10:00-12:00'], ['10:00ден 11:00ге чейин', '10:00-11:00'], ['саат 10:00дон 11:30га чейин', '10:00-11:30'], ['10:00부터 12:00까지', '10:00-12:00'], ['soat 10 dan 12 gacha', '10:00-12:00'], ['오전 10:00 ~ 11:30', '10:00-11:30'], ['10시 ~ 11시 30분', '10:00-11:30'],
    ['9–10 am', '09:00-10:00'], ['9:30 – 12:00 p.m.', '09:30-12:00'], ['2 to 3:30 pm', '14:00-15:30'], ['2 – 3:30 pm', '14:00-15:30'], ['11 – 1 pm', '11:00-13:00'], ['9:00 – 5:00 pm', '09:00-17:00'], ['12:00 – 1:30 pm', '12:00-13:30'], ['10:30 – 11:30 pm', '22:30-23:30'], ['12:00 noon – 1:00 p.m.', '12:00-13:00'], ['9:00 am – 10:30', '09:00-10:30'], ['11:30 am – 1:00', '11:30-13:00'], ['2 pm – 4', '14:00-16:00'], ['9:00 AM-5:00 PM', '09:00-17:00'], ['1:30 pm-3 pm', '13:30-15:00'], ['from 9 to 10:30 a.m.', '09:00-10:30'], ['between 9 and 10 am', '09:00-10:00'], ['11:30 a.m. – noon', '11:30-12:00'], ['11:30 – noon', '11:30-12:00'], ['noon – 1:30 p.m.', '12:00-13:30'], ['13:00–14:00 pm', '13:00-14:00'], ['10 p.m. – midnight', '22:00-00:00+'],
    ['11:30 – 1:00', '11:30-13:00'], ['23:00 – 01:00', '23:00-01:00+'], ['9 - 9:30', '09:00-09:30'], ['9-10:30', '09:00-10:30'], ['8:30 - 9', '08:30-09:00'], ['9:30-10', '09:30-10:00'], ['10.10 – 10.30', '10:10-10:30'], ['10:00 – 11:00, Room 2.15', '10:00-11:00'],
    ['9,00-9,30 Регистрация', '09:00-09:30'], ['10:00 ÷ 11:00', '10:00-11:00'], ['9:00 -9:15', '09:00-09:15'], ['10:00-10:15-Welcome', '10:00-10:15'], ['с 10:00 утра до 5 вечера', '10:00-17:00'], ['с 2 до 4 часов дня', '14:00-16:00'], ['10 утра – 12 дня', '10:00-12:00'], ['14 h – 15 h 30', '14:00-15:30'], ['entre 9h et 10h', '09:00-10:00'], ['0930hrs-1000hrs', '09:30-10:00'], ['от 10:00 до 11:00', '10:00-11:00'], ['오후 2:00~4:00', '14:00-16:00'],
    ['09:00 – 09:20\t09:20 – 09:40', '09:00-09:20, 09:20-09:40'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('a duration', () => {
  it.each([
    ['(15 min) Welcome', '15min'], ['15 мин', '15min'], ['15 мин.', '15min'], ["20' Presentation", '20min'], ['20’', '20min'], ['90 minutes', '90min'], ['45-minute panel', '45min'], ['10-15 minutes', '15min'], ['1h30', '90min'], ['1 h 30 min', '90min'], ['1 hour 30 minutes', '90min'], ['1.5 hours', '90min'], ['1,5 часа', '90min'], ['2h', '120min'], ['2 часа', '120min'], ['half an hour', '30min'], ['полчаса', '30min'], ['20 daqiqa', '20min'], ['20 дақиқа', '20min'], ['20 дақ.', '20min'], ['20 мүнөт', '20min'], ['20 минут', '20min'], ['20분', '20min'], ['5 hours', '300min'],
    ['9:00 – 9:30 (30 min) Opening', '09:00-09:30 30min'], ['9:00 (30 min) Opening', '09:00 30min'], ['9:00, 1h30', '09:00 90min'], ['10 min each', '10min each'], ['по 5 минут', '5min each'], ['до 7 минут', '7min each'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('a zone', () => {
  it.each([
    ['14:00 UTC+5', '14:00 {300}'], ['14:00 (UTC+05:00)', '14:00 {300}'], ['14:00 GMT', '14:00 {UTC 0}'], ['14:00 (GMT +6)', '14:00 {360}'], ['14:00 UTC−3:30', '14:00 {-210}'], ['15:00 МСК', '15:00 {Europe/Moscow 180}'], ['15:00 KST', '15:00 {Asia/Seoul 540}'], ['14:00-15:30 (CEST)', '14:00-15:30 {120}'], ['09:00 ET', '09:00 {America/New_York}'],
    ['10:00 (Astana time)', '10:00 {Asia/Almaty}'], ['10:00 Tashkent time', '10:00 {Asia/Tashkent}'], ['10:00 (по ташкентскому времени)', '10:00 {Asia/Tashkent}'], ['10:00 по московскому времени', '10:00 {Europe/Moscow}'], ['15:00 по времени Астаны', '15:00 {Asia/Almaty}'], ['10:00 (время Душанбе)', '10:00 {Asia/Dushanbe}'], ['10:00 Toshkent vaqti bilan', '10:00 {Asia/Tashkent}'], ['10:00 local time', '10:00 {}'], ['10:00 (местное время)', '10:00 {}'], ['10:00 бо вақти Душанбе', '10:00 {Asia/Dushanbe}'], ['10:00 (Dushanbe, UTC+5)', '10:00 {Asia/Dushanbe 300}'],
    ['10:00–11:00 (Astana) / 09:00–10:00 (Tashkent)', '10:00-11:00 {Asia/Almaty} = 09:00-10:00 {Asia/Tashkent}'], ['10:00 Astana / 9:00 Tashkent', '10:00 {Asia/Almaty} = 09:00 {Asia/Tashkent}'], ['10:00 a.m. Dushanbe time (2:00 p.m. Seoul)', '10:00 {Asia/Dushanbe} = 14:00 {Asia/Seoul}'], ['14:00 (UTC+5) / 10:00 CET', '14:00 {300} = 10:00 {60}'], ['18:00 KST | 14:00 Tashkent', '18:00 {Asia/Seoul 540} = 14:00 {Asia/Tashkent}'],
    ['10:00 Almaty office visit', '10:00'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('no times', () => {
  it.each([
    '24/7 support', '14.03.2023', '14.03.23', 'Part 2.3', 'Part 2.30', 'SDG 11.3', 'SDG 11.30 progress', 'room 204', 'Room 12.30', 'ауд. 204', 'каб. 3.12', '+992 37 221-10-20', 'тел. 22-10-20', 'tel: 221 10 20', '(0312) 66-10-30', '$12.50', '12.50 USD', '3.50 million', '10.5 %', '10.50%', '№ 640', 'pp. 10-15', '2024–2026', 'Options for 2024 – 2026', '1991–2021', '2.3.1 Scope', '5–10 participants', '10-20 people', 'Version 2.10', '192.168.10.20', 'Law 12-14', '2 часть', '5 May 2020', '2020-02-04', 'ISO 27001', 'Year 2030', '3 rooms', 'Top 10', 'Session 2', 'Block 4', '10–12 мая', '4th of February', 'п. 2.15', 'Resolution 1325', '12,5 млн', '10.00 млн сомони', 'В 12 регионах', 'Day 2', '3D', 'M-41', '2023', 'Building 1200', '15/20', 'Am Platz 5', 'ЦУР 11.30', '16:9 format', '1:1 meetings', 'chapter 10.15', 'с 2020 по 2024 год', 'A4', 'B2B', 'С 3 по 5 мая', 'по 10 странам',
  ])('%s', (text) => expect(findTimes(text).filter((time) => time.from !== null || time.to !== null)).toEqual([]))

  it('leaves figures with a full stop alone where times have colons or dates have dots', () => {
    expect(read('10.10', { dotted: 'dates' })).toBe('')
    expect(read('Goal 11.30 and more, 12.45', { colons: true })).toBe('')
    expect(read('10.10 – 11.30', { colons: true })).toBe('10:10-11:30')
  })
})

describe('the habit of a text', () => {
  it('lets it print times as it does', () => {
    expect(clockContextOf('0900 – 0930 Opening\n0930 – 1000 Talk')).toMatchObject({ compact: true })
    expect(read('2000 – 2030 Dinner', { compact: true })).toBe('20:00-20:30')
    expect(read('1130 Talk', { compact: true })).toBe('11:30')
    expect(clockContextOf('10-00 – 10-30 Открытие\n10-30 – 11-00 Доклад')).toMatchObject({ dashed: true })
    expect(read('11-20 Перерыв', { dashed: true })).toBe('11:20')
  })

  it('knows the afternoon of an agenda that counts to twelve', () => {
    const rows = ['9:00', '10:30 – 12:00', '12:00 – 1:00', '1:00 – 2:30', '2:30', '4:00 – 5:00']
    expect(told(settleTimes(rows.flatMap((row) => findTimes(row))))).toBe('09:00, 10:30-12:00, 12:00-13:00, 13:00-14:30, 14:30, 16:00-17:00')
    expect(told(settleTimes(['09:00', '11:00 – 12:00', '10:00'].flatMap((row) => findTimes(row))))).toBe('09:00, 11:00-12:00, 10:00')
  })
})

const two = (n: number) => String(n).padStart(2, '0')
const hours = (n: number) => Math.floor(n / 60)
const PRINTERS: ((from: number, to: number) => string)[] = [
  (from, to) => `${formatMinute(from)} – ${formatMinute(to)} Opening`, (from, to) => `${hours(from)}.${two(from % 60)}-${hours(to)}.${two(to % 60)} Открытие`, (from, to) => `С ${hours(from)}.${two(from % 60)} до ${hours(to)}.${two(to % 60)}`,
  (from, to) => `${two(hours(from))}h${two(from % 60)} – ${two(hours(to))}h${two(to % 60)}`, (from, to) => `${half(from)} – ${half(to)}`, (from, to) => `${half(from)}-${half(to)}`.replaceAll(' ', ''), (from, to) => `${hours(from)}:${two(from % 60)} dan ${hours(to)}:${two(to % 60)} gacha`,
  (from, to) => `${formatMinute(from).replace(':', '')} – ${formatMinute(to).replace(':', '')} hrs`, (from, to) => `${hours(from)}-${two(from % 60)} – ${hours(to)}-${two(to % 60)}`,
]

function half(minute: number): string {
  return `${hours(minute) % 12 || 12}:${two(minute % 60)} ${minute < 720 ? 'a.m.' : 'p.m.'}`
}

describe('any text', () => {
  it('gives back a range that was printed', () => {
    fc.assert(fc.property(fc.integer({ min: 84, max: 250 }), fc.integer({ min: 1, max: 36 }), fc.constantFrom(...PRINTERS), (start, length, print) => {
      const from = start * 5
      const to = Math.min(from + length * 5, 1_435)
      expect(findTimes(print(from, to)).map((time) => [time.from, time.to])).toEqual([[from, to]])
    }), { numRuns: 1_500 })
  })

  it('never throws and keeps its places in order', () => {
    const piece = fc.constantFrom('9', '30', '0900', '2024', ' ', '.', ':', '-', '–', 'am', 'p.m.', 'h', 'с', 'до', 'min', '(', ')', 'Astana', 'UTC', '+5', ',', '\n', '\t', '/', 'noon', 'soat', 'gacha', "'", '⁰⁰', '시', '½')
    fc.assert(fc.property(fc.oneof(fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
      let end = 0
      for (const time of settleTimes(findTimes(text, clockContextOf(text)))) {
        expect(time.start).toBeGreaterThanOrEqual(end)
        expect(time.end).toBeGreaterThan(time.start)
        if (time.from !== null) expect(time.from).toBeLessThanOrEqual(1_440)
        end = time.end
      }
    }), { numRuns: 1_500 })
  })

  it('comes to an end with two megabytes of anything', { timeout: 60_000 }, () => {
    for (const piece of ['\n', ' ', 'a', '<', '(', '1', '- ', '9:30-', 'с ', '10.10.', '2020 ', '\t', 'May ', "'", '⁰', '( 9:00 Astana /']) {
      const text = piece.repeat(Math.ceil(2_000_000 / piece.length))
      expect(findTimes(text, clockContextOf(text)).length + findDates(text).length).toBeGreaterThanOrEqual(0)
    }
  })
})
