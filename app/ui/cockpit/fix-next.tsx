import type { Issue, Severity } from '#app/domain/roadshow/lint-issue.ts'
import { count } from '#app/domain/text.ts'
import { IssueCard } from '#app/ui/issues/issue-card.tsx'
import { IssueRows } from '#app/ui/issues/issue-rows.tsx'
import { Section } from '#app/ui/kit/section.tsx'

type FixNextProps = { counts: Record<Severity, number>; first?: Issue | undefined; others: readonly Issue[]; base: string; canSettle: boolean }

/** The next error with its repairs in place, and what comes after it. */
export function FixNext({ counts, first, others, base, canSettle }: FixNextProps) {
  const softer = [count(counts.warning, 'warning', 'warnings'), count(counts.note, 'note', 'notes')].join(' · ')
  return (
    <>
      {first && (
        <Section id="fix" title="Fix next" aside={`1 of ${count(counts.error, 'error', 'errors')} · ${softer}`}>
          <IssueCard issue={first} base={base} canSettle={canSettle} first />
        </Section>
      )}
      {others.length > 0 && (
        <Section id="then" title={first ? 'Then' : 'Issues found'} aside={<a href={`${base}/issues`}>All {counts.error + counts.warning + counts.note}</a>}>
          <IssueRows caption="Open issues, errors first" issues={others} base={base} />
        </Section>
      )}
    </>
  )
}
