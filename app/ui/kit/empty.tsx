import type { ReactNode } from 'react'

type EmptyProps = {
  /** What is missing. */
  title: ReactNode
  /** Why that is so, or when it is due. */
  children?: ReactNode
  /** The one thing to do next. */
  action?: ReactNode
}

/** Nothing yet, and what to do about it. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="stack tight">
      <div>
        <p><b>{title}</b></p>
        {children !== undefined && <p className="soft">{children}</p>}
      </div>
      {action !== undefined && <div className="line acts">{action}</div>}
    </div>
  )
}
