/** What does not fit in a reading, as facts; `lint-words.ts` makes sentences of them. */
import type { Correction } from '#app/domain/intake/corrections.ts'
import type { Span } from '#app/domain/intake/draft.ts'
import type { Severity } from '#app/domain/roadshow/lint-issue.ts'
import type { Day, Minute, Weekday } from '#app/domain/time.ts'

/** Every rule with its severity, in the order in which issues are listed. The first ten are the codes of the schema; the rest are notes beside it. */
export const DRAFT_RULES = {
  'weekday-mismatch': 'error',
  'ambiguous-date': 'error',
  overlap: 'error',
  'person-conflict': 'error',
  'range-mismatch': 'error',
  'out-of-order': 'warning',
  gap: 'warning',
  'no-speaker': 'warning',
  'two-affiliations': 'warning',
  'name-variant': 'warning',
  'column-shift': 'warning',
  'end-before-start': 'warning',
  'spelling-near-place': 'warning',
  'title-drift': 'warning',
  'year-assumed': 'warning',
  'slot-too-short': 'note',
  'no-break': 'note',
  'unled-item': 'note',
  'open-ended-item': 'note',
  'combined-row': 'note',
  'holiday-or-weekend': 'note',
} as const satisfies Record<string, Severity>

export type DraftRule = keyof typeof DRAFT_RULES
export const DRAFT_RULE_CODES = Object.keys(DRAFT_RULES) as DraftRule[]
/** The codes of the schema; a clean text has none of them. */
export const SCHEMA_CODES: readonly DraftRule[] = DRAFT_RULE_CODES.slice(0, 10)

type RowFacts = { title: string; start: Minute | null; end: Minute | null }

export type DraftFacts =
  | { code: 'weekday-mismatch'; printed: string; weekday: Weekday; day: Day; actual: Weekday; other: Day; otherIsPrinted: boolean; rows: number }
  | { code: 'ambiguous-date'; printed: string; day: Day; otherDay: Day }
  | { code: 'overlap'; day: Day; earlier: RowFacts; later: RowFacts }
  | { code: 'person-conflict'; name: string; day: Day; earlier: RowFacts; later: RowFacts }
  | { code: 'range-mismatch'; header: { start: Minute; end: Minute | null }; start: Minute | null; end: Minute | null; first: RowFacts; last: RowFacts }
  | { code: 'out-of-order'; day: Day; before: string; title: string; start: Minute | null }
  | { code: 'gap'; day: Day; from: Minute; to: Minute; before: string; after: string }
  | { code: 'no-speaker'; title: string; start: Minute | null }
  | { code: 'two-affiliations'; name: string; bodies: [string, string] }
  | { code: 'name-variant'; names: [string, string] }
  | { code: 'column-shift'; title: string; city: string; day: Day | null }
  | { code: 'end-before-start'; title: string; start: Minute; end: Minute }
  | { code: 'spelling-near-place'; word: string; known: string }
  | { code: 'title-drift'; titles: [string, string] }
  | { code: 'year-assumed'; printed: string; day: Day }
  | { code: 'slot-too-short'; rows: RowFacts[] }
  | { code: 'no-break'; start: Minute; end: Minute }
  | { code: 'unled-item'; title: string; start: Minute | null }
  | { code: 'open-ended-item'; title: string; start: Minute }
  | { code: 'combined-row'; title: string; parts: string[] }
  | { code: 'holiday-or-weekend'; days: Day[] }

/** What a person may mean. */
export type ChoiceFacts =
  | { kind: 'keep-date'; day: Day }
  | { kind: 'keep-weekday'; day: Day }
  | { kind: 'read-day'; day: Day }
  | { kind: 'end-earlier'; title: string; at: Minute }
  | { kind: 'start-later'; title: string; at: Minute }
  | { kind: 'start-earlier'; title: string; at: Minute }
  | { kind: 'beside' }
  | { kind: 'header'; start: Minute; end: Minute | null }
  | { kind: 'by-time' }
  | { kind: 'leave' }
  | { kind: 'skip'; title: string }
  | { kind: 'one-person'; name: string }
  | { kind: 'two-people' }
  | { kind: 'both-bodies' }
  | { kind: 'belongs'; city: string; day: Day | null }
  | { kind: 'no-end'; title: string }
  | { kind: 'respell'; known: string }
  | { kind: 'use-title'; title: string }

/** `likely` where something in the text speaks for it; of one issue at most one is. */
export type Choice = ChoiceFacts & { likely: boolean; corrections: Correction[] }

export type DraftIssue = DraftFacts & {
  severity: Severity
  /** Of the rows that it is about, in the order of the text. */
  keys: string[]
  spans: Span[]
  choices: Choice[]
}

type Found = { keys: string[]; spans: Span[]; choices?: Choice[] }

/** An issue of a rule with its severity. */
export function draftIssue(facts: DraftFacts, { keys, spans, choices = [] }: Found): DraftIssue {
  return { ...facts, severity: DRAFT_RULES[facts.code], keys: [...new Set(keys)], spans, choices }
}

/** Errors first, then in the order of the rules, then of the text. */
export function sortDraftIssues(issues: readonly DraftIssue[]): DraftIssue[] {
  const place = (issue: DraftIssue): number => DRAFT_RULE_CODES.indexOf(issue.code)
  return issues.toSorted((a, b) => place(a) - place(b) || (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
}
