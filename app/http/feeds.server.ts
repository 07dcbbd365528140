/** `/calendar/<token>.ics`: answered before the framework, and where nothing happened before anything is built. */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { feedEvent } from '#app/domain/calendar/feed.ts'
import type { FeedEvent } from '#app/domain/calendar/feed.ts'
import { missionNow } from '#app/domain/time.ts'
import type { App } from '#app/http/context.server.ts'
import { acceptsGzip } from '#app/http/files.server.ts'
import { findFeed, loadFeed } from '#db/feeds.server.ts'
import type { Feed } from '#db/feeds.server.ts'
import { hashOf } from '#db/tokens.server.ts'

const PATH = /^\/calendar\/([A-Za-z0-9_-]{43})\.ics$/
const DAY_MS = 86_400_000
/** Feeds whose text is kept as it was last built, the least lately asked first to go. */
const KEPT = 300
const LARGEST_KEPT = 1_000_000

type Built = { acts: number; day: number; etag: string; changedMs: number; body: Buffer; zipped: Buffer | undefined }
type Render = (name: string, events: readonly FeedEvent[]) => Promise<string>
/** Answers a request for a feed and gives its status; undefined when the path is none of a feed. */
export type AnswerFeed = (path: string, request: IncomingMessage, response: ServerResponse) => Promise<number | undefined>

export function feedsOf(app: App, render: Render): AnswerFeed {
  const kept = new Map<string, Built>()
  return async (path, request, response) => {
    if (!path.startsWith('/calendar/')) return undefined
    const token = PATH.exec(path)?.[1]
    const feed = token === undefined || request.method === 'POST' ? undefined : await findFeed(app.database.read, hashOf(token))
    const built = feed && (await builtOf(app, feed, kept, render))
    if (!built) return nothing(request, response)
    return send(built, request, response)
  }
}

async function builtOf({ config, database, now }: App, feed: Feed, kept: Map<string, Built>, render: Render): Promise<Built | undefined> {
  const nowMs = missionNow(feed.clock, now())
  const day = Math.floor(nowMs / DAY_MS)
  const known = kept.get(feed.id)
  if (known?.acts === feed.acts && known.day === day) {
    kept.delete(feed.id)
    kept.set(feed.id, known)
    return known
  }
  const found = await loadFeed(database.read, feed)
  if (!found) return undefined
  const domain = config.mailFrom.address.slice(config.mailFrom.address.lastIndexOf('@') + 1)
  const events = found.sources.flatMap((source) => feedEvent(source, `${feed.missionId}.${domain}`, nowMs) ?? [])
  const body = Buffer.from(await render([feed.missionTitle, found.subject].filter(Boolean).join(' · '), events))
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const built = known?.etag === etag ? { ...known, acts: feed.acts, day } : { acts: feed.acts, day, etag, changedMs: laterThan(known, now()), body, zipped: undefined }
  if (body.length <= LARGEST_KEPT) kept.set(feed.id, built)
  if (kept.size > KEPT) kept.delete(kept.keys().next().value as string)
  return built
}

/** Last-Modified counts in seconds: two versions never share one. */
function laterThan(before: Built | undefined, nowMs: number): number {
  return Math.max(nowMs, (before?.changedMs ?? 0) + 1_000)
}

function send(built: Built, request: IncomingMessage, response: ServerResponse): number {
  response.setHeader('ETag', built.etag)
  response.setHeader('Last-Modified', new Date(built.changedMs).toUTCString())
  response.setHeader('Cache-Control', 'private, max-age=0, must-revalidate')
  response.setHeader('Vary', 'Accept-Encoding')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('X-Robots-Tag', 'noindex')
  if (isKnown(built, request)) {
    response.writeHead(304).end()
    return 304
  }
  const zips = acceptsGzip(request)
  if (zips) built.zipped ??= gzipSync(built.body)
  const body = zips && built.zipped ? built.zipped : built.body
  if (zips) response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('Content-Type', 'text/calendar; charset=utf-8')
  response.setHeader('Content-Disposition', 'inline; filename="caravan.ics"')
  response.setHeader('Content-Length', body.length)
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
  return 200
}

/** RFC 9110, 13.1: If-None-Match, where one is sent, alone decides; weak and strong count as the same. */
function isKnown({ etag, changedMs }: Built, { headers }: IncomingMessage): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag.slice(2))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return Number.isFinite(since) && Math.floor(changedMs / 1000) * 1000 <= since
}

/** Revoked, replaced and never made are the same from outside. */
function nothing(request: IncomingMessage, response: ServerResponse): number {
  const body = 'There is no calendar at this address. It may have been revoked; ask whoever gave it to you for a new one.\n'
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Robots-Tag', 'noindex')
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.writeHead(404).end(request.method === 'HEAD' ? undefined : body)
  return 404
}
