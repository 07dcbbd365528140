import type { IssueFacts } from '#app/domain/roadshow/lint-issue.ts'
import { describeIssue } from '#app/domain/roadshow/lint-words.ts'

/** The sentence of an issue, the part that is wrong marked. */
export function IssueTitle({ issue }: { issue: IssueFacts }) {
  const { title, wrong } = describeIssue(issue)
  const at = wrong === undefined ? -1 : title.indexOf(wrong)
  if (wrong === undefined || at < 0) return <>{title}</>
  return <>{title.slice(0, at)}<mark data-s="error">{wrong}</mark>{title.slice(at + wrong.length)}</>
}
