import type { AppLoadContext } from '@remix-run/node'
import type { Logger } from 'pino'
import type { Config } from '#app/http/config.server.ts'
import type { Actor } from '#app/operations/scope.ts'
import type { Database } from '#db/database.server.ts'

/** What lives as long as the process. */
export type App = { database: Database; config: Config; log: Logger; now(): number; wakeDrain(): void }

export type Theme = 'auto' | 'light' | 'dark'

export type SignedIn = { sessionHash: string; actor: Actor & { accountId: string }; theme: Theme }

/** What lives as long as one request; the server makes it, `enter` reads it, loaders of one request share it. */
export type RequestContext = {
  app: App
  requestId: string
  /** The address that the connection comes from; what a proxy adds is not believed. */
  remote: string
  /** What a script needs to run on this page. */
  nonce: string
  nowMs: number
  theme: Theme
  memo: Map<string, Promise<unknown>>
  /** The file of this form was too large, and was left out of it. */
  cut: boolean
  /** The page, put aside by the renderer so that it is sent without a stream. */
  html?: string
}

/** The context as the framework hands it to loaders and actions. */
export function contextOf(context: AppLoadContext): RequestContext {
  return context as unknown as RequestContext
}
