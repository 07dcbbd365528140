import type { ReactNode } from 'react'

/** Says beside a datum that it fills a gap of the deck and never came from it. */
export function SampleMark({ children = 'sample' }: { children?: ReactNode }) {
  return <span className="sample">{children}</span>
}
