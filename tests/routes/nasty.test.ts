/**
 * Nasty input: every form of every page is sent back with bad values, every route that writes gets forms that were never
 * its own, and every page is asked with odd queries. No answer is an error of the server.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROOT } from '#cli/ensure.mjs'
import { formsOf } from '#tests/support/forms.ts'
import type { Form } from '#tests/support/forms.ts'
import { addressesOf, loadRoutes } from '#tests/support/manifest.ts'
import type { RouteAddress } from '#tests/support/manifest.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const NASTY = [
  '', '0', '-1', '1e9', '2147483648', '9007199254740993', 'NaN', 'none-of-ours', '__proto__', 'constructor', '2020-02-31', '9999-12-31', '0001-01-01', '+275760-09-13', '99:99', '24:00', '23:59',
  'a\u0000b\r\nBcc: x@example.org', '\uFFFD\u202E\u2066👩‍👩‍👧‍👦', '<script>alert(1)</script>"\'>', '%00%ff', '//evil.example/', 'x'.repeat(100_000), `${'9'.repeat(400)}-${'9'.repeat(400)}`,
]
const SHORT = NASTY.filter((value) => value.length < 900)
const QUERIES = ['page', 'day', 'start', 'end', 'stop', 'to', 'did', 'after', 'q', 'status', 'kind', 'ripple', 'number', 'person', 'other', 'sort', 'code', 'item', 'engagement', 'from', 'until', 'noun', 'dimension', 'finding', 'words', 'seen', 'subject', 'audience', 'language', 'second', 'of']

/** These would end what is asked after them. */
const ENDS = /\/sign-|\/archive$/

let site: Site
let addresses: RouteAddress[]
let cookie: string

beforeAll(async () => {
  site = await startSite()
  cookie = await site.cookieOf()
  await site.ask('/missions/smart-city-regional-roadshow/imports?index', { cookie, form: { text: 'Opening\n4 February 2020\n09:00 – 09:30 Registration\n09:30 – 10:00 Talk – Ms. Rana Sample, Adviser, City of Sample' } })
  addresses = (await addressesOf(await loadRoutes(), site.database)).filter(({ path }) => !ENDS.test(path))
})
afterAll(() => site.stop())

/** Every name that an input of an operation reads. */
function fieldNames(): string[] {
  const folder = join(ROOT, 'app/operations')
  const sources = readdirSync(folder).filter((file) => file.endsWith('.input.ts')).map((file) => readFileSync(join(folder, file), 'utf8'))
  return [...new Set(sources.flatMap((source) => [...source.matchAll(/\b([a-z][A-Za-z]*): ?(?:[a-z]+\(|z\.)/g)].map((found) => found[1] ?? '')))]
}

const found: string[] = []
const statuses = new Map<number, number>()

async function send(path: string, what: string, form?: Form['fields']): Promise<void> {
  const answer = await site.ask(path, form ? { cookie, form } : { cookie })
  await answer.arrayBuffer()
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  if (answer.status >= 500) found.push(`${answer.status} ${form ? 'POST' : 'GET'} ${path.slice(0, 120)} ${what.slice(0, 80)}`)
}

/** Some of the bad values, others from turn to turn, so that all of them come up many times. */
function some(values: readonly string[], many: number, turn: number): string[] {
  return Array.from({ length: many }, (_, n) => values[(turn * many + n) % values.length] ?? '')
}

it('answers odd queries without an error of its own', async () => {
  for (const [turn, { path }] of addresses.filter((each) => each.reads).entries()) {
    for (const value of some(SHORT, 5, turn)) {
      const query = new URLSearchParams(QUERIES.map((name) => [name, value]))
      query.append('stop', 'again')
      if (query.toString().length < 7_000) await send(`${path}?${query.toString()}`, value)
    }
  }
  expect(found).toEqual([])
}, 240_000)

it('answers bad fields without an error of its own', async () => {
  const seen = new Set<string>()
  let at = 0
  for (const { path } of addresses.filter((each) => each.reads && each.isPage)) {
    const page = await site.ask(path, { cookie })
    for (const { action, fields } of formsOf(await page.text(), path)) {
      const kind = `${action.replaceAll(/[0-9a-z]{20,}/g, ':id')} ${Object.keys(fields).join(' ')}`
      if (seen.has(kind) || ENDS.test(action)) continue
      seen.add(kind)
      for (const name of Object.keys(fields)) {
        at += 1
        for (const value of some(NASTY, 2, at)) await send(action, `${name}=${value}`, { ...fields, [name]: value })
        await send(action, `${name} twice`, { ...fields, [name]: [fields[name] ?? '', 'again'].flat() })
        await send(action, `no ${name}`, Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name)))
      }
    }
  }
  expect(found).toEqual([])
}, 240_000)

it('answers forms that were never its own without an error of its own', async () => {
  const names = fieldNames()
  for (const [turn, { path, index }] of addresses.filter((each) => each.writes).entries()) {
    const to = index ? `${path}?index` : path
    await send(to, 'nothing', { nothing: '' })
    for (const value of some(SHORT, 5, turn)) await send(to, value, { ...Object.fromEntries(names.map((name) => [name, value])), __proto__: value })
    await send(to, 'all twice', Object.fromEntries(names.map((name) => [name, ['1', '2020-02-31']])))
  }
  expect(found).toEqual([])
}, 240_000)

it('answers bodies that are no form, and pages that are not ours, without an error of its own', async () => {
  const untyped = (): ReadableStream => new Blob(['act=1']).stream()
  for (const { path, index } of addresses.filter((each) => each.writes)) {
    const to = index ? `${path}?index` : path
    const headers = { cookie, origin: site.origin, referer: `${site.origin}//evil.example/x` }
    const bodies: RequestInit[] = [{}, { body: untyped(), duplex: 'half' } as RequestInit, { body: '', headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' } }, { body: 'x', headers: { ...headers, 'content-type': 'multipart/form-data' } }]
    for (const [n, init] of bodies.entries()) {
      const answer = await fetch(site.origin + to, { method: 'POST', redirect: 'manual', headers, ...init })
      await answer.arrayBuffer()
      if (answer.status >= 500) found.push(`${answer.status} POST ${to} body ${n}`)
      expect(answer.headers.get('location') ?? '').not.toContain('evil')
    }
  }
  expect(found).toEqual([])
}, 240_000)

it('has been understood often enough for this to mean something', () => {
  expect(statuses.get(303)).toBeGreaterThan(50)
  expect(statuses.get(422)).toBeGreaterThan(200)
})
