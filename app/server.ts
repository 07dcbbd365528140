/** The server: settings, database, demo, mail drain and inbox, and the door before the framework. */
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { logAccess, openLog } from '#app/http/access-log.server.ts'
import { WrongSetting, loadConfig } from '#app/http/config.server.ts'
import type { Config } from '#app/http/config.server.ts'
import type { App, RequestContext, Theme } from '#app/http/context.server.ts'
import { readCookie } from '#app/http/cookies.server.ts'
import { LONGEST_UPLOAD_MS, discardRest, readBody, sendBody, sendResponse, webRequest } from '#app/http/exchange.server.ts'
import { openFiles } from '#app/http/files.server.ts'
import type { Files } from '#app/http/files.server.ts'
import { feedsOf } from '#app/http/feeds.server.ts'
import type { AnswerFeed } from '#app/http/feeds.server.ts'
import { LARGEST_UPLOAD, commonHeaders, dynamicHeaders, judge, knownHosts } from '#app/http/guard.server.ts'
import type { Passed } from '#app/http/guard.server.ts'
import { handlersOf } from '#app/http/handlers.server.ts'
import type { Handler } from '#app/http/handlers.server.ts'
import { isRespondentPath, mayRespondWithFile } from '#app/http/respondent.server.ts'
import { healthOf } from '#app/http/health.server.ts'
import type { Health } from '#app/http/health.server.ts'
import { findSignedIn } from '#app/http/session.server.ts'
import { receiveLetter } from '#app/operations/replies.server.ts'
import { makeSignInLink } from '#app/operations/sign-in.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { DEMO_COORDINATOR, seedDemo } from '#db/seed/demo.server.ts'
import { makeFeedRenderer } from '#emails/feed.server.ts'
import { startInbox } from '#emails/inbox.server.ts'
import { startDrain } from '#emails/outbox.server.ts'

type Door = { app: App; hosts: Map<string, string>; files: Files; handlerOf(path: string): Handler; feeds: AnswerFeed; health(): Promise<Health>; headers: [string, string][]; /** Forms with files that are here at this moment; a large one counts twice. */ uploads: number; replyFiles: number }

const STOP_WITHIN_MS = 15_000

async function start(): Promise<void> {
  const config = loadConfig(process.env)
  const log = openLog(config)
  const database = openDatabase(config.databaseUrl)
  await migrate(database)
  if (config.demo) await seedDemo(database, Date.now(), config.mailFrom)
  const drain = startDrain({ database, config, log, now: Date.now })
  const { imapUrl } = config
  const inbox = imapUrl === undefined ? undefined : startInbox({ database, config: { ...config, imapUrl }, log, now: Date.now, receive: receiveLetter })
  const app: App = { database, config, log, now: Date.now, wakeDrain: drain.wake }
  const stopping = { now: false }
  const here = dirname(fileURLToPath(import.meta.url))
  const build = (await import('./server/index.js' as string)) as ServerBuild
  const door: Door = {
    app, hosts: knownHosts(config), files: openFiles(join(here, 'client')), handlerOf: handlersOf(build), feeds: feedsOf(app, makeFeedRenderer()),
    health: healthOf(app, () => stopping.now), headers: commonHeaders(config), uploads: 0, replyFiles: 0,
  }
  const server = createServer({ requestTimeout: LONGEST_UPLOAD_MS, headersTimeout: 20_000, maxHeaderSize: 32_768 }, (request, response) => void answer(door, request, response))
  const stop = (): void => {
    if (stopping.now) return
    stopping.now = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    server.close(() => void Promise.all([drain.stop(), inbox?.stop()]).then(() => database.close()).then(() => process.exit(0)))
    server.closeIdleConnections()
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  await listen(server, config)
  await greet(app)
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new WrongSetting(`PORT ${port} is taken by another program. Stop it, or set PORT to another number.`) : error))
    server.listen(port, host, resolve)
  })
}

async function greet({ config, database }: App): Promise<void> {
  console.log(`Caravan serves at ${config.baseUrl}`)
  if (!config.demo) return
  const link = await makeSignInLink(database, { email: DEMO_COORDINATOR, baseUrl: config.baseUrl, nowMs: Date.now() })
  if (link) console.log(`Sign in as the demo coordinator (once, within 10 minutes): ${link}`)
  if (!config.smtpUrl) console.log(`Mail goes to the built-in mailbox: ${config.baseUrl}/mailbox`)
}

async function answer(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const began = performance.now()
  const id = randomBytes(6).toString('hex')
  let status = 500
  try {
    status = await pass(door, id, request, response)
  } catch (error) {
    door.app.log.error({ err: error, id }, 'a request failed at the door')
    if (!response.headersSent) say(500, 'Something went wrong. Nothing was saved; try once more.', request, response)
    else response.destroy()
  }
  logAccess(door.app.log, { id, method: request.method ?? '', target: request.url ?? '', status, ms: performance.now() - began })
}

