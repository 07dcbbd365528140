import type { AppLoadContext } from '@remix-run/node'
import type { Logger } from 'pino'
import type { Config } from '#app/http/config.server.ts'
import type { Actor } from '#app/operations/scope.ts'
import type { Database } from '#db/database.server.ts'

/** What lives as long as the process. */
export type App = { database: Database; config: Config; log: Logger; now(): number; wakeDrain(): void }

export type SignedIn = { sessionHash: string; actor: Actor & { accountId: string }; theme: 'auto' | 'light' | 'dark' }

/** What lives as long as one request; the guard makes it, `enter` reads it, loaders of one request share it. */
export type RequestContext = { app: App; nonce: string; nowMs: number; theme: 'auto' | 'light' | 'dark'; memo: Map<string, Promise<unknown>> }

/** The context as the framework hands it to loaders and actions. */
export function contextOf(context: AppLoadContext): RequestContext {
  return context as unknown as RequestContext
}
