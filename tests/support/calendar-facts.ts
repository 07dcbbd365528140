import type { EngagementFacts, InvitationFacts } from '#app/domain/calendar/facts.ts'
import { instantOf } from '#app/domain/time.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'

const ORGANISER = { name: 'Caravan', address: 'invites@example.org' }

/** What somebody holds about a workshop, at a wall time of a zone. */
export function factsAt(day: Day, startMinute: Minute, endMinute: Minute | null, rest: Partial<InvitationFacts> & { zone?: Zone } = {}): InvitationFacts {
  const zone = rest.zone ?? 'Asia/Almaty'
  return {
    title: 'City Workshop', kind: 'workshop', startMs: instantOf(day, startMinute, zone).at, endMs: endMinute === null ? null : instantOf(day, endMinute, zone).at, zone, city: 'Nur-Sultan', day, startMinute, endMinute,
    place: 'Room 4, Hilton', about: 'Bring nothing.', slots: [], status: 'confirmed', roles: ['speaker'], organiser: ORGANISER, ...rest,
  }
}

/** The same as an engagement is stored. */
export function engagementAt(day: Day, startMinute: Minute | null, endMinute: Minute | null, rest: Partial<EngagementFacts> = {}): EngagementFacts {
  const zone = 'Asia/Almaty'
  return {
    title: 'City Workshop', kind: 'workshop', status: 'confirmed', day, startMinute, endMinute, startMs: startMinute === null ? null : instantOf(day, startMinute, zone).at,
    endMs: endMinute === null ? null : instantOf(day, endMinute, zone).at, zone, city: 'Nur-Sultan', venue: 'Hilton', room: 'Room 4', about: 'Bring nothing.', ...rest,
  }
}
