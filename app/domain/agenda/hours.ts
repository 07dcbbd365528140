/** The hours that an agenda was given, and what may stand around them. */
import type { EngagementFacts } from '#app/domain/roadshow/lint-facts.ts'
import type { Minute } from '#app/domain/time.ts'

/** May stand outside the printed times: people arrive before, and eat after. */
export const AROUND: ReadonlySet<string> = new Set(['registration', 'break', 'meal'])

export type Header = { start: Minute; end: Minute | null }
type Hours = Pick<EngagementFacts, 'headerStartMinute' | 'headerEndMinute' | 'startMinute' | 'endMinute'>

/** The hours in the head of an agenda; where none are printed, those of the engagement. */
export function headerOf(row: Hours): Header | undefined {
  if (row.headerStartMinute !== null) return { start: row.headerStartMinute, end: row.headerEndMinute }
  return row.startMinute === null ? undefined : { start: row.startMinute, end: row.endMinute }
}
