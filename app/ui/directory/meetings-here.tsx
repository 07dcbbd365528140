import { List, ListRow } from '#app/ui/kit/list.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'
import type { MeetingTime } from '#app/ui/meetings/when.tsx'

type MeetingHere = MeetingTime & { id: string; title: string; status: string }

/** Engagements in a list: what, when, how it stands. */
export function MeetingsHere({ base, label, meetings }: { base: string; label: string; meetings: readonly MeetingHere[] }) {
  return (
    <List label={label}>
      {meetings.map((meeting) => (
        <ListRow key={meeting.id} under={<MeetingWhen meeting={meeting} />} mark={<StatusMark status={meeting.status as StatusWord} />}>
          <a href={`${base}/engagements/${meeting.id}`}>{meeting.title}</a>
        </ListRow>
      ))}
    </List>
  )
}
