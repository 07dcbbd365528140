/** One agenda as its rules read it. */
import type { CheckedRow } from '#app/domain/agenda/checks.ts'
import type { AppearanceFacts, EngagementFacts, ItemFacts } from '#app/domain/roadshow/lint-facts.ts'
import type { Day } from '#app/domain/time.ts'

/** `languages` are those of the mission. */
export type Agenda = { row: EngagementFacts; items: ItemFacts[]; appearances: AppearanceFacts[]; languages: string }

export type AgendaRow = CheckedRow & { item: ItemFacts }

/** Its items as neutral rows; people are named by their id, so that two spellings of one person are one. */
export function agendaRows({ items, appearances }: Agenda): AgendaRow[] {
  const people = new Map<string, CheckedRow['people'][number][]>()
  for (const { itemId, person } of appearances) {
    if (itemId === null) continue
    const known = people.get(itemId) ?? []
    known.push({ name: person, also: [], honorific: '', organisations: [] })
    people.set(itemId, known)
  }
  return items.map((item) => ({
    key: item.id, day: item.day, start: item.startMinute, end: item.endMinute, title: item.title, kind: item.kind, kindSaid: true, track: item.track, people: people.get(item.id) ?? [], talks: item.talks, marksEnd: false, item,
  }))
}

export function spotOf(row: EngagementFacts): { title: string; city: string; day: Day } {
  return { title: row.title, city: row.city, day: row.day }
}
