import type { ReactNode } from 'react'

type SectionProps = {
  /** The id of the heading: the address of the section in the page. */
  id: string
  title: ReactNode
  /** At the right end of the heading: a count, a zone, a link. */
  aside?: ReactNode
  children: ReactNode
}

/** A ruled section with its heading. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section className="sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <span className="small soft">{aside}</span>}
      </header>
      {children}
    </section>
  )
}
