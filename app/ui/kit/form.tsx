import type { FormHTMLAttributes, ReactNode } from 'react'
import { Button } from '#app/ui/kit/button.tsx'
import type { IconName } from '#app/ui/kit/icon.tsx'

export type HiddenValues = Record<string, string | number | undefined>

type FormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'hidden'> & {
  /** What travels along unseen: revision, ids, the page to come back to. */
  hidden?: HiddenValues
}

/** A plain form that posts; the fields stand one under the other. */
export function Form({ hidden, method = 'post', className = 'stack', children, ...rest }: FormProps) {
  return (
    <form {...rest} method={method} className={className}>
      <Hidden values={hidden} />
      {children}
    </form>
  )
}

type ActionButtonProps = {
  action: string
  hidden?: HiddenValues
  kind?: 'primary' | 'quiet' | 'danger'
  tight?: boolean
  wide?: boolean
  icon?: IconName
  waits?: string
  'aria-label'?: string
  children: ReactNode
}

/** A whole form in one button: it posts `hidden` to `action`. */
export function ActionButton({ action, hidden, children, ...look }: ActionButtonProps) {
  return (
    <form method="post" action={action}>
      <Hidden values={hidden} />
      <Button {...look}>{children}</Button>
    </form>
  )
}

/** Unseen inputs; undefined values are left out. */
export function Hidden({ values = {} }: { values?: HiddenValues }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  )
}
