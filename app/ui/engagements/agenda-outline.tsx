import { datetimeOf, formatRange, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Minute, Zone } from '#app/domain/time.ts'
import { Timeline, TimelineRow } from '#app/ui/kit/timeline.tsx'
import { TimeRange } from '#app/ui/kit/zone-time.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'

export type OutlineItem = { id: string; day: Day; startMinute: Minute; endMinute: Minute | null; title: string; otherTitle: string; otherLanguage: string; sampleFields: string[]; people: string[] }

/** The agenda read top to bottom; where it is changed is a page of its own. */
export function AgendaOutline({ items, zone }: { items: readonly OutlineItem[]; zone: Zone }) {
  return (
    <Timeline label="Agenda">
      {items.map(({ id, day, startMinute, endMinute, title, otherTitle, otherLanguage, sampleFields, people }) => (
        <TimelineRow key={id} time={<TimeRange text={formatRange(startMinute, endMinute)} datetime={datetimeOf(day, startMinute, offsetOfDay(day, zone))} />} who={people.length > 0 ? people.join(', ') : undefined}>
          {title}{sampleFields.length > 0 && <> <SampleMark /></>}{otherTitle !== '' && <div className="small soft" lang={otherLanguage || undefined}>{otherTitle}</div>}
        </TimelineRow>
      ))}
    </Timeline>
  )
}
