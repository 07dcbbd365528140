import type { LinksFunction } from '@remix-run/node'
import { Links, Meta, Outlet, isRouteErrorResponse, useMatches, useRouteError } from '@remix-run/react'
import { useContext } from 'react'
import type { ReactNode } from 'react'
import type { Refusal } from '#app/http/answers.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'
import { PageFacts } from '#app/ui/shell/page-facts.ts'
import styles from '#app/ui/styles/index.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

/** What a route says of its page: `script: false` keeps the comfort script away, `capture: true` adds the one that keeps notes on the device, `answers: true` the one that saves a questionnaire while it is typed, `lang` is the language of the page, or tells it from what its loader found. */
export type PageHandle = { script?: boolean; capture?: boolean; answers?: boolean; lang?: string | ((data: unknown) => string | undefined) }

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, theme, language } = useContext(PageFacts)
  const matches = useMatches()
  const handles = matches.map((match) => match.handle as PageHandle | undefined)
  const script = import.meta.env['VITE_ENHANCE'] as string | undefined
  const scripted = script !== undefined && handles.every((handle) => handle?.script !== false)
  return (
    <html lang={language ?? matches.map(langOf).findLast((lang) => lang !== undefined) ?? 'en'} data-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {scripted && <script type="module" src={script} nonce={nonce} />}
        {handles.some((handle) => handle?.capture) && <script type="module" src={import.meta.env['VITE_CAPTURE'] as string} nonce={nonce} />}
        {handles.some((handle) => handle?.answers) && <script type="module" src={import.meta.env['VITE_ANSWERS'] as string} nonce={nonce} />}
      </head>
      <body>{children}</body>
    </html>
  )
}

function langOf({ handle, data }: { handle: unknown; data: unknown }): string | undefined {
  const lang = (handle as PageHandle | undefined)?.lang
  return typeof lang === 'function' ? lang(data) : lang
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const refusal = isRouteErrorResponse(error) ? (error.data as Partial<Refusal> | null) : null
  const missing = isRouteErrorResponse(error) && error.status === 404
  const title = refusal?.title ?? (missing ? 'There is nothing at this address.' : 'Something went wrong here.')
  const next = refusal?.next ?? (missing ? 'Check the address, or start at the first page.' : 'Nothing was saved. Go back and try once more; if it happens again, tell your operator the time.')
  return (
    <Lone home="/">
      <title>{`${title} · Caravan`}</title>
      <PageHead title={title} />
      <Empty title={next} action={<ButtonLink href="/" kind="primary">To the first page</ButtonLink>} />
    </Lone>
  )
}
