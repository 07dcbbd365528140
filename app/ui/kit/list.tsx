import type { ReactNode } from 'react'

/** Ruled rows without columns. */
export function List({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="timeline plain" aria-label={label}>
      {children}
    </ul>
  )
}

/** One row: what it is, what belongs under it, its mark or button at the end. */
export function ListRow({ children, under, mark, id }: { children: ReactNode; under?: ReactNode; mark?: ReactNode; id?: string }) {
  return (
    <li id={id}>
      <span>
        {children}
        {under !== undefined && <span className="under small soft">{under}</span>}
      </span>
      {mark}
    </li>
  )
}
