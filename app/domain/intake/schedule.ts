/** Puts a schedule of stops together from what happens in order. */
import { printedDates } from '#app/domain/intake/item-draft.ts'
import { titlesOf } from '#app/domain/intake/agenda.ts'
import type { Frame } from '#app/domain/intake/agenda.ts'
import type { MeetingDraft, PrintedDate, ScheduleDraft, StopDraft } from '#app/domain/intake/draft.ts'
import { headOf } from '#app/domain/intake/head.ts'
import { itineraryOf } from '#app/domain/intake/itinerary.ts'
import type { Happening } from '#app/domain/intake/itinerary.ts'
import { meetingKindOf } from '#app/domain/intake/kinds.ts'
import { gatherPeople } from '#app/domain/intake/people-lines.ts'
import { endOf } from '#app/domain/intake/pieces.ts'
import type { Piece } from '#app/domain/intake/pieces.ts'
import { rowTimeOf } from '#app/domain/intake/row-time.ts'
import type { Row } from '#app/domain/intake/rows.ts'
import { cityIn, readOf } from '#app/domain/intake/stops.ts'
import type { Placed } from '#app/domain/intake/stops.ts'
import { languagesOf, titleOf } from '#app/domain/intake/titles.ts'

type Course = { stops: StopDraft[]; stop: StopDraft | null; date: PrintedDate | null; fresh: boolean; keys: Map<number, number>; told: boolean; /** Where a day stands among those of the stop. */ places: Map<string, number> }

const TENTATIVE = /\b(?:tbc|tbd|tentative|to be confirmed)\b|уточняется|предварительно|по согласованию/iu

export function scheduleOf(rows: readonly Row[], frame: Frame): ScheduleDraft | null {
  const { head, happenings } = itineraryOf(rows, frame.context)
  const { title, dates } = headOf(head, frame.subject, frame.join)
  const course: Course = { stops: [], stop: null, date: null, fresh: false, keys: new Map(), places: new Map(), told: happenings.every(({ place, placeTold }) => place === null || placeTold) }
  const home = (title ? cityIn(title) : null) ?? happenings.map(({ venue }) => (venue ? cityIn(venue) : null)).find((place) => place !== null) ?? null
  for (const happening of happenings) follow(course, happening, home)
  const stops = withoutWaysBack(course.stops.filter(({ days, meetings }) => days.length + meetings.length > 0), course.told)
  if (stops.every(({ meetings }) => meetings.length === 0)) return null
  return { kind: 'schedule', ...titlesOf(title), days: rangeOf(dates.flatMap(printedDates), stops), stops }
}

/** A place that is only travelled to, told and not headed, is no stay. */
function withoutWaysBack(stops: StopDraft[], told: boolean): StopDraft[] {
  const kept: StopDraft[] = []
  for (const stop of stops) {
    const last = kept.at(-1)
    if (told && last && stop.meetings.every(({ kind }) => kind.value === 'travel')) kept[kept.length - 1] = { ...last, meetings: [...last.meetings, ...stop.meetings], days: [...last.days, ...stop.days.filter(({ value }) => !last.days.some((day) => day.value === value))] }
    else kept.push(stop)
  }
  return kept
}

/** First and last day: of the printed range, else of the rows. */
function rangeOf(printed: PrintedDate[], stops: readonly StopDraft[]): PrintedDate[] {
  const all = printed.length > 1 ? printed : [...printed, ...stops.flatMap(({ days }) => days)]
  const sorted = all.toSorted((a, b) => (a.value < b.value ? -1 : 1))
  const [first, last] = [sorted[0], sorted.at(-1)]
  return !first || !last ? [] : first.value === last.value ? [first] : [first, last]
}

function follow(course: Course, happening: Happening, home: Placed | null): void {
  if (happening.date) startDay(course, happening)
  if (happening.place && (!happening.placeTold || course.told)) reach(course, happening.place, happening)
  const there = course.told && happening.venue && happening.title && !happening.place ? cityIn(happening.venue) : null
  if (there) reach(course, there, { ...happening, placeTold: true })
  if (happening.date && course.stop && !course.told) for (const day of printedDates(happening.date)) addDay(course, day)
  if (!happening.title) return
  if (!course.stop && home) reach(course, home, happening)
  const meeting = course.stop ? meetingOf(course, happening, happening.title) : null
  if (!meeting || !course.stop) return
  course.stop.meetings.push(meeting)
  if (meeting.day) addDay(course, meeting.day)
}

/** A single day holds for the rows that follow; a range is that of a stop. */
function startDay(course: Course, { date }: Happening): void {
  const days = date ? printedDates(date) : []
  course.date = days.length === 1 ? (days[0] ?? null) : null
  course.fresh = true
}

function reach(course: Course, place: Placed, { row, date, placeTold }: Happening): void {
  const key = `L${row.line.number}`
  if (course.stop && course.stop.city.value.toLowerCase() === place.city.text.toLowerCase()) return
  course.stop = { key, city: readOf(place.city), country: place.country ? readOf(place.country) : null, printed: readOf(place.printed).value, days: [], meetings: [] }
  course.stops.push(course.stop)
  course.places = new Map()
  if (!date && course.date && !course.fresh && !placeTold) course.date = null
  course.fresh = false
}

function addDay({ stop, places }: Course, day: PrintedDate): void {
  const at = places.get(day.value)
  if (at === undefined) places.set(day.value, (stop?.days.push(day) ?? 0) - 1)
  else if (stop && stop.days[at]?.weekday === null && day.weekday !== null) stop.days[at] = day
}

function meetingOf(course: Course, happening: Happening, piece: Piece): MeetingDraft | null {
  const both = languagesOf(piece)
  const title = titleOf(both ? both.first : piece)
  if (!title) return null
  const otherTitle = both ? titleOf(both.second) : happening.otherTitle ? titleOf(happening.otherTitle) : null
  const { kind, sure } = happening.kind ? { kind: happening.kind, sure: true } : meetingKindOf(title.value)
  const { line, slipped } = happening.row
  const nth = course.keys.get(line.number) ?? 0
  course.keys.set(line.number, nth + 1)
  const time = rowTimeOf(happening.times)
  const own = happening.date ? printedDates(happening.date) : []
  const day = own.length === 1 ? (own[0] ?? null) : (course.date ?? (course.stop?.days.length === 1 ? (course.stop.days[0] ?? null) : null))
  return {
    key: `L${line.number}${nth === 0 ? '' : String.fromCharCode(97 + Math.min(nth, 25))}`, day, dayInherited: own.length !== 1 && day !== null, start: time.start, end: time.end,
    title, otherTitle, kind: { value: kind, span: title.span, confidence: sure ? 'sure' : 'likely' },
    people: gatherPeople(happening.people.map(({ text, start }) => ({ text, at: start })), { likely: true }).people,
    venue: happening.venue ? readOf(happening.venue) : null, slipped, tentative: TENTATIVE.test(piece.text) || TENTATIVE.test(line.body.text.slice(0, 300)),
    span: { start: line.body.start, end: endOf(line.body) },
  }
}
