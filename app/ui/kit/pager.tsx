import type { ReactNode } from 'react'
import { Icon } from '#app/ui/kit/icon.tsx'

type PagerProps = {
  label: string
  /** Where this page stands, as “51–100 of 340”. */
  words: ReactNode
  previous?: { href: string; label?: ReactNode }
  next?: { href: string; label?: ReactNode }
}

/** To the page before and the page after. */
export function Pager({ label, words, previous, next }: PagerProps) {
  return (
    <nav className="pager" aria-label={label}>
      {previous ? (
        <a className="btn tight" rel="prev" href={previous.href}>
          <Icon name="back" /> {previous.label ?? 'Previous'}
        </a>
      ) : (
        <span />
      )}
      <span className="small soft">{words}</span>
      {next ? (
        <a className="btn tight" rel="next" href={next.href}>
          {next.label ?? 'Next'} <Icon name="forward" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
