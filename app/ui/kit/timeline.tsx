import type { ReactNode } from 'react'

/** A day read top to bottom; `plain` has no column for times. */
export function Timeline({ plain, label, children }: { plain?: boolean; label?: string; children: ReactNode }) {
  return (
    <ol className={plain ? 'timeline plain' : 'timeline'} aria-label={label}>
      {children}
    </ol>
  )
}

type TimelineRowProps = {
  /** A TimeRange, “same day”, “No time yet”; left out in a plain timeline. */
  time?: ReactNode
  /** Who it concerns, under the words. */
  who?: ReactNode
  mark?: ReactNode
  id?: string
  children: ReactNode
}

export function TimelineRow({ time, who, mark, id, children }: TimelineRowProps) {
  return (
    <li id={id}>
      {time !== undefined && <span>{time}</span>}
      <span>{children}</span>
      {mark}
      {who !== undefined && <span className="who">{who}</span>}
    </li>
  )
}

/** A stop or day above its rows. */
export function TimelineHead({ children }: { children: ReactNode }) {
  return (
    <li className="on">
      <span>{children}</span>
    </li>
  )
}
