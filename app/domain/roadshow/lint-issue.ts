/** An issue is a fact, its place and what may be done about it; `lint-words.ts` makes sentences of it. */
import type { Level } from '#app/domain/assessment/ratings.ts'
import type { Id } from '#app/domain/ids.ts'
import type { Day, Minute, Weekday } from '#app/domain/time.ts'

export const SEVERITIES = ['error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Every rule with its severity, in the order in which issues are listed. */
export const RULES = {
  'weekday-mismatch': 'error',
  'title-drift': 'error',
  'header-vs-items': 'error',
  overlap: 'error',
  'person-conflict': 'error',
  'travel-infeasible': 'error',
  'mark-outside-header': 'error',
  'duplicate-number': 'error',
  'spelling-near-place': 'error',
  'column-shift': 'warning',
  'tentative-conflict': 'warning',
  'venue-conflict': 'warning',
  'out-of-order': 'warning',
  gap: 'warning',
  'no-speaker': 'warning',
  'name-variant': 'warning',
  'missing-essentials': 'warning',
  'no-travel-leg': 'warning',
  'no-break': 'warning',
  'slot-too-short': 'warning',
  'language-missing': 'warning',
  'stale-rating': 'warning',
  'rating-without-basis': 'warning',
  'triangulation-gap': 'warning',
  'untranslated-evidence': 'warning',
  'owner-missing': 'warning',
  'combined-row': 'note',
  'two-affiliations': 'note',
  'duplicate-title': 'note',
  'shared-slot-unsplit': 'note',
  'unled-item': 'note',
  'open-ended-item': 'note',
  'multi-role': 'note',
  'gender-balance': 'note',
  'historic-name': 'note',
  'holiday-or-weekend': 'note',
  'tz-shift': 'note',
} as const satisfies Record<string, Severity>

export type RuleCode = keyof typeof RULES
export const RULE_CODES = Object.keys(RULES) as RuleCode[]

export type Subject = { kind: 'mission' | 'stop' | 'engagement' | 'agenda-item' | 'document' | 'outline-node' | 'dimension' | 'task' | 'person' | 'organisation' | 'excerpt'; id: Id }

type Window = { start: Minute; end: Minute | null }
type Spot = { title: string; city: string; day: Day }
type Busy = { title: string; city: string; day: Day; start: Minute | null; end: Minute | null }

/** What is wrong, by rule. */
export type IssueFacts =
  | { code: 'weekday-mismatch'; printed: string; weekday: Weekday; day: Day; actual: Weekday; city: string; titles: string[]; other: Day; otherIsPrinted: boolean }
  | { code: 'title-drift'; titles: [string, string]; city: string; day: Day; origin: string }
  | { code: 'header-vs-items'; title: string; city: string; day: Day; header: Window; printed: boolean; items: Window; lastTitle: string }
  | { code: 'mark-outside-header'; dimensions: string[]; columns: number[] }
  | { code: 'duplicate-number'; number: string; titles: string[]; document: string }
  | { code: 'spelling-near-place'; word: string; known: string; texts: string[] }
  | { code: 'missing-essentials'; city: string; missing: ('time' | 'venue')[]; titles: string[]; of: number; days: number }
  | { code: 'no-travel-leg'; from: string; to: string; leaveDay: Day; arriveDay: Day }
  | { code: 'no-break'; title: string; city: string; day: Day; stretch: { start: Minute; end: Minute } }
  | { code: 'slot-too-short'; title: string; city: string; day: Day; items: { title: string; start: Minute; minutes: number }[] }
  | { code: 'language-missing'; title: string; city: string; day: Day }
  | { code: 'stale-rating'; dimension: string; level: Level; count: number }
  | { code: 'rating-without-basis'; dimensions: string[]; of: number }
  | { code: 'owner-missing'; titles: string[]; of: number }
  | { code: 'duplicate-title'; title: string; days: Day[]; city: string }
  | { code: 'shared-slot-unsplit'; title: string; item: string; start: Minute; minutes: number; people: number }
  | { code: 'unled-item'; title: string; item: string; start: Minute }
  | { code: 'open-ended-item'; title: string; item: string; start: Minute }
  | { code: 'multi-role'; title: string; person: string; roles: string[] }
  | ({ code: 'overlap'; earlier: { title: string; start: Minute; end: Minute }; later: { title: string; start: Minute; end: Minute } } & Spot)
  | ({ code: 'out-of-order'; items: { title: string; start: Minute }[]; before: string } & Spot)
  | ({ code: 'gap'; from: Minute; to: Minute; before: string; after: string } & Spot)
  | ({ code: 'no-speaker'; items: { title: string; start: Minute }[] } & Spot)
  | { code: 'person-conflict' | 'tentative-conflict'; people: string[]; earlier: Busy; later: Busy }
  | { code: 'venue-conflict'; venue: string; earlier: Busy; later: Busy }
  | { code: 'travel-infeasible'; minutes: number; earlier: Busy; later: Busy }
  | { code: 'column-shift'; title: string; city: string; day: Day }
  | { code: 'combined-row'; title: string; city: string; day: Day; parts: string[] }
  | { code: 'name-variant'; names: [string, string] }
  | { code: 'two-affiliations'; title: string; person: string; bodies: string[] }
  | { code: 'gender-balance'; title: string; honorific: string; count: number }
  | { code: 'historic-name'; names: { was: string; now: string }[] }
  | { code: 'triangulation-gap'; dimensions: { name: string; meetings: number; sourceKinds: number }[] }
  | { code: 'untranslated-evidence'; passages: { body: string; language: string }[] }
  | { code: 'holiday-or-weekend'; day: Day; city: string; titles: string[]; name: string; verified: boolean }
  | { code: 'tz-shift'; from: string; to: string; minutes: number; day: Day }

/** What a button does. */
export type Change =
  | { kind: 'keep-date'; weekday: Weekday; day: Day }
  | { kind: 'keep-weekday'; day: Day }
  | { kind: 'keep-title'; title: string; aliasId: Id }
  | { kind: 'use-other-title'; title: string; aliasId: Id }
  | { kind: 'stretch-header'; header: { start: Minute; end: Minute } }
  | { kind: 'header-over-all'; header: { start: Minute; end: Minute } }
  | { kind: 'trim-last'; itemId: Id; title: string; end: Minute }
  | { kind: 'read-as-next'; level: Level }
  | { kind: 'read-as-none' }
  | { kind: 'renumber'; nodeId: Id; title: string; number: string }
  | { kind: 'unnumber'; nodeId: Id; title: string }
  | { kind: 'respell'; known: string }
  | { kind: 'add-name'; placeId: Id; known: string; word: string }
  | { kind: 'end-at' | 'end-in-an-hour'; itemId: Id; title: string; end: Minute }
  | { kind: 'start-at'; itemId: Id; title: string; start: Minute }
  | { kind: 'side-by-side'; itemIds: Id[] }
  | { kind: 'sort-by-time'; engagementId: Id }
  | { kind: 'fill-with-break'; engagementId: Id; afterId: Id; start: Minute; end: Minute }
  | { kind: 'insert-break'; engagementId: Id; afterId: Id; after: string; start: Minute }
  | { kind: 'lengthen'; engagementId: Id; itemIds: Id[]; minutes: Minute }
  | { kind: 'lead' | 'lead-second'; itemId: Id; person: string; personId: Id }
  | { kind: 'use-language'; language: string }
  | { kind: 'confirm-place'; city: string; day: Day }
  | { kind: 'split-row'; parts: string[] }
  | { kind: 'tell-apart'; engagementId: Id; title: string }
  | { kind: 'inherit-owners'; owners: { taskId: Id; owner: string }[] }

type ChangeKind = Change['kind']
export const CHANGE_KINDS = [
  'keep-date', 'keep-weekday', 'keep-title', 'use-other-title', 'stretch-header', 'header-over-all', 'trim-last', 'read-as-next', 'read-as-none', 'renumber', 'unnumber', 'respell', 'add-name',
  'end-at', 'end-in-an-hour', 'start-at', 'side-by-side', 'sort-by-time', 'fill-with-break', 'insert-break', 'lengthen', 'lead', 'lead-second', 'use-language', 'confirm-place', 'split-row', 'tell-apart', 'inherit-owners',
] as const satisfies readonly ChangeKind[]
/** Where a person puts right by hand what no button can. */
export type Visit = { kind: 'visit'; to: 'engagement' | 'agenda' | 'move' | 'time' | 'edit' | 'new-engagement' | 'readiness' | 'dimension' | 'report' | 'grid' | 'person' | 'merge' | 'place' | 'organisation' | 'evidence'; id: Id; /** The second of two. */ other?: Id }
export type Repair = Change | Visit

export type Issue = IssueFacts & {
  severity: Severity
  /** Stable while what is printed stays the same: an acceptance holds for exactly this text. */
  id: Id
  /** What it stands at; the first is what a repair begins with. */
  subjects: Subject[]
  /** Lines of the source, in order. */
  lines: number[]
  repairs: Repair[]
}

type Found = { subjects: [Subject, ...Subject[]]; lines: (number | null)[]; print: string; repairs: Repair[] }

/** An issue of a rule; `print` is the text it is about, which its id carries. */
export function issueOf(facts: IssueFacts, { subjects, lines, print, repairs }: Found): Issue {
  const known = [...new Set(lines.filter((line): line is number => line !== null))].sort((a, b) => a - b)
  return { ...facts, severity: RULES[facts.code], id: `${subjects[0].id.slice(0, 50)}-${digest(`${facts.code} ${print}`)}`, subjects, lines: known, repairs }
}

/** Seven characters that change with the text (FNV-1a, 32 bits); no secret. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36).padStart(7, '0')
}

/** Errors first; within one severity in the order of the rules, then by line. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const place = (issue: Issue): number => RULE_CODES.indexOf(issue.code)
  return [...issues].sort((a, b) => place(a) - place(b) || (a.lines[0] ?? Infinity) - (b.lines[0] ?? Infinity) || 0)
}

export function isChange(repair: Repair): repair is Change {
  return repair.kind !== 'visit'
}
