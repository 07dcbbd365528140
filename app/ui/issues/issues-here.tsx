import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { IssueCard, issueAnchor } from '#app/ui/issues/issue-card.tsx'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { count } from '#app/domain/text.ts'

type IssuesHereProps = { issues: readonly Issue[]; base: string; canSettle: boolean }

/** What the lint finds at the thing of this page, with its repairs; notes stay folded, nothing shows where nothing is found. */
export function IssuesHere({ issues, base, canSettle }: IssuesHereProps) {
  if (issues.length === 0) return null
  const loud = issues.filter((issue) => issue.severity !== 'note')
  const notes = issues.filter((issue) => issue.severity === 'note')
  const cards = (some: readonly Issue[]) => some.map((issue) => <IssueCard key={issueAnchor(issue)} issue={issue} base={base} canSettle={canSettle} />)
  const folded = notes.length > 0 && <Disclosure words={count(notes.length, 'note', 'notes')}>{cards(notes)}</Disclosure>
  if (loud.length === 0) return <>{folded}</>
  return <Section id="issues" title="Issues found here" aside={<a href={`${base}/issues`}>All issues</a>}>{cards(loud)}{folded}</Section>
}
