import type { Day, Minute, Zone } from '#app/domain/time.ts'
import { EngagementWhen } from '#app/ui/engagements/when.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'

export type Ahead = {
  id: string; city: string; zone: Zone; kind: string; title: string; status: string; day: Day; startMinute: Minute | null; endMinute: Minute | null; venue: string; sampleFields: readonly string[]
}

/** Engagements in the order in which they happen, each with the way to move it. */
export function AheadList({ label, rows, base, canEdit }: { label: string; rows: readonly Ahead[]; base: string; canEdit: boolean }) {
  return (
    <List label={label}>
      {rows.map((row) => (
        <ListRow
          key={row.id} under={<><EngagementWhen at={row} />{row.venue && ` · ${row.venue}`}</>}
          mark={<span className="line small ahead"><StatusMark status={row.status as StatusWord} />{canEdit && <a href={`${base}/engagements/${row.id}/move`}>{row.startMinute === null ? 'Set a time…' : 'Move…'}<span className="vh"> {row.title}</span></a>}</span>}
        >
          <a href={`${base}/engagements/${row.id}`}>{row.title}</a>
          {row.sampleFields.length > 0 && <> <SampleMark /></>}
        </ListRow>
      ))}
    </List>
  )
}
