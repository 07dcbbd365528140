import { formatDay, formatOffset, offsetOfDay } from '#app/domain/time.ts'
import { asStatus } from '#app/domain/meetings/status.ts'
import { count } from '#app/domain/text.ts'
import { kindWord } from '#app/ui/engagements/engagement-fields.tsx'
import { Hours, SampleTime, isSample } from '#app/ui/engagements/when.tsx'
import type { Placed } from '#app/ui/engagements/when.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import { Timeline, TimelineHead, TimelineRow } from '#app/ui/kit/timeline.tsx'
import { Zone } from '#app/ui/kit/zone-time.tsx'

type EngagementLine = Placed & { id: string; title: string; kind: string; status: string; venue: string; team: string; items: number; sampleFields: string[] }

/** Engagements day by day; the head of a day states its clock once. */
export function EngagementList({ rows, base, canEdit }: { rows: readonly EngagementLine[]; base: string; canEdit: boolean }) {
  return (
    <Timeline label="Engagements">
      {rows.flatMap((row, at) => {
        const before = rows[at - 1]
        const line = <EngagementRow key={row.id} row={row} base={base} canEdit={canEdit} />
        return before?.day === row.day && before.city === row.city ? [line] : [<DayHead key={`${row.day} ${row.city}`} row={row} />, line]
      })}
    </Timeline>
  )
}

function DayHead({ row: { day, city, zone } }: { row: EngagementLine }) {
  return <TimelineHead>{formatDay(day)} <Zone city={city} offset={formatOffset(offsetOfDay(day, zone))} /></TimelineHead>
}

function EngagementRow({ row, base, canEdit }: { row: EngagementLine; base: string; canEdit: boolean }) {
  const { id, title, kind, status, venue, team, items, sampleFields } = row
  return (
    <TimelineRow
      time={<><Hours at={row} /><SampleTime fields={sampleFields} /></>}
      mark={<span className="ends"><StatusMark status={asStatus(status)} />{isSample(sampleFields, 'status') && <> <SampleMark /></>}{canEdit && <> <Move id={id} title={title} timed={row.startMinute !== null} base={base} /></>}</span>}
      who={<>{kindWord(kind)}{venue !== '' && <> · {venue}{isSample(sampleFields, 'venue') && <> <SampleMark /></>}</>}{team !== '' && ` · ${team}`}{items > 0 && ` · agenda of ${count(items, 'item', 'items')}`}</>}
    >
      <a href={`${base}/engagements/${id}`}>{title}</a>{isSample(sampleFields, 'title') && <> <SampleMark /></>}
    </TimelineRow>
  )
}

function Move({ id, title, timed, base }: { id: string; title: string; timed: boolean; base: string }) {
  return <a className="move acts" href={`${base}/engagements/${id}/move`}>{timed ? 'Move…' : 'Set a time…'}<span className="vh"> {title}</span></a>
}
