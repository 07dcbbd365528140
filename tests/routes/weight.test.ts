/** What a page ships: the script of the agenda builder stays small, a guest's page has none, and no page asks another host for anything. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addressesOf, loadRoutes } from '#tests/support/manifest.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const MOST_SCRIPT = 130 * 1024

let site: Site
beforeAll(async () => void (site = await startSite()))
afterAll(() => site.stop())

async function scriptsOf(page: string): Promise<number> {
  const sources = [...page.matchAll(/<(?:script|link rel="modulepreload")[^>]*(?:src|href)="([^"]+)"/g)].map((found) => found[1] as string)
  const sizes = await Promise.all(sources.map(async (source) => gzipSync(Buffer.from(await (await site.ask(source)).arrayBuffer())).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

it('ships at most 130 KB of script, compressed, with the agenda builder', async () => {
  const cookie = await site.cookieOf()
  const builder = (await addressesOf(await loadRoutes(), site.database)).find(({ pattern }) => pattern === '/missions/:mission/engagements/:engagement/agenda')
  const page = await (await site.ask(builder?.path ?? '', { cookie })).text()
  const size = await scriptsOf(page)
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(MOST_SCRIPT)
})

it('ships at most 40 KB of script, compressed, with the page that writes without a network', async () => {
  const cookie = await site.cookieOf()
  const capture = (await addressesOf(await loadRoutes(), site.database)).find(({ pattern }) => pattern === '/missions/:mission/engagements/:engagement/note')
  const page = await (await site.ask(capture?.path ?? '', { cookie })).text()
  const pieces = new Set<string>()
  for (const [, source = ''] of page.matchAll(/<script[^>]*src="([^"]+)"/g)) {
    pieces.add(source)
    for (const [, piece = ''] of (await (await site.ask(source)).text()).matchAll(/["']\.\/(piece-[\w-]+\.js)["']/g)) pieces.add(`/assets/${piece}`)
  }
  const sizes = await Promise.all([...pieces].map(async (piece) => gzipSync(Buffer.from(await (await site.ask(piece)).arrayBuffer())).length))
  expect(pieces.size).toBeGreaterThan(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(40 * 1024)
})

it('is asked for its service worker each time, which then knows every file of the shell', async () => {
  const worker = await site.ask('/sw.js')
  expect([worker.status, worker.headers.get('cache-control'), worker.headers.get('content-type')]).toEqual([200, 'no-cache', 'text/javascript; charset=utf-8'])
  const files = [...new Set((await worker.text()).match(/\/(?:assets|fonts)\/[\w.-]+|\/offline\.html|\/icons\.svg/g))].filter((path) => path.includes('.'))
  expect(files.length).toBeGreaterThan(8)
  for (const file of files) expect([file, (await site.ask(file)).status]).toEqual([file, 200])
})

it('ships none where somebody without an account looks', async () => {
  for (const path of ['/sign-in', '/sign-in/code', '/invitation/unknown']) expect(await (await site.ask(path)).text()).not.toContain('<script')
})

it('asks no other host for anything', async () => {
  const cookie = await site.cookieOf()
  for (const { path } of (await addressesOf(await loadRoutes(), site.database)).filter((address) => address.isPage && address.reads)) {
    const page = await (await site.ask(path, { cookie })).text()
    expect([...page.matchAll(/<(?:script|link|img|use|iframe)[^>]*(?:src|href)="(https?:)?\/\//g)].map(() => path)).toEqual([])
  }
})
