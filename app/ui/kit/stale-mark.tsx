import type { ReactNode } from 'react'
import { Mark } from '#app/ui/kit/mark.tsx'

/** A rating that newer evidence speaks against: number and date are the children, as “2 contradict since 7 Feb”. */
export function StaleMark({ children }: { children?: ReactNode }) {
  return (
    <Mark icon="postponed" state="stale">
      {children === undefined ? 'stale' : <>stale: {children}</>}
    </Mark>
  )
}
