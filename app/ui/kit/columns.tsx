import type { ReactNode } from 'react'

/** Main column and side column, or two halves; one column where the page is narrow. */
export function Columns({ half, children }: { half?: boolean; children: ReactNode }) {
  return <div className={half ? 'cols half' : 'cols'}>{children}</div>
}

/** Things under each other. */
export function Stack({ tight, children }: { tight?: boolean; children: ReactNode }) {
  return <div className={tight ? 'stack tight' : 'stack'}>{children}</div>
}

/** Things beside each other, wrapping. Lines of buttons are `acts`: they vanish on paper. */
export function Line({ acts, small, label, children }: { acts?: boolean; small?: boolean; label?: string; children: ReactNode }) {
  const group = label === undefined ? {} : { role: 'group', 'aria-label': label }
  return (
    <div className={['line', acts && 'acts', small && 'small'].filter(Boolean).join(' ')} {...group}>
      {children}
    </div>
  )
}
