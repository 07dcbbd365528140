/** What stands before the framework: which requests come in at all, and which headers every answer carries. */
import { LARGEST_ATTACHMENT } from '#app/domain/meetings/attachments.ts'
import { LARGEST_REPLY_FILE } from '#app/domain/questionnaires/answers.ts'
import { LARGEST_FILE } from '#app/files/file.ts'
import type { Config } from '#app/http/config.server.ts'

/** What the guard knows about a request before its body is read. */
export type Facts = {
  method: string
  /** As on the request line: path and query. */
  target: string
  host: string | undefined
  origin: string | undefined
  /** `Sec-Fetch-Site`. */
  site: string | undefined
  contentType: string | undefined
  contentLength: string | undefined
  contentEncoding: string | undefined
}

/** `upload`: the largest body in bytes of a form that may bring a file; 0 where none is taken. */
export type Passed = { pass: true; path: string; origin: string; upload: number }
type Verdict = Passed | { pass: false; status: number; sentence: string }

/** The largest body of a form, in bytes. */
export const LARGEST_FORM = 1_048_576
/** The largest body of a form that brings a file. */
export const LARGEST_UPLOAD = LARGEST_FILE + LARGEST_FORM
/** The largest file of a mission that a browser may bring; larger ones come in by the command line. */
export const LARGEST_MISSION = 64 * 1_048_576
const LONGEST_PATH = 2_048
const LONGEST_TARGET = 8_192
const SAFE = new Set(['GET', 'HEAD'])
const FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i
const IN_PARTS = /^multipart\/form-data\s*;/i
/** The pages whose forms bring files, each with the largest body. */
const TAKES_FILES: [path: RegExp, largest: number][] = [
  [/^\/questionnaire\/[^/]+\/files\/[^/]+\/?$/, LARGEST_REPLY_FILE + LARGEST_FORM],
  [/^\/missions\/[^/]+\/imports(\/|$)/, LARGEST_UPLOAD],
  [/^\/missions\/new\/from-file\/?$/, LARGEST_MISSION + LARGEST_FORM],
  [/^\/missions\/[^/]+\/engagements\/[^/]+\/files\/?$/, LARGEST_ATTACHMENT + LARGEST_FORM],
  [/^\/missions\/[^/]+\/documents\/(?:new|[^/]+\/files)\/?$/, LARGEST_ATTACHMENT + LARGEST_FORM],
]

/** Decides one request; the first reason against it wins. Pure. */
export function judge(facts: Facts, hosts: ReadonlyMap<string, string>): Verdict {
  const path = pathOf(facts.target)
  if (path === undefined) return refused(400, 'This address cannot be read. Check it, or start at the first page.')
  if (isForPrograms(path, facts.target)) return refused(404, 'There is nothing at this address.')
  const origin = hosts.get(facts.host?.toLowerCase() ?? '')
  if (origin === undefined) return refused(facts.host ? 421 : 400, 'Caravan does not answer under this name. Use the address that your operator gave you (BASE_URL).')
  if (SAFE.has(facts.method)) return { pass: true, path, origin, upload: 0 }
  if (facts.method !== 'POST') return refused(405, 'This method is not answered here. Use GET, HEAD or POST.')
  const upload = IN_PARTS.test(facts.contentType ?? '') ? (TAKES_FILES.find(([taking]) => taking.test(path))?.[1] ?? 0) : 0
  return crossSite(facts, origin) ?? bodyProblem(facts, upload > 0) ?? { pass: true, path, origin, upload }
}

function refused(status: number, sentence: string): Verdict & { pass: false } {
  return { pass: false, status, sentence }
}

/** The decoded path, or undefined when it is malformed, too long, climbs or hides something. */
function pathOf(target: string): string | undefined {
  if (target.length > LONGEST_TARGET || !target.startsWith('/') || target.startsWith('//')) return undefined
  const [raw = '', ...query] = target.split('?')
  if (raw.length > LONGEST_PATH || /%2f|%5c|[\\#]/i.test(raw)) return undefined
  try {
    decodeURIComponent(query.join('?').replaceAll('+', ' '))
    const path = decodeURIComponent(raw)
    const climbs = path.split('/').some((segment) => segment === '.' || segment === '..')
    return climbs || hasControl(path) ? undefined : path
  } catch {
    return undefined
  }
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 || code === 127) return true
  }
  return false
}

/** Addresses of the framework's data requests: Caravan sends documents only, so nobody has business there. */
function isForPrograms(path: string, target: string): boolean {
  if (path === '/__manifest' || path.endsWith('.data')) return true
  const at = target.indexOf('?')
  if (at < 0) return false
  const query = new URLSearchParams(target.slice(at + 1))
  return query.has('_data') || query.has('_routes')
}

/** A form counts only when the page that sent it came from this very address. */
function crossSite({ site, origin }: Facts, own: string): Verdict | undefined {
  const alien = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (!alien && origin === own) return undefined
  return refused(403, 'This form came from another site, so nothing was done. Open Caravan in this browser, and send the form from its own page.')
}

/** The length of an upload is not judged here: what was typed beside a file that is too large is still read. */
function bodyProblem({ contentType, contentLength, contentEncoding }: Facts, upload: boolean): Verdict | undefined {
  const bare = contentType === undefined && (contentLength === undefined || contentLength === '0')
  if (!bare && !FORMS.test(contentType ?? '')) return refused(415, 'Only forms are read here.')
  if (/charset/i.test(contentType ?? '') && !/charset\s*=\s*"?utf-8"?/i.test(contentType ?? '')) return refused(415, 'Only UTF-8 is read here.')
  if (contentEncoding !== undefined && contentEncoding !== 'identity') return refused(415, 'A compressed form is not read here.')
  if (!upload && contentLength !== undefined && Number(contentLength) > LARGEST_FORM) return refused(413, 'This is more than a form may hold (1 MB). Nothing was saved; send less at once.')
  return undefined
}

/** The names under which Caravan answers, each with the origin that its own pages have. */
export function knownHosts({ baseUrl, host, port }: Pick<Config, 'baseUrl' | 'host' | 'port'>): Map<string, string> {
  const local = [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `${host.includes(':') ? `[${host}]` : host}:${port}`]
  const hosts = new Map(local.map((name) => [name.toLowerCase(), `http://${name}`]))
  if (port === 80) for (const [name, origin] of hosts) hosts.set(name.slice(0, -':80'.length), origin.slice(0, -':80'.length))
  const base = new URL(baseUrl)
  return hosts.set(base.host, base.origin)
}

type HeaderList = [name: string, value: string][]

/** What every answer carries. */
export function commonHeaders({ secure }: Pick<Config, 'secure'>): HeaderList {
  const always: HeaderList = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ]
  return secure ? [...always, ['Strict-Transport-Security', 'max-age=31536000']] : always
}

/** What answers made for one request carry as well; without a nonce no script runs at all. */
export function dynamicHeaders(nonce?: string): HeaderList {
  return [
    ['Content-Security-Policy', contentPolicy(nonce)],
    ['Cache-Control', 'private, no-store'],
    ['X-Robots-Tag', 'noindex'],
    ['Vary', 'Sec-Fetch-Site, Origin, Accept-Encoding'],
  ]
}

function contentPolicy(nonce: string | undefined): string {
  return [
    "default-src 'none'",
    `script-src ${nonce === undefined ? "'none'" : `'nonce-${nonce}'`}`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}
