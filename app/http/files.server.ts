/** The built files: scripts, styles, fonts, icons. A name that is not among them leads nowhere, so no path can climb out. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { IncomingMessage, ServerResponse } from 'node:http'

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
}
const COMPRESSED = /^(text|application|image\/svg)/
const A_YEAR = 31_536_000
const A_DAY = 86_400

type Loaded = { type: string; tag: string; age: string; plain: Buffer; gzip: Buffer | undefined }
export type Files = {
  /** True when `path` is one of the files. */
  has(path: string): boolean
  /** Answers with the file; 304 when the browser has it already. */
  send(path: string, request: IncomingMessage, response: ServerResponse): number
}

/** The files below `folder` as they are now; each is read and compressed when it is first asked for. A missing folder has none. */
export function openFiles(folder: string): Files {
  const names = new Map(listFiles(folder, '').map((path) => [path, undefined as Loaded | undefined]))
  return {
    has: (path) => names.has(path),
    send(path, request, response) {
      const file = names.get(path) ?? load(folder, path)
      names.set(path, file)
      return sendFile(file, request, response)
    },
  }
}

function listFiles(folder: string, below: string): string[] {
  const at = join(folder, below)
  if (!statSync(at, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(at, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(folder, `${below}/${entry.name}`) : [`${below}/${entry.name}`]))
}

function load(folder: string, path: string): Loaded {
  const plain = readFileSync(join(folder, path))
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
  const gzip = COMPRESSED.test(type) && plain.length > 1_024 ? gzipSync(plain, { level: 9 }) : undefined
  return { type, tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`, age: ageOf(path), plain, gzip }
}

/** Files under /assets/ carry a hash in their name; a service worker and its page must be asked for anew each time. */
function ageOf(path: string): string {
  if (path.startsWith('/assets/')) return `public, max-age=${A_YEAR}, immutable`
  if (/\.(js|html)$/.test(path)) return 'no-cache'
  return `public, max-age=${A_DAY}`
}

function sendFile({ type, tag, age, plain, gzip }: Loaded, request: IncomingMessage, response: ServerResponse): number {
  response.setHeader('Cache-Control', age)
  response.setHeader('ETag', tag)
  if (gzip) response.setHeader('Vary', 'Accept-Encoding')
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end()
    return 304
  }
  const zipped = gzip !== undefined && acceptsGzip(request)
  if (zipped) response.setHeader('Content-Encoding', 'gzip')
  const body = zipped ? gzip : plain
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
  return 200
}

export function acceptsGzip(request: IncomingMessage): boolean {
  return /(^|,)\s*gzip\s*(,|$|;\s*q=(0?\.[1-9]|1))/.test(String(request.headers['accept-encoding'] ?? ''))
}
