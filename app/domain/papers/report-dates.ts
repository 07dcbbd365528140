/** Days, hours and clocks as reports write them, in the languages that reports are written in. */
import { paperWords } from '#app/domain/papers/paper-words.ts'
import { WEEKDAYS, formatOffset, formatRange, offsetOf, offsetOfDay, wallOf, weekdayOf } from '#app/domain/time.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

type Names = { weekdays: readonly string[]; noTime: string; year: string }

const ENGLISH: Names = { weekdays: WEEKDAYS.map((name) => name.slice(0, 3)), noTime: 'time not noted', year: '' }
const NAMES: Record<string, Names> = {
  en: ENGLISH,
  ru: {
    weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'], noTime: 'время не указано', year: ' г.',
  },
}

function namesIn(language: string): Names {
  return (Object.hasOwn(NAMES, language) && NAMES[language]) || ENGLISH
}

function dayAndMonth(day: Day, language: string): string {
  return `${Number(day.slice(8))} ${paperWords(language).months[Number(day.slice(5, 7)) - 1]}`
}

/** '4 February 2020', '4 февраля 2020 г.' */
export function dayIn(language: string, day: Day): string {
  return `${dayAndMonth(day, language)} ${day.slice(0, 4)}${namesIn(language).year}`
}

/** 'Tue 4 February', 'вт 4 февраля' */
export function dayShortIn(language: string, day: Day): string {
  return `${weekdayIn(language, day)} ${dayAndMonth(day, language)}`
}

function weekdayIn(language: string, day: Day): string {
  return namesIn(language).weekdays[WEEKDAYS.indexOf(weekdayOf(day))] ?? ''
}

/** '3–5 February 2020', '29 January – 7 February 2020', '31 января – 2 февраля 2020 г.' */
export function daysIn(language: string, from: Day, to: Day): string {
  if (from === to) return dayIn(language, to)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dayIn(language, to)}`
  return `${from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth(from, language) : dayIn(language, from)} – ${dayIn(language, to)}`
}

/** '09:30–12:00', or that nobody noted when. */
export function hoursIn(language: string, start: Minute | null, end: Minute | null): string {
  return start === null ? namesIn(language).noTime : formatRange(start, end)
}

/** 'Dushanbe, UTC+5' as of a day. */
export function clockOf(city: string, zone: Zone, day: Day): string {
  return `${city}, ${formatOffset(offsetOfDay(day, zone))}`
}

type Met = { day: Day; startMinute: Minute | null; endMinute: Minute | null; zone: Zone; city: string }

/** 'Tue 4 February 2020, 09:30–12:00 Dushanbe, UTC+5' */
export function meetingTimeIn(language: string, { day, startMinute, endMinute, zone, city }: Met): string {
  return `${weekdayIn(language, day)} ${dayIn(language, day)}, ${hoursIn(language, startMinute, endMinute)} ${clockOf(city, zone, day)}`
}

/** The clock that moments of a mission are written on. */
export type PaperClock = { zone: Zone; city: string }

/** '27 January 2020, 09:30 Dushanbe, UTC+5' */
export function momentIn(language: string, at: Instant, { zone, city }: PaperClock): string {
  const { day, minute } = wallOf(at, zone)
  return `${dayIn(language, day)}, ${formatRange(minute, null)} ${city}, ${formatOffset(offsetOf(at, zone))}`
}
