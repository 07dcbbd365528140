import type { ReactNode } from 'react'
import { datetimeOf, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'
import { Timeline, TimelineRow } from '#app/ui/kit/timeline.tsx'
import { TimeRange } from '#app/ui/kit/zone-time.tsx'

type DayRow = {
  id: string
  kind: string
  title: string
  status: string
  day: Day
  zone: Zone
  startMinute: Minute | null
  /** '09:30–12:00', travel with the clock at both ends. */
  when: string
  venue: string
  team: string
  sampleFields: readonly string[]
}

/** What stands on one day of a stop, read top to bottom; the head above it states the clock. */
export function DayList({ label, base, rows }: { label: string; base: string; rows: readonly DayRow[] }) {
  return (
    <Timeline label={label}>
      {rows.map((row) => (
        <TimelineRow key={row.id} time={<RowTime row={row} />} who={whereOf(row)} mark={<StatusMark status={row.status as StatusWord} />}>
          <a href={`${base}/engagements/${row.id}`}>{row.title}</a>
          {row.sampleFields.length > 0 && <> <SampleMark /></>}
        </TimelineRow>
      ))}
    </Timeline>
  )
}

function RowTime({ row: { day, zone, startMinute, when } }: { row: DayRow }): ReactNode {
  if (startMinute === null) return <span className="soft">No time yet</span>
  return <TimeRange text={when} datetime={datetimeOf(day, startMinute, offsetOfDay(day, zone))} />
}

function whereOf({ kind, venue, team }: DayRow): string | undefined {
  return [kind === 'travel' ? 'travel' : '', venue, team].filter(Boolean).join(' · ') || undefined
}
