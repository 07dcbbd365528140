import type { CSSProperties, ReactNode } from 'react'

/** Bars of the final layout's size while something is read; the sentence says what. `widths` are percentages. */
export function Skeleton({ widths, children }: { widths: readonly number[]; children: ReactNode }) {
  return (
    <>
      <div className="skel" aria-hidden="true">
        {widths.map((width, at) => (
          <i key={at} style={{ '--w': `${width}%` } as CSSProperties} />
        ))}
      </div>
      <p className="soft" role="status">
        {children}
      </p>
    </>
  )
}
