import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import { Icon } from '#app/ui/kit/icon.tsx'
import type { IconName } from '#app/ui/kit/icon.tsx'

type Look = {
  /** One primary per view. Without a kind: a plain bordered button. */
  kind?: 'primary' | 'quiet' | 'danger'
  tight?: boolean
  wide?: boolean
  icon?: IconName
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & {
  /** The id of the sentence that says what the button waits for; the button then does nothing. */
  waits?: string
}

/** A button of a form. It submits unless its type says otherwise. */
export function Button({ kind, tight, wide, icon, waits, type = 'submit', className, children, ...rest }: ButtonProps) {
  const waiting = waits === undefined ? {} : { 'aria-disabled': true, 'aria-describedby': waits }
  return (
    <button {...rest} {...waiting} type={waits === undefined ? type : 'button'} className={look({ kind, tight, wide }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ kind, tight, wide, icon, className, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & Look) {
  return (
    <a {...rest} className={look({ kind, tight, wide }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

function look({ kind, tight, wide }: Look, more: string | undefined): string {
  return ['btn', kind, tight && 'tight', wide && 'wide', more].filter(Boolean).join(' ')
}
