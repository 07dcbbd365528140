import type { ReactNode } from 'react'
import { Mark } from '#app/ui/kit/mark.tsx'

type SeverityWord = 'error' | 'warning' | 'note'

/** How loud an issue is; a note never interrupts. */
export function LintMark({ severity, children }: { severity: SeverityWord; children?: ReactNode }) {
  const state = severity === 'note' ? 'info' : severity
  return (
    <Mark icon={state} state={state}>
      {children ?? severity}
    </Mark>
  )
}
