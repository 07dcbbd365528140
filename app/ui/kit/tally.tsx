import type { ReactNode } from 'react'

type Count = { label: ReactNode; count: number | string; href?: string }

/** Counts in a row, each with its word. */
export function Tally({ counts }: { counts: readonly Count[] }) {
  return (
    <dl className="tally">
      {counts.map(({ label, count, href }, at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd>{href === undefined ? count : <a href={href}>{count}</a>}</dd>
        </div>
      ))}
    </dl>
  )
}
