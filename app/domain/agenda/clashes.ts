/** Conflicts with the names that people know them by: what a page prints before anything is saved. */
import type { Id } from '#app/domain/ids.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'

/** An engagement, or an item of an agenda, that stands where something else is to go. */
export type ClashPlace = { noun: 'engagement' | 'agenda-item'; id: Id; title: string; day: Day; startMinute: Minute | null; endMinute: Minute | null; city: string; zone: Zone }

export type Clash =
  /** People who would be in two things at once. */
  | { kind: 'person-busy'; subject: string; by: ClashPlace; people: { id: Id; name: string }[] }
  | { kind: 'venue-busy'; subject: string; by: ClashPlace; venue: string }
  /** Two items of one agenda at the same time. */
  | { kind: 'overlap'; subject: string; by: ClashPlace }
  /** An item before the start or after the end that its engagement was given. */
  | { kind: 'outside-header'; subject: string; side: 'start' | 'end'; minutes: number; headerMinute: Minute }
