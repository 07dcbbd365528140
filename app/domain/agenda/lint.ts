/** Rules about one agenda: its header, its breaks, its slots and who leads them. */
import { issueOf } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue, Repair } from '#app/domain/roadshow/lint-issue.ts'
import type { EngagementFacts, ItemFacts, MissionFacts } from '#app/domain/roadshow/lint-facts.ts'
import { AROUND, headerOf } from '#app/domain/agenda/hours.ts'
import type { Header } from '#app/domain/agenda/hours.ts'
import { spotOf } from '#app/domain/agenda/lint-agenda.ts'
import type { Agenda } from '#app/domain/agenda/lint-agenda.ts'
import { lintOrder, lintOverlaps, lintPauses, lintSilent } from '#app/domain/agenda/lint-order.ts'
import { lintBreaks, lintLeads, lintShortTalks } from '#app/domain/agenda/lint-slots.ts'
import type { Minute } from '#app/domain/time.ts'

const AGENDA_LINTS: ((agenda: Agenda) => Issue[])[] = [lintHeader, lintOverlaps, lintOrder, lintPauses, lintBreaks, lintShortTalks, lintSilent, lintLanguage, lintLeads, lintRoles]

/** Every rule over every agenda; an engagement without items has none. */
export function lintAgendas({ engagements, items, appearances, mission }: Pick<MissionFacts, 'engagements' | 'items' | 'appearances'> & { mission?: Pick<MissionFacts['mission'], 'languages'> }): Issue[] {
  const itemsOf = grouped(items)
  const peopleOf = grouped(appearances)
  return engagements.flatMap((row) => {
    const agenda = { row, items: itemsOf.get(row.id) ?? [], appearances: peopleOf.get(row.id) ?? [], languages: mission?.languages ?? '' }
    if (agenda.items.length === 0) return []
    return AGENDA_LINTS.flatMap((lint) => lint(agenda))
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
    { code: 'header-vs-items', ...spotOf(row), header, printed: row.headerStartMinute !== null, items: window, lastTitle: last.title },
    {
      subjects: [{ kind: 'engagement', id: row.id }], lines: items.filter((item) => item === first || item === last).map((item) => item.sourceLine),
      print: `${header.start} ${header.end} ${window.start} ${window.end}`, repairs: headerRepairs(row, header, window, items, last),
    },
  )]
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

function lintLanguage({ row, languages }: Agenda): Issue[] {
  if (row.language !== '' || row.interpretation !== '') return []
  const repairs: Repair[] = [...(languages === '' ? [] : [{ kind: 'use-language' as const, language: languages }]), { kind: 'visit', to: 'edit', id: row.id }]
  return [issueOf({ code: 'language-missing', ...spotOf(row) }, { subjects: [{ kind: 'engagement', id: row.id }], lines: [row.sourceLine], print: row.title, repairs })]
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
