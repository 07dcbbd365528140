import type { RatingFlag } from '#app/domain/assessment/ratings.ts'
import { formatDayNumber, wallOf } from '#app/domain/time.ts'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { StaleMark } from '#app/ui/kit/stale-mark.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

/** What a reader of a level must know, one mark under the other. */
export function RatingFlags({ flags, clock }: { flags: readonly RatingFlag[]; clock: Clock }) {
  return <>{flags.map((flag) => <span key={flag.kind} className="under"><Flag flag={flag} clock={clock} /></span>)}</>
}

function Flag({ flag, clock }: { flag: RatingFlag; clock: Clock }) {
  switch (flag.kind) {
    case 'stale':
      return <StaleMark>{flag.count} {flag.count === 1 ? 'contradicts' : 'contradict'} since {formatDayNumber(wallOf(flag.sinceMs, clock.zone).day)}</StaleMark>
    case 'unread':
      return <LintMark severity="warning">decide how to read it</LintMark>
    case 'no-evidence':
      return <LintMark severity="warning">no evidence</LintMark>
    case 'one-kind':
      return <LintMark severity="warning">one kind of source</LintMark>
    case 'one-meeting':
      return <LintMark severity="warning">one meeting only</LintMark>
  }
}
