import type { Issue } from '#app/domain/roadshow/lint-issue.ts'
import { placeWords } from '#app/domain/roadshow/lint-words.ts'
import type { Instant } from '#app/domain/time.ts'
import { IssueTitle } from '#app/ui/issues/issue-title.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type AcceptedIssue = { issue: Issue; acceptance: { id: string; reason: string; accountName: string; atMs: Instant; revision: number } }

/** What people let stand: who, when and why, and the way back. */
export function AcceptedList({ accepted, base, clock, canSettle }: { accepted: readonly AcceptedIssue[]; base: string; clock: Clock; canSettle: boolean }) {
  return (
    <Section id="accepted" title="Accepted as printed" aside="while exactly this is printed">
      <List label="Issues that may stand">
        {accepted.map(({ issue, acceptance }) => (
          <ListRow
            key={acceptance.id} under={<>{placeWords(issue)}<br /><b>{acceptance.accountName}</b>, <At ms={acceptance.atMs} clock={clock} />: “{acceptance.reason}”</>}
            mark={canSettle ? <ActionButton tight action={`${base}/issues/reopen`} hidden={{ acceptance: acceptance.id, revision: acceptance.revision }}>Reopen<span className="vh">: {acceptance.reason}</span></ActionButton> : undefined}
          >
            <IssueTitle issue={issue} />
          </ListRow>
        ))}
      </List>
    </Section>
  )
}
