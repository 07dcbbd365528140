import type { ReactNode } from 'react'

/** A page of paper in the page: what is printed as it stands. */
export function Sheet({ lang, label, children }: { lang?: string; label: string; children: ReactNode }) {
  return (
    <article className="sheet" lang={lang} aria-label={label}>
      {children}
    </article>
  )
}
