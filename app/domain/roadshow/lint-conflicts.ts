/** Rules about being in two places at once: people, places, and a team between two cities. */
import { busyEngagement } from '#app/domain/agenda/busy.ts'
import type { Busy } from '#app/domain/agenda/busy.ts'
import { findConflicts } from '#app/domain/agenda/conflicts.ts'
import type { Conflict } from '#app/domain/agenda/conflicts.ts'
import { busyItems } from '#app/domain/agenda/items.ts'
import { EXITS } from '#app/domain/meetings/status.ts'
import { issueOf } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import type { AppearanceFacts, EngagementFacts, ItemFacts, MissionFacts } from '#app/domain/roadshow/lint-facts.ts'
import { daysBetween } from '#app/domain/time.ts'
import type { Instant } from '#app/domain/time.ts'

const CALLED_OFF = new Set<string>(EXITS)
/** Not yet agreed: two of them at once are no contradiction. */
const SOFT = new Set(['idea', 'requested', 'tentative'])
/** From one city to another nobody gets in less. */
const SHORTEST_WAY = 60

type Thing = { row: EngagementFacts; item: ItemFacts | undefined }
type PairIssue = { kind: 'person-busy' | 'venue-busy'; earlier: Thing; later: Thing; people: string[] }

/** Somebody, or a place, asked for twice at once. Items of one agenda that hold each other are theirs who lead and speak. */
export function lintConflicts({ engagements, items, appearances }: Pick<MissionFacts, 'engagements' | 'items' | 'appearances'>): Issue[] {
  const timed = engagements.filter((row) => row.startMs !== null && !CALLED_OFF.has(row.status))
  const things = new Map<string, Thing>(timed.map((row) => [row.id, { row, item: undefined }]))
  const [itemsOf, peopleOf] = [byEngagement(items), byEngagement(appearances)]
  const busy = timed.flatMap((row) => busyOf(row, itemsOf.get(row.id) ?? [], peopleOf.get(row.id) ?? [], things))
  const names = new Map(appearances.map((each) => [each.personId ?? each.person, each.name]))
  const pairs = new Map<string, PairIssue>()
  for (const conflict of findConflicts(busy)) gather(conflict, things, names, pairs)
  return [...pairs.values()].map(conflictIssue)
}

function byEngagement<T extends { engagementId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const known = groups.get(row.engagementId)
    if (known) known.push(row)
    else groups.set(row.engagementId, [row])
  }
  return groups
}

/** The engagement with those who are there all the time, its items with those who are there then. */
function busyOf(row: EngagementFacts, own: readonly ItemFacts[], people: readonly AppearanceFacts[], things: Map<string, Thing>): Busy[] {
  for (const item of own) things.set(item.id, { row, item })
  const whole = people.flatMap((each) => (each.itemId === null && each.personId !== null ? [{ id: each.personId }] : []))
  return [busyEngagement({ ...row, startMs: row.startMs as Instant, people: whole }), ...busyItems(row, own, people)]
}

function gather(conflict: Conflict, things: ReadonlyMap<string, Thing>, names: ReadonlyMap<string, string>, pairs: Map<string, PairIssue>): void {
  if (conflict.kind === 'overlap' || conflict.kind === 'outside-header') return
  const [later, earlier] = [things.get(conflict.id), things.get(conflict.by)]
  if (!later || !earlier || isNested(earlier, later)) return
  const key = `${conflict.kind} ${conflict.by} ${conflict.id}`
  const known = pairs.get(key) ?? { kind: conflict.kind, earlier, later, people: [] }
  pairs.set(key, known)
  if (conflict.kind === 'person-busy') known.people.push(names.get(conflict.personId) ?? '')
}

function isNested({ row, item }: Thing, later: Thing): boolean {
  const [a, b] = [item, later.item]
  if (row !== later.row || !a || !b || a.endMinute === null || b.endMinute === null) return false
  return (a.startMinute <= b.startMinute && b.endMinute <= a.endMinute && a.endMinute - a.startMinute > b.endMinute - b.startMinute) || (b.startMinute <= a.startMinute && a.endMinute <= b.endMinute && b.endMinute - b.startMinute > a.endMinute - a.startMinute)
}

