import type { ReactNode } from 'react'

type RouteStop = {
  id: string
  name: ReactNode
  state: 'done' | 'now' | 'next'
  /** Grey beside the name, as “UTC+6”. */
  zone?: ReactNode
  href?: string
  /** Lines under the name. */
  words?: ReactNode
}

/** The caravan: stops as dots on a line, across the page or down it. */
export function Route({ label, stops, down }: { label: string; stops: readonly RouteStop[]; down?: boolean }) {
  return (
    <ol className={down ? 'route down' : 'route'} aria-label={label}>
      {stops.map((stop) => (
        <li key={stop.id} data-done={stop.state === 'done' ? '' : undefined} aria-current={stop.state === 'now' ? 'step' : undefined}>
          {stop.href === undefined ? <b>{stop.name}</b> : <a href={stop.href}><b>{stop.name}</b></a>}
          {stop.zone !== undefined && <> <span className="zone">{stop.zone}</span></>}
          {stop.state === 'done' && <span className="vh">, done</span>}
          {stop.words !== undefined && <div className="words">{stop.words}</div>}
        </li>
      ))}
    </ol>
  )
}
