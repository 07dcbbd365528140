import { datetimeOf, formatDay, formatMinute, formatOffset, formatRange, offsetOf, offsetOfDay, wallOf } from '#app/domain/time.ts'
import type { Day, Instant, Minute, Zone as ZoneName } from '#app/domain/time.ts'
import { Zone, ZoneTime } from '#app/ui/kit/zone-time.tsx'

export type MeetingTime = { day: Day; start_minute: Minute | null; end_minute: Minute | null; zone: ZoneName; city: string }

/** “Tue 4 Feb 2020 · 09:30–12:00 Dushanbe, UTC+5”, or that no time is known yet. */
export function MeetingWhen({ meeting }: { meeting: MeetingTime }) {
  const { day, start_minute: start, end_minute: end, zone, city } = meeting
  const offset = offsetOfDay(day, zone)
  if (start === null) return <>{formatDay(day)} · No time yet <Zone city={city} offset={formatOffset(offset)} /></>
  return <ZoneTime day={formatDay(day)} text={formatRange(start, end)} datetime={datetimeOf(day, start, offset)} city={city} offset={formatOffset(offset)} />
}

export type Clock = { zone: ZoneName; city: string }

/** An instant on a city's clock: “Wed 5 Feb 2020, 10:38 Dushanbe, UTC+5”. */
export function At({ ms, clock }: { ms: Instant; clock: Clock }) {
  const wall = wallOf(ms, clock.zone)
  const offset = offsetOf(ms, clock.zone)
  return (
    <>
      <time dateTime={datetimeOf(wall.day, wall.minute, offset)}>{formatDay(wall.day)}, {formatMinute(wall.minute)}</time> <Zone city={clock.city} offset={formatOffset(offset)} />
    </>
  )
}
