import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isRouteErrorResponse } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Refusal } from '#app/http/answers.server.ts'
import { contextOf } from '#app/http/context.server.ts'
import { PageFacts } from '#app/ui/shell/page-facts.ts'

/** Renders the whole page at once, without marks for a hydration that never comes, and puts it aside for the server. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, loadContext: AppLoadContext): Response {
  const context = contextOf(loadContext)
  const { nonce, theme } = context
  const html = renderToStaticMarkup(<PageFacts.Provider value={{ nonce, theme, ...refusedIn(remix) }}><RemixServer context={remix} url={request.url} /></PageFacts.Provider>)
  context.html = `<!doctype html>${html}`
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(null, { status, headers })
}

/** The language that a refusal was written in: the page of whoever is refused has no data of its own to say it. */
function refusedIn({ staticHandlerContext: { errors } }: EntryContext): { language?: string } {
  const said = Object.values(errors ?? {}).find((error) => isRouteErrorResponse(error)) as { data?: Partial<Refusal> | null } | undefined
  return said?.data?.language === undefined ? {} : { language: said.data.language }
}

/** What was thrown and is nobody's answer: it goes to the log, the page says what to do. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  const { app, requestId } = contextOf(context)
  app.log.error({ err: error, id: requestId }, 'a request failed')
}
