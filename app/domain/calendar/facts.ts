/** What one person should hold about one engagement, and when that is anything at all. */
import { cleanLine, cleanText } from '#app/domain/text.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'
import type { Mailbox } from '#app/domain/people/mailbox.ts'

/** A person's own item of the agenda. */
export type Slot = { day: Day; startMinute: Minute; endMinute: Minute | null; title: string }

/** Everything that an invitation says; what was last sent is kept in this shape and compared with what is true now. */
export type InvitationFacts = {
  title: string
  kind: string
  startMs: Instant
  /** null when nobody has said when it ends. */
  endMs: Instant | null
  zone: Zone
  city: string
  /** What other languages call the city on that day, by language; what they call it is no change of an invitation. */
  cityNames?: Record<string, string>
  day: Day
  startMinute: Minute
  endMinute: Minute | null
  place: string
  /** The public text of the engagement. */
  about: string
  slots: Slot[]
  status: 'confirmed' | 'tentative'
  roles: string[]
  organiser: Mailbox
}

export type EngagementFacts = {
  title: string
  kind: string
  status: string
  day: Day
  startMinute: Minute | null
  endMinute: Minute | null
  startMs: Instant | null
  endMs: Instant | null
  zone: Zone
  city: string
  cityNames?: Record<string, string>
  venue: string
  room: string
  about: string
}

/** Why an engagement is in nobody's calendar. */
export type NotInvitable = 'no-time' | 'not-agreed' | 'called-off' | 'internal-row'

const AGREED = new Set(['confirmed', 'tentative'])
const OVER = new Set(['held', 'noted', 'cleared', 'no-show'])
const CALLED_OFF = new Set(['cancelled', 'declined', 'postponed'])
const ROWS_OF_THE_GRID = new Set(['buffer', 'travel'])

/**
 * Whether an engagement belongs into calendars: it has a time, and it is confirmed or tentative, the two words that
 * iCalendar has for it (RFC 5546, 3.2.2). One that is only requested is not agreed with anybody, so nobody's calendar
 * may claim it. 'over' means: whoever holds it keeps it, and nobody is written to.
 */
export function invitable(engagement: Pick<EngagementFacts, 'kind' | 'status' | 'startMs'>): 'yes' | 'over' | NotInvitable {
  if (OVER.has(engagement.status)) return 'over'
  if (CALLED_OFF.has(engagement.status)) return 'called-off'
  if (ROWS_OF_THE_GRID.has(engagement.kind)) return 'internal-row'
  if (!AGREED.has(engagement.status)) return 'not-agreed'
  return engagement.startMs === null ? 'no-time' : 'yes'
}

/** The facts of one person; undefined when the engagement has no time or is not agreed. `roles` may repeat. */
export function factsOf(engagement: EngagementFacts, slots: readonly Slot[], roles: readonly string[], organiser: Mailbox): InvitationFacts | undefined {
  if (invitable(engagement) !== 'yes' || engagement.startMs === null || engagement.startMinute === null) return undefined
  return {
    title: cleanLine(engagement.title), kind: engagement.kind, startMs: engagement.startMs, endMs: engagement.endMs, zone: engagement.zone,
    city: cleanLine(engagement.city), ...(engagement.cityNames && Object.keys(engagement.cityNames).length > 0 ? { cityNames: engagement.cityNames } : {}), day: engagement.day, startMinute: engagement.startMinute, endMinute: engagement.endMinute,
    place: placeOf(engagement), about: cleanText(engagement.about).trim(),
    slots: slots.map((slot) => ({ ...slot, title: cleanLine(slot.title) })).toSorted(inTime),
    status: engagement.status === 'tentative' ? 'tentative' : 'confirmed',
    roles: [...new Set(roles.map(cleanLine))].filter(Boolean).toSorted(), organiser,
  }
}

/** 'Room 4, Town Hall, Dushanbe'; the city is left out where the venue already names it. */
function placeOf({ venue, room, city }: EngagementFacts): string {
  const parts = [room, venue].map(cleanLine).filter(Boolean)
  if (parts.length > 0 && !parts.some((part) => part.toLowerCase().includes(city.toLowerCase()))) parts.push(cleanLine(city))
  return parts.join(', ')
}

function inTime(a: Slot, b: Slot): number {
  return a.day === b.day ? a.startMinute - b.startMinute : a.day < b.day ? -1 : 1
}
