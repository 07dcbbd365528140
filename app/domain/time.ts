/**
 * Days, wall clocks, zones and instants.
 *
 * A day is 'YYYY-MM-DD', a wall time is minutes since midnight, an instant is epoch milliseconds, a zone is an IANA name.
 * The clock belongs to the stop: whoever shows a time says the city and the offset with it.
 */
import { Temporal } from 'temporal-polyfill'

export type Day = string
export type Minute = number
export type Zone = string
export type Instant = number

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export const MINUTES_A_DAY = 1440
const MINUTE_MS = 60_000
const DAY_MS = MINUTES_A_DAY * MINUTE_MS
const FIRST_WEEKDAY = 3

/** True for a day that exists between 1970 and 2199. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1) return false
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}

/** '09:30' → 570; undefined when it is no wall time of one day. '24:00' is refused: a day ends before it. */
export function parseMinute(text: string): Minute | undefined {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim())
  if (!found) return undefined
  const hours = Number(found[1])
  const minutes = Number(found[2])
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined
}

/** Every minute of a day written out: pages of many rows write thousands of them. */
const CLOCK = Array.from({ length: MINUTES_A_DAY }, (_, minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)

/** 570 → '09:30'. Minutes past midnight wrap: 1470 → '00:30'. */
export function formatMinute(minute: Minute): string {
  return CLOCK[((minute % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY] as string
}

/** '09:30–12:00', or '12:10' when the end is not known. */
export function formatRange(start: Minute, end: Minute | null | undefined): string {
  return end === null || end === undefined ? formatMinute(start) : `${formatMinute(start)}–${formatMinute(end)}`
}

export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[(((dayNumber(day) + FIRST_WEEKDAY) % 7) + 7) % 7] as Weekday
}

export function addDays(day: Day, days: number): Day {
  return dayAt((dayNumber(day) + days) * DAY_MS)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Days since 1970-01-01, which was a Thursday: days are whole numbers of one length as long as nobody asks for a zone. */
function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY_MS
}

function dayAt(utcMs: number): Day {
  return new Date(utcMs).toISOString().slice(0, 10)
}

/** Every day from `from` to `to`, both included; at most 366. */
export function daysFromTo(from: Day, to: Day): Day[] {
  const count = Math.min(Math.max(daysBetween(from, to), 0), 365)
  return Array.from({ length: count + 1 }, (_, i) => addDays(from, i))
}

/** 'Tue 4 Feb 2020'. */
export function formatDay(day: Day): string {
  return `${formatDayShort(day)} ${day.slice(0, 4)}`
}

/** 'Tue 4 Feb'. */
export function formatDayShort(day: Day): string {
  return `${weekdayOf(day).slice(0, 3)} ${formatDayNumber(day)}`
}

/** '4 Feb'. */
export function formatDayNumber(day: Day): string {
  return `${Number(day.slice(8))} ${monthOf(day).slice(0, 3)}`
}

/** 'Tuesday 4 February 2020'. */
export function formatDayLong(day: Day): string {
  return `${weekdayOf(day)} ${Number(day.slice(8))} ${monthOf(day)} ${day.slice(0, 4)}`
}

/** '3–5 Feb', '31 Jan – 2 Feb', '29 Jan'. */
export function formatDays(from: Day, to: Day): string {
  if (from === to) return formatDayNumber(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${formatDayNumber(to)}`
  return `${formatDayNumber(from)} – ${formatDayNumber(to)}`
}

function monthOf(day: Day): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] as string
}

/** True when this runtime knows the zone under that very name. */
export function isZone(name: string): boolean {
  if (!/^[A-Z][A-Za-z_]+(?:\/[A-Za-z_+-]+)*$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

export type Placed = { at: Instant; problem?: undefined } | { at: Instant; problem: 'gap' | 'twice' }

/**
 * The instant of a wall time in a zone. A time that the clock skips comes back as the instant after the jump with
 * problem 'gap'; one that it shows twice as the earlier with problem 'twice'. Minutes beyond midnight count on.
 */
export function instantOf(day: Day, minute: Minute, zone: Zone): Placed {
  const utc = dayNumber(day) * DAY_MS + minute * MINUTE_MS
  const offset = offsetOf(utc - DAY_MS, zone)
  return offset === offsetOf(utc + DAY_MS, zone) ? { at: utc - offset * MINUTE_MS } : instantNearJump(day, minute, zone)
}

/** A clock that jumps within a day of the wall time: it may skip it or show it twice. */
function instantNearJump(day: Day, minute: Minute, zone: Zone): Placed {
  const date = Temporal.PlainDate.from(day).add({ days: Math.floor(minute / MINUTES_A_DAY) })
  const within = ((minute % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY
  const wall = date.toPlainDateTime({ hour: Math.floor(within / 60), minute: within % 60 })
  const early = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const late = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (early.epochMilliseconds === late.epochMilliseconds) return { at: early.epochMilliseconds }
  const skipped = !early.toPlainDateTime().equals(wall)
  return skipped ? { at: late.epochMilliseconds, problem: 'gap' } : { at: early.epochMilliseconds, problem: 'twice' }
}

type Wall = { day: Day; minute: Minute }

/** The wall clock of a zone at an instant. */
export function wallOf(at: Instant, zone: Zone): Wall {
  const local = at + offsetOf(at, zone) * MINUTE_MS
  const start = Math.floor(local / DAY_MS) * DAY_MS
  return { day: dayAt(start), minute: Math.floor((local - start) / MINUTE_MS) }
}

const offsets = new Map<string, number>()

/** Minutes east of UTC in a zone at an instant. Remembered by the quarter of an hour, on which clocks jump: pages ask for the same few again and again. */
export function offsetOf(at: Instant, zone: Zone): number {
  const key = `${zone} ${Math.floor(at / (15 * MINUTE_MS))}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const found = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000
  if (offsets.size > 5_000) offsets.clear()
  offsets.set(key, found)
  return found
}

/** Minutes east of UTC at noon of a day: what a page states for the whole day. */
export function offsetOfDay(day: Day, zone: Zone): number {
  return offsetOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)), 12), zone)
}

/** 300 → 'UTC+5', −300 → 'UTC−5', 330 → 'UTC+5:30', 0 → 'UTC'. */
export function formatOffset(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const rest = size % 60
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}

/** The value of a `<time datetime>`: '2020-02-04T09:30+05:00'. */
export function datetimeOf(day: Day, minute: Minute, offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes)
  const offset = `${offsetMinutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
  return `${addDays(day, Math.floor(minute / MINUTES_A_DAY))}T${formatMinute(minute)}${offset}`
}

/** A mission's clock: real time, or a rehearsal that stood at `showMs` when the real clock stood at `fromMs`. */
export type MissionClock = { showMs: Instant; fromMs: Instant } | null

/** What the mission takes the time to be. Rules about past, due and next ask this; sessions, leases and DTSTAMP the real clock. */
export function missionNow(clock: MissionClock, realMs: Instant): Instant {
  return clock ? clock.showMs + (realMs - clock.fromMs) : realMs
}
