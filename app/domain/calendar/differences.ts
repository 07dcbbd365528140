/** Which differences between two versions are changes that a person is told of. */
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import { hoursWords, slotWords, whenWords, zoneWords } from '#app/domain/calendar/wording.ts'
import { addressKey } from '#app/domain/people/address.ts'
import { cleanLine, cleanText } from '#app/domain/text.ts'

export type Field = 'time' | 'title' | 'place' | 'status' | 'roles' | 'slots' | 'about' | 'organiser'
export type Difference = { field: Field; before: string; after: string }

/**
 * What changed between two versions, in the order in which it matters; [] when a person would see no difference.
 * White space, Unicode form, display names, the kind of the engagement and everything internal change nothing.
 */
export function differences(before: InvitationFacts, after: InvitationFacts): Difference[] {
  const found: Difference[] = []
  const compare = (field: Field, was: string, is: string, shown: [string, string] = [was, is]): void => {
    if (was !== is) found.push({ field, before: shown[0], after: shown[1] })
  }
  compare('time', instants(before), instants(after), whenPair(before, after))
  compare('title', cleanLine(before.title), cleanLine(after.title))
  compare('place', cleanLine(before.place), cleanLine(after.place))
  compare('status', before.status, after.status)
  compare('roles', listed(before.roles), listed(after.roles))
  compare('slots', slotLines(before), slotLines(after))
  compare('about', cleanText(before.about).trim(), cleanText(after.about).trim())
  compare('organiser', addressKey(before.organiser.address), addressKey(after.organiser.address))
  return found
}

export function timeDiffers(before: InvitationFacts, after: InvitationFacts): boolean {
  return instants(before) !== instants(after)
}

function instants(facts: InvitationFacts): string {
  return `${facts.startMs} ${facts.endMs ?? ''}`
}

/** Hours alone where the day stays, so that the eye finds what moved. */
function whenPair(before: InvitationFacts, after: InvitationFacts): [string, string] {
  const near = before.day === after.day && before.zone === after.zone && before.city === after.city
  const same = near && hoursWords(before) === hoursWords(after)
  if (near && !same) return [hoursWords(before), `${hoursWords(after)} ${zoneWords(after)}`]
  return [whenWords(before), whenWords(after)]
}

function listed(roles: readonly string[]): string {
  return roles.map(cleanLine).toSorted().join(', ')
}

function slotLines(facts: InvitationFacts): string {
  return facts.slots.map((slot) => slotWords({ ...slot, title: cleanLine(slot.title) }, facts.day)).join('; ')
}
