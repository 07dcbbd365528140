/** How the facts of an invitation are written, in mails, calendars and on pages alike. */
import type { InvitationFacts, Slot } from '#app/domain/calendar/facts.ts'
import { formatDay, formatDayLong, formatDayShort, formatMinute, formatOffset, formatRange, offsetOf, wallOf } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'

type Timed = Pick<InvitationFacts, 'startMs' | 'endMs' | 'zone' | 'city' | 'day' | 'startMinute' | 'endMinute'>

/** 'Dushanbe, UTC+5' */
export function zoneWords(facts: Pick<InvitationFacts, 'startMs' | 'zone' | 'city'>): string {
  return `${facts.city}, ${formatOffset(offsetOf(facts.startMs, facts.zone))}`
}

/** '10:00–11:30', or '10:00' while the end is not known. */
export function hoursWords(facts: Pick<InvitationFacts, 'startMinute' | 'endMinute'>): string {
  return formatRange(facts.startMinute, facts.endMinute)
}

/** 'Tue 4 Feb 2020, 09:30–12:00 Dushanbe, UTC+5' */
export function whenWords(facts: Timed): string {
  return `${formatDay(facts.day)}, ${hoursWords(facts)} ${zoneWords(facts)}`
}

/** The same of any two instants on the clock of an invitation; an end on another day is left out. */
export function momentWords(startMs: Instant, endMs: Instant | null, { zone, city }: Pick<InvitationFacts, 'zone' | 'city'>): string {
  const start = wallOf(startMs, zone)
  const end = endMs === null ? null : wallOf(endMs, zone)
  return `${formatDay(start.day)}, ${formatRange(start.minute, end?.day === start.day ? end.minute : null)} ${city}, ${formatOffset(offsetOf(startMs, zone))}`
}

/** 'Tuesday 4 February 2020' */
export function dayWords(facts: Pick<InvitationFacts, 'day'>): string {
  return formatDayLong(facts.day)
}

/** '10:00 Dushanbe, UTC+5, Tue 4 Feb 2020': what a subject line has room for. */
export function startWords(facts: Timed): string {
  return `${formatMinute(facts.startMinute)} ${zoneWords(facts)}, ${formatDay(facts.day)}`
}

/** '10:00–10:30 Opening'; with its day where it is another than the engagement's. */
export function slotWords(slot: Slot, day: string): string {
  return `${slot.day === day ? '' : `${formatDayShort(slot.day)}, `}${formatRange(slot.startMinute, slot.endMinute)}${slot.title ? ` ${slot.title}` : ''}`
}

/** The description inside the calendar: venue time first, then the person's own slots, then the public text. */
export function calendarWords(facts: InvitationFacts): string {
  const slots = facts.slots.map((slot) => `Your slot: ${slotWords(slot, facts.day)}`)
  const roles = facts.roles.length > 0 ? [`You are invited as ${facts.roles.join(', ')}.`] : []
  return [[whenWords(facts), ...roles, ...slots].join('\n'), facts.about].filter(Boolean).join('\n\n')
}
