/**
 * The service worker. It holds the shell (styles, icons, fonts, scripts, one page that stands in) and shows, when the
 * server cannot be reached, the capture pages that the open door of this device unseals. It never keeps an answer itself,
 * and leaves everything but GET alone.
 */
import { PAGE_FOR_MS } from '#app/ui/enhance/capture/day.ts'
import type { KeptPage } from '#app/ui/enhance/capture/day.ts'
import { openVault, scriptsOfPages } from '#app/ui/enhance/capture/vault.ts'

/** Put in by the build: the files of the shell, and a hash over all of them. */
declare const SHELL: string[]
declare const VERSION: string

type Extendable = Event & { waitUntil(done: Promise<unknown>): void }
type Fetched = Extendable & { request: Request; respondWith(answer: Promise<Response>): void }
type Worker = { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> }; addEventListener(name: string, run: (event: never) => void): void }

const worker = self as unknown as Worker
const PREFIX = 'caravan-shell-'
const STAND_IN = '/offline.html'
const CAPTURE = /^\/missions\/[^/]+\/engagements\/[^/]+\/note$/
/** How long a page that lies here waits for a slow network. */
const PATIENCE_MS = 6_000

worker.addEventListener('install', (event: Extendable) => event.waitUntil(fill()))
worker.addEventListener('activate', (event: Extendable) => event.waitUntil(takeOver()))
worker.addEventListener('fetch', (event: Fetched) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(visit(request, url))
  else if (url.pathname.startsWith('/assets/') || SHELL.includes(url.pathname)) event.respondWith(fromShell(request))
})

async function fill(): Promise<void> {
  const shell = await caches.open(PREFIX + VERSION)
  await shell.addAll(SHELL.map((path) => new Request(path, { cache: 'reload' })))
  await worker.skipWaiting()
}

/** Older shells go, except those whose script a kept page still runs. */
async function takeOver(): Promise<void> {
  const scripts = await scriptsOfPages().catch(() => [])
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === PREFIX + VERSION) continue
    const shell = await caches.open(name)
    const used = (await Promise.all(scripts.map((script) => shell.match(script)))).some(Boolean)
    if (!used) await caches.delete(name)
  }
  await worker.clients.claim()
}

async function fromShell(request: Request): Promise<Response> {
  const shell = await caches.open(PREFIX + VERSION)
  return (await shell.match(request)) ?? (await caches.match(request)) ?? (await fetch(request))
}

/** The server's page; where it cannot be had, the one that lies here, or the one that stands in. */
async function visit(request: Request, url: URL): Promise<Response> {
  const kept = CAPTURE.test(url.pathname) ? await keptPage(url.pathname + url.search).catch(() => undefined) : undefined
  const asked = fetch(request)
  try {
    const answer = await (kept ? Promise.race([asked, late()]) : asked)
    return kept && answer.status >= 502 && answer.status <= 504 ? kept : answer
  } catch {
    asked.catch(() => undefined)
    return kept ?? (await caches.match(STAND_IN)) ?? Response.error()
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('The network is slow.')), PATIENCE_MS))
}

async function keptPage(name: string): Promise<Response | undefined> {
  const vault = await openVault(Date.now())
  const kept = await vault?.read('pages', name)
  if (!kept || Date.now() - kept.at > PAGE_FOR_MS) return undefined
  const { html, policy } = kept.value as KeptPage
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin', 'X-Content-Type-Options': 'nosniff' }
  return new Response(html.replace('data-capture=""', 'data-capture="kept"'), { headers })
}
