/**
 * Every route × everybody: the real server is asked, and the answers must equal `access-matrix.txt`. A new route, or a
 * route that answers somebody differently, fails until the table says so (CARAVAN_WRITE_MATRIX=1 writes it anew).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addressesOf, loadRoutes } from '#tests/support/manifest.ts'
import type { RouteAddress } from '#tests/support/manifest.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const TABLE = join(import.meta.dirname, 'access-matrix.txt')
const PEOPLE = ['anonymous', 'viewer', 'member', 'coordinator', 'elsewhere'] as const
type Person = (typeof PEOPLE)[number]

let site: Site
let addresses: RouteAddress[]
let cookies: Record<Person, string | undefined>

beforeAll(async () => {
  site = await startSite()
  cookies = {
    anonymous: undefined, viewer: await site.cookieOf('viewer@example.org'), member: await site.cookieOf('member@example.org'), coordinator: await site.cookieOf(),
    elsewhere: await coordinatorElsewhere(),
  }
  addresses = await addressesOf(await loadRoutes(), site.database)
})
afterAll(() => site.stop())

/** Somebody who coordinates another mission of the same installation. */
async function coordinatorElsewhere(): Promise<string> {
  await site.database.write(async (tx) => {
    await tx.insertInto('account').values({ id: 'elsewhere', name: 'Elsewhere, sample', email: 'elsewhere@example.org', email_key: 'elsewhere@example.org', created_ms: 0 }).execute()
    await tx.insertInto('mission').values({ id: 'elsewhere', slug: 'elsewhere', title: 'Elsewhere', title_key: 'elsewhere', start_day: '2027-01-01', end_day: '2027-01-02' }).execute()
    await tx.insertInto('membership').values({ id: 'elsewhere', mission_id: 'elsewhere', account_id: 'elsewhere', role: 'coordinator' }).execute()
  })
  return await site.cookieOf('elsewhere@example.org')
}

it('carries a policy on every loader and action', async () => {
  const routes = await loadRoutes()
  const bare = routes.flatMap(({ id, module }) => [module.loader && !('policy' in module.loader) && `${id} loader`, module.action && !('policy' in module.action) && `${id} action`].filter(Boolean))
  expect(bare).toEqual([])
  expect(routes.filter(({ id, module }) => id !== 'root' && module.default && !module.loader).map(({ id }) => id)).toEqual([])
})

it('answers everybody as the table says', async () => {
  const lines: string[] = []
  for (const method of ['GET', 'POST'] as const) {
    for (const address of addresses.filter((each) => (method === 'GET' ? each.reads : each.writes))) {
      const cells = new Map<Person, string>()
      for (const person of ['anonymous', 'elsewhere', 'viewer', 'member', 'coordinator'] as const) cells.set(person, await cell(method, address, person))
      lines.push(`${method.padEnd(4)} ${address.pattern.padEnd(76)} ${PEOPLE.map((person) => (cells.get(person) ?? '').padEnd(9)).join(' ').trimEnd()}`)
    }
  }
  const table = [`${'route'.padEnd(81)} ${PEOPLE.map((person) => person.padEnd(9)).join(' ').trimEnd()}`, ...lines.toSorted()].join('\n') + '\n'
  if (process.env['CARAVAN_WRITE_MATRIX']) writeFileSync(TABLE, table)
  expect(table).toBe(readFileSync(TABLE, 'utf8'))
  expect(lines.filter((line) => line.includes('broken'))).toEqual([])
}, 300_000)

async function cell(method: 'GET' | 'POST', { path, index }: RouteAddress, person: Person): Promise<string> {
  const cookie = cookies[person]
  const answer = await site.ask(path + (method === 'POST' && index ? '?index' : ''), { ...(cookie ? { cookie } : {}), ...(method === 'POST' ? { form: {} } : {}) })
  await answer.arrayBuffer()
  if (answer.status >= 500) return `broken ${answer.status}`
  if (answer.status === 404) return 'hidden'
  if (answer.status === 403) return 'refused'
  return (answer.headers.get('location') ?? '').startsWith('/sign-in?to=') ? 'sign in' : 'in'
}

it('refuses a form with a foreign, null or missing Origin on every route', async () => {
  const cookie = cookies.coordinator ?? ''
  const wrong: Record<string, string>[] = [{ origin: 'https://evil.example.org' }, { origin: 'null' }, {}, { origin: site.origin, 'sec-fetch-site': 'cross-site' }]
  const let_in: string[] = []
  for (const { path, pattern } of addresses) {
    for (const suffix of ['', '?index', '?_data=root', '.data']) {
      for (const headers of wrong) {
        const answer = await fetch(site.origin + path + suffix, { method: 'POST', redirect: 'manual', body: 'a=1', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers } })
        await answer.arrayBuffer()
        if (answer.status !== 403 && !(answer.status === 404 && (suffix === '?_data=root' || suffix === '.data'))) let_in.push(`${pattern}${suffix} ${JSON.stringify(headers)}: ${answer.status}`)
      }
    }
  }
  expect(let_in).toEqual([])
}, 300_000)

it('knows every file of app/routes', async () => {
  const { routes } = (await import(pathToFileURL(join(process.cwd(), 'build/server/index.js')).href)) as { routes: Record<string, unknown> }
  expect(addresses.length).toBeGreaterThanOrEqual(Object.keys(routes).length - 2)
})
