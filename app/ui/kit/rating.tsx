import type { ReactNode } from 'react'

export type RatingLevel = 'low' | 'mid' | 'high' | 'none' | 'unread'

const words: Record<RatingLevel, string> = {
  low: 'Low',
  mid: 'Mid',
  high: 'High',
  none: 'Not enough evidence',
  unread: 'Not read yet',
}

/** Three dots and the word as printed. `unread` is a reading in doubt: give it its word, as “High?”. */
export function Rating({ level, children }: { level: RatingLevel; children?: ReactNode }) {
  return (
    <span className="rate" data-level={level}>
      <svg className="dots" viewBox="0 0 42 12" width="42" height="12" aria-hidden="true" focusable="false">
        <circle cx="6" cy="6" r="5" />
        <circle cx="21" cy="6" r="5" />
        <circle cx="36" cy="6" r="5" />
      </svg>
      {children ?? words[level]}
    </span>
  )
}
