/** How the facts of an invitation are written, in mails, calendars and on pages alike, in the language of whoever reads them. */
import type { InvitationFacts, Slot } from '#app/domain/calendar/facts.ts'
import { DEFAULT_LANGUAGE, fill, textsOf, wordIn } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { WEEKDAYS, formatMinute, formatOffset, formatRange, offsetOf, wallOf, weekdayOf } from '#app/domain/time.ts'
import type { Day, Instant } from '#app/domain/time.ts'

type Placed = Pick<InvitationFacts, 'zone' | 'city' | 'cityNames'>
type Timed = Placed & Pick<InvitationFacts, 'startMs' | 'endMs' | 'day' | 'startMinute' | 'endMinute'>

const ENGLISH = textsOf(DEFAULT_LANGUAGE)

/** The city as the reader's language calls it, where that is known. */
export function cityWords({ city, cityNames }: Pick<InvitationFacts, 'city' | 'cityNames'>, texts: Texts = ENGLISH): string {
  return cityNames?.[texts.code] ?? city
}

/** The place, with the city that was added to it in the reader's language; what somebody typed stays as typed. */
export function placeWords({ place, ...facts }: Pick<InvitationFacts, 'place' | 'city' | 'cityNames'>, texts: Texts = ENGLISH): string {
  const added = `, ${facts.city}`
  return place.endsWith(added) ? `${place.slice(0, -added.length)}, ${cityWords(facts, texts)}` : place
}

/** 'Dushanbe, UTC+5' */
export function zoneWords(facts: Placed & Pick<InvitationFacts, 'startMs'>, texts: Texts = ENGLISH): string {
  return fill(texts.times.zone, zoneOf(facts, texts))
}

function zoneOf(facts: Placed & Pick<InvitationFacts, 'startMs'>, texts: Texts): { city: string; offset: string } {
  return { city: cityWords(facts, texts), offset: formatOffset(offsetOf(facts.startMs, facts.zone)) }
}

/** '10:00–11:30', or '10:00' while the end is not known. */
export function hoursWords(facts: Pick<InvitationFacts, 'startMinute' | 'endMinute'>): string {
  return formatRange(facts.startMinute, facts.endMinute)
}

/** '10:00–11:30 Dushanbe, UTC+5' */
export function clockWords(facts: Timed, texts: Texts = ENGLISH): string {
  return fill(texts.times.clock, { hours: hoursWords(facts), ...zoneOf(facts, texts) })
}

/** 'Tue 4 Feb 2020, 09:30–12:00 Dushanbe, UTC+5' */
export function whenWords(facts: Timed, texts: Texts = ENGLISH): string {
  return fill(texts.times.when, { day: onDay(facts.day, texts), hours: hoursWords(facts), ...zoneOf(facts, texts) })
}

/** '04:30–07:00 UTC', with its day where that is another; '' where the venue's clock is UTC anyway. */
export function utcWords({ startMs, endMs, zone, day }: Pick<InvitationFacts, 'startMs' | 'endMs' | 'zone' | 'day'>, texts: Texts = ENGLISH): string {
  if (offsetOf(startMs, zone) === 0) return ''
  const start = wallOf(startMs, 'UTC')
  const hours = formatRange(start.minute, endMs === null ? null : wallOf(endMs, 'UTC').minute)
  return `${hours} UTC${start.day === day ? '' : `, ${onDayShort(start.day, texts)}`}`
}

/** As `whenWords`, of any two instants on the clock of an invitation; an end on another day is left out. */
export function momentWords(startMs: Instant, endMs: Instant | null, facts: Placed, texts: Texts = ENGLISH): string {
  const start = wallOf(startMs, facts.zone)
  const end = endMs === null ? null : wallOf(endMs, facts.zone)
  return whenWords({ ...facts, startMs, endMs, day: start.day, startMinute: start.minute, endMinute: end?.day === start.day ? end.minute : null }, texts)
}

/** 'Tuesday 4 February 2020' */
export function dayWords(facts: Pick<InvitationFacts, 'day'>, texts: Texts = ENGLISH): string {
  const { day } = facts
  return fill(texts.times.dayLong, { weekday: texts.weekdays[weekdayAt(day)] as string, date: Number(day.slice(8)), month: texts.months[monthAt(day)] as string, year: day.slice(0, 4) })
}

function onDay(day: Day, texts: Texts): string {
  return fill(texts.times.day, { ...shortParts(day, texts), year: day.slice(0, 4) })
}

/** 'Tue 4 Feb' */
export function onDayShort(day: Day, texts: Texts = ENGLISH): string {
  return fill(texts.times.dayShort, shortParts(day, texts))
}

function shortParts(day: Day, texts: Texts): { weekday: string; date: number; month: string } {
  return { weekday: texts.weekdaysShort[weekdayAt(day)] as string, date: Number(day.slice(8)), month: texts.monthsShort[monthAt(day)] as string }
}

function weekdayAt(day: Day): number {
  return WEEKDAYS.indexOf(weekdayOf(day))
}

function monthAt(day: Day): number {
  return Number(day.slice(5, 7)) - 1
}

/** '10:00 Dushanbe, UTC+5, Tue 4 Feb 2020': what a subject line has room for. */
export function startWords(facts: Timed, texts: Texts = ENGLISH): string {
  return fill(texts.times.start, { time: formatMinute(facts.startMinute), ...zoneOf(facts, texts), day: onDay(facts.day, texts) })
}

/** '10:00–10:30 Opening'; with its day where it is another than the engagement's. */
export function slotWords(slot: Slot, day: string, texts: Texts = ENGLISH): string {
  const parts = { hours: formatRange(slot.startMinute, slot.endMinute), title: slot.title }
  return (slot.day === day ? fill(texts.times.slot, parts) : fill(texts.times.slotOnDay, { ...parts, day: onDayShort(slot.day, texts) })).trim()
}

/** 'host, speaker' */
export function roleWords(roles: readonly string[], texts: Texts = ENGLISH): string {
  return roles.map((role) => wordIn(texts.roles, role)).join(', ')
}

/** The description inside the calendar: venue time first and UTC beside it, then the person's own slots, then the public text. */
export function calendarWords(facts: InvitationFacts, texts: Texts = ENGLISH): string {
  const slots = facts.slots.map((slot) => fill(texts.calendar.slot, { slot: slotWords(slot, facts.day, texts) }))
  const roles = facts.roles.length > 0 ? [fill(texts.calendar.roles, { roles: roleWords(facts.roles, texts) })] : []
  const when = [whenWords(facts, texts), utcWords(facts, texts)].filter(Boolean).join(' = ')
  return [[when, ...roles, ...slots].join('\n'), facts.about].filter(Boolean).join('\n\n')
}
