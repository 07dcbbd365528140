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
      <span className="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {children ?? words[level]}
    </span>
  )
}
