/** Which differences between two versions are changes that a person is told of. */
import type { InvitationFacts } from '#app/domain/calendar/facts.ts'
import { DEFAULT_LANGUAGE, textsOf, wordIn } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { clockWords, hoursWords, placeWords, slotWords, whenWords } from '#app/domain/calendar/wording.ts'
import { addressKey } from '#app/domain/people/address.ts'
import { cleanLine, cleanText } from '#app/domain/text.ts'

export type Field = 'time' | 'title' | 'place' | 'status' | 'roles' | 'slots' | 'about' | 'organiser'
export type Difference = { field: Field; before: string; after: string }

/**
 * What changed between two versions, in the order in which it matters; [] when a person would see no difference.
 * White space, Unicode form, display names, the kind of the engagement, what languages call the city and everything
 * internal change nothing. `texts` are those in which the two versions are written down.
 */
export function differences(before: InvitationFacts, after: InvitationFacts, texts: Texts = textsOf(DEFAULT_LANGUAGE)): Difference[] {
  const found: Difference[] = []
  const compare = (field: Field, was: string, is: string, shown: [string, string] = [was, is]): void => {
    if (was !== is) found.push({ field, before: shown[0], after: shown[1] })
  }
  compare('time', instants(before), instants(after), whenPair(before, after, texts))
  compare('title', cleanLine(before.title), cleanLine(after.title))
  compare('place', cleanLine(before.place), cleanLine(after.place), [cleanLine(placeWords(before, texts)), cleanLine(placeWords(after, texts))])
  compare('status', before.status, after.status, [texts.statuses[before.status], texts.statuses[after.status]])
  compare('roles', listed(before.roles), listed(after.roles), [listed(before.roles, texts), listed(after.roles, texts)])
  compare('slots', slotLines(before), slotLines(after), [slotLines(before, texts), slotLines(after, texts)])
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
function whenPair(before: InvitationFacts, after: InvitationFacts, texts: Texts): [string, string] {
  const near = before.day === after.day && before.zone === after.zone && before.city === after.city
  const same = near && hoursWords(before) === hoursWords(after)
  if (near && !same) return [hoursWords(before), clockWords(after, texts)]
  return [whenWords(before, texts), whenWords(after, texts)]
}

function listed(roles: readonly string[], texts?: Texts): string {
  return roles.map(cleanLine).toSorted().map((role) => (texts ? wordIn(texts.roles, role) : role)).join(', ')
}

function slotLines(facts: InvitationFacts, texts?: Texts): string {
  return facts.slots.map((slot) => slotWords({ ...slot, title: cleanLine(slot.title) }, facts.day, texts)).join('; ')
}
