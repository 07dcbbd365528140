import type { ReactNode } from 'react'

type PageHeadProps = {
  eyebrow?: ReactNode
  title: ReactNode
  /** The language of the title where it is not the page's. */
  lang?: string
  lead?: ReactNode
  actions?: ReactNode
}

/** The head of a page: where it belongs, what it is, what can be done. */
export function PageHead({ eyebrow, title, lang, lead, actions }: PageHeadProps) {
  return (
    <header className="head">
      <div>
        {eyebrow !== undefined && <p className="small soft">{eyebrow}</p>}
        <h1 lang={lang}>{title}</h1>
        {lead !== undefined && <div className="soft lead">{lead}</div>}
      </div>
      {actions !== undefined && <div className="line acts">{actions}</div>}
    </header>
  )
}
