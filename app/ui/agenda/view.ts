/** An agenda as its pages show it: rows written out once, with what is to be said about each. */
import { agendaNames, conflictsIn } from '#app/domain/agenda/items.ts'
import type { Conflict } from '#app/domain/agenda/conflicts.ts'
import type { Names } from '#app/domain/agenda/clashes.ts'
import type { BusyEngagement } from '#app/domain/agenda/busy.ts'
import { headerOf } from '#app/domain/agenda/hours.ts'
import { lintAgendas } from '#app/domain/agenda/lint.ts'
import { stampOf } from '#app/domain/agenda/ripple.ts'
import { partIssues } from '#app/domain/roadshow/lint.ts'
import type { Acceptance } from '#app/domain/roadshow/lint.ts'
import type { EngagementFacts } from '#app/domain/roadshow/lint-facts.ts'
import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { gatherByPerson } from '#app/domain/people/protocol.ts'
import { count } from '#app/domain/text.ts'
import { formatDay, formatMinute, formatOffset, formatRange, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Minute } from '#app/domain/time.ts'
import { kindWord } from '#app/ui/engagements/engagement-fields.tsx'

export type ViewItem = {
  id: string
  revision: number
  kind: string
  title: string
  otherTitle: string
  otherLanguage: string
  day: Day
  startMinute: Minute
  endMinute: Minute | null
  details: string
  track: string
  sampleFields: string[]
  sourceLine: number | null
}
export type ViewPerson = { id: string; itemId: string | null; personId: string | null; role: string; name: string; honorific: string; printedTitle: string }
type ViewFacts = {
  engagement: Omit<EngagementFacts, 'aliases' | 'printedDayGroup' | 'inferred'> & { revision: number; sampleFields: string[] }
  items: ViewItem[]
  people: ViewPerson[]
  elsewhere: BusyEngagement[]
}

export type Severity = Issue['severity']
export type AgendaRemark = { severity: Severity; words: string }
/** One row. What most rows have not is left out, so that a page of many rows stays small. */
export type AgendaRow = {
  id: string
  kind: string
  start: Minute
  end: Minute | null
  title: string
  other?: { title: string; language: string } | undefined
  people?: string | undefined
  remarks?: AgendaRemark[] | undefined
  sample?: true | undefined
  track?: string | undefined
  /** Talks without a time of their own. */
  details?: string[] | undefined
  /** What is stored, where the page shows a change that is not applied yet. */
  was?: { start: Minute; end: Minute | null } | undefined
}

export type AgendaView = {
  title: string
  engagement: { id: string; title: string; revision: number; day: Day; dayText: string; city: string; offset: string; offsetMinutes: number; venue: string; language: string; header: { start: Minute; end: Minute | null } | null; ownHeader: boolean }
  counts: string
  stamp: string
  rows: AgendaRow[]
  moderators: { name: string; title: string }[]
  /** What is to be said of the agenda as a whole. */
  whole: AgendaRemark[]
  headerIssue: Issue | null
}

/** `facts.items` in the order to show; `stored` are those in the database, where the page shows a change. */
export function agendaView(facts: ViewFacts, accepted: readonly Acceptance[], stored: readonly ViewItem[] = facts.items): AgendaView {
  const { engagement, items, people } = facts
  const offset = offsetOfDay(engagement.day, engagement.zone)
  const { open } = partIssues(lintOf(facts), accepted)
  const moderators = people.filter((each) => each.itemId === null && each.role === 'moderator')
  const named = gatherByPerson(people.filter((each) => each.personId !== null)).length
  return {
    title: `Agenda of the ${engagement.city} ${kindWord(engagement.kind)}`,
    engagement: {
      id: engagement.id, title: engagement.title, revision: engagement.revision, day: engagement.day, dayText: formatDay(engagement.day), city: engagement.city, offset: formatOffset(offset), offsetMinutes: offset,
      venue: engagement.venue, language: engagement.language, header: headerOf(engagement) ?? null, ownHeader: engagement.headerStartMinute !== null,
    },
    counts: [count(items.length, 'item', 'items'), count(named, 'person', 'people'), count(moderators.length, 'moderator', 'moderators')].join(', '),
    stamp: stampOf(stored), rows: rowsOf(facts, open, stored), moderators: moderators.map((each) => ({ name: fullName(each), title: each.printedTitle })),
    whole: open.flatMap((issue) => (issue.code in WHOLE ? [{ severity: issue.severity, words: WHOLE[issue.code as keyof typeof WHOLE](issue as never) }] : [])),
    headerIssue: open.find((issue) => issue.code === 'header-vs-items') ?? null,
  }
}

export function fullName({ honorific, name }: Pick<ViewPerson, 'honorific' | 'name'>): string {
  return honorific === '' || name.startsWith(honorific) ? name : `${honorific} ${name}`
}

