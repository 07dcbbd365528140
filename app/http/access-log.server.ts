import pino from 'pino'
import type { Logger } from 'pino'
import type { Config } from '#app/http/config.server.ts'

const SECRETS = /^\/+(invitation|sign-in\/+link|calendar|agenda|questionnaire)\/+[^/]+/i

/** The path as it may stand in a log: without the secret of a link, without its query. */
export function redactPath(target: string): string {
  const path = readable(target.split('?')[0] ?? '')
  return path.replace(SECRETS, '/$1/[token]').slice(0, 300)
}

/** The path without its percent signs, so that no spelling of it hides a secret; one that cannot be read is not written down. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '[unreadable]'
  }
}

/** JSON lines on standard output; an error is written with its name, sentence and stack, never with the request that met it. */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 1, sync: true }))
}

type Access = { id: string; method: string; target: string; status: number; ms: number }

const SLOW_MS = 1_000

/** One line per request: refusals and slow answers at `info`, failures at `error`, the rest at `debug`. */
export function logAccess(log: Logger, { id, method, target, status, ms }: Access): void {
  const level = status >= 500 ? 'error' : status >= 400 || ms > SLOW_MS ? 'info' : 'debug'
  if (!log.isLevelEnabled(level)) return
  log[level]({ id, method, path: redactPath(target), status, ms: Math.round(ms * 10) / 10 }, 'request')
}
