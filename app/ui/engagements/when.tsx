import { datetimeOf, formatMinute, formatOffset, formatRange, offsetOf, offsetOfDay, wallOf, weekdayOf } from '#app/domain/time.ts'
import type { Day, Instant, Minute, Zone } from '#app/domain/time.ts'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { TimeRange } from '#app/ui/kit/zone-time.tsx'
import { MeetingWhen } from '#app/ui/meetings/when.tsx'

export type Placed = { day: Day; startMinute: Minute | null; endMinute: Minute | null; zone: Zone; city: string }

/** “Tue 4 Feb 2020 · 09:30–12:00 Dushanbe, UTC+5”. */
export function EngagementWhen({ at }: { at: Placed }) {
  return <MeetingWhen meeting={{ day: at.day, start_minute: at.startMinute, end_minute: at.endMinute, zone: at.zone, city: at.city }} />
}

/** The hours alone, where the zone stands in the head above. */
export function Hours({ at }: { at: Placed }) {
  if (at.startMinute === null) return <>No time yet</>
  return <TimeRange text={formatRange(at.startMinute, at.endMinute)} datetime={datetimeOf(at.day, at.startMinute, offsetOfDay(at.day, at.zone))} />
}

type OwnHoursProps = { startMs: Instant | null; endMs: Instant | null; zone: Zone; city: string }

/** The same hours on the reader's own clock, with its weekday: “Mon 23:30 – Tue 02:00 Washington, UTC−5”. */
export function OwnHours({ startMs, endMs, zone, city }: OwnHoursProps) {
  if (startMs === null) return null
  const start = wallOf(startMs, zone)
  const end = endMs === null ? null : wallOf(endMs, zone)
  const first = `${weekdayOf(start.day).slice(0, 3)} ${formatMinute(start.minute)}`
  const last = end === null ? '' : end.day === start.day ? `–${formatMinute(end.minute)}` : ` – ${weekdayOf(end.day).slice(0, 3)} ${formatMinute(end.minute)}`
  return <span className="zone">{first}{last} {city}, {formatOffset(offsetOf(startMs, zone))}</span>
}

/** Whether any of the named facts of an engagement only fills a gap. */
export function isSample(sampleFields: readonly string[], ...fields: string[]): boolean {
  return fields.some((field) => sampleFields.includes(field))
}

/** “sample” beside a day and time that no document gave. */
export function SampleTime({ fields }: { fields: readonly string[] }) {
  return isSample(fields, 'day', 'time') ? <> <SampleMark /></> : null
}
