import type { ReactNode } from 'react'

type DialogProps = {
  /** The id of its title; also the address in the page. */
  id: string
  title: ReactNode
  children: ReactNode
}

/** Asks before what cannot be undone. It stands in the page that was asked for (`?ask=…`) and needs no script. */
export function Dialog({ id, title, children }: DialogProps) {
  return (
    <dialog open className="still" aria-labelledby={id}>
      <div className="stack tight">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
