/**
 * An agenda as anybody with its address may read it: titles, hours, places, names and printed titles. What is internal (questions,
 * the brief, the purpose, addresses, phones, who was invited and who only takes part) has no place in the shape, so it cannot leave.
 */
import { headerOf } from '#app/domain/agenda/hours.ts'
import { count } from '#app/domain/text.ts'
import { formatDay, formatRange, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'

export type PublishedPerson = { name: string; title: string; role: string; sample?: true }
export type PublishedItem = {
  id: string; kind: string; title: string; otherTitle: string; otherLanguage: string; day: Day; start: Minute; end: Minute | null; track: string
  /** Talks without a time of their own. */
  details: string[]
  people: PublishedPerson[]
  sample?: true
}
/** A paper that is handed out, with its files as they were then. */
export type PublishedPaper = { title: string; language: string; itemId: string | null; files: { id: string; name: string; size: number }[] }
/** One version as it was published; nothing that changes later changes it. */
export type PublishedAgenda = {
  id: string; title: string; otherTitles: string[]; kind: string; status: string; mission: string
  day: Day; zone: Zone; city: string; cityNames: Record<string, string>; offsetMinutes: number
  hours: { start: Minute; end: Minute | null } | null
  venue: string; room: string; language: string; interpretation: string; about: string
  people: PublishedPerson[]
  items: PublishedItem[]
  handOuts: PublishedPaper[]
  /** Names of what is sample data: 'time', 'venue', 'language'. */
  sample: string[]
}

type Person = { itemId: string | null; role: string; name: string; honorific: string; printedTitle: string; sample: boolean }
type Item = { id: string; kind: string; title: string; otherTitle: string; otherLanguage: string; day: Day; startMinute: Minute; endMinute: Minute | null; details: string; track: string; sampleFields: readonly string[] }
export type PublishedFacts = {
  mission: string
  engagement: {
    id: string; title: string; kind: string; status: string; day: Day; zone: Zone; city: string; startMinute: Minute | null; endMinute: Minute | null; headerStartMinute: Minute | null; headerEndMinute: Minute | null
    venue: string; room: string; language: string; interpretation: string; publicText: string; sampleFields: readonly string[]
  }
  otherTitles: readonly string[]
  cityNames: Readonly<Record<string, string>>
  items: readonly Item[]
  people: readonly Person[]
  /** Those that anybody may read. */
  handOuts: readonly PublishedPaper[]
}

/** Those who stand on a stage: whoever only takes part is not named to the public. */
const NAMED = ['moderator', 'host', 'speaker', 'panellist']
const HIDDEN_STATUSES = ['idea', 'declined', 'postponed', 'cancelled', 'no-show']

export type WhyUnpublishable = 'no-items' | 'internal' | 'not-planned'

/** Why an agenda is nothing for the public; undefined where it may go out. */
export function whyUnpublishable({ engagement: { kind, status }, items }: Pick<PublishedFacts, 'items'> & { engagement: Pick<PublishedFacts['engagement'], 'kind' | 'status'> }): WhyUnpublishable | undefined {
  if (kind === 'internal' || kind === 'buffer' || kind === 'travel') return 'internal'
  if (HIDDEN_STATUSES.includes(status)) return 'not-planned'
  return items.length === 0 ? 'no-items' : undefined
}

/** What would be published now. */
export function publishedOf({ mission, engagement, otherTitles, cityNames, items, people, handOuts }: PublishedFacts): PublishedAgenda {
  const header = headerOf(engagement)
  return {
    id: engagement.id, title: engagement.title, otherTitles: [...otherTitles], kind: engagement.kind, status: engagement.status, mission, day: engagement.day, zone: engagement.zone, city: engagement.city, cityNames: { ...cityNames },
    offsetMinutes: offsetOfDay(engagement.day, engagement.zone), hours: header ?? null, venue: engagement.venue, room: engagement.room, language: engagement.language, interpretation: engagement.interpretation, about: engagement.publicText,
    people: named(people, null), items: items.map((item) => itemOf(item, people)), handOuts: handOuts.map(({ title, language, itemId, files }) => ({ title, language, itemId, files: files.map(({ id, name, size }) => ({ id, name, size })) })),
    sample: [...(['start_minute', 'end_minute', 'time', 'day'].some((field) => engagement.sampleFields.includes(field)) ? ['time'] : []), ...['venue', 'room', 'language', 'interpretation'].filter((field) => engagement.sampleFields.some((each) => each.startsWith(field)))],
  }
}

function itemOf(item: Item, people: readonly Person[]): PublishedItem {
  return {
    id: item.id, kind: item.kind, title: item.title, otherTitle: item.otherTitle, otherLanguage: item.otherLanguage, day: item.day, start: item.startMinute, end: item.endMinute, track: item.track,
    details: item.details === '' ? [] : item.details.split('\n'), people: named(people, item.id), ...(item.sampleFields.length > 0 && { sample: true as const }),
  }
}

/** Each once, in protocol order; of an item everybody who speaks in it. */
function named(people: readonly Person[], itemId: string | null): PublishedPerson[] {
  const found: PublishedPerson[] = []
  for (const each of people) {
    if (each.itemId !== itemId || !NAMED.includes(each.role) || each.name === '') continue
    const name = each.honorific === '' || each.name.startsWith(each.honorific) ? each.name : `${each.honorific} ${each.name}`
    if (!found.some((other) => other.name === name && (itemId !== null || other.role === each.role))) found.push({ name, title: each.printedTitle, role: each.role, ...(each.sample && { sample: true as const }) })
  }
  return found
}

/** What another version says differently, in sentences for whoever has read the one before; [] when they are equal. */
export function publishedChanges(before: PublishedAgenda, after: PublishedAgenda): string[] {
  const lines: string[] = []
  const said = (what: string, was: string, is: string): void => {
    if (was !== is) lines.push(was === '' ? `${what}: ${is}` : is === '' ? `${what}: no longer said (was ${was})` : `${what}: ${is} (was ${was})`)
  }
  said('Title', before.title, after.title)
  said('Status', before.status, after.status)
  said('Day', formatDay(before.day), formatDay(after.day))
  said('Hours', hoursOf(before), hoursOf(after))
  said('City', before.city, after.city)
  said('Venue', placeOf(before), placeOf(after))
  said('Language', [before.language, before.interpretation].filter(Boolean).join(', '), [after.language, after.interpretation].filter(Boolean).join(', '))
  if (before.about !== after.about) lines.push('The description')
  said('People', namesOf(before.people), namesOf(after.people))
  lines.push(...itemChanges(before.items, after.items))
  if (JSON.stringify(before.handOuts) !== JSON.stringify(after.handOuts)) lines.push(`Hand-outs: ${after.handOuts.map(({ title }) => title).join('; ') || 'none'}`)
  if (lines.length === 0 && JSON.stringify(before) !== JSON.stringify(after)) lines.push('Small things')
  return lines
}

function itemChanges(before: readonly PublishedItem[], after: readonly PublishedItem[]): string[] {
  const was = new Map(before.map((item) => [item.id, item]))
  const lines = after.flatMap((item) => {
    const old = was.get(item.id)
    if (!old) return [`New: ${atOf(item)} ${item.title}`]
    const parts = [
      ...(old.title === item.title ? [] : [`“${old.title}” is now “${item.title}”`]), ...(atOf(old) === atOf(item) ? [] : [`${item.title}: ${atOf(item)} (was ${atOf(old)})`]),
      ...(namesOf(old.people) === namesOf(item.people) ? [] : [`${item.title}: ${namesOf(item.people) || 'nobody named'} (was ${namesOf(old.people) || 'nobody'})`]),
    ]
    if (parts.length === 0 && JSON.stringify(old) !== JSON.stringify(item)) parts.push(`${item.title}: its description`)
    return parts
  })
  const gone = before.filter((item) => !after.some((other) => other.id === item.id)).map((item) => `Dropped: ${atOf(item)} ${item.title}`)
  const kept = (items: readonly PublishedItem[], others: readonly PublishedItem[]): string => items.filter((item) => others.some((other) => other.id === item.id)).map((item) => item.id).join()
  const moved = lines.length === 0 && gone.length === 0 && kept(before, after) !== kept(after, before) ? [`The order of ${count(after.length, 'item', 'items')}`] : []
  return [...lines, ...gone, ...moved]
}

function atOf({ day, start, end }: PublishedItem): string {
  return `${formatDay(day)}, ${formatRange(start, end)}`
}

function hoursOf({ hours, city }: PublishedAgenda): string {
  return hours ? `${formatRange(hours.start, hours.end)} ${city}` : ''
}

function placeOf({ venue, room }: PublishedAgenda): string {
  return [venue, room].filter(Boolean).join(', ')
}

function namesOf(people: readonly PublishedPerson[]): string {
  return people.map((each) => (each.title === '' ? each.name : `${each.name}, ${each.title}`)).join('; ')
}
