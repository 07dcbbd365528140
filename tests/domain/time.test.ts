import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, instantOf, isDay, offsetOf, wallOf, weekdayOf } from '#app/domain/time.ts'

/** Clocks that jump in many ways: by half an hour, across the date line, by law, in both hemispheres, at quarters of an hour. */
const ZONES = ['UTC', 'Asia/Almaty', 'Asia/Dushanbe', 'Asia/Kathmandu', 'Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'America/Santiago', 'Asia/Pyongyang']
const zone = fc.constantFrom(...ZONES)
const day = fc.integer({ min: 0, max: 80_000 }).map((n) => Temporal.PlainDate.from('1975-01-01').add({ days: n }).toString())
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

describe('days', () => {
  it('are counted as the calendar counts them', () => {
    fc.assert(fc.property(day, day, fc.integer({ min: -800, max: 800 }), (one, other, days) => {
      const date = Temporal.PlainDate.from(one)
      expect(weekdayOf(one)).toBe(NAMES[date.dayOfWeek - 1])
      expect(addDays(one, days)).toBe(date.add({ days }).toString())
      expect(daysBetween(one, other)).toBe(date.until(Temporal.PlainDate.from(other)).days)
    }))
  })

  it('exist or do not', () => {
    expect(['2020-02-29', '2021-02-29', '2020-2-9', '1969-12-31', '2200-01-01', '2020-13-01', '2020-00-10', ''].map(isDay)).toEqual([true, false, false, false, false, false, false, false])
  })
})

describe('instants', () => {
  it('are those of the time zone data base', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 1439 }), zone, (date, minute, timeZone) => {
      const wall = Temporal.PlainDate.from(date).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
      const placed = instantOf(date, minute, timeZone)
      const early = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
      const late = wall.toZonedDateTime(timeZone, { disambiguation: 'later' })
      const skipped = !early.toPlainDateTime().equals(wall)
      expect(placed.at).toBe(skipped ? late.epochMilliseconds : early.epochMilliseconds)
      expect(placed.problem).toBe(early.equals(late) ? undefined : skipped ? 'gap' : 'twice')
      const zoned = Temporal.Instant.fromEpochMilliseconds(placed.at).toZonedDateTimeISO(timeZone)
      expect(wallOf(placed.at, timeZone)).toEqual({ day: zoned.toPlainDate().toString(), minute: zoned.hour * 60 + zoned.minute })
      expect(offsetOf(placed.at, timeZone)).toBe(zoned.offsetNanoseconds / 60e9)
    }), { numRuns: 1_000 })
  })

  it('say when the clock skips a time or shows it twice', () => {
    expect(instantOf('2026-03-29', 90, 'Europe/London')).toEqual({ at: Date.UTC(2026, 2, 29, 1, 30), problem: 'gap' })
    expect(instantOf('2026-10-25', 90, 'Europe/London')).toEqual({ at: Date.UTC(2026, 9, 25, 0, 30), problem: 'twice' })
    expect(instantOf('2026-10-04', 135, 'Australia/Lord_Howe').problem).toBe('gap')
    expect([15, 29, 30, 45].map((minutes) => offsetOf(Date.UTC(2026, 9, 3, 15, minutes), 'Australia/Lord_Howe'))).toEqual([630, 630, 660, 660])
  })

  it('know that a city changed its clock by law', () => {
    expect(instantOf('2020-01-29', 600, 'Asia/Almaty').at).toBe(Date.UTC(2020, 0, 29, 4))
    expect(instantOf('2026-01-29', 600, 'Asia/Almaty').at).toBe(Date.UTC(2026, 0, 29, 5))
  })

  it('count minutes beyond midnight on', () => {
    expect(instantOf('2020-02-28', 24 * 60 + 30, 'UTC').at).toBe(Date.UTC(2020, 1, 29, 0, 30))
  })
})