/** Guard, files, health, feeds, framework: the first that knows the request answers it. Returns the status. */
async function pass(door: Door, id: string, request: IncomingMessage, response: ServerResponse): Promise<number> {
  for (const [name, value] of door.headers) response.setHeader(name, value)
  const { headers } = request
  const header = (name: string): string | undefined => (typeof headers[name] === 'string' ? headers[name] : undefined)
  const verdict = judge({
    method: request.method ?? '', target: request.url ?? '', host: headers.host, origin: headers.origin, site: header('sec-fetch-site'),
    contentType: headers['content-type'], contentLength: headers['content-length'], contentEncoding: headers['content-encoding'],
  }, door.hosts)
  if (!verdict.pass) return say(verdict.status, verdict.sentence, request, response)
  if (door.files.has(verdict.path) && request.method !== 'POST') return door.files.send(verdict.path, request, response)
  if (verdict.path === '/healthz') return sendJson(200, { ok: true }, request, response)
  if (verdict.path === '/readyz') {
    const health = await door.health()
    return sendJson(health.ready ? 200 : 503, health, request, response)
  }
  const fed = await door.feeds(verdict.path, request, response)
  if (fed !== undefined) return fed
  const context = contextFor(door.app, id, request)
  if (verdict.upload === 0) return await ask(door, verdict, context, request, response)
  if (isRespondentPath(verdict.path)) return await askRespondent(door, verdict, context, request, response)
  if (!(await mayUpload(context, headers.cookie))) return say(403, SIGNED_OUT, request, response)
  if (door.uploads >= MOST_UPLOADS) return say(503, 'Several files are being sent just now. Nothing was saved; send yours again in a minute.', request, response)
  const weight = verdict.upload > LARGEST_UPLOAD ? 2 : 1
  door.uploads += weight
  try {
    return await ask(door, verdict, context, request, response)
  } finally {
    door.uploads -= weight
  }
}

/** The framework's answer to a request that the guard let pass. */
async function ask(door: Door, { path, origin, upload }: Passed, context: RequestContext, request: IncomingMessage, response: ServerResponse): Promise<number> {
  const read = request.method === 'POST' ? await readBody(request, upload) : undefined
  if (read && !read.ok) return say(read.status, read.sentence, request, response)
  context.cut = read?.cut === true
  for (const [name, value] of dynamicHeaders(context.nonce)) response.setHeader(name, value)
  const answered = await door.handlerOf(path)(webRequest(request, origin, read?.body), context as unknown as AppLoadContext)
  if (context.cut) discardRest(request)
  return await sendResponse(answered, context.html, request, response)
}

const MOST_UPLOADS = 6
/** Files of organisations that are here at this moment: apart from those of the team, so that a slow line keeps nobody of the team away. */
const MOST_REPLY_FILES = 4

/** A file of an organisation: read only where its link is good and still takes answers. */
async function askRespondent(door: Door, verdict: Passed, context: RequestContext, request: IncomingMessage, response: ServerResponse): Promise<number> {
  if (!(await mayRespondWithFile(door.app, verdict.path))) return await ask(door, { ...verdict, upload: 0 }, context, request, response)
  if (door.replyFiles >= MOST_REPLY_FILES) return say(503, 'Several files are being sent just now. Your answers are saved; send the file again in a minute.', request, response)
  door.replyFiles++
  try {
    return await ask(door, verdict, context, request, response)
  } finally {
    door.replyFiles--
  }
}

const SIGNED_OUT = 'You are signed out. Sign in again in another tab, then come back here and send once more: what you typed is still in this page.'

/** Only for people who are signed in is more than a form's worth of memory set aside; the loaders of the request need not ask again. */
async function mayUpload(context: RequestContext, cookies: string | undefined): Promise<boolean> {
  const who = findSignedIn(cookies, context)
  context.memo.set('who', who)
  return (await who) !== null
}

function contextFor(app: App, requestId: string, request: IncomingMessage): RequestContext {
  return {
    app, requestId, remote: request.socket.remoteAddress ?? '', nonce: randomBytes(16).toString('base64'), nowMs: app.now(),
    theme: themeOf(readCookie(request.headers.cookie, 'caravan-theme', app.config)), memo: new Map(), cut: false,
  }
}

function themeOf(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'auto'
}

function sendJson(status: number, value: unknown, request: IncomingMessage, response: ServerResponse): number {
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  sendBody(status, JSON.stringify(value), request, response)
  return status
}

/** A refusal before the framework: one sentence as plain text. A body that was not read is dropped. */
function say(status: number, sentence: string, request: IncomingMessage, response: ServerResponse): number {
  for (const [name, value] of dynamicHeaders()) response.setHeader(name, value)
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  if (status === 405) response.setHeader('Allow', 'GET, HEAD, POST')
  discardRest(request)
  sendBody(status, `${sentence}\n`, request, response)
  return status
}

start().catch((error: unknown) => {
  console.error(error instanceof WrongSetting ? error.message : error)
  process.exit(1)
})
