import type { ReactNode } from 'react'
import { StatusMark } from '#app/ui/kit/status-mark.tsx'
import type { StatusWord } from '#app/ui/kit/status-mark.tsx'

export type ChainStep = {
  status: StatusWord
  state: 'done' | 'now' | 'next'
  /** When it came to that, as “21 Jan”. */
  when?: ReactNode
}

/** The way of an engagement from idea to cleared; the mark itself is the dot. */
export function Chain({ steps, label = 'Status' }: { steps: readonly ChainStep[]; label?: string }) {
  return (
    <ol className="route chain" aria-label={label}>
      {steps.map(({ status, state, when }) => (
        <li key={status} data-done={state === 'done' ? '' : undefined} aria-current={state === 'now' ? 'step' : undefined}>
          <StatusMark status={status} />
          <br />
          <span className="zone">{when ?? ' '}</span>
        </li>
      ))}
    </ol>
  )
}
