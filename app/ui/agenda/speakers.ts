import { gatherByPerson } from '#app/domain/people/protocol.ts'
import type { Speaker } from '#app/ui/agenda/item-fields.tsx'
import type { ItemShown } from '#app/ui/agenda/item-panel.tsx'
import { fullName } from '#app/ui/agenda/view.ts'
import type { ViewItem, ViewPerson } from '#app/ui/agenda/view.ts'

/** Who could speak at an item: everybody known by name who appears in the engagement, in protocol order. */
export function speakersOf(people: readonly ViewPerson[]): Speaker[] {
  return gatherByPerson(people).flatMap(([first]) => (first && first.personId !== null ? [{ id: first.personId, name: fullName(first), title: first.printedTitle }] : []))
}

/** An item with who speaks at it, for the form that changes it. */
export function itemShown(item: ViewItem, people: readonly ViewPerson[]): ItemShown {
  const { id, revision, title, kind, otherTitle, otherLanguage, details, track, startMinute, endMinute, sourceLine } = item
  const speakers = people.flatMap((each) => (each.itemId === id && each.personId !== null ? [each.personId] : []))
  return { id, revision, title, kind, otherTitle, otherLanguage, details, track, start: startMinute, end: endMinute, sourceLine, speakers: [...new Set(speakers)] }
}
