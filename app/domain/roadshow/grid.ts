/** The roadshow grid as facts: bands of days, and in each day what has a time, what has none, and where the clock stands. */
import { fillBands, isWeekend, layBands } from '#app/domain/roadshow/bands.ts'
import { shiftOfClock } from '#app/domain/roadshow/clocks.ts'
import { drawnMinutes, hoursOf, layLanes } from '#app/domain/roadshow/lanes.ts'
import { parsePrintedDay } from '#app/domain/roadshow/printed-day.ts'
import type { StopFace } from '#app/domain/roadshow/stops.ts'
import { formatOffset, formatRange, offsetOf, offsetOfDay, wallOf, weekdayOf } from '#app/domain/time.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'

/** An engagement, meal, buffer or leg of travel as the days of a stop show it. */
export type GridBlock = {
  id: string
  stopId: string
  kind: string
  title: string
  status: string
  day: Day
  startMinute: Minute | null
  endMinute: Minute | null
  zone: Zone
  endMs: Instant | null
  venue: string
  team: string
  sampleFields: readonly string[]
}

/** `at`, `for` and `room` are hours, as the drawing takes them; `for` is 0 where there is no time. `length` is in minutes, where the end is known. */
export type Drawn = { id: string; kind: string; title: string; status: string; sample: boolean; when: string; where: string; at: number; for: number; room: number; lane: number; lanes: number; length?: number }
/** `off` names the public holiday of the stop's country. */
export type GridDay = { day: Day; offset: string; weekend: boolean; off?: string; untimed: Drawn[]; timed: Drawn[]; nowAt?: number; nowText?: string; addAt: string }
export type GridBand = { key: string; stopId?: string; title: string; clock?: string; zone: string; days: GridDay[] }
export type Grid = { from: number; to: number; bands: GridBand[] }

/** Lays the whole mission out. Stops come in their order, blocks in the order of their time; `now` is the mission's clock, `off` names holidays by '<stop> <day>'. */
export function layGrid(stops: readonly StopFace[], mission: { startDay: Day; endDay: Day }, blocks: readonly GridBlock[], now: Instant, off: ReadonlyMap<string, string> = new Map()): Grid {
  const bands = layBands(stops, mission, blocks)
  const cells = fillBands(bands, blocks)
  const { from, to } = hoursOf(blocks.flatMap((block) => (block.startMinute === null ? [] : [{ startMinute: block.startMinute, endMinute: block.endMinute }])))
  let before: StopFace | undefined
  const drawn = bands.map((band, b): GridBand => {
    const stop = band.kind === 'stop' ? band.stop : undefined
    const after = stop ?? nextStop(bands, b)
    const home = stop ?? before ?? after
    const days = band.days.map((day, d) => layDay(day, home, cells[b]?.[d] ?? [], stops, now, off))
    const head = band.kind === 'stop' ? headOf(band.stop, before, now) : betweenHead(band.days, band.skipped, before, after)
    before = stop ?? before
    return { key: `${stop?.id ?? 'between'}-${band.days[0]}`, ...head, days }
  })
  return { from, to, bands: drawn }
}

function nextStop(bands: ReturnType<typeof layBands<StopFace>>, from: number): StopFace | undefined {
  const band = bands.slice(from).find((each) => each.kind === 'stop')
  return band?.kind === 'stop' ? band.stop : undefined
}

function headOf(stop: StopFace, before: StopFace | undefined, now: Instant): Omit<GridBand, 'key' | 'days'> {
  const offset = offsetOfDay(stop.arriveDay, stop.zone)
  const shift = before ? shiftOfClock(offset - offsetOfDay(before.departDay, before.zone)) : ''
  return { stopId: stop.id, title: stop.city, clock: formatRange(wallOf(now, stop.zone).minute, null), zone: formatOffset(offset) + (shift ? `, ${shift}` : '') }
}

