import type { ReactNode } from 'react'

type Where = { city: string; offset: string }

/** A time or a range, already written out, as “09:30–12:00”. `datetime` carries the offset for machines. */
export function TimeRange({ text, datetime }: { text: string; datetime?: string }) {
  return <time dateTime={datetime}>{text}</time>
}

/** “Dushanbe, UTC+5”: grey, after the time. */
export function Zone({ city, offset }: Where) {
  return (
    <span className="zone">
      {city === offset ? offset : `${city}, ${offset}`}
    </span>
  )
}

type ZoneTimeProps = Where & { text: string; datetime?: string; day?: ReactNode }

/** “Tue 4 Feb 2020 · 09:30–12:00 Dushanbe, UTC+5”: a time never stands without city and offset. */
export function ZoneTime({ day, text, datetime, city, offset }: ZoneTimeProps) {
  return (
    <>
      {day !== undefined && <>{day} · </>}
      <TimeRange text={text} datetime={datetime} /> <Zone city={city} offset={offset} />
    </>
  )
}

type StopClockProps = Where & { text: string; datetime?: string; day: ReactNode }

/** The stop's own clock: largest, and first. */
export function StopClock({ text, datetime, city, offset, day }: StopClockProps) {
  return (
    <p>
      <time className="clock" dateTime={datetime}>
        {text}
      </time>{' '}
      <b>
        {city}, {offset}
      </b>{' '}
      <span className="soft">{day}</span>
    </p>
  )
}
