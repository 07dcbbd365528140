/** Which day sheets a mission has, and which one is needed next. */
import type { StopFace } from '#app/domain/roadshow/stops.ts'
import { daysFromTo, instantOf } from '#app/domain/time.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

type Standing = { stopId: string; day: Day; startMinute: Minute | null }

type SheetDay = { stopId: string; city: string; zone: Zone; day: Day; engagements: number; untimed: number; firstMinute: Minute | null; state: 'past' | 'next' | 'later' }

/** Every day of every stop, and days outside on which something stands there, in order of the days. 'next' is the first with something that is not over. */
export function listSheetDays(stops: readonly StopFace[], standing: readonly Standing[], now: Instant): SheetDay[] {
  const days = stops.flatMap((stop) => {
    const here = standing.filter((each) => each.stopId === stop.id)
    const all = [...new Set([...daysFromTo(stop.arriveDay, stop.departDay), ...here.map((each) => each.day)])].sort()
    return all.map((day) => sheetDay(stop, day, here.filter((each) => each.day === day), now))
  })
  const sorted = days.map((day, at) => ({ day, at })).sort((a, b) => (a.day.day < b.day.day ? -1 : a.day.day > b.day.day ? 1 : a.at - b.at)).map(({ day }) => day)
  const next = sorted.find((day) => day.state === 'later' && day.engagements > 0)
  return sorted.map((day) => (day === next ? { ...day, state: 'next' } : day))
}

function sheetDay(stop: StopFace, day: Day, here: readonly Standing[], now: Instant): SheetDay {
  const starts = here.flatMap((each) => (each.startMinute === null ? [] : [each.startMinute]))
  return {
    stopId: stop.id, city: stop.city, zone: stop.zone, day, engagements: here.length, untimed: here.length - starts.length,
    firstMinute: starts.length === 0 ? null : Math.min(...starts), state: now >= instantOf(day, 24 * 60, stop.zone).at ? 'past' : 'later',
  }
}
