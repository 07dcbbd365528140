import type { CSSProperties, ReactNode } from 'react'

type ToastProps = {
  /** What was done, as a sentence. */
  children: ReactNode
  /** The form that takes it back, as an ActionButton with the icon “undo”. */
  undo?: ReactNode
  /** Seconds until it leaves; the same undo stays in History. */
  seconds?: number
}

/** Done, and how to take it back. Stands in the toast slot of the shell, bottom left. */
export function Toast({ children, undo, seconds = 10 }: ToastProps) {
  return (
    <div className="toast" role="status" style={{ '--stay': `${seconds}s` } as CSSProperties}>
      <span>{children}</span>
      {undo}
    </div>
  )
}
