import type { ReactNode } from 'react'

type QuoteProps = {
  /** The language of the words. */
  lang?: string
  /** Who said it, where, when. */
  source?: ReactNode
  /** The same in the page's language, with the state of the translation. */
  translation?: ReactNode
  children: ReactNode
}

/** Words as they were said or printed. */
export function Quote({ lang, source, translation, children }: QuoteProps) {
  return (
    <figure className="stack tight">
      {source !== undefined && <figcaption className="zone">{source}</figcaption>}
      <blockquote lang={lang}>
        <p>{children}</p>
      </blockquote>
      {translation !== undefined && <p className="small soft">{translation}</p>}
    </figure>
  )
}
