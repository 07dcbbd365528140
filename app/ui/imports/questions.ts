/** What the lint of a reading asks, as choices of a form: an answer is the corrections that it stands for. */
import type { Choices } from '#app/domain/intake/choices.ts'
import type { Draft, ItemDraft, MeetingDraft, Read } from '#app/domain/intake/draft.ts'
import type { Choice, DraftIssue } from '#app/domain/intake/lint-issue.ts'
import { choiceLabel, describeDraftIssue } from '#app/domain/intake/lint-words.ts'
import { count } from '#app/domain/text.ts'
import { formatMinute } from '#app/domain/time.ts'
import type { Minute } from '#app/domain/time.ts'
import { issueId, lineOf } from '#app/ui/imports/rows.ts'

type Answer = { value: string; label: string; hint?: string | undefined; checked: boolean }
export type Question = { id: string; severity: 'error' | 'warning' | 'note'; title: string; detail: string; place: string; row: string | null; keys: string[]; /** Something in the text speaks for one of the answers. */ speaks: boolean; answers: Answer[] }

/** Corrections of nothing: it stays as it is read. */
const LEAVE = '[]'

/** Questions that change something when they are answered, loudest first, and what is worth knowing: warnings to which nothing says the answer stay as printed unless somebody decides otherwise. */
export function questionsOf(draft: Draft, issues: readonly DraftIssue[], choices: Choices): { asked: Question[]; told: Question[] } {
  const all = issues.map((issue) => questionOf(issue, choices))
  return { asked: [...all.filter(isAsked), ...unsureTimes(draft, new Set(issues.flatMap(({ keys }) => keys)))], told: all.filter((each) => !isAsked(each)) }
}

function isAsked({ severity, answers, speaks }: Question): boolean {
  return answers.length > 0 && (severity === 'error' || (severity === 'warning' && speaks))
}

function questionOf(issue: DraftIssue, choices: Choices): Question {
  const id = issueId(issue)
  const real = issue.choices.filter(({ corrections }) => corrections.length > 0)
  const left = choices[`answer:${id}`] === 'leave'
  const likely = left ? undefined : real.find((choice) => choice.likely)
  const answers = real.map((choice): Answer => ({ value: JSON.stringify(choice.corrections), label: choiceLabel(choice), hint: hintOf(issue, choice), checked: choice === likely }))
  return {
    id, severity: issue.severity, ...describeDraftIssue(issue), place: placeWords(issue.keys), row: issue.keys[0] ?? null, keys: issue.keys, speaks: real.some((choice) => choice.likely),
    answers: real.length === 0 ? [] : [...answers, { value: LEAVE, label: leaveWords(issue), hint: undefined, checked: likely === undefined }],
  }
}

function hintOf(issue: DraftIssue, { likely, kind }: Choice): string | undefined {
  if (kind === 'header') return 'The head follows the rows.'
  if (kind === 'end-earlier' && issue.code === 'range-mismatch') return 'The row follows the head.'
  return likely ? describeDraftIssue(issue).detail : undefined
}

function leaveWords({ severity, code }: DraftIssue): string {
  if (code === 'column-shift') return 'Ask me later'
  return severity === 'error' ? 'Leave as printed and ask me later' : 'Leave as printed'
}

/** 'Lines 23–25, 3 rows'. */
function placeWords(keys: readonly string[]): string {
  const lines = [...new Set(keys.map(lineOf).filter((line) => line !== null))].sort((a, b) => a - b)
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return 'In the head'
  return first === last ? `Line ${first}` : `Lines ${first}–${last}, ${count(keys.length, 'row', 'rows')}`
}

/** Times that may be read in two ways and that no issue asks about yet. */
function unsureTimes(draft: Draft, asked: ReadonlySet<string>): Question[] {
  const rows: (ItemDraft | MeetingDraft)[] = draft.kind === 'agenda' ? draft.items : draft.stops.flatMap(({ meetings }) => meetings)
  return rows.flatMap((row) => (asked.has(row.key) ? [] : (['start', 'end'] as const).flatMap((field) => unsureTime(row, field) ?? [])))
}

function unsureTime(row: ItemDraft | MeetingDraft, field: 'start' | 'end'): Question | undefined {
  const read: Read<Minute> | null = row[field]
  if (read?.confidence !== 'unsure') return undefined
  const answer = (value: string): string => JSON.stringify([{ key: row.key, field, value }])
  return {
    id: `unsure-${field}-${row.key}`, severity: 'warning', title: `Does “${row.title.value}” ${field === 'start' ? 'begin' : 'end'} at ${formatMinute(read.value)}?`, detail: 'The text can be read in more than one way.', place: placeWords([row.key]), row: row.key, keys: [row.key], speaks: true,
    answers: [{ value: answer(formatMinute(read.value)), label: `Yes, at ${formatMinute(read.value)}`, hint: undefined, checked: true }, { value: answer(''), label: field === 'start' ? 'No time yet' : 'No end', hint: undefined, checked: false }],
  }
}
