/** Days as English papers print them: “Thursday, 31st January 2020”, “Tue, February 4, 2020”, “2020.1.29”. */
import { MONTHS, WEEKDAYS, addDays, isDay, weekdayOf } from '#app/domain/time.ts'
import type { Day, Weekday } from '#app/domain/time.ts'

type PrintedDay = { weekday: Weekday | undefined; day: Day | undefined }

/** What a printed day says, each part by itself; a year that is not printed is taken from `near`. */
export function parsePrintedDay(text: string, near: Day): PrintedDay {
  const words = wordsIn(text)
  const weekday = words.map(weekdayIn).find((found) => found !== undefined)
  const numeric = /(?:^|\D)(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/.exec(text)
  if (numeric) return { weekday, day: existing(Number(numeric[1]), Number(numeric[2]), Number(numeric[3])) }
  const month = words.map(monthIn).find((found) => found !== undefined)
  const date = words.map(dateIn).find((found) => found !== undefined)
  const year = words.find((word) => /^\d{4}$/.test(word)) ?? near.slice(0, 4)
  return { weekday, day: month === undefined || date === undefined ? undefined : existing(Number(year), month, date) }
}

/** The printed text with its weekday put right, in the length and case it has: “THU 31 Jan” → “FRI 31 Jan”. */
export function withWeekday(text: string, weekday: Weekday): string {
  const old = wordsIn(text).find((word) => weekdayIn(word) !== undefined)
  if (old === undefined) return text
  const name = weekdayIn(old)?.length === old.length ? weekday : weekday.slice(0, 3)
  return text.replace(old, old === old.toUpperCase() ? name.toUpperCase() : name)
}

/** The weekday as it is printed, for marking it: “Thursday”, “THU”. */
export function weekdayPrinted(text: string): string | undefined {
  return wordsIn(text).find((word) => weekdayIn(word) !== undefined)
}

function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

/** Full names, and their beginnings from three letters on. */
function weekdayIn(word: string): Weekday | undefined {
  return word.length < 3 ? undefined : WEEKDAYS.find((name) => name.toLowerCase().startsWith(word.toLowerCase()))
}

function monthIn(word: string): number | undefined {
  const at = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.toLowerCase().startsWith(word.toLowerCase()))
  return at < 0 ? undefined : at + 1
}

function dateIn(word: string): number | undefined {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(word)
  return found ? Number(found[1]) : undefined
}

function existing(year: number, month: number, date: number): Day | undefined {
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

/** The day nearest to `day` that has this weekday, earlier or later. */
export function nearestWeekday(day: Day, weekday: Weekday): Day {
  const ahead = (WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(day)) + 7) % 7
  return addDays(day, ahead <= 3 ? ahead : ahead - 7)
}

/** Saturday or Sunday. */
export function isOffDay(day: Day): boolean {
  return WEEKDAYS.indexOf(weekdayOf(day)) >= 5
}
