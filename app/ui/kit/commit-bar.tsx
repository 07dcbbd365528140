import type { ReactNode } from 'react'

/** Says what would change and who is touched, and stays in sight until it is decided. */
export function CommitBar({ actions, children }: { actions: ReactNode; children: ReactNode }) {
  return (
    <div className="commit acts">
      <p>{children}</p>
      <div className="line">{actions}</div>
    </div>
  )
}
