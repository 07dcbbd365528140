/** Rules about one agenda: its header, its breaks, its slots and who leads them. */
import { issueOf } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue, Repair } from '#app/domain/roadshow/lint-issue.ts'
import type { AppearanceFacts, EngagementFacts, ItemFacts, MissionFacts } from '#app/domain/roadshow/lint-facts.ts'
import type { Minute } from '#app/domain/time.ts'

/** May stand outside the printed times: people arrive before, and eat after. */
export const AROUND: ReadonlySet<string> = new Set(['registration', 'break', 'meal'])
const TALKS = new Set(['presentation', 'remarks', 'panel', 'closing'])
const LONGEST_WITHOUT_BREAK = 90
const SHORTEST_TALK = 10

type Timed = ItemFacts & { endMinute: Minute }
export type Agenda = { row: EngagementFacts; items: ItemFacts[]; appearances: AppearanceFacts[] }

/** Every rule over every agenda; an engagement without items has none. */
export function lintAgendas({ engagements, items, appearances }: Pick<MissionFacts, 'engagements' | 'items' | 'appearances'>): Issue[] {
  const itemsOf = grouped(items)
  const peopleOf = grouped(appearances)
  return engagements.flatMap((row) => {
    const agenda = { row, items: itemsOf.get(row.id) ?? [], appearances: peopleOf.get(row.id) ?? [] }
    if (agenda.items.length === 0) return []
    return [...lintHeader(agenda), ...lintBreaks(agenda), ...lintShortTalks(agenda), ...lintLanguage(agenda), ...lintLeads(agenda), ...lintRoles(agenda)]
  })
}

function grouped<T extends { engagementId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const known = groups.get(row.engagementId)
    if (known) known.push(row)
    else groups.set(row.engagementId, [row])
  }
  return groups
}

function at(row: EngagementFacts): { title: string; city: string; day: string } {
  return { title: row.title, city: row.city, day: row.day }
}

/**
 * The programme begins before or ends after the times in its header (where none is printed: of the engagement).
 * Registration, breaks and meals may stand around it.
 */
function lintHeader({ row, items }: Agenda): Issue[] {
  const header = headerOf(row)
  const programme = items.filter((item) => item.day === row.day && !AROUND.has(item.kind))
  if (!header || programme.length === 0) return []
  const first = programme.reduce((a, b) => (b.startMinute < a.startMinute ? b : a))
  const last = programme.reduce((a, b) => ((b.endMinute ?? b.startMinute) > (a.endMinute ?? a.startMinute) ? b : a))
  const window = { start: first.startMinute, end: last.endMinute ?? last.startMinute }
  if (window.start >= header.start && (header.end === null || window.end <= header.end)) return []
  return [issueOf(
    { code: 'header-vs-items', ...at(row), header, printed: row.headerStartMinute !== null, items: window, lastTitle: last.title },
    {
      subjects: [{ kind: 'engagement', id: row.id }], lines: items.filter((item) => item === first || item === last).map((item) => item.sourceLine),
      print: `${header.start} ${header.end} ${window.start} ${window.end}`, repairs: headerRepairs(row, header, window, items, last),
    },
  )]
}

type Header = { start: Minute; end: Minute | null }
type Hours = Pick<EngagementFacts, 'headerStartMinute' | 'headerEndMinute' | 'startMinute' | 'endMinute'>

/** The hours in the head of an agenda; where none are printed, those of the engagement. */
export function headerOf(row: Hours): Header | undefined {
  if (row.headerStartMinute !== null) return { start: row.headerStartMinute, end: row.headerEndMinute }
  return row.startMinute === null ? undefined : { start: row.startMinute, end: row.endMinute }
}

function headerRepairs(row: EngagementFacts, header: Header, window: { start: Minute; end: Minute }, items: readonly ItemFacts[], last: ItemFacts): Repair[] {
  const stretched = { start: Math.min(header.start, window.start), end: Math.max(header.end ?? window.end, window.end) }
  const today = items.filter((item) => item.day === row.day)
  const all = { start: Math.min(...today.map((item) => item.startMinute)), end: Math.max(...today.map((item) => item.endMinute ?? item.startMinute)) }
  const wider = all.start < stretched.start || all.end > stretched.end
  const trims = header.end !== null && window.end > header.end && last.startMinute < header.end && last.endMinute !== null && window.start >= header.start
  return [
    { kind: 'stretch-header', header: stretched },
    ...(wider ? [{ kind: 'header-over-all' as const, header: { start: Math.min(all.start, stretched.start), end: Math.max(all.end, stretched.end) } }] : []),
    ...(trims && othersEnd(items, last, header.end as Minute) ? [{ kind: 'trim-last' as const, itemId: last.id, title: last.title, end: header.end as Minute }] : []),
    { kind: 'visit', to: 'agenda', id: row.id },
  ]
}

