/** Rules about the slots of one agenda: too long without a break, too short, shared, led by nobody, open. */
import { AROUND, headerOf } from '#app/domain/agenda/hours.ts'
import { spotOf } from '#app/domain/agenda/lint-agenda.ts'
import type { Agenda } from '#app/domain/agenda/lint-agenda.ts'
import { BREAK, lengthened, withBreak } from '#app/domain/agenda/repairs.ts'
import { leavesDay } from '#app/domain/agenda/ripple.ts'
import { issueOf } from '#app/domain/roadshow/lint-issue.ts'
import type { Change, Issue, Repair } from '#app/domain/roadshow/lint-issue.ts'
import type { ItemFacts } from '#app/domain/roadshow/lint-facts.ts'
import { MINUTES_A_DAY } from '#app/domain/time.ts'
import type { Minute } from '#app/domain/time.ts'

const TALKS = new Set(['presentation', 'remarks', 'panel', 'closing'])
const LED = new Set(['discussion', 'panel', 'q-and-a'])
const LONGEST_WITHOUT_BREAK = 90
const SHORTEST_TALK = 10
/** How long an item is taken to be that nobody gave an end. */
const AN_HOUR = 60

type Timed = ItemFacts & { endMinute: Minute }

/** More than 90 minutes of programme in one stretch; parallel and open items count as they stand. */
export function lintBreaks({ row, items }: Agenda): Issue[] {
  const timed = items.filter((item): item is Timed => item.endMinute !== null && item.day === row.day && !AROUND.has(item.kind)).sort((a, b) => a.startMinute - b.startMinute)
  const stretches: { start: Minute; end: Minute; items: Timed[] }[] = []
  for (const item of timed) {
    const current = stretches.at(-1)
    if (current && item.startMinute <= current.end) {
      current.end = Math.max(current.end, item.endMinute)
      current.items.push(item)
    } else stretches.push({ start: item.startMinute, end: item.endMinute, items: [item] })
  }
  const longest = stretches.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a), { start: 0, end: 0, items: [] as Timed[] })
  if (longest.end - longest.start <= LONGEST_WITHOUT_BREAK) return []
  return [issueOf({ code: 'no-break', ...spotOf(row), stretch: { start: longest.start, end: longest.end } }, {
    subjects: [{ kind: 'engagement', id: row.id }], lines: [], print: `${longest.start} ${longest.end}`,
    repairs: [...breakIn(row.id, items, longest), { kind: 'visit', to: 'agenda', id: row.id }],
  })]
}

/** A break behind the item that ends nearest to the middle of the stretch; nothing where the day would not hold it. */
function breakIn(engagementId: string, items: readonly ItemFacts[], { start, end, items: stretch }: { start: Minute; end: Minute; items: Timed[] }): Change[] {
  const middle = (start + end) / 2
  const ends = stretch.filter((item) => stretch.every((other) => other.endMinute <= item.endMinute || other.startMinute >= item.endMinute) && item.endMinute < end)
  const after = ends.reduce<Timed | undefined>((a, b) => (!a || Math.abs(b.endMinute - middle) < Math.abs(a.endMinute - middle) ? b : a), undefined)
  if (!after || leavesDay(withBreak(items, after.id, { ...after, id: '', startMinute: after.endMinute, endMinute: after.endMinute + BREAK }))) return []
  return [{ kind: 'insert-break', engagementId, afterId: after.id, after: after.title, start: after.endMinute }]
}

export function lintShortTalks({ row, items }: Agenda): Issue[] {
  const short = items.filter((item): item is Timed => TALKS.has(item.kind) && item.endMinute !== null && item.endMinute - item.startMinute < SHORTEST_TALK)
  if (short.length === 0) return []
  const itemIds = short.map((item) => item.id)
  return [issueOf(
    { code: 'slot-too-short', ...spotOf(row), items: short.map((item) => ({ title: item.title, start: item.startMinute, minutes: item.endMinute - item.startMinute })) },
    {
      subjects: [{ kind: 'engagement', id: row.id }], lines: short.map((item) => item.sourceLine), print: short.map((item) => `${item.id} ${item.endMinute - item.startMinute}`).join(' '),
      repairs: [...(leavesDay(lengthened(items, itemIds, SHORTEST_TALK)) ? [] : [{ kind: 'lengthen' as const, engagementId: row.id, itemIds, minutes: SHORTEST_TALK }]), { kind: 'visit', to: 'agenda', id: row.id }],
    },
  )]
}

/** Items that several people share without a split, that nobody leads, or that have no end. */
export function lintLeads(agenda: Agenda): Issue[] {
  const { row, items, appearances } = agenda
  const peopleAt = new Map<string, Set<string>>()
  for (const { itemId, person } of appearances) if (itemId !== null) peopleAt.set(itemId, (peopleAt.get(itemId) ?? new Set()).add(person))
  return items.flatMap((item) => {
    const facts = { title: row.title, item: item.title, start: item.startMinute }
    const found = (...repairs: Repair[]) => ({ subjects: [{ kind: 'engagement' as const, id: row.id }] as [{ kind: 'engagement'; id: string }], lines: [item.sourceLine], print: `${item.id} ${item.title}`, repairs: [...repairs, { kind: 'visit' as const, to: 'agenda' as const, id: row.id }] })
    const people = peopleAt.get(item.id)?.size ?? 0
    const shared = (item.kind === 'remarks' || item.kind === 'closing' || item.kind === 'presentation') && people > 1 && item.endMinute !== null
    return [
      ...(shared ? [issueOf({ code: 'shared-slot-unsplit', ...facts, minutes: (item.endMinute as Minute) - item.startMinute, people }, found())] : []),
      ...(LED.has(item.kind) && people === 0 ? [issueOf({ code: 'unled-item', ...facts }, found(...leads(agenda, item)))] : []),
      ...(item.endMinute === null ? [issueOf({ code: 'open-ended-item', ...facts }, found(...ends(agenda, item)))] : []),
    ]
  })
}

/** Who moderates the whole may lead it: the first two. */
function leads({ appearances }: Agenda, item: ItemFacts): Change[] {
  const moderators = appearances.filter((each) => each.itemId === null && each.role === 'moderator' && each.personId !== null)
  return [
    ...moderators.slice(0, 1).map((each) => ({ kind: 'lead' as const, itemId: item.id, person: each.name, personId: each.personId as string })),
    ...moderators.slice(1, 2).map((each) => ({ kind: 'lead-second' as const, itemId: item.id, person: each.name, personId: each.personId as string })),
  ]
}

/** The end of the header, the start of what comes next, or an hour after its own. */
function ends({ row, items }: Agenda, item: ItemFacts): Change[] {
  const header = item.day === row.day ? headerOf(row)?.end : undefined
  const next = items.filter((each) => each.day === item.day && each.startMinute > item.startMinute).map((each) => each.startMinute)
  const bound = Math.min(...next, ...(header && header > item.startMinute ? [header] : []))
  const hour = item.startMinute + AN_HOUR
  return [
    ...(Number.isFinite(bound) ? [{ kind: 'end-at' as const, itemId: item.id, title: item.title, end: bound }] : []),
    ...(hour < MINUTES_A_DAY && hour !== bound && (!Number.isFinite(bound) || hour < bound) ? [{ kind: 'end-in-an-hour' as const, itemId: item.id, title: item.title, end: hour }] : []),
  ]
}
