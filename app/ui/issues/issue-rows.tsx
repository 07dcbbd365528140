import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { RULE_WORDS, describeIssue, placeWords } from '#app/domain/roadshow/lint-words.ts'
import { issueAnchor } from '#app/ui/issues/issue-card.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { Cell, Row, Table } from '#app/ui/kit/table.tsx'

const HEADS = [{ label: 'Severity', fit: true }, { label: 'What and where' }]

/** Issues one to a line; each leads to its repairs. */
export function IssueRows({ caption, issues, base }: { caption: string; issues: readonly Issue[]; base: string }) {
  return (
    <Table caption={caption} quiet heads={HEADS}>
      {issues.map((issue) => (
        <Row key={issueAnchor(issue)}>
          <Cell fit><LintMark severity={issue.severity} /></Cell>
          <Cell><a href={`${base}/issues#${issueAnchor(issue)}`}>{describeIssue(issue).title}</a><span className="under small soft">{RULE_WORDS[issue.code]} · {placeWords(issue)}</span></Cell>
        </Row>
      ))}
    </Table>
  )
}