function conflictIssue({ kind, earlier, later, people }: PairIssue): Issue {
  const facts = { earlier: busyFacts(earlier), later: busyFacts(later) }
  const soft = SOFT.has(earlier.row.status) || SOFT.has(later.row.status)
  const code = soft ? ('tentative-conflict' as const) : ('person-conflict' as const)
  return issueOf(kind === 'venue-busy' ? { code: 'venue-conflict', venue: later.row.venue, ...facts } : { code, people, ...facts }, {
    subjects: [{ kind: 'engagement', id: later.row.id }, ...(later.row === earlier.row ? [] : [{ kind: 'engagement' as const, id: earlier.row.id }])], lines: [earlier.row.sourceLine, later.row.sourceLine],
    print: `${kind} ${placeOf(earlier)} ${placeOf(later)} ${people.join(' ')}`,
    repairs: later.item ? [{ kind: 'visit', to: 'agenda', id: later.row.id }] : [{ kind: 'visit', to: 'move', id: later.row.id }, { kind: 'visit', to: 'engagement', id: earlier.row.id }],
  })
}

function placeOf({ row, item }: Thing): string {
  return item ? `${item.id} ${item.day} ${item.startMinute} ${item.endMinute}` : `${row.id} ${row.startMs} ${row.endMs}`
}

function busyFacts({ row, item }: Thing) {
  return { title: item?.title ?? row.title, city: row.city, day: item?.day ?? row.day, start: item?.startMinute ?? row.startMinute, end: item ? item.endMinute : row.endMinute }
}

/** Two cities that a team would have to reach in less time than any way takes, and journeys that begin or end while it is busy. */
export function lintFeasible({ engagements }: Pick<MissionFacts, 'engagements'>): Issue[] {
  const placed = engagements.filter((row) => row.startMs !== null && row.endMs !== null && row.fallbackOfId === null && row.kind !== 'buffer' && row.status !== 'idea' && !CALLED_OFF.has(row.status))
    .toSorted((a, b) => (a.startMs as Instant) - (b.startMs as Instant) || (a.id < b.id ? -1 : 1))
  const latest = new Map<string, EngagementFacts>()
  return placed.flatMap((row) => {
    const before = [...(row.team === '' ? latest.values() : [latest.get(row.team), latest.get('')])].filter((each): each is EngagementFacts => each !== undefined && isOutOfReach(each, row))
    const known = latest.get(row.team)
    if (!known || (row.endMs as Instant) >= (known.endMs as Instant)) latest.set(row.team, row)
    const [earlier] = before
    if (!earlier) return []
    return [issueOf({ code: 'travel-infeasible', minutes: Math.round(((row.startMs as Instant) - (earlier.endMs as Instant)) / 60_000), earlier: busyFacts({ row: earlier, item: undefined }), later: busyFacts({ row, item: undefined }) }, {
      subjects: [{ kind: 'engagement', id: row.id }, { kind: 'engagement', id: earlier.id }], lines: [earlier.sourceLine, row.sourceLine], print: `${earlier.id} ${earlier.endMs} ${row.id} ${row.startMs}`,
      repairs: [{ kind: 'visit', to: 'move', id: row.id }, { kind: 'visit', to: 'engagement', id: earlier.id }],
    })]
  })
}

function isOutOfReach(earlier: EngagementFacts, later: EngagementFacts): boolean {
  const minutes = ((later.startMs as Instant) - (earlier.endMs as Instant)) / 60_000
  if (earlier.kind === 'travel' || later.kind === 'travel') return minutes < 0
  return daysBetween(earlier.day, later.day) <= 1 && earlier.stopId !== later.stopId && earlier.city !== later.city && minutes < SHORTEST_WAY
}

