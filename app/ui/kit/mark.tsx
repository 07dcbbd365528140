import type { ReactNode } from 'react'
import { Icon } from '#app/ui/kit/icon.tsx'
import type { IconName } from '#app/ui/kit/icon.tsx'

type MarkProps = {
  icon: IconName
  /** The state that gives the colour, as the style sheet knows it. */
  state?: string
  children: ReactNode
}

/** Icon, word, colour: in that order of trust. */
export function Mark({ icon, state, children }: MarkProps) {
  return (
    <span className="mark" data-s={state}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  )
}
