import { formatMinute, wallOf } from '#app/domain/time.ts'
import type { ReplyFace } from '#app/ui/invitations/reply-list.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'

type Proposal = Pick<ReplyFace, 'id' | 'revision' | 'kind' | 'start_ms' | 'end_ms' | 'zone' | 'engagement_id' | 'meeting_start_ms' | 'from_name' | 'from_address'>

/** What can be done about a proposed time or a deputy. */
export function ReplyActs({ base, row }: { base: string; row: Proposal }) {
  const settle = (as: string, words: string) => (
    <ActionButton action={`${base}/invitations/review/${row.id}/settle`} hidden={{ revision: row.revision, as }} tight aria-label={`${words}: ${row.from_name || row.from_address}`}>{words}</ActionButton>
  )
  if (row.kind === 'deputy') {
    return <span className="line acts">{row.engagement_id && <ButtonLink tight href={`${base}/engagements/${row.engagement_id}/people/new`}>Add the deputy</ButtonLink>}{settle('noted', 'Taken care of')}</span>
  }
  const moved = row.start_ms !== null && row.meeting_start_ms === row.start_ms
  return (
    <span className="line acts">
      {moved ? settle('moved', 'It was moved') : <ButtonLink tight href={moveTo(base, row)}>Move it there…</ButtonLink>}
      {!moved && settle('kept', 'Keep the time')}
    </span>
  )
}

/** The page that moves a meeting, with the proposed time on the clock of its stop; as it is where the proposal names no instant. */
function moveTo(base: string, { engagement_id, start_ms, end_ms, zone }: Proposal): string {
  const path = `${base}/engagements/${engagement_id ?? ''}/move`
  if (start_ms === null || zone === null) return path
  const start = wallOf(start_ms, zone)
  const end = end_ms === null ? undefined : wallOf(end_ms, zone)
  const query = new URLSearchParams({ day: start.day, start: formatMinute(start.minute), ...(end && end.day === start.day ? { end: formatMinute(end.minute) } : {}) })
  return `${path}?${query.toString()}`
}
