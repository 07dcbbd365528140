/** Conflicts with the names that people know them by: what a page prints before anything is saved. */
import type { BusyEngagement } from '#app/domain/agenda/busy.ts'
import type { Conflict } from '#app/domain/agenda/conflicts.ts'
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

/** What the ids of conflicts stand for; `header` are the hours that items should keep. */
export type Names = {
  things: ReadonlyMap<Id, ClashPlace & { venue: string }>
  people: ReadonlyMap<Id, string>
  header?: { start: Minute; end: Minute | null } | undefined
}

/** Names conflicts: one clash for all the people that the same two things share. Conflicts with what has no name are left out. */
export function clashesFrom(conflicts: readonly Conflict[], { things, people, header }: Names): Clash[] {
  const clashes = new Map<string, Clash>()
  for (const conflict of conflicts) {
    const subject = things.get(conflict.id)?.title ?? ''
    if (conflict.kind === 'outside-header') {
      const headerMinute = conflict.side === 'start' ? header?.start : header?.end
      clashes.set(keyOf(conflict), { kind: 'outside-header', subject, side: conflict.side, minutes: Math.round(conflict.ms / 60_000), headerMinute: headerMinute ?? 0 })
      continue
    }
    const thing = things.get(conflict.by)
    if (!thing) continue
    const { venue, ...by } = thing
    if (conflict.kind === 'venue-busy') clashes.set(keyOf(conflict), { kind: 'venue-busy', subject, by, venue })
    if (conflict.kind === 'overlap') clashes.set(keyOf(conflict), { kind: 'overlap', subject, by })
    if (conflict.kind !== 'person-busy') continue
    const person = { id: conflict.personId, name: people.get(conflict.personId) ?? '' }
    const key = `person-busy ${conflict.id} ${conflict.by}`
    const known = clashes.get(key)
    if (known?.kind === 'person-busy') known.people.push(person)
    else clashes.set(key, { kind: 'person-busy', subject, by, people: [person] })
  }
  return [...clashes.values()]
}

/** What the ids of engagements and their people stand for. */
export function engagementNames(engagements: readonly BusyEngagement[]): Names {
  return {
    things: new Map(engagements.map(({ id, title, day, startMinute, endMinute, city, zone, venue }) => [id, { noun: 'engagement', id, title, day, startMinute, endMinute, city, zone, venue }])),
    people: new Map(engagements.flatMap((each) => each.people.map((person) => [person.id, person.name]))),
  }
}

/** The conflicts that a change brings: those that were not there before, and items that leave the header further than they did. */
export function broughtBy(before: readonly Conflict[], after: readonly Conflict[]): Conflict[] {
  const known = new Map(before.map((conflict) => [keyOf(conflict), conflict]))
  return after.filter((conflict) => {
    const was = known.get(keyOf(conflict))
    return !was || (was.kind === 'outside-header' && conflict.kind === 'outside-header' && conflict.ms > was.ms)
  })
}

function keyOf(conflict: Conflict): string {
  if (conflict.kind === 'outside-header') return `outside-header ${conflict.id} ${conflict.side}`
  const pair = [conflict.id, conflict.by].sort().join(' ')
  return `${conflict.kind} ${pair}${conflict.kind === 'person-busy' ? ` ${conflict.personId}` : ''}`
}