function lintOf({ engagement, items, people }: ViewFacts): Issue[] {
  const row = { ...engagement, aliases: [], printedDayGroup: null, inferred: [] }
  return lintAgendas({
    engagements: [row], items: items.map(({ id, kind, title, day, startMinute, endMinute, track, details, sourceLine }) => ({ id, engagementId: engagement.id, kind, title, day, startMinute, endMinute, track, talks: details.includes('\n'), sourceLine })),
    appearances: people.map(({ id, itemId, personId, name, honorific, role, printedTitle }) => ({ engagementId: engagement.id, itemId, person: personId ?? id, personId, name, honorific, role, printedTitle, body: '' })),
  })
}

function rowsOf(facts: ViewFacts, issues: readonly Issue[], stored: readonly ViewItem[]): AgendaRow[] {
  const before = new Map(stored === facts.items ? [] : stored.map((item) => [item.id, item]))
  const speakers = new Map<string, string[]>()
  for (const each of facts.people) if (each.itemId !== null) speakers.set(each.itemId, [...(speakers.get(each.itemId) ?? []), fullName(each)])
  const remarks = remarksOf(facts, issues)
  return facts.items.map((item) => {
    const was = before.get(item.id)
    const moved = was && (was.startMinute !== item.startMinute || was.endMinute !== item.endMinute)
    return {
      id: item.id, kind: itemKindWord(item.kind), start: item.startMinute, end: item.endMinute, title: item.title, people: namesOf(speakers.get(item.id)), remarks: remarks.get(item.id),
      other: item.otherTitle === '' ? undefined : { title: item.otherTitle, language: item.otherLanguage }, sample: item.sampleFields.length > 0 ? true : undefined, track: item.track || undefined, details: item.details === '' ? undefined : item.details.split('\n'),
      was: moved ? { start: was.startMinute, end: was.endMinute } : undefined,
    }
  })
}

function namesOf(names: readonly string[] | undefined): string | undefined {
  return names && [...new Set(names)].join('; ')
}

/** Conflicts first, then what the lint says of single items. */
function remarksOf(facts: ViewFacts, issues: readonly Issue[]): Map<string, AgendaRemark[]> {
  const found = new Map<string, AgendaRemark[]>()
  const add = (id: string | undefined, severity: Severity, words: string): void => {
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), { severity, words }])
  }
  const conflicts = conflictsIn(facts)
  if (conflicts.length > 0) {
    const names = agendaNames(facts)
    for (const conflict of conflicts) add(conflict.id, 'warning', conflictWords(conflict, names))
  }
  const byPlace = new Map(facts.items.map((item) => [`${item.startMinute} ${item.title}`, item.id]))
  for (const issue of issues) {
    if (issue.code === 'slot-too-short') for (const { title, start, minutes } of issue.items) add(byPlace.get(`${start} ${title}`), issue.severity, `${minutes}-minute talk`)
    if (issue.code === 'shared-slot-unsplit') add(byPlace.get(`${issue.start} ${issue.item}`), issue.severity, `${issue.people} share ${issue.minutes} min`)
    if (issue.code === 'unled-item') add(byPlace.get(`${issue.start} ${issue.item}`), issue.severity, 'nobody leads')
    if (issue.code === 'open-ended-item') add(byPlace.get(`${issue.start} ${issue.item}`), issue.severity, 'no end')
  }
  return found
}

function conflictWords(conflict: Conflict, { things, people }: Names): string {
  if (conflict.kind === 'outside-header') return conflict.side === 'start' ? `starts ${Math.round(conflict.ms / 60_000)} min before the header` : `ends ${Math.round(conflict.ms / 60_000)} min after the header`
  const by = things.get(conflict.by)
  if (conflict.kind === 'person-busy') return `${people.get(conflict.personId) ?? 'somebody'} is in “${by?.title ?? ''}” as well${by && by.noun === 'engagement' && by.startMinute !== null ? `, ${formatRange(by.startMinute, by.endMinute)}` : ''}`
  return `overlaps “${by?.title ?? ''}”`
}

type Of<C extends Issue['code']> = Extract<Issue, { code: C }>
const WHOLE = {
  'no-break': ({ stretch }: Of<'no-break'>) => `${stretch.end - stretch.start} minutes without a break, ${formatMinute(stretch.start)}–${formatMinute(stretch.end)}`,
  'language-missing': () => 'No language or interpretation stated',
  'multi-role': ({ person, roles }: Of<'multi-role'>) => `${person} is ${roles.join(' and ')}`,
}

const KINDS: Record<string, string> = {
  registration: 'registration', remarks: 'remarks', presentation: 'presentation', panel: 'panel', discussion: 'discussion', 'q-and-a': 'Q&A', break: 'break', meal: 'meal', closing: 'closing', other: 'other',
}

/** 'q-and-a' → 'Q&A'. */
export function itemKindWord(kind: string): string {
  return KINDS[kind] ?? kind
}
