/** Public holidays and moved working days of a country, as a small table that people keep: what is off on which day, and whether anybody checked it. */
import { addDays, daysBetween } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'

/** 'working': a weekend day that a decree made a working day. */
export const HOLIDAY_KINDS = ['holiday', 'working'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

/** A row of the table: a day or a few in a row, once, or every year from the year of `startDay` on, until `untilYear` where that is known. */
export type Holiday = { country: string; name: string; kind: HolidayKind; startDay: Day; endDay: Day; yearly: boolean; untilYear: number | null; verified: boolean }

export type DayOff = { country: string; day: Day; name: string; verified: boolean }

/** Longest stretch that one row may cover, in days. */
export const HOLIDAY_DAYS_MAX = 14

/**
 * The holidays of `countries` between two days, both included, by country, day and name; a day that a decree made a
 * working day is none. Weekends are not in the table. One pass over rows × years asked for.
 */
export function daysOff(holidays: readonly Holiday[], countries: readonly string[], from: Day, to: Day): DayOff[] {
  const asked = new Set(countries)
  const found: DayOff[] = []
  const working = new Set<string>()
  for (const row of holidays) {
    if (!asked.has(row.country)) continue
    for (const day of datesOf(row, from, to)) {
      if (row.kind === 'working') working.add(`${row.country} ${day}`)
      else found.push({ country: row.country, day, name: row.name, verified: row.verified })
    }
  }
  return found.filter((each) => !working.has(`${each.country} ${each.day}`)).sort((a, b) => order(a.country, b.country) || order(a.day, b.day) || order(a.name, b.name))
}

/** 'Nauryz', 'Nauryz (unverified)' by '<stop> <day>', for the days of a page from `from` to `to`; working weekends say so. */
export function holidayWords(rows: readonly (Holiday & { stopId: string })[], from: Day, to: Day): Map<string, string> {
  const words = new Map<string, string>()
  for (const row of rows) {
    const said = `${row.kind === 'working' ? `working day: ${row.name}` : row.name}${row.verified ? '' : ' (unverified)'}`
    for (const day of datesOf(row, from, to)) {
      const key = `${row.stopId} ${day}`
      const known = words.get(key)
      words.set(key, known === undefined ? said : `${known}, ${said}`)
    }
  }
  return words
}

/** Weekend days that are working days there, as '<country> <day>'. */
export function workingDays(holidays: readonly Holiday[], countries: readonly string[], from: Day, to: Day): Set<string> {
  const rows = holidays.filter((row) => row.kind === 'working' && countries.includes(row.country))
  return new Set(rows.flatMap((row) => datesOf(row, from, to).map((day) => `${row.country} ${day}`)))
}

function datesOf(row: Holiday, from: Day, to: Day): Day[] {
  const length = Math.min(Math.max(daysBetween(row.startDay, row.endDay), 0), HOLIDAY_DAYS_MAX - 1)
  const first = Number(row.startDay.slice(0, 4))
  const starts = row.yearly ? yearsBetween(Math.max(first, Number(from.slice(0, 4)) - 1), Math.min(row.untilYear ?? 9999, Number(to.slice(0, 4)))).map((year) => inYear(row.startDay, year)) : [row.startDay]
  return starts.flatMap((start) => Array.from({ length: length + 1 }, (_, i) => addDays(start, i))).filter((day) => day >= from && day <= to)
}

function yearsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(to - from, 200) + 1) }, (_, i) => from + i)
}

/** 29 February is 1 March where there is none. */
function inYear(day: Day, year: number): Day {
  return addDays(`${year}-${day.slice(5, 7)}-01`, Number(day.slice(8)) - 1)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
