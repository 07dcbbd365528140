import type { ReactNode } from 'react'
import { Brand } from '#app/ui/shell/top-bar.tsx'

type Tongue = { code: string; name: string; href: string; current: boolean }

type LoneProps = {
  /** Languages in which the page also exists. */
  tongues?: readonly Tongue[]
  /** Where the wordmark leads; nowhere for guests. */
  home?: string
  children: ReactNode
}

/** One narrow page by itself: sign-in, a guest's invitation, an error. No navigation, no script. */
export function Lone({ tongues = [], home, children }: LoneProps) {
  return (
    <>
      <header className="top">
        <Brand href={home} />
        {tongues.length > 0 && <Tongues tongues={tongues} />}
      </header>
      <main id="main" className="lone stack">
        {children}
      </main>
    </>
  )
}

function Tongues({ tongues }: { tongues: readonly Tongue[] }) {
  return (
    <nav aria-label="Language" className="line end">
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