function betweenHead(days: readonly Day[], skipped: number, before: StopFace | undefined, after: StopFace | undefined): Omit<GridBand, 'key' | 'days'> {
  const title = !before ? 'Before' : !after ? 'After' : days.every(isWeekend) && skipped === 0 ? 'Weekend' : 'On the way'
  return { title, zone: skipped > 0 ? `${skipped} empty days left out` : '' }
}

function layDay(day: Day, home: StopFace | undefined, blocks: readonly GridBlock[], stops: readonly StopFace[], now: Instant, off: ReadonlyMap<string, string>): GridDay {
  const zone = home?.zone ?? 'UTC'
  const untimed = blocks.filter((block) => block.startMinute === null).map((block) => draw(block, stops))
  const spells = blocks.flatMap((block) => (block.startMinute === null ? [] : [{ startMinute: block.startMinute, endMinute: block.endMinute, block }]))
  const timed = layLanes(spells).map(({ of, lane, lanes, room }) => ({ ...draw(of.block, stops), at: round(of.startMinute / 60), for: round(drawnMinutes(of) / 60), room: round(room / 60), lane, lanes }))
  const wall = wallOf(now, zone)
  const line = wall.day === day ? { nowAt: round(wall.minute / 60), nowText: formatRange(wall.minute, null) } : {}
  const named = off.get(`${home?.id ?? ''} ${day}`)
  return { day, offset: formatOffset(offsetOfDay(day, zone)), weekend: isWeekend(day), ...(named === undefined ? {} : { off: named }), untimed, timed, ...line, addAt: home?.id ?? '' }
}

function draw(block: GridBlock, stops: readonly StopFace[]): Drawn {
  const { id, kind, title, status, venue, team, startMinute, endMinute } = block
  const length = startMinute === null || endMinute === null ? {} : { length: endMinute - startMinute }
  return { id, kind, title, status, sample: block.sampleFields.length > 0, when: whenOf(block, stops), where: [venue, team].filter(Boolean).join(' · '), at: 0, for: 0, room: 0, lane: 0, lanes: 1, ...length }
}

type WrongDay = { day: Day; engagementId: string; weekday: string }

/** Days whose date is printed with another day's name; each with the first engagement that it is printed for. */
export function wrongDays(blocks: readonly { id: string; day: Day; printedDay: string | null }[]): WrongDay[] {
  const wrong = new Map<Day, WrongDay>()
  for (const { id, day, printedDay } of blocks) {
    if (printedDay === null || wrong.has(day)) continue
    const { weekday, day: printed = day } = parsePrintedDay(printedDay, day)
    if (weekday !== undefined && printed === day && weekday !== weekdayOf(day)) wrong.set(day, { day, engagementId: id, weekday })
  }
  return [...wrong.values()]
}

/** 'printed “Thursday”' by day, without those that somebody let stand at one of the `settled` engagements. */
export function wordsOfDays(wrong: readonly WrongDay[], settled: ReadonlySet<string>): Record<Day, string> {
  return Object.fromEntries(wrong.filter((each) => !settled.has(each.engagementId)).map(({ day, weekday }) => [day, `printed “${weekday}”`]))
}

/** '09:30–12:00'; travel shows the clock at both ends: '13:00 UTC+6 – 14:30 UTC+5'. */
export function whenOf(block: GridBlock, stops: readonly StopFace[]): string {
  if (block.startMinute === null) return ''
  if (block.kind !== 'travel') return formatRange(block.startMinute, block.endMinute)
  const leaving = `${formatRange(block.startMinute, null)} ${formatOffset(offsetOfDay(block.day, block.zone))}`
  const to = stops[stops.findIndex((stop) => stop.id === block.stopId) + 1]
  if (block.endMs === null) return leaving
  const zone = to?.zone ?? block.zone
  return `${leaving} – ${formatRange(wallOf(block.endMs, zone).minute, null)} ${formatOffset(offsetOf(block.endMs, zone))}`
}

function round(hours: number): number {
  return Math.round(hours * 100) / 100
}
