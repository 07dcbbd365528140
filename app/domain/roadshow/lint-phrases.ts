/** Pieces of the sentences about issues. */
import type { IssueFacts, RuleCode } from '#app/domain/roadshow/lint-issue.ts'
import { count } from '#app/domain/text.ts'
import { formatDayShort } from '#app/domain/time.ts'
import type { Day } from '#app/domain/time.ts'

/** `wrong` is the part of the title that the issue is about; `place` says where it stands, without the line. */
export type IssueWords = { title: string; wrong?: string | undefined; detail: string; place: string }

type Of<C extends RuleCode> = Extract<IssueFacts, { code: C }>
export type Words = { [C in RuleCode]: (facts: Of<C>) => IssueWords }

/** In quotes; those that the title has itself become single ones. */
export function quote(title: string): string {
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`
}

export function spot(city: string, day: Day): string {
  return `${city}, ${formatDayShort(day)}`
}

export function quoted(titles: readonly string[]): string {
  const shown = titles.slice(0, 6).map(quote).join(', ')
  return titles.length > 6 ? `${shown} and ${titles.length - 6} more` : shown
}

export function has(count: number): string {
  return count === 1 ? 'has' : 'have'
}

export function inDays(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
}

export function span(minutes: number): string {
  return minutes % 60 === 0 ? count(minutes / 60, 'hour', 'hours') : `${minutes} minutes`
}
