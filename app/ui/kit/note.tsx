import type { ReactNode } from 'react'
import { Icon } from '#app/ui/kit/icon.tsx'
import type { IconName } from '#app/ui/kit/icon.tsx'

type NoteKind = 'info' | 'error' | 'warning' | 'done' | 'offline'

const icons: Record<NoteKind, IconName> = { info: 'info', error: 'error', warning: 'warning', done: 'cleared', offline: 'offline' }

type NoteProps = {
  kind?: NoteKind
  /** The sentence that counts; the children add to it. */
  title?: ReactNode
  children?: ReactNode
  /** Buttons under the words. */
  actions?: ReactNode
  /** Read out when it arrives: `status` politely, `alert` at once. */
  role?: 'status' | 'alert'
}

/** A banner in the page. */
export function Note({ kind = 'info', title, children, actions, role }: NoteProps) {
  return (
    <div className="note" data-s={kind} role={role}>
      <Icon name={icons[kind]} />
      <div>
        {title !== undefined && <b>{title}</b>} {children}
      </div>
      {actions !== undefined && <div className="line acts">{actions}</div>}
    </div>
  )
}
