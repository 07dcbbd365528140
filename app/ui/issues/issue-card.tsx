import type { Issue, Repair } from '#app/domain/roadshow/lint-issue.ts'
import { repairLabel } from '#app/domain/roadshow/lint-repairs.ts'
import { RULE_WORDS, describeIssue, lineWords, placeWords } from '#app/domain/roadshow/lint-words.ts'
import { ACCEPT_REASON_MAX } from '#app/operations/issues.input.ts'
import { IssueTitle } from '#app/ui/issues/issue-title.tsx'
import { visitPath } from '#app/ui/issues/paths.ts'
import { Button, ButtonLink } from '#app/ui/kit/button.tsx'
import { Line } from '#app/ui/kit/columns.tsx'
import { ActionButton, Form } from '#app/ui/kit/form.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

type IssueProps = { issue: Issue; base: string; canSettle: boolean }
type IssueCardProps = IssueProps & {
  /** The one to act on next: larger, its first repair is the page's primary action. */
  first?: boolean
  /** Stands at its place already: only the line of the deck is said. */
  here?: boolean
}

/** An issue with its place, its repairs as buttons, and the way to let it stand. */
export function IssueCard({ issue, base, canSettle, first, here }: IssueCardProps) {
  return (
    <article className="issue" id={issueAnchor(issue)} data-first={first ? '' : undefined}>
      <p className="line small"><LintMark severity={issue.severity}>{issue.severity} · {RULE_WORDS[issue.code].toLowerCase()}</LintMark> <span className="soft">{here ? lineWords(issue.lines) : placeWords(issue)}</span></p>
      <h3 className={first ? 'say' : 'what'}><IssueTitle issue={issue} /></h3>
      <p className={first ? 'soft' : 'small soft'}>{describeIssue(issue).detail}</p>
      {canSettle && <IssueActions issue={issue} base={base} first={first} />}
    </article>
  )
}

/** The address of an issue in its page. */
export function issueAnchor(issue: Pick<Issue, 'code' | 'id'>): string {
  return `${issue.code}-${issue.id}`
}

function IssueActions({ issue, base, first }: Omit<IssueCardProps, 'canSettle'>) {
  return (
    <Line acts label={`What to do: ${describeIssue(issue).title}`}>
      {issue.repairs.map((repair, at) => <RepairButton key={repair.kind === 'visit' ? repair.to : repair.kind} repair={repair} issue={issue} base={base} first={first} primary={first === true && at === 0} />)}
      <details className="accept">
        <summary>{issue.severity === 'error' ? 'Leave as printed, because…' : 'Let it stand, because…'}</summary>
        <AcceptForm issue={issue} base={base} />
      </details>
    </Line>
  )
}

type RepairButtonProps = Omit<IssueCardProps, 'canSettle'> & { repair: Repair; primary: boolean }

function RepairButton({ repair, issue, base, first, primary }: RepairButtonProps) {
  const kind = primary ? 'primary' : undefined
  if (repair.kind === 'visit') return <ButtonLink tight={!first} kind={kind ?? 'quiet'} href={visitPath(base, repair)}>{repairLabel(repair)}</ButtonLink>
  return <ActionButton tight={!first} kind={kind} action={`${base}/issues/repair`} hidden={{ code: issue.code, issue: issue.id, repair: repair.kind }}>{repairLabel(repair)}</ActionButton>
}

function AcceptForm({ issue, base }: Pick<IssueProps, 'issue' | 'base'>) {
  return (
    <Form action={`${base}/issues/accept?code=${issue.code}&issue=${issue.id}`} hidden={{ code: issue.code, issue: issue.id }} className="stack tight">
      <TextField name="reason" id={`because-${issueAnchor(issue)}`} label="It may stand, because" required maxLength={ACCEPT_REASON_MAX} hint="Kept with your name; the issue can be opened again." />
      <div className="line"><Button tight>Accept as printed</Button></div>
    </Form>
  )
}
