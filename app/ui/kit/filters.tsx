import type { ReactNode } from 'react'
import { Button } from '#app/ui/kit/button.tsx'

/** Fields in a row that narrow the list below; the result has its own address. */
export function Filters({ action, label, submit = 'Show', children }: { action: string; label: string; submit?: string; children: ReactNode }) {
  return (
    <form className="filters acts" method="get" action={action} role="search" aria-label={label}>
      {children}
      <Button>{submit}</Button>
    </form>
  )
}
