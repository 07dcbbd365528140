import type { ReactNode } from 'react'
import { Brand } from '#app/ui/shell/top-bar.tsx'

export type Tongue = { code: string; name: string; href: string; current: boolean }

type LoneProps = {
  /** Languages in which the page also exists, and what to call their list. */
  tongues?: readonly Tongue[]
  tonguesLabel?: string
  /** The language of the page where the document does not say it. */
  lang?: string
  /** Where the wordmark leads; nowhere for guests. */
  home?: string
  children: ReactNode
}

/** One narrow page by itself: sign-in, a guest's invitation, an error. No navigation, no script. */
export function Lone({ tongues = [], tonguesLabel = 'Language', lang, home, children }: LoneProps) {
  return (
    <>
      <header className="top">
        <Brand href={home} />
        {tongues.length > 0 && <Tongues tongues={tongues} label={tonguesLabel} />}
      </header>
      <main id="main" className="lone stack" lang={lang}>
        {children}
      </main>
    </>
  )
}

function Tongues({ tongues, label }: { tongues: readonly Tongue[]; label: string }) {
  return (
    <nav aria-label={label} className="line end">
      {tongues.map(({ code, name, href, current }) =>
        current ? (
          <span key={code} aria-current="true" lang={code}>
            <b>{name}</b>
          </span>
        ) : (
          <a key={code} href={href} lang={code} hrefLang={code}>
            {name}
          </a>
        ),
      )}
    </nav>
  )
}
