import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { countSeverities } from '#app/domain/roadshow/lint.ts'
import { count } from '#app/domain/text.ts'
import { IssueCard, issueAnchor } from '#app/ui/issues/issue-card.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Section } from '#app/ui/kit/section.tsx'

type IssuesHereProps = { issues: readonly Issue[]; base: string; canSettle: boolean }

/** What the lint finds at the thing of this page, with its repairs; what is softer than an error stays folded, nothing shows where nothing is found. */
export function IssuesHere({ issues, base, canSettle }: IssuesHereProps) {
  if (issues.length === 0) return null
  const errors = issues.filter((issue) => issue.severity === 'error')
  const softer = issues.filter((issue) => issue.severity !== 'error')
  const cards = (some: readonly Issue[]) => <div className="issues">{some.map((issue) => <IssueCard key={issueAnchor(issue)} issue={issue} base={base} canSettle={canSettle} here />)}</div>
  const folded = softer.length > 0 && <Disclosure words={softerWords(softer)}>{cards(softer)}</Disclosure>
  if (errors.length === 0) return <>{folded}</>
  return <Section id="issues" title="Issues found here" aside={<a href={`${base}/issues`}>All issues</a>}>{cards(errors)}{folded}</Section>
}

function softerWords(issues: readonly Issue[]): string {
  const { warning, note } = countSeverities(issues)
  return [...(warning > 0 ? [count(warning, 'warning', 'warnings')] : []), ...(note > 0 ? [count(note, 'note', 'notes')] : [])].join(', ')
}
