import { datetimeOf, formatRange, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'
import { Timeline, TimelineRow } from '#app/ui/kit/timeline.tsx'
import { TimeRange } from '#app/ui/kit/zone-time.tsx'
import { Details } from '#app/ui/agenda/details.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'

export type OutlineItem = { id: string; day: Day; startMinute: Minute; endMinute: Minute | null; title: string; otherTitle: string; otherLanguage: string; details: string; track: string; sampleFields: string[]; people: string[] }

/** The agenda read top to bottom; where it is changed is a page of its own. */
export function AgendaOutline({ items, zone }: { items: readonly OutlineItem[]; zone: Zone }) {
  return (
    <Timeline label="Agenda">
      {items.map(({ id, day, startMinute, endMinute, title, otherTitle, otherLanguage, details, track, sampleFields, people }) => (
        <TimelineRow key={id} time={<TimeRange text={formatRange(startMinute, endMinute)} datetime={datetimeOf(day, startMinute, offsetOfDay(day, zone))} />} who={people.length > 0 ? people.join(', ') : undefined}>
          {title}{track !== '' && <span className="zone"> {track}</span>}{sampleFields.length > 0 && <> <SampleMark /></>}{otherTitle !== '' && <div className="small soft" lang={otherLanguage || undefined}>{otherTitle}</div>}<Details lines={details === '' ? undefined : details.split('\n')} />
        </TimelineRow>
      ))}
    </Timeline>
  )
}