/** True when nothing but the last item runs past the header. */
function othersEnd(items: readonly ItemFacts[], last: ItemFacts, end: Minute): boolean {
  return items.every((item) => item === last || AROUND.has(item.kind) || (item.endMinute ?? item.startMinute) <= end)
}

/** More than 90 minutes of programme in one stretch; parallel and open items count as they stand. */
function lintBreaks({ row, items }: Agenda): Issue[] {
  const timed = items.filter((item): item is Timed => item.endMinute !== null && item.day === row.day && !AROUND.has(item.kind)).sort((a, b) => a.startMinute - b.startMinute)
  const stretches: { start: Minute; end: Minute }[] = []
  for (const item of timed) {
    const current = stretches.at(-1)
    if (current && item.startMinute <= current.end) current.end = Math.max(current.end, item.endMinute)
    else stretches.push({ start: item.startMinute, end: item.endMinute })
  }
  const longest = stretches.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a), { start: 0, end: 0 })
  if (longest.end - longest.start <= LONGEST_WITHOUT_BREAK) return []
  return [issueOf({ code: 'no-break', ...at(row), stretch: longest }, { subjects: [{ kind: 'engagement', id: row.id }], lines: [], print: `${longest.start} ${longest.end}`, repairs: [{ kind: 'visit', to: 'agenda', id: row.id }] })]
}

function lintShortTalks({ row, items }: Agenda): Issue[] {
  const short = items.filter((item): item is Timed => TALKS.has(item.kind) && item.endMinute !== null && item.endMinute - item.startMinute < SHORTEST_TALK)
  if (short.length === 0) return []
  return [issueOf(
    { code: 'slot-too-short', ...at(row), items: short.map((item) => ({ title: item.title, start: item.startMinute, minutes: item.endMinute - item.startMinute })) },
    { subjects: [{ kind: 'engagement', id: row.id }], lines: short.map((item) => item.sourceLine), print: short.map((item) => `${item.id} ${item.endMinute - item.startMinute}`).join(' '), repairs: [{ kind: 'visit', to: 'agenda', id: row.id }] },
  )]
}

function lintLanguage({ row }: Agenda): Issue[] {
  if (row.language !== '' || row.interpretation !== '') return []
  return [issueOf({ code: 'language-missing', ...at(row) }, { subjects: [{ kind: 'engagement', id: row.id }], lines: [row.sourceLine], print: row.title, repairs: [{ kind: 'visit', to: 'edit', id: row.id }] })]
}

/** Items that several people share without a split, that nobody leads, or that have no end. */
function lintLeads({ row, items, appearances }: Agenda): Issue[] {
  const peopleAt = new Map<string, Set<string>>()
  for (const { itemId, person } of appearances) if (itemId !== null) peopleAt.set(itemId, (peopleAt.get(itemId) ?? new Set()).add(person))
  return items.flatMap((item) => {
    const facts = { title: row.title, item: item.title, start: item.startMinute }
    const found = { subjects: [{ kind: 'engagement' as const, id: row.id }] as [{ kind: 'engagement'; id: string }], lines: [item.sourceLine], print: `${item.id} ${item.title}`, repairs: [{ kind: 'visit' as const, to: 'agenda' as const, id: row.id }] }
    const people = peopleAt.get(item.id)?.size ?? 0
    return [
      ...(item.kind === 'remarks' || item.kind === 'closing' || item.kind === 'presentation'
        ? people > 1 && item.endMinute !== null ? [issueOf({ code: 'shared-slot-unsplit', ...facts, minutes: item.endMinute - item.startMinute, people }, found)] : []
        : []),
      ...((item.kind === 'discussion' || item.kind === 'panel' || item.kind === 'q-and-a') && people === 0 ? [issueOf({ code: 'unled-item', ...facts }, found)] : []),
      ...(item.endMinute === null ? [issueOf({ code: 'open-ended-item', ...facts }, found)] : []),
    ]
  })
}

/** One person in several kinds of role: one invitation lists them all. */
function lintRoles({ row, appearances }: Agenda): Issue[] {
  const people = new Map<string, { name: string; roles: Set<string> }>()
  for (const each of appearances) {
    const known = people.get(each.person) ?? { name: each.name, roles: new Set<string>() }
    known.roles.add(each.role)
    people.set(each.person, known)
  }
  return [...people].filter(([, { roles }]) => roles.size > 1).map(([person, { name, roles }]) => issueOf(
    { code: 'multi-role', title: row.title, person: name, roles: [...roles] },
    { subjects: [{ kind: 'engagement', id: row.id }], lines: [], print: `${person} ${[...roles].sort().join(' ')}`, repairs: [{ kind: 'visit', to: 'engagement', id: row.id }] },
  ))
}
