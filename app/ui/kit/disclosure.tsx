import type { ReactNode } from 'react'

/** What only some need, behind its own words. */
export function Disclosure({ words, open, id, children }: { words: ReactNode; open?: boolean; id?: string; children: ReactNode }) {
  return (
    <details open={open} id={id}>
      <summary>{words}</summary>
      <div className="stack tight">{children}</div>
    </details>
  )
}
